"""Seeing the child for an assessment: five working days, set locally."""

from kith.rulebook.england.clocks.child_first_seen_in_assessment import child_first_seen_in_assessment
from tests.support.clock_spec import clock_spec


def test_is_due_five_working_days_after_the_referral_was_accepted():
    clock_spec(
        child_first_seen_in_assessment,
        """
        happened | known  | said by               | kind              | details
        30 Mar   | 30 Mar | childrens_social_care | referral_decision | outcome=assessment
        8 Apr    | 8 Apr  | childrens_social_care | visit             | outcome=completed, seen=true

        as at 30 Mar: running, due 8 Apr, started by row 1      <- Easter between
        as at 8 Apr: met, stopped by row 2
        """,
    )


def test_a_visit_that_does_not_say_whether_the_child_was_seen_stops_nothing():
    clock_spec(
        child_first_seen_in_assessment,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=assessment
        4 Mar    | 4 Mar | childrens_social_care | visit             | outcome=completed
        5 Mar    | 5 Mar | childrens_social_care | visit             | outcome=no_reply, seen=false

        as at 10 Mar: missed, due 9 Mar
        """,
    )


def test_being_seen_at_school_by_a_teacher_does_not_stop_it():
    clock_spec(
        child_first_seen_in_assessment,
        """
        happened | known | said by               | kind       | details
        2 Mar    | 2 Mar | childrens_social_care | assessment | stage=started
        4 Mar    | 4 Mar | school                | child_seen | seen_alone=true

        as at 9 Mar: running, due 9 Mar
        """,
    )


def test_a_sight_told_late_was_missed_until_it_was_known():
    clock_spec(
        child_first_seen_in_assessment,
        """
        happened | known  | said by               | kind       | details
        2 Mar    | 2 Mar  | childrens_social_care | assessment | stage=started
        6 Mar    | 12 Mar | childrens_social_care | child_seen |      <- told late

        as at 11 Mar: missed, due 9 Mar
        as at 12 Mar: met
        """,
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        child_first_seen_in_assessment,
        """
        happened | known | said by               | kind       | details
        2 Mar    | 2 Mar | childrens_social_care | assessment | stage=started
        5 Mar    | 5 Mar | childrens_social_care | closed     |

        as at 5 Mar: fell away, ended by row 2
        """,
    )
