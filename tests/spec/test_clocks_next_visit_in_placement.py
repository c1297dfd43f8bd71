"""Visits to a looked-after child: six weeks from each to the next."""

from kith.rulebook.england.clocks.next_visit_in_placement import next_visit_in_placement
from tests.support.clock_spec import clock_spec


def test_each_visit_starts_the_next_six_weeks():
    clock_spec(
        next_visit_in_placement,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=placed
        6 Mar    | 6 Mar | childrens_social_care | visit        | outcome=completed, seen=true

        as at 2 Mar: running, due 13 Apr, started by row 1
        as at 6 Mar: running, due 17 Apr, started by row 2      <- over Easter and the change to summer time
        as at 18 Apr: missed, due 17 Apr
        """,
    )


def test_a_visit_to_a_child_who_is_not_placed_does_not_start_it():
    clock_spec(
        next_visit_in_placement,
        """
        happened | known | said by               | kind  | details
        6 Mar    | 6 Mar | childrens_social_care | visit | outcome=completed, seen=true

        as at 6 Jun: not started
        """,
    )


def test_a_visit_at_which_nobody_said_that_the_child_was_seen_stops_nothing():
    clock_spec(
        next_visit_in_placement,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=placed
        6 Mar    | 6 Mar | childrens_social_care | visit        | outcome=completed

        as at 14 Apr: missed, due 13 Apr, started by row 1
        """,
    )


def test_a_visit_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        next_visit_in_placement,
        """
        happened | known  | said by               | kind         | details
        2 Mar    | 2 Mar  | childrens_social_care | looked_after | step=placed
        8 Apr    | 20 Apr | childrens_social_care | visit        | seen_alone=true     <- told late

        as at 19 Apr: missed
        as at 20 Apr: running, due 20 May
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        next_visit_in_placement,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=placed
        6 Mar    | 6 Mar | childrens_social_care | visit        | seen=true
        9 Apr    | 9 Apr | childrens_social_care | looked_after | step=ended
        1 May    | 1 May | childrens_social_care | visit        | seen=true

        as at 9 Apr: fell away, ended by row 3
        as at 1 May: fell away
        """,
    )
