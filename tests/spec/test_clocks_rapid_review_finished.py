"""The rapid review: 15 working days from the notification."""

from kith.rulebook.england.clocks.rapid_review_finished import rapid_review_finished
from tests.support.clock_spec import clock_spec


def test_is_due_15_working_days_after_the_panel_was_told():
    clock_spec(
        rapid_review_finished,
        """
        happened | known  | said by               | kind             | details
        24 Mar   | 24 Mar | childrens_social_care | serious_incident | step=panel_told
        16 Apr   | 16 Apr | reviewing_service     | serious_incident | step=rapid_review

        as at 24 Mar: running, due 16 Apr, started by row 1      <- Easter between
        as at 16 Apr: met, stopped by row 2
        """,
    )


def test_runs_from_when_the_panel_was_told_and_not_from_when_the_authority_knew():
    clock_spec(
        rapid_review_finished,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | serious_incident | step=known

        as at 2 Apr: not started
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        rapid_review_finished,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | serious_incident | step=panel_told
        9 Mar    | 9 Mar | childrens_social_care | serious_incident |

        as at 24 Mar: missed, due 23 Mar
        """,
    )


def test_a_review_told_late_was_missed_until_it_was_known():
    clock_spec(
        rapid_review_finished,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | serious_incident | step=panel_told
        20 Mar   | 2 Apr | reviewing_service     | serious_incident | step=rapid_review     <- told late

        as at 1 Apr: missed
        as at 2 Apr: met
        """,
    )
