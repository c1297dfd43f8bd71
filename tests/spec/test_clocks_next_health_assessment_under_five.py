"""Health reviews of a looked-after child under five: every six months."""

from kith.rulebook.england.clocks.next_health_assessment_under_five import next_health_assessment_under_five
from tests.support.clock_spec import clock_spec


def test_each_assessment_under_five_starts_the_next():
    clock_spec(
        next_health_assessment_under_five,
        """
        happened    | known       | said by          | kind         | details
        31 Aug      | 31 Aug      | community_health | looked_after | step=health_assessment_under_five
        26 Feb 2027 | 26 Feb 2027 | community_health | looked_after | step=health_assessment_under_five

        as at 31 Aug: running, due 28 Feb 2027, started by row 1
        as at 26 Feb 2027: running, due 26 Aug 2027, started by row 2
        """,
    )


def test_the_first_after_the_fifth_birthday_meets_it_and_starts_it_no_more():
    clock_spec(
        next_health_assessment_under_five,
        """
        happened | known | said by          | kind         | details
        2 Mar    | 2 Mar | community_health | looked_after | step=health_assessment_under_five
        1 Sep    | 1 Sep | community_health | looked_after | step=health_assessment

        as at 1 Sep: met, stopped by row 2
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        next_health_assessment_under_five,
        """
        happened | known | said by          | kind         | details
        2 Mar    | 2 Mar | community_health | looked_after | step=health_assessment_under_five
        1 Sep    | 1 Sep | community_health | looked_after |

        as at 3 Sep: missed, due 2 Sep
        """,
    )


def test_a_review_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        next_health_assessment_under_five,
        """
        happened | known  | said by          | kind         | details
        2 Mar    | 2 Mar  | community_health | looked_after | step=health_assessment_under_five
        1 Sep    | 10 Sep | community_health | looked_after | step=health_assessment_under_five     <- told late

        as at 9 Sep: missed, due 2 Sep
        as at 10 Sep: running, due 1 Mar 2027
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        next_health_assessment_under_five,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | community_health      | looked_after | step=health_assessment_under_five
        5 Mar    | 5 Mar | childrens_social_care | looked_after | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
