"""Health reviews of a looked-after child of five or over: every twelve months."""

from kith.rulebook.england.clocks.next_health_assessment import next_health_assessment
from tests.support.clock_spec import clock_spec


def test_each_assessment_starts_the_next():
    clock_spec(
        next_health_assessment,
        """
        happened    | known       | said by          | kind         | details
        2 Mar       | 2 Mar       | community_health | looked_after | step=health_assessment
        26 Feb 2027 | 26 Feb 2027 | community_health | looked_after | step=health_assessment

        as at 2 Mar: running, due 2 Mar 2027, started by row 1
        as at 26 Feb 2027: running, due 26 Feb 2028, started by row 2
        """,
    )


def test_a_leap_day_is_due_on_the_last_of_february():
    clock_spec(
        next_health_assessment,
        """
        happened | known  | said by          | kind         | details
        29 Feb   | 29 Feb | community_health | looked_after | step=health_assessment

        as at 29 Feb: running, due 28 Feb 2025
        """,
        year=2024,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        next_health_assessment,
        """
        happened   | known      | said by          | kind         | details
        2 Mar      | 2 Mar      | community_health | looked_after | step=health_assessment
        1 Mar 2027 | 1 Mar 2027 | community_health | looked_after |

        as at 3 Mar 2027: missed, due 2 Mar 2027
        """,
    )


def test_a_review_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        next_health_assessment,
        """
        happened   | known       | said by          | kind         | details
        2 Mar      | 2 Mar       | community_health | looked_after | step=health_assessment
        1 Mar 2027 | 10 Mar 2027 | community_health | looked_after | step=health_assessment     <- told late

        as at 9 Mar 2027: missed, due 2 Mar 2027
        as at 10 Mar 2027: running, due 1 Mar 2028
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        next_health_assessment,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | community_health      | looked_after | step=health_assessment
        5 Mar    | 5 Mar | childrens_social_care | looked_after | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
