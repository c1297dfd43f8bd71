"""The first visit in a placement: one week."""

from kith.rulebook.england.clocks.first_visit_in_placement import first_visit_in_placement
from tests.support.clock_spec import clock_spec


def test_is_due_one_week_after_the_placement_began():
    clock_spec(
        first_visit_in_placement,
        """
        happened | known  | said by               | kind         | details
        30 Mar   | 30 Mar | childrens_social_care | looked_after | step=placed
        2 Apr    | 2 Apr  | childrens_social_care | visit        | outcome=completed, seen=true

        as at 30 Mar: running, due 6 Apr 23:59, started by row 1      <- a bank holiday counts
        as at 2 Apr: met, stopped by row 2
        """,
    )


def test_every_new_placement_starts_it_again():
    clock_spec(
        first_visit_in_placement,
        """
        happened | known  | said by               | kind             | details
        2 Mar    | 2 Mar  | childrens_social_care | looked_after     | step=placed
        5 Mar    | 5 Mar  | childrens_social_care | visit            | seen_alone=true
        12 Mar   | 12 Mar | childrens_social_care | placement_change | from=foster_care, to=residential_care

        as at 5 Mar: met
        as at 12 Mar: running, due 19 Mar, started by row 3
        """,
    )


def test_a_visit_at_which_nobody_said_that_the_child_was_seen_stops_nothing():
    clock_spec(
        first_visit_in_placement,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=placed
        5 Mar    | 5 Mar | childrens_social_care | visit        | outcome=completed
        6 Mar    | 6 Mar | health_visiting       | visit        | outcome=completed, seen=true

        as at 10 Mar: missed, due 9 Mar
        """,
    )


def test_a_visit_told_late_was_missed_until_it_was_known():
    clock_spec(
        first_visit_in_placement,
        """
        happened | known  | said by               | kind         | details
        2 Mar    | 2 Mar  | childrens_social_care | looked_after | step=placed
        6 Mar    | 12 Mar | childrens_social_care | visit        | seen=true     <- told late

        as at 11 Mar: missed
        as at 12 Mar: met
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        first_visit_in_placement,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=placed
        5 Mar    | 5 Mar | childrens_social_care | looked_after | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
