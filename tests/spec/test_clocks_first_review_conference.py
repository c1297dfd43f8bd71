"""The first review conference: three calendar months from the initial one."""

from kith.rulebook.england.clocks.first_review_conference import first_review_conference
from tests.support.clock_spec import clock_spec


def test_is_due_on_the_same_day_three_months_on():
    clock_spec(
        first_review_conference,
        """
        happened | known | said by           | kind       | details
        5 Mar    | 5 Mar | reviewing_service | conference | conference_type=initial, outcome=plan
        5 Jun    | 5 Jun | reviewing_service | conference | conference_type=review, outcome=plan_continues

        as at 5 Mar: running, due 5 Jun
        as at 5 Jun: met, started by row 1, stopped by row 2
        """,
    )


def test_is_due_on_the_last_day_of_a_month_that_has_no_such_day():
    clock_spec(
        first_review_conference,
        """
        happened | known  | said by           | kind       | details
        30 Nov   | 30 Nov | reviewing_service | conference | conference_type=initial, outcome=plan

        as at 30 Nov: running, due 28 Feb 2027
        as at 28 Feb 2027: running
        as at 1 Mar 2027: missed
        """,
    )


def test_a_due_day_on_a_weekend_is_not_moved_later():
    clock_spec(
        first_review_conference,
        """
        happened | known | said by           | kind       | details
        7 Aug    | 7 Aug | reviewing_service | conference | conference_type=transfer_in, outcome=plan

        as at 7 Aug: running, due 7 Nov      <- a Saturday
        """,
    )


def test_falls_away_when_the_plan_ends():
    clock_spec(
        first_review_conference,
        """
        happened | known | said by               | kind       | details
        5 Mar    | 5 Mar | reviewing_service     | conference | conference_type=initial, outcome=plan
        9 Jun    | 9 Jun | childrens_social_care | plan       | plan_type=child_protection, stage=ended

        as at 8 Jun: missed, due 5 Jun
        as at 9 Jun: fell away, ended by row 2, due 5 Jun
        """,
    )


def test_no_plan_needs_no_review():
    clock_spec(
        first_review_conference,
        """
        happened | known | said by           | kind       | details
        5 Mar    | 5 Mar | reviewing_service | conference | conference_type=initial, outcome=no_plan

        as at 5 Jul: not started
        """,
    )
