"""Further review conferences: six calendar months from each to the next, while the plan lasts."""

from kith.rulebook.england.clocks.next_review_conference import next_review_conference
from tests.support.clock_spec import clock_spec


def test_each_review_starts_the_next():
    clock_spec(
        next_review_conference,
        """
        happened   | known      | said by           | kind       | details
        5 Jun      | 5 Jun      | reviewing_service | conference | conference_type=review, outcome=plan_continues
        3 Dec      | 3 Dec      | reviewing_service | conference | conference_type=review, outcome=plan_continues
        4 Jun 2027 | 4 Jun 2027 | reviewing_service | conference | conference_type=review, outcome=plan_continues

        as at 5 Jun: running, due 5 Dec, started by row 1
        as at 3 Dec: running, due 3 Jun 2027, started by row 2
        as at 4 Jun 2027: running, due 4 Dec 2027, started by row 3
        """,
    )


def test_a_review_whose_outcome_nobody_gave_starts_the_next():
    clock_spec(
        next_review_conference,
        """
        happened | known | said by           | kind       | details
        5 Jun    | 5 Jun | reviewing_service | conference | conference_type=review

        as at 6 Dec: missed, due 5 Dec
        """,
    )


def test_a_review_that_ends_the_plan_meets_it_and_starts_no_other():
    clock_spec(
        next_review_conference,
        """
        happened | known | said by           | kind       | details
        5 Jun    | 5 Jun | reviewing_service | conference | conference_type=review, outcome=plan_continues
        3 Dec    | 3 Dec | reviewing_service | conference | conference_type=review, outcome=plan_ends

        as at 3 Dec: met, started by row 1, stopped by row 2
        as at 5 Jul 2027: met
        """,
    )


def test_the_end_of_the_plan_ends_it_until_a_review_of_another():
    clock_spec(
        next_review_conference,
        """
        happened   | known      | said by               | kind       | details
        5 Jun      | 5 Jun      | reviewing_service     | conference | conference_type=review, outcome=plan_continues
        9 Sep      | 9 Sep      | childrens_social_care | plan       | plan_type=child_protection, stage=ended
        5 Mar 2027 | 5 Mar 2027 | reviewing_service     | conference | conference_type=review, outcome=plan_continues

        as at 9 Sep: fell away, ended by row 2
        as at 5 Mar 2027: running, due 5 Sep 2027, started by row 3
        """,
    )


def test_an_initial_conference_does_not_start_it():
    clock_spec(
        next_review_conference,
        """
        happened | known | said by           | kind       | details
        5 Mar    | 5 Mar | reviewing_service | conference | conference_type=initial, outcome=plan

        as at 5 Mar: not started
        """,
    )
