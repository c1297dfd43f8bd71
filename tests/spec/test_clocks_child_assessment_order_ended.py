"""A child assessment order: seven days, the first counted."""

from kith.rulebook.england.clocks.child_assessment_order_ended import child_assessment_order_ended
from tests.support.clock_spec import clock_spec


def test_ends_with_the_seventh_day():
    clock_spec(
        child_assessment_order_ended,
        """
        happened | known  | said by      | kind       | details
        30 Mar   | 27 Mar | family_court | legal_step | legal_action=order, order=child_assessment, outcome=granted
        2 Apr    | 2 Apr  | family_court | legal_step | legal_action=order, order=child_assessment, outcome=ended

        as at 30 Mar: running, due 5 Apr 23:59, started by row 1      <- Easter Sunday
        as at 2 Apr: met, stopped by row 2
        """,
    )


def test_is_missed_when_nobody_says_that_it_ended():
    clock_spec(
        child_assessment_order_ended,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=order, order=child_assessment

        as at 8 Mar: running, due 8 Mar
        as at 9 Mar: missed
        """,
    )


def test_falls_away_where_a_court_protects_the_child_by_another_order():
    clock_spec(
        child_assessment_order_ended,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=order, order=child_assessment, outcome=granted
        4 Mar    | 4 Mar | family_court | legal_step | legal_action=order, order=emergency_protection, outcome=granted

        as at 4 Mar: fell away, ended by row 2
        """,
    )


def test_an_order_that_a_court_did_not_make_does_not_start_it():
    clock_spec(
        child_assessment_order_ended,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | family_court | legal_step | legal_action=order, order=child_assessment, outcome=refused

        as at 2 Mar: not started
        """,
    )


def test_an_order_told_late_has_run_since_it_began():
    clock_spec(
        child_assessment_order_ended,
        """
        happened | known | said by | kind       | details
        2 Mar    | 5 Mar | legal   | legal_step | legal_action=order, order=child_assessment, outcome=granted     <- told late

        as at 4 Mar: not started
        as at 5 Mar: running, due 8 Mar
        """,
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        child_assessment_order_ended,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | family_court          | legal_step          | legal_action=order, order=child_assessment
        4 Mar    | 4 Mar | childrens_social_care | closed              |

        as at 4 Mar: fell away, ended by row 2
        """,
    )
