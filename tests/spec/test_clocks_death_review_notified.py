"""Telling the child death review partners: 48 hours."""

from kith.rulebook.england.clocks.death_review_notified import death_review_notified
from tests.support.clock_spec import clock_spec


def test_is_due_48_hours_after_the_death():
    clock_spec(
        death_review_notified,
        """
        happened    | known       | said by  | kind             | details
        6 Mar 04:20 | 6 Mar 05:00 | hospital | death            | who_died=child, expected=true
        7 Mar 15:00 | 7 Mar 15:00 | hospital | serious_incident | step=death_review_told

        as at 6 Mar: running, due 8 Mar 04:20, started by row 1      <- a weekend counts
        as at 7 Mar 15:00: met, stopped by row 2
        """,
    )


def test_true_hours_count_when_the_clocks_go_back():
    clock_spec(
        death_review_notified,
        """
        happened     | known        | said by  | kind  | details
        24 Oct 12:00 | 24 Oct 12:00 | hospital | death | who_died=child

        as at 24 Oct: running, due 26 Oct 11:00
        """,
    )


def test_the_death_of_somebody_else_or_of_nobody_knows_whom_does_not_start_it():
    clock_spec(
        death_review_notified,
        """
        happened    | known       | said by  | kind  | details
        2 Mar 04:20 | 2 Mar 05:00 | hospital | death | who_died=somebody_else
        3 Mar 04:20 | 3 Mar 05:00 | hospital | death |

        as at 3 Mar: not started
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        death_review_notified,
        """
        happened    | known       | said by  | kind             | details
        2 Mar 04:20 | 2 Mar 05:00 | hospital | death            | who_died=child
        3 Mar 04:20 | 3 Mar 05:00 | hospital | serious_incident |

        as at 4 Mar 04:21: missed
        """,
    )


def test_a_notification_told_late_was_missed_until_it_was_known():
    clock_spec(
        death_review_notified,
        """
        happened    | known       | said by  | kind             | details
        2 Mar 04:20 | 2 Mar 05:00 | hospital | death            | who_died=child
        3 Mar 04:20 | 9 Mar 05:00 | hospital | serious_incident | step=death_review_told     <- told late

        as at 8 Mar: missed
        as at 9 Mar: met
        """,
    )
