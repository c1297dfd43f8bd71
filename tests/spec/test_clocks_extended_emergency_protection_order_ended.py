"""An extended emergency protection order: seven days more, once."""

from kith.rulebook.england.clocks.extended_emergency_protection_order_ended import (
    extended_emergency_protection_order_ended,
)
from tests.support.clock_spec import clock_spec


def test_ends_with_the_seventh_day_of_the_extension():
    clock_spec(
        extended_emergency_protection_order_ended,
        """
        happened | known  | said by      | kind       | details
        2 Mar    | 2 Mar  | family_court | legal_step | legal_action=order, order=emergency_protection, outcome=granted
        10 Mar   | 9 Mar  | family_court | legal_step | legal_action=order, order=emergency_protection_extension, outcome=granted
        16 Mar   | 16 Mar | family_court | legal_step | legal_action=order, order=interim_care, outcome=granted

        as at 10 Mar: running, due 16 Mar 23:59, started by row 2     <- the fifteenth day of all
        as at 16 Mar: met, stopped by row 3
        """,
    )


def test_an_extension_that_was_not_granted_does_not_start_it():
    clock_spec(
        extended_emergency_protection_order_ended,
        """
        happened | known | said by      | kind       | details
        9 Mar    | 9 Mar | family_court | legal_step | legal_action=order, order=emergency_protection_extension, outcome=refused

        as at 9 Mar: not started
        """,
    )


def test_the_end_of_the_order_ends_it():
    clock_spec(
        extended_emergency_protection_order_ended,
        """
        happened | known  | said by      | kind       | details
        10 Mar   | 10 Mar | family_court | legal_step | legal_action=order, order=emergency_protection_extension
        12 Mar   | 12 Mar | family_court | legal_step | legal_action=order, order=emergency_protection, outcome=ended

        as at 10 Mar: running, due 16 Mar
        as at 12 Mar: met, stopped by row 2
        """,
    )


def test_a_bank_holiday_is_a_day_like_any_other():
    clock_spec(
        extended_emergency_protection_order_ended,
        """
        happened | known  | said by      | kind       | details
        31 Mar   | 31 Mar | family_court | legal_step | legal_action=order, order=emergency_protection_extension

        as at 31 Mar: running, due 6 Apr                               <- Easter Monday
        as at 7 Apr: missed
        """,
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        extended_emergency_protection_order_ended,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | family_court          | legal_step          | legal_action=order, order=emergency_protection_extension
        4 Mar    | 4 Mar | childrens_social_care | closed              |

        as at 4 Mar: fell away, ended by row 2
        """,
    )
