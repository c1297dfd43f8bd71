"""Telling the national panel of a serious incident: five working days."""

from kith.rulebook.england.clocks.serious_incident_notified import serious_incident_notified
from tests.support.clock_spec import clock_spec


def test_is_due_five_working_days_after_the_authority_came_to_know():
    clock_spec(
        serious_incident_notified,
        """
        happened   | known      | said by               | kind             | details
        24 Dec     | 24 Dec     | childrens_social_care | serious_incident | step=known
        4 Jan 2027 | 4 Jan 2027 | childrens_social_care | serious_incident | step=panel_told

        as at 24 Dec: running, due 5 Jan 2027, started by row 1      <- Christmas and New Year between
        as at 4 Jan 2027: met, stopped by row 2
        """,
    )


def test_a_step_that_nobody_named_stops_nothing():
    clock_spec(
        serious_incident_notified,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | serious_incident | step=known
        4 Mar    | 4 Mar | childrens_social_care | serious_incident |

        as at 10 Mar: missed, due 9 Mar
        """,
    )


def test_goes_on_after_the_child_died():
    clock_spec(
        serious_incident_notified,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | serious_incident | step=known
        4 Mar    | 4 Mar | hospital              | death            | who_died=child

        as at 9 Mar: running, due 9 Mar
        """,
    )


def test_a_notification_told_late_was_missed_until_it_was_known():
    clock_spec(
        serious_incident_notified,
        """
        happened | known  | said by               | kind             | details
        2 Mar    | 2 Mar  | childrens_social_care | serious_incident | step=known
        6 Mar    | 16 Mar | childrens_social_care | serious_incident | step=panel_told     <- told late

        as at 13 Mar: missed
        as at 16 Mar: met
        """,
    )
