"""Care proceedings: 26 weeks from the day of issue."""

from kith.rulebook.england.clocks.care_proceedings_decided import care_proceedings_decided
from tests.support.clock_spec import clock_spec


def test_ends_with_the_26th_week_and_the_day_of_issue_is_the_first():
    clock_spec(
        care_proceedings_decided,
        """
        happened | known  | said by      | kind       | details
        2 Mar    | 2 Mar  | family_court | legal_step | legal_action=application, order=care, outcome=applied
        28 Aug   | 28 Aug | family_court | legal_step | legal_action=order, order=special_guardianship, outcome=granted

        as at 2 Mar: running, due 30 Aug 23:59, started by row 1      <- a Monday to the Sunday of the 26th week
        as at 28 Aug: met, stopped by row 2
        """,
    )


def test_runs_over_both_changes_of_the_clock():
    clock_spec(
        care_proceedings_decided,
        """
        happened | known | said by      | kind       | details
        7 Oct    | 7 Oct | family_court | legal_step | legal_action=application, order=supervision

        as at 7 Oct: running, due 6 Apr 2027 23:59
        """,
    )


def test_an_interim_order_decides_nothing():
    clock_spec(
        care_proceedings_decided,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=application, order=care, outcome=applied
        6 Mar    | 6 Mar | family_court | legal_step | legal_action=order, order=interim_care, outcome=granted

        as at 31 Aug: missed, due 30 Aug
        """,
    )


def test_an_application_about_with_whom_a_child_lives_or_of_which_nobody_said_for_what_does_not_start_it():
    clock_spec(
        care_proceedings_decided,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=application, order=child_arrangements, outcome=applied
        3 Mar    | 3 Mar | family_court | legal_step | legal_action=application, outcome=applied

        as at 3 Mar: not started
        """,
    )


def test_falls_away_when_the_application_is_withdrawn():
    clock_spec(
        care_proceedings_decided,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=application, order=care, outcome=applied
        1 Jun    | 1 Jun | legal        | legal_step | legal_action=application, order=care, outcome=withdrawn

        as at 1 Jun: fell away, ended by row 2
        """,
    )


def test_an_order_told_late_was_missed_until_it_was_known():
    clock_spec(
        care_proceedings_decided,
        """
        happened | known  | said by      | kind       | details
        2 Mar    | 2 Mar  | family_court | legal_step | legal_action=application, order=care, outcome=applied
        27 Aug   | 10 Sep | family_court | legal_step | legal_action=order, order=care, outcome=granted     <- told late

        as at 9 Sep: missed
        as at 10 Sep: met
        """,
    )
