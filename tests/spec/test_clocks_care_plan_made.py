"""The care plan: before, or within ten working days."""

from kith.rulebook.england.clocks.care_plan_made import care_plan_made
from tests.support.clock_spec import clock_spec


def test_is_due_ten_working_days_after_the_child_became_looked_after():
    clock_spec(
        care_plan_made,
        """
        happened | known  | said by               | kind         | details
        24 Mar   | 24 Mar | childrens_social_care | looked_after | step=started
        9 Apr    | 9 Apr  | childrens_social_care | looked_after | step=care_plan

        as at 24 Mar: running, due 9 Apr, started by row 1      <- Easter between
        as at 9 Apr: met, stopped by row 2
        """,
    )


def test_a_plan_made_before_that_refers_to_it_meets_it():
    clock_spec(
        care_plan_made,
        """
        happened | known  | said by               | kind         | details
        2 Mar    | 2 Mar  | childrens_social_care | looked_after | step=started
        27 Feb   | 27 Feb | childrens_social_care | looked_after | step=care_plan, about row 1

        as at 2 Mar: met, stopped by row 2
        """,
    )


def test_the_next_placement_of_the_same_child_does_not_start_it():
    clock_spec(
        care_plan_made,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | placement_change | from=foster_care, to=residential_care

        as at 2 Mar: not started
        """,
    )


def test_a_plan_told_late_was_missed_until_it_was_known():
    clock_spec(
        care_plan_made,
        """
        happened | known  | said by               | kind             | details
        2 Mar    | 2 Mar  | childrens_social_care | placement_change | from=parents, to=foster_care
        13 Mar   | 20 Mar | childrens_social_care | looked_after     | step=care_plan     <- told late

        as at 19 Mar: missed, due 16 Mar
        as at 20 Mar: met
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        care_plan_made,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=started
        5 Mar    | 5 Mar | childrens_social_care | looked_after | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
