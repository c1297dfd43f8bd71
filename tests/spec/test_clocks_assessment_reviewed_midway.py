"""A manager's look at an assessment under way: ten working days, set locally."""

from kith.rulebook.england.clocks.assessment_reviewed_midway import assessment_reviewed_midway
from tests.support.clock_spec import clock_spec


def test_is_due_ten_working_days_after_the_referral_was_accepted():
    clock_spec(
        assessment_reviewed_midway,
        """
        happened | known  | said by               | kind              | details
        24 Mar   | 24 Mar | childrens_social_care | referral_decision | outcome=assessment
        9 Apr    | 9 Apr  | childrens_social_care | supervision       |

        as at 24 Mar: running, due 9 Apr, started by row 1      <- Easter between
        as at 9 Apr: met, stopped by row 2
        """,
    )


def test_supervision_by_health_does_not_stop_it():
    clock_spec(
        assessment_reviewed_midway,
        """
        happened | known | said by               | kind        | details
        2 Mar    | 2 Mar | childrens_social_care | assessment  | stage=started
        9 Mar    | 9 Mar | health_visiting       | supervision |

        as at 17 Mar: missed, due 16 Mar
        """,
    )


def test_a_managers_look_told_late_counts_from_when_it_is_known():
    clock_spec(
        assessment_reviewed_midway,
        """
        happened | known  | said by               | kind                | details
        2 Mar    | 2 Mar  | childrens_social_care | assessment          | stage=started
        12 Mar   | 20 Mar | childrens_social_care | management_decision | decision=action_agreed     <- told late

        as at 19 Mar: missed, due 16 Mar
        as at 20 Mar: met
        """,
    )


def test_falls_away_when_the_assessment_is_complete():
    clock_spec(
        assessment_reviewed_midway,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=assessment
        6 Mar    | 6 Mar | childrens_social_care | assessment        | stage=completed

        as at 6 Mar: fell away, ended by row 2
        """,
    )
