"""The joint agency response to an unexpected death: a day."""

from kith.rulebook.england.clocks.joint_agency_response_begun import joint_agency_response_begun
from tests.support.clock_spec import clock_spec


def test_is_due_24_hours_after_the_death():
    clock_spec(
        joint_agency_response_begun,
        """
        happened    | known       | said by          | kind             | details
        7 Mar 04:20 | 7 Mar 05:00 | hospital         | death            | who_died=child, expected=false
        7 Mar 15:00 | 7 Mar 15:00 | community_health | serious_incident | step=joint_response

        as at 7 Mar 12:00: running, due 8 Mar 04:20, started by row 1
        as at 7 Mar 15:00: met, stopped by row 2
        """,
    )


def test_true_hours_count_when_the_clocks_go_forward():
    clock_spec(
        joint_agency_response_begun,
        """
        happened     | known        | said by  | kind  | details
        28 Mar 12:00 | 28 Mar 12:00 | hospital | death | who_died=child, expected=false

        as at 28 Mar: running, due 29 Mar 13:00
        """,
    )


def test_a_death_that_was_expected_or_of_which_nobody_said_does_not_start_it():
    clock_spec(
        joint_agency_response_begun,
        """
        happened    | known       | said by  | kind  | details
        2 Mar 04:20 | 2 Mar 05:00 | hospital | death | who_died=child, expected=true
        3 Mar 04:20 | 3 Mar 05:00 | hospital | death | who_died=child
        4 Mar 04:20 | 4 Mar 05:00 | hospital | death | expected=false

        as at 4 Mar: not started
        """,
    )


def test_a_discussion_told_late_was_missed_until_it_was_known():
    clock_spec(
        joint_agency_response_begun,
        """
        happened    | known       | said by          | kind             | details
        2 Mar 04:20 | 2 Mar 05:00 | hospital         | death            | who_died=child, expected=false
        2 Mar 15:00 | 4 Mar 09:00 | community_health | serious_incident | step=joint_response     <- told late

        as at 3 Mar: missed
        as at 4 Mar: met
        """,
    )
