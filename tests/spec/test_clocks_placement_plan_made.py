"""The placement plan: before, or within five working days."""

from kith.rulebook.england.clocks.placement_plan_made import placement_plan_made
from tests.support.clock_spec import clock_spec


def test_is_due_five_working_days_after_the_placement_began():
    clock_spec(
        placement_plan_made,
        """
        happened | known  | said by               | kind         | details
        30 Mar   | 30 Mar | childrens_social_care | looked_after | step=placed
        8 Apr    | 8 Apr  | childrens_social_care | looked_after | step=placement_plan

        as at 30 Mar: running, due 8 Apr, started by row 1      <- Easter between
        as at 8 Apr: met, stopped by row 2
        """,
    )


def test_a_plan_made_before_the_placement_that_refers_to_it_meets_it():
    clock_spec(
        placement_plan_made,
        """
        happened | known  | said by               | kind         | details
        2 Mar    | 2 Mar  | childrens_social_care | looked_after | step=placed
        27 Feb   | 27 Feb | childrens_social_care | looked_after | step=placement_plan, about row 1

        as at 2 Mar: met, stopped by row 2
        """,
    )


def test_another_plan_or_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        placement_plan_made,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=placed
        3 Mar    | 3 Mar | childrens_social_care | looked_after | step=care_plan
        4 Mar    | 4 Mar | childrens_social_care | looked_after |

        as at 10 Mar: missed, due 9 Mar
        """,
    )


def test_a_plan_told_late_was_missed_until_it_was_known():
    clock_spec(
        placement_plan_made,
        """
        happened | known  | said by               | kind             | details
        2 Mar    | 2 Mar  | childrens_social_care | placement_change | to=foster_care
        6 Mar    | 12 Mar | childrens_social_care | looked_after     | step=placement_plan     <- told late

        as at 11 Mar: missed
        as at 12 Mar: met
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        placement_plan_made,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=placed
        5 Mar    | 5 Mar | childrens_social_care | looked_after | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
