"""What a conference decided: one working day, set locally."""

from kith.rulebook.england.clocks.conference_decision_sent import conference_decision_sent
from tests.support.clock_spec import clock_spec


def test_is_due_at_the_end_of_the_next_working_day():
    clock_spec(
        conference_decision_sent,
        """
        happened | known  | said by           | kind         | details
        24 Dec   | 24 Dec | reviewing_service | conference   | conference_type=initial, outcome=plan
        29 Dec   | 29 Dec | reviewing_service | minutes_sent | meeting=conference, what=decision

        as at 24 Dec: running, due 29 Dec, started by row 1      <- Christmas and the substitute day between
        as at 29 Dec: met, stopped by row 2
        """,
    )


def test_the_full_minutes_say_what_was_decided_too():
    clock_spec(
        conference_decision_sent,
        """
        happened | known | said by           | kind         | details
        2 Mar    | 2 Mar | reviewing_service | conference   | conference_type=review
        3 Mar    | 3 Mar | reviewing_service | minutes_sent | meeting=conference, what=minutes

        as at 3 Mar: met, stopped by row 2
        """,
    )


def test_a_letter_about_another_meeting_stops_nothing():
    clock_spec(
        conference_decision_sent,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | reviewing_service     | conference   |
        3 Mar    | 3 Mar | childrens_social_care | minutes_sent | meeting=core_group, what=decision

        as at 4 Mar: missed, due 3 Mar
        """,
    )


def test_a_letter_told_late_was_missed_until_it_was_known():
    clock_spec(
        conference_decision_sent,
        """
        happened | known  | said by           | kind         | details
        2 Mar    | 2 Mar  | reviewing_service | conference   | outcome=no_plan
        3 Mar    | 10 Mar | reviewing_service | minutes_sent | meeting=conference     <- told late

        as at 9 Mar: missed
        as at 10 Mar: met
        """,
    )


def test_falls_away_when_the_core_group_meets():
    clock_spec(
        conference_decision_sent,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | reviewing_service     | conference          | conference_type=initial
        12 Mar   | 12 Mar | childrens_social_care | core_group         |

        as at 11 Mar: missed, due 3 Mar
        as at 12 Mar: fell away, ended by row 2
        """,
    )
