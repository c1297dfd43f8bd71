"""The transfer-in conference: 15 working days from written word."""

from kith.rulebook.england.clocks.transfer_in_conference import transfer_in_conference
from tests.support.clock_spec import clock_spec


def test_is_due_15_working_days_after_the_written_word():
    clock_spec(
        transfer_in_conference,
        """
        happened | known  | said by                 | kind                   | details
        16 Mar   | 16 Mar | out_of_area_social_care | transfer_between_areas | plan_type=child_protection, in_writing=true, for_good=true
        8 Apr    | 8 Apr  | reviewing_service       | conference             | conference_type=transfer_in, outcome=plan

        as at 16 Mar: running, due 8 Apr, started by row 1      <- Easter between
        as at 8 Apr: met, stopped by row 2
        """,
    )


def test_a_move_of_which_nobody_said_whether_it_is_for_good_starts_it_and_one_for_a_time_ends_it():
    clock_spec(
        transfer_in_conference,
        """
        happened | known | said by                 | kind                   | details
        2 Mar    | 2 Mar | out_of_area_social_care | transfer_between_areas | plan_type=child_protection, in_writing=true
        6 Mar    | 6 Mar | out_of_area_social_care | transfer_between_areas | for_good=false

        as at 2 Mar: running, due 23 Mar
        as at 6 Mar: fell away, ended by row 2
        """,
    )


def test_word_by_telephone_or_about_a_child_without_a_protection_plan_does_not_start_it():
    clock_spec(
        transfer_in_conference,
        """
        happened | known | said by                 | kind                   | details
        2 Mar    | 2 Mar | out_of_area_social_care | transfer_between_areas | plan_type=child_protection, in_writing=false
        3 Mar    | 3 Mar | out_of_area_social_care | transfer_between_areas | plan_type=child_in_need, in_writing=true
        4 Mar    | 4 Mar | out_of_area_social_care | transfer_between_areas |

        as at 4 Mar: not started
        """,
    )


def test_a_conference_told_late_was_missed_until_it_was_known():
    clock_spec(
        transfer_in_conference,
        """
        happened | known  | said by                 | kind                   | details
        2 Mar    | 2 Mar  | out_of_area_social_care | transfer_between_areas | plan_type=child_protection, in_writing=true
        20 Mar   | 30 Mar | reviewing_service       | conference             | conference_type=transfer_in     <- told late

        as at 27 Mar: missed, due 23 Mar
        as at 30 Mar: met
        """,
    )
