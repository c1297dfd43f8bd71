"""The first review of a child in need plan: four weeks, set locally."""

from kith.grammar.durations import days
from kith.rulebook.england.clocks.first_child_in_need_review import first_child_in_need_review
from tests.support.clock_spec import clock_spec


def test_is_due_four_weeks_after_the_plan_began():
    clock_spec(
        first_child_in_need_review,
        """
        happened | known  | said by               | kind | details
        2 Mar    | 2 Mar  | childrens_social_care | plan | plan_type=child_in_need, stage=started
        30 Mar   | 30 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=reviewed

        as at 2 Mar: running, due 30 Mar 23:59, started by row 1      <- over the change to summer time
        as at 30 Mar: met, stopped by row 2
        """,
    )


def test_a_plan_of_which_nobody_gave_the_sort_neither_starts_nor_stops_it():
    clock_spec(
        first_child_in_need_review,
        """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=started
        9 Mar    | 9 Mar | childrens_social_care | plan | stage=reviewed

        as at 31 Mar: missed, due 30 Mar
        """,
    )


def test_a_review_told_late_was_missed_until_it_was_known():
    clock_spec(
        first_child_in_need_review,
        """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=started
        27 Mar   | 7 Apr | childrens_social_care | plan | plan_type=child_in_need, stage=reviewed     <- told late

        as at 6 Apr: missed
        as at 7 Apr: met
        """,
    )


def test_falls_away_when_a_child_protection_plan_takes_its_place():
    clock_spec(
        first_child_in_need_review,
        """
        happened | known  | said by               | kind | details
        2 Mar    | 2 Mar  | childrens_social_care | plan | plan_type=child_in_need, stage=started
        16 Mar   | 16 Mar | childrens_social_care | plan | plan_type=child_protection, stage=started

        as at 16 Mar: fell away, ended by row 2
        """,
    )


def test_an_area_may_take_six_weeks():
    clock_spec(
        first_child_in_need_review,
        """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=started

        as at 2 Mar: running, due 13 Apr
        """,
        local_limit=days(42),
    )
