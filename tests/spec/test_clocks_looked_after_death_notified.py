"""The death of a looked-after child: five working days."""

from kith.rulebook.england.clocks.looked_after_death_notified import looked_after_death_notified
from tests.support.clock_spec import clock_spec


def test_is_due_five_working_days_after_the_death():
    clock_spec(
        looked_after_death_notified,
        """
        happened | known  | said by               | kind             | details
        30 Mar   | 30 Mar | hospital              | death            | who_died=child, was_looked_after=true
        8 Apr    | 8 Apr  | childrens_social_care | serious_incident | step=ministers_told

        as at 30 Mar: running, due 8 Apr, started by row 1      <- Easter between
        as at 8 Apr: met, stopped by row 2
        """,
    )


def test_the_death_of_somebody_else_or_of_a_child_at_home_does_not_start_it():
    clock_spec(
        looked_after_death_notified,
        """
        happened | known | said by  | kind  | details
        2 Mar    | 2 Mar | hospital | death | who_died=somebody_else, was_looked_after=true
        3 Mar    | 3 Mar | hospital | death | who_died=child, was_looked_after=false
        4 Mar    | 4 Mar | hospital | death |

        as at 4 Mar: not started
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        looked_after_death_notified,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | hospital              | death            | who_died=child, was_looked_after=true
        4 Mar    | 4 Mar | childrens_social_care | serious_incident |

        as at 10 Mar: missed, due 9 Mar
        """,
    )


def test_a_notification_told_late_was_missed_until_it_was_known():
    clock_spec(
        looked_after_death_notified,
        """
        happened | known  | said by               | kind             | details
        2 Mar    | 2 Mar  | hospital              | death            | who_died=child, was_looked_after=true
        6 Mar    | 16 Mar | childrens_social_care | serious_incident | step=ministers_told     <- told late

        as at 13 Mar: missed
        as at 16 Mar: met
        """,
    )
