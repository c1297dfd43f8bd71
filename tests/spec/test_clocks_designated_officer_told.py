"""Telling the designated officer: one working day."""

from kith.rulebook.england.clocks.designated_officer_told import designated_officer_told
from tests.support.clock_spec import clock_spec


def test_is_due_at_the_end_of_the_next_working_day():
    clock_spec(
        designated_officer_told,
        """
        happened | known | said by | kind                    | details
        2 Apr    | 2 Apr | school  | allegation_about_worker | step=known
        7 Apr    | 7 Apr | school  | allegation_about_worker | step=officer_told

        as at 2 Apr: running, due 7 Apr 23:59, started by row 1      <- Good Friday to Easter Monday between
        as at 7 Apr: met, stopped by row 2
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        designated_officer_told,
        """
        happened | known | said by | kind                    | details
        2 Mar    | 2 Mar | school  | allegation_about_worker | step=known
        3 Mar    | 3 Mar | school  | allegation_about_worker |

        as at 4 Mar: missed, due 3 Mar
        """,
    )


def test_a_telling_that_we_hear_of_late_was_missed_until_then():
    clock_spec(
        designated_officer_told,
        """
        happened | known | said by | kind                    | details
        2 Mar    | 2 Mar | school  | allegation_about_worker | step=known
        3 Mar    | 9 Mar | school  | allegation_about_worker | step=officer_told     <- told late

        as at 6 Mar: missed
        as at 9 Mar: met
        """,
    )


def test_falls_away_where_the_officer_closed_it():
    clock_spec(
        designated_officer_told,
        """
        happened | known | said by               | kind                    | details
        2 Mar    | 2 Mar | school                | allegation_about_worker | step=known
        3 Mar    | 3 Mar | childrens_social_care | allegation_about_worker | step=closed

        as at 3 Mar: fell away, ended by row 2
        """,
    )
