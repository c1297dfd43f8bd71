"""Further reviews of a child in need plan: every three months, set locally."""

from kith.rulebook.england.clocks.next_child_in_need_review import next_child_in_need_review
from tests.support.clock_spec import clock_spec


def test_each_review_starts_the_next():
    clock_spec(
        next_child_in_need_review,
        """
        happened    | known       | said by               | kind | details
        30 Nov      | 30 Nov      | childrens_social_care | plan | plan_type=child_in_need, stage=reviewed
        26 Feb 2027 | 26 Feb 2027 | childrens_social_care | plan | plan_type=child_in_need, stage=reviewed

        as at 30 Nov: running, due 28 Feb 2027, started by row 1      <- February has no thirtieth
        as at 26 Feb 2027: running, due 26 May 2027, started by row 2
        """,
    )


def test_the_start_of_the_plan_does_not_start_it():
    clock_spec(
        next_child_in_need_review,
        """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=started

        as at 2 Jul: not started
        """,
    )


def test_a_review_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        next_child_in_need_review,
        """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=reviewed
        28 May   | 9 Jun | childrens_social_care | plan | plan_type=child_in_need, stage=reviewed     <- told late

        as at 8 Jun: missed, due 2 Jun
        as at 9 Jun: running, due 28 Aug
        """,
    )


def test_the_end_of_the_plan_ends_it():
    clock_spec(
        next_child_in_need_review,
        """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=reviewed
        9 Apr    | 9 Apr | childrens_social_care | plan | plan_type=child_in_need, stage=ended

        as at 9 Apr: fell away, ended by row 2
        """,
    )
