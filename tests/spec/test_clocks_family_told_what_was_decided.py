"""Telling the family: one working day, or the reason why not yet."""

from kith.rulebook.england.clocks.family_told_what_was_decided import family_told_what_was_decided
from tests.support.clock_spec import clock_spec


def test_is_due_one_working_day_after_the_decision():
    clock_spec(
        family_told_what_was_decided,
        """
        happened | known | said by               | kind              | details
        3 Apr    | 3 Apr | childrens_social_care | referral_decision | outcome=assessment
        7 Apr    | 7 Apr | childrens_social_care | family_told       | told=true

        as at 3 Apr: running, due 7 Apr, started by row 1      <- Good Friday to Easter Monday between
        as at 7 Apr: met, stopped by row 2
        """,
    )


def test_a_reason_not_to_tell_yet_stops_it_and_not_having_reached_them_does_not():
    clock_spec(
        family_told_what_was_decided,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=strategy_discussion
        3 Mar    | 3 Mar | childrens_social_care | family_told       | told=false, not_told_because=not_reached
        4 Mar    | 4 Mar | childrens_social_care | family_told       | told=false, not_told_because=danger

        as at 3 Mar: running, due 3 Mar
        as at 4 Mar: met late, stopped by row 3
        """,
    )


def test_a_telling_that_does_not_say_whether_they_were_told_stops_nothing():
    clock_spec(
        family_told_what_was_decided,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=early_help
        3 Mar    | 3 Mar | childrens_social_care | family_told       |

        as at 4 Mar: missed, due 3 Mar
        """,
    )


def test_a_social_worker_who_visited_has_told_them():
    clock_spec(
        family_told_what_was_decided,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=assessment
        3 Mar    | 3 Mar | childrens_social_care | visit             | outcome=completed, purpose=assessment

        as at 3 Mar: met, stopped by row 2
        """,
    )


def test_a_decision_that_no_more_is_done_does_not_start_it():
    clock_spec(
        family_told_what_was_decided,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision | outcome=no_further_action

        as at 9 Mar: not started
        """,
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        family_told_what_was_decided,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | childrens_social_care | referral_decision   | outcome=assessment
        3 Mar    | 3 Mar | childrens_social_care | closed              |

        as at 3 Mar: fell away, ended by row 2
        """,
    )
