"""Pre-proceedings: a decision within 16 weeks."""

from kith.grammar.durations import days
from kith.rulebook.england.clocks.pre_proceedings_decided import pre_proceedings_decided
from tests.support.clock_spec import clock_spec


def test_is_due_16_weeks_after_they_began():
    clock_spec(
        pre_proceedings_decided,
        """
        happened | known  | said by | kind       | details
        2 Mar    | 2 Mar  | legal   | legal_step | legal_action=pre_proceedings, outcome=threshold_met
        22 Jun   | 22 Jun | legal   | legal_step | legal_action=pre_proceedings, outcome=ended

        as at 2 Mar: running, due 22 Jun 23:59, started by row 1
        as at 22 Jun: met, stopped by row 2
        """,
    )


def test_an_application_for_a_care_order_is_a_decision():
    clock_spec(
        pre_proceedings_decided,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | legal        | legal_step | legal_action=pre_proceedings
        1 Jun    | 1 Jun | family_court | legal_step | legal_action=application, order=care, outcome=applied

        as at 1 Jun: met, stopped by row 2
        """,
    )


def test_an_application_of_which_nobody_said_for_what_is_none():
    clock_spec(
        pre_proceedings_decided,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | legal        | legal_step | legal_action=pre_proceedings
        1 Jun    | 1 Jun | family_court | legal_step | legal_action=application, outcome=applied

        as at 23 Jun: missed, due 22 Jun
        """,
    )


def test_an_area_may_take_twelve_weeks():
    clock_spec(
        pre_proceedings_decided,
        """
        happened | known | said by | kind       | details
        2 Mar    | 2 Mar | legal   | legal_step | legal_action=pre_proceedings

        as at 2 Mar: running, due 25 May
        """,
        local_limit=days(84),
    )


def test_a_decision_told_late_was_missed_until_it_was_known():
    clock_spec(
        pre_proceedings_decided,
        """
        happened | known | said by | kind       | details
        2 Mar    | 2 Mar | legal   | legal_step | legal_action=pre_proceedings
        15 Jun   | 1 Jul | legal   | legal_step | legal_action=pre_proceedings, outcome=ended     <- told late

        as at 30 Jun: missed
        as at 1 Jul: met
        """,
    )
