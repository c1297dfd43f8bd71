"""The child and family assessment: 45 working days at the latest."""

from kith.grammar.durations import working_days
from kith.rulebook.england.clocks.assessment_complete import assessment_complete
from tests.support.clock_spec import clock_spec


def test_is_due_45_working_days_after_the_referral_was_accepted():
    clock_spec(
        assessment_complete,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=assessment
        6 Mar    | 6 Mar | childrens_social_care | assessment        | stage=started
        7 May    | 7 May | childrens_social_care | assessment        | stage=completed

        as at 6 Mar: running, due 7 May, started by row 1, also row 2      <- Easter and the early May day between
        as at 7 May: met, started by row 1, stopped by row 3
        """,
    )


def test_runs_over_christmas_and_new_year():
    clock_spec(
        assessment_complete,
        """
        happened   | known      | said by               | kind              | details
        2 Nov      | 2 Nov      | childrens_social_care | referral_decision | outcome=strategy_discussion
        8 Jan 2027 | 8 Jan 2027 | childrens_social_care | assessment        | stage=completed

        as at 31 Dec: running, due 7 Jan 2027, 4 working days left
        as at 8 Jan 2027: met late, due 7 Jan 2027
        """,
    )


def test_an_assessment_begun_without_a_recorded_decision_is_timed_too():
    clock_spec(
        assessment_complete,
        """
        happened | known | said by               | kind       | details
        2 Mar    | 2 Mar | childrens_social_care | assessment | stage=started

        as at 2 Mar: running, due 7 May
        """,
    )


def test_an_assessment_by_health_does_not_stop_it():
    clock_spec(
        assessment_complete,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=assessment
        9 Mar    | 9 Mar | health_visiting       | assessment        | stage=completed

        as at 9 Mar: running, due 7 May
        """,
    )


def test_a_decision_whose_outcome_nobody_gave_does_not_start_it():
    clock_spec(
        assessment_complete,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision |

        as at 9 Mar: not started
        """,
    )


def test_falls_away_when_social_care_closes_and_says_if_it_had_been_missed():
    clock_spec(
        assessment_complete,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=assessment
        9 Mar    | 9 Mar | childrens_social_care | closed            |

        as at 8 Mar: running
        as at 9 Mar: fell away, ended by row 2
        """,
    )


def test_an_area_may_work_to_a_shorter_limit():
    clock_spec(
        assessment_complete,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=assessment

        as at 2 Mar: running, due 30 Mar
        """,
        local_limit=working_days(20),
    )
