"""The return interview: 72 hours from when the child was found."""

from kith.rulebook.england.clocks.return_interview_held import return_interview_held
from tests.support.clock_spec import clock_spec


def test_is_due_72_hours_after_the_child_was_found():
    clock_spec(
        return_interview_held,
        """
        happened    | known       | said by   | kind             | details
        6 Mar 22:00 | 7 Mar 09:00 | police    | missing_episode  | trace_result=found
        9 Mar 16:00 | 9 Mar 16:00 | voluntary | return_interview | outcome=held

        as at 7 Mar: running, due 9 Mar 22:00, started by row 1      <- a weekend counts
        as at 9 Mar 16:00: met, stopped by row 2
        """,
    )


def test_true_hours_count_when_the_clocks_go_back():
    clock_spec(
        return_interview_held,
        """
        happened     | known        | said by | kind            | details
        24 Oct 12:00 | 24 Oct 12:00 | police  | missing_episode | trace_result=found

        as at 24 Oct: running, due 27 Oct 11:00
        """,
    )


def test_a_child_who_is_still_missing_or_of_whom_nobody_said_does_not_start_it():
    clock_spec(
        return_interview_held,
        """
        happened    | known       | said by | kind            | details
        6 Mar 22:00 | 6 Mar 22:00 | police  | missing_episode | trace_result=no_trace
        7 Mar 22:00 | 7 Mar 22:00 | police  | missing_episode |

        as at 10 Mar: not started
        """,
    )


def test_an_interview_of_which_nobody_said_whether_it_was_held_stops_nothing():
    clock_spec(
        return_interview_held,
        """
        happened    | known       | said by   | kind             | details
        6 Mar 22:00 | 6 Mar 23:00 | police    | missing_episode  | trace_result=found
        7 Mar 12:00 | 7 Mar 12:00 | voluntary | return_interview | trace_result=found

        as at 10 Mar: missed
        """,
    )


def test_one_that_says_how_many_hours_after_was_held():
    clock_spec(
        return_interview_held,
        """
        happened    | known       | said by   | kind             | details
        6 Mar 22:00 | 6 Mar 23:00 | police    | missing_episode  | trace_result=found
        8 Mar 12:00 | 9 Mar 12:00 | voluntary | return_interview | hours=38     <- told late

        as at 8 Mar: running
        as at 9 Mar 12:00: met
        """,
    )


def test_falls_away_where_the_child_did_not_want_one():
    clock_spec(
        return_interview_held,
        """
        happened    | known       | said by   | kind             | details
        6 Mar 22:00 | 6 Mar 23:00 | police    | missing_episode  | trace_result=found
        8 Mar 12:00 | 8 Mar 12:00 | voluntary | return_interview | outcome=declined

        as at 8 Mar 12:00: fell away, ended by row 2
        """,
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        return_interview_held,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | police                | missing_episode     | trace_result=found
        12 Mar   | 12 Mar | childrens_social_care | closed             |

        as at 11 Mar: missed
        as at 12 Mar: fell away, ended by row 2
        """,
    )
