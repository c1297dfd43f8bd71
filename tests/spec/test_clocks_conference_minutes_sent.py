"""The full minutes of a conference: ten working days, set locally."""

from kith.grammar.durations import working_days
from kith.rulebook.england.clocks.conference_minutes_sent import conference_minutes_sent
from tests.support.clock_spec import clock_spec


def test_is_due_ten_working_days_after_the_conference():
    clock_spec(
        conference_minutes_sent,
        """
        happened | known  | said by           | kind         | details
        24 Mar   | 24 Mar | reviewing_service | conference   | conference_type=initial, outcome=plan
        9 Apr    | 9 Apr  | reviewing_service | minutes_sent | meeting=conference, what=minutes

        as at 24 Mar: running, due 9 Apr, started by row 1      <- Easter between
        as at 9 Apr: met, stopped by row 2
        """,
    )


def test_the_letter_with_the_decision_is_not_the_minutes():
    clock_spec(
        conference_minutes_sent,
        """
        happened | known | said by           | kind         | details
        2 Mar    | 2 Mar | reviewing_service | conference   | conference_type=review
        3 Mar    | 3 Mar | reviewing_service | minutes_sent | meeting=conference, what=decision
        4 Mar    | 4 Mar | reviewing_service | minutes_sent | meeting=conference

        as at 17 Mar: missed, due 16 Mar
        """,
    )


def test_minutes_told_late_were_missed_until_they_were_known():
    clock_spec(
        conference_minutes_sent,
        """
        happened | known  | said by           | kind         | details
        2 Mar    | 2 Mar  | reviewing_service | conference   |
        13 Mar   | 20 Mar | reviewing_service | minutes_sent | meeting=conference, what=minutes     <- told late

        as at 19 Mar: missed
        as at 20 Mar: met
        """,
    )


def test_an_area_may_take_twenty():
    clock_spec(
        conference_minutes_sent,
        """
        happened | known | said by           | kind       | details
        2 Mar    | 2 Mar | reviewing_service | conference |

        as at 2 Mar: running, due 30 Mar
        """,
        local_limit=working_days(20),
    )


def test_falls_away_when_the_plan_ends():
    clock_spec(
        conference_minutes_sent,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | reviewing_service     | conference          | conference_type=initial
        12 Mar   | 12 Mar | childrens_social_care | plan               | plan_type=child_protection, stage=ended

        as at 12 Mar: fell away, ended by row 2
        """,
    )
