"""The letter before proceedings: five working days, set locally."""

from kith.rulebook.england.clocks.letter_before_proceedings_sent import letter_before_proceedings_sent
from tests.support.clock_spec import clock_spec


def test_is_due_five_working_days_after_the_decision():
    clock_spec(
        letter_before_proceedings_sent,
        """
        happened | known  | said by | kind       | details
        30 Mar   | 30 Mar | legal   | legal_step | legal_action=pre_proceedings, outcome=threshold_met
        8 Apr    | 8 Apr  | legal   | legal_step | legal_action=letter

        as at 30 Mar: running, due 8 Apr, started by row 1      <- Easter between
        as at 8 Apr: met, stopped by row 2
        """,
    )


def test_pre_proceedings_of_which_nobody_gave_the_outcome_start_it():
    clock_spec(
        letter_before_proceedings_sent,
        """
        happened | known | said by               | kind       | details
        2 Mar    | 2 Mar | childrens_social_care | legal_step | legal_action=pre_proceedings

        as at 2 Mar: running, due 9 Mar
        as at 10 Mar: missed
        """,
    )


def test_being_asked_for_is_no_decision():
    clock_spec(
        letter_before_proceedings_sent,
        """
        happened | known | said by               | kind       | details
        2 Mar    | 2 Mar | childrens_social_care | legal_step | legal_action=pre_proceedings, outcome=asked
        3 Mar    | 3 Mar | legal                 | legal_step | legal_action=planning, outcome=threshold_met

        as at 3 Mar: not started
        """,
    )


def test_falls_away_where_the_authority_goes_to_court_at_once():
    clock_spec(
        letter_before_proceedings_sent,
        """
        happened | known | said by      | kind       | details
        2 Mar    | 2 Mar | legal        | legal_step | legal_action=pre_proceedings, outcome=threshold_met
        4 Mar    | 4 Mar | family_court | legal_step | legal_action=application, order=care, outcome=applied

        as at 4 Mar: fell away, ended by row 2
        """,
    )


def test_a_letter_told_late_was_missed_until_it_was_known():
    clock_spec(
        letter_before_proceedings_sent,
        """
        happened | known  | said by | kind       | details
        2 Mar    | 2 Mar  | legal   | legal_step | legal_action=pre_proceedings, outcome=threshold_met
        6 Mar    | 16 Mar | legal   | legal_step | legal_action=letter     <- told late

        as at 13 Mar: missed
        as at 16 Mar: met
        """,
    )
