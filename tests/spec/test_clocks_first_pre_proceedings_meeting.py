"""The first pre-proceedings meeting: seven days from the letter, set locally."""

from kith.rulebook.england.clocks.first_pre_proceedings_meeting import first_pre_proceedings_meeting
from tests.support.clock_spec import clock_spec


def test_is_due_seven_days_after_the_letter():
    clock_spec(
        first_pre_proceedings_meeting,
        """
        happened | known  | said by | kind       | details
        30 Mar   | 30 Mar | legal   | legal_step | legal_action=letter
        2 Apr    | 2 Apr  | legal   | legal_step | legal_action=pre_proceedings_meeting

        as at 30 Mar: running, due 6 Apr 23:59, started by row 1      <- a bank holiday counts
        as at 2 Apr: met, stopped by row 2
        """,
    )


def test_a_step_of_which_nobody_gave_the_sort_stops_nothing():
    clock_spec(
        first_pre_proceedings_meeting,
        """
        happened | known | said by | kind       | details
        2 Mar    | 2 Mar | legal   | legal_step | legal_action=letter
        5 Mar    | 5 Mar | legal   | legal_step |

        as at 10 Mar: missed, due 9 Mar
        """,
    )


def test_a_meeting_told_late_was_missed_until_it_was_known():
    clock_spec(
        first_pre_proceedings_meeting,
        """
        happened | known  | said by | kind       | details
        2 Mar    | 2 Mar  | legal   | legal_step | legal_action=letter
        6 Mar    | 16 Mar | legal   | legal_step | legal_action=pre_proceedings_meeting     <- told late

        as at 13 Mar: missed
        as at 16 Mar: met
        """,
    )


def test_falls_away_when_pre_proceedings_end():
    clock_spec(
        first_pre_proceedings_meeting,
        """
        happened | known | said by | kind       | details
        2 Mar    | 2 Mar | legal   | legal_step | legal_action=letter
        5 Mar    | 5 Mar | legal   | legal_step | legal_action=pre_proceedings, outcome=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
