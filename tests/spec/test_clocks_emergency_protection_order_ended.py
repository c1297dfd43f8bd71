"""An emergency protection order: eight days at most."""

from kith.grammar.durations import days
from kith.rulebook.england.clocks.emergency_protection_order_ended import emergency_protection_order_ended
from tests.support.clock_spec import clock_spec


def test_ends_with_the_eighth_day():
    clock_spec(
        emergency_protection_order_ended,
        """
        happened    | known       | said by      | kind       | details
        2 Mar 15:30 | 2 Mar 16:00 | family_court | legal_step | legal_action=order, order=emergency_protection, outcome=granted
        9 Mar 11:00 | 9 Mar 11:00 | family_court | legal_step | legal_action=order, order=interim_care, outcome=granted

        as at 2 Mar: running, due 9 Mar 23:59, started by row 1
        as at 9 Mar 11:00: met, stopped by row 2
        """,
    )


def test_runs_over_easter_and_the_change_to_summer_time():
    clock_spec(
        emergency_protection_order_ended,
        """
        happened | known  | said by      | kind       | details
        27 Mar   | 27 Mar | family_court | legal_step | legal_action=order, order=emergency_protection, outcome=granted

        as at 27 Mar: running, due 3 Apr 23:59
        as at 4 Apr: missed
        """,
    )


def test_an_extension_takes_its_place():
    clock_spec(
        emergency_protection_order_ended,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=order, order=emergency_protection, outcome=granted
        9 Mar    | 9 Mar | family_court | legal_step | legal_action=order, order=emergency_protection_extension, outcome=granted

        as at 9 Mar: met, stopped by row 2
        """,
    )


def test_an_application_or_an_order_of_another_sort_does_not_start_it():
    clock_spec(
        emergency_protection_order_ended,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=application, order=emergency_protection, outcome=applied
        3 Mar    | 3 Mar | family_court | legal_step | legal_action=order, outcome=granted

        as at 3 Mar: not started
        """,
    )


def test_an_order_told_late_has_run_since_it_was_made():
    clock_spec(
        emergency_protection_order_ended,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 6 Mar | family_court | legal_step | legal_action=order, order=emergency_protection     <- told late

        as at 5 Mar: not started
        as at 6 Mar: running, due 9 Mar
        """,
    )


def test_an_area_may_decide_sooner():
    clock_spec(
        emergency_protection_order_ended,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=order, order=emergency_protection, outcome=granted

        as at 2 Mar: running, due 6 Mar                              <- the first day still counts
        """,
        local_limit=days(5),
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        emergency_protection_order_ended,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | family_court          | legal_step          | legal_action=order, order=emergency_protection
        4 Mar    | 4 Mar | childrens_social_care | closed              |

        as at 4 Mar: fell away, ended by row 2
        """,
    )
