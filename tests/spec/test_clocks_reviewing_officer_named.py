"""Naming the independent reviewing officer: 48 hours, set locally."""

from kith.rulebook.england.clocks.reviewing_officer_named import reviewing_officer_named
from tests.support.clock_spec import clock_spec


def test_is_due_48_hours_after_the_child_became_looked_after():
    clock_spec(
        reviewing_officer_named,
        """
        happened    | known       | said by               | kind         | details
        6 Mar 18:00 | 6 Mar 18:30 | childrens_social_care | looked_after | step=started
        7 Mar 11:00 | 7 Mar 11:00 | reviewing_service     | looked_after | step=reviewer_named

        as at 6 Mar: running, due 8 Mar 18:00, started by row 1      <- a weekend counts
        as at 7 Mar 11:00: met, stopped by row 2
        """,
    )


def test_true_hours_count_when_the_clocks_go_forward():
    clock_spec(
        reviewing_officer_named,
        """
        happened     | known        | said by               | kind         | details
        28 Mar 12:00 | 28 Mar 12:00 | childrens_social_care | looked_after | step=started

        as at 28 Mar: running, due 30 Mar 13:00
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        reviewing_officer_named,
        """
        happened    | known       | said by               | kind         | details
        2 Mar 12:00 | 2 Mar 12:00 | childrens_social_care | looked_after | step=started
        3 Mar 12:00 | 3 Mar 12:00 | reviewing_service     | looked_after |

        as at 4 Mar 12:01: missed
        """,
    )


def test_a_naming_told_late_was_missed_until_it_was_known():
    clock_spec(
        reviewing_officer_named,
        """
        happened    | known       | said by               | kind         | details
        2 Mar 12:00 | 2 Mar 12:00 | childrens_social_care | looked_after | step=started
        3 Mar 12:00 | 9 Mar 09:00 | reviewing_service     | looked_after | step=reviewer_named     <- told late

        as at 6 Mar: missed
        as at 9 Mar: met
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        reviewing_officer_named,
        """
        happened    | known       | said by               | kind         | details
        2 Mar 12:00 | 2 Mar 12:00 | childrens_social_care | looked_after | step=started
        3 Mar 12:00 | 3 Mar 12:00 | childrens_social_care | looked_after | step=ended

        as at 3 Mar: fell away, ended by row 2
        """,
    )
