"""The second review of a looked-after child: three months after the first."""

from kith.rulebook.england.clocks.second_looked_after_review import second_looked_after_review
from tests.support.clock_spec import clock_spec


def test_is_due_three_months_after_the_first_and_on_the_last_day_of_a_shorter_month():
    clock_spec(
        second_looked_after_review,
        """
        happened    | known       | said by           | kind         | details
        30 Nov      | 30 Nov      | reviewing_service | looked_after | step=first_review
        26 Feb 2027 | 26 Feb 2027 | reviewing_service | looked_after | step=review

        as at 30 Nov: running, due 28 Feb 2027 23:59, started by row 1
        as at 26 Feb 2027: met, stopped by row 2
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        second_looked_after_review,
        """
        happened | known | said by           | kind         | details
        2 Mar    | 2 Mar | reviewing_service | looked_after | step=first_review
        1 Jun    | 1 Jun | reviewing_service | looked_after |

        as at 3 Jun: missed, due 2 Jun
        """,
    )


def test_a_review_told_late_was_missed_until_it_was_known():
    clock_spec(
        second_looked_after_review,
        """
        happened | known | said by           | kind         | details
        2 Mar    | 2 Mar | reviewing_service | looked_after | step=first_review
        1 Jun    | 9 Jun | reviewing_service | looked_after | step=review     <- told late

        as at 8 Jun: missed
        as at 9 Jun: met
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        second_looked_after_review,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | reviewing_service     | looked_after | step=first_review
        9 Apr    | 9 Apr | childrens_social_care | looked_after | step=ended

        as at 9 Apr: fell away, ended by row 2
        """,
    )
