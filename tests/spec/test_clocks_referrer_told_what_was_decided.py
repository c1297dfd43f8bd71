"""Whoever told of a worry: one working day, nobody left without an answer."""

from kith.rulebook.england.clocks.referrer_told_what_was_decided import referrer_told_what_was_decided
from tests.support.clock_spec import clock_spec


def test_is_due_at_the_end_of_the_next_working_day():
    clock_spec(
        referrer_told_what_was_decided,
        """
        happened | known | said by               | kind             | details
        3 Mar    | 3 Mar | childrens_social_care | contact_received | nature=neglect
        4 Mar    | 4 Mar | childrens_social_care | referrer_told    |

        as at 3 Mar: running, due 4 Mar 23:59, started by row 1
        as at 4 Mar: met, stopped by row 2
        """,
    )


def test_what_a_partner_told_runs_from_when_the_front_door_took_it_up_and_over_easter():
    clock_spec(
        referrer_told_what_was_decided,
        """
        happened | known | said by               | kind             | details
        2 Apr    | 2 Apr | school                | contact_received | nature=neglect
        2 Apr    | 2 Apr | childrens_social_care | contact_opened   | because=told

        as at 2 Apr: running, due 7 Apr, started by row 2      <- Good Friday to Easter Monday between
        as at 8 Apr: missed, due 7 Apr
        """,
    )


def test_a_contact_that_came_back_by_itself_has_nobody_to_tell_again():
    clock_spec(
        referrer_told_what_was_decided,
        """
        happened | known | said by               | kind           | details
        3 Mar    | 3 Mar | childrens_social_care | contact_opened | because=answer_came

        as at 6 Mar: not started
        """,
    )


def test_a_telling_that_we_hear_of_late_was_missed_until_then():
    clock_spec(
        referrer_told_what_was_decided,
        """
        happened | known | said by               | kind             | details
        3 Mar    | 3 Mar | childrens_social_care | contact_received |
        4 Mar    | 9 Mar | childrens_social_care | referrer_told    |      <- told late

        as at 6 Mar: missed, due 4 Mar
        as at 9 Mar: met, due 4 Mar
        """,
    )


def test_falls_away_where_whoever_told_cannot_be_spoken_to():
    clock_spec(
        referrer_told_what_was_decided,
        """
        happened | known | said by               | kind              | details
        3 Mar    | 3 Mar | childrens_social_care | contact_received  |
        4 Mar    | 4 Mar | childrens_social_care | referral_decision | outcome=assessment, referrer_spoken_to=tried
        5 Mar    | 5 Mar | childrens_social_care | referral_decision | outcome=advice, referrer_spoken_to=impossible

        as at 4 Mar: running                                   <- tried is not told
        as at 5 Mar: fell away, ended by row 3
        """,
    )


def test_once_the_assessment_is_over_nobody_waits_for_it_any_more():
    clock_spec(
        referrer_told_what_was_decided,
        """
        happened | known | said by               | kind                | details
        3 Mar    | 3 Mar | childrens_social_care | contact_received    |
        30 Mar   | 30 Mar | childrens_social_care | assessment         | stage=completed

        as at 27 Mar: missed, due 4 Mar
        as at 30 Mar: fell away, ended by row 2
        """,
    )
