"""The initial child protection conference: 15 working days from the strategy discussion that began the enquiry."""

from kith.rulebook.england.clocks.initial_child_protection_conference import (
    initial_child_protection_conference,
)
from tests.support.clock_spec import clock_spec


def test_is_due_15_working_days_after_the_strategy_discussion():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        2 Mar    | 2 Mar  | childrens_social_care | strategy_discussion | outcome=section_47_joint
        24 Mar   | 24 Mar | reviewing_service     | conference          | conference_type=initial, outcome=plan

        as at 10 Mar: running, due 23 Mar, 9 working days left
        as at 23 Mar: running
        as at 24 Mar: met late, due 23 Mar, started by row 1, stopped by row 2
        """,
    )


def test_of_several_strategy_discussions_the_one_that_began_the_enquiry_counts():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        26 Feb   | 26 Feb | childrens_social_care | strategy_discussion | outcome=further_discussion
        2 Mar    | 2 Mar  | childrens_social_care | strategy_discussion | outcome=section_47_joint
        9 Mar    | 9 Mar  | childrens_social_care | strategy_discussion | outcome=section_47_single
        24 Mar   | 24 Mar | reviewing_service     | conference          | conference_type=initial

        as at 27 Feb: not started
        as at 9 Mar: running, due 23 Mar, started by row 2, also row 3
        as at 24 Mar: met late, started by row 2
        """,
    )


def test_an_earlier_strategy_discussion_told_late_moves_the_due_day_forward():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        5 Mar    | 5 Mar  | childrens_social_care | strategy_discussion | outcome=section_47_joint
        2 Mar    | 16 Mar | police                | strategy_discussion | outcome=section_47_joint   <- told late

        as at 6 Mar: running, due 26 Mar, started by row 1
        as at 16 Mar: running, due 23 Mar, started by row 2, also row 1
        """,
    )


def test_a_new_enquiry_after_a_conference_starts_it_again():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        2 Mar    | 2 Mar  | childrens_social_care | strategy_discussion | outcome=section_47_joint
        16 Mar   | 16 Mar | reviewing_service     | conference          | conference_type=initial, outcome=no_plan
        2 Nov    | 2 Nov  | childrens_social_care | strategy_discussion | outcome=section_47_single

        as at 16 Mar: met
        as at 2 Nov: running, started by row 3, due 23 Nov
        """,
    )


def test_easter_is_not_counted():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        24 Mar   | 24 Mar | childrens_social_care | strategy_discussion | outcome=section_47_joint

        as at 24 Mar: running, due 16 Apr
        """,
    )


def test_christmas_new_year_and_substitute_days_are_not_counted():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        10 Dec   | 10 Dec | childrens_social_care | strategy_discussion | outcome=section_47_joint

        as at 10 Dec: running, due 5 Jan 2027
        """,
    )


def test_the_jubilee_days_of_2022_are_not_counted():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        20 May   | 20 May | childrens_social_care | strategy_discussion | outcome=section_47_joint

        as at 20 May: running, due 14 Jun
        """,
        year=2022,
    )


def test_falls_away_only_where_the_enquiry_found_no_continuing_risk():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        2 Mar    | 2 Mar  | childrens_social_care | strategy_discussion | outcome=section_47_joint
        5 Mar    | 5 Mar  | childrens_social_care | section_47_enquiry  | stage=completed
        9 Mar    | 9 Mar  | childrens_social_care | section_47_enquiry  | stage=completed, outcome=not_substantiated

        as at 5 Mar: running, due 23 Mar      <- an outcome that nobody gave ends nothing
        as at 9 Mar: fell away, ended by row 3
        """,
    )


def test_a_review_conference_does_not_stop_it():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        2 Mar    | 2 Mar  | childrens_social_care | strategy_discussion | outcome=section_47_joint
        5 Mar    | 5 Mar  | reviewing_service     | conference          | conference_type=review
        6 Mar    | 6 Mar  | reviewing_service     | conference          |

        as at 24 Mar: missed, due 23 Mar
        """,
    )


def test_a_conference_some_time_in_march_cannot_be_shown_to_follow_or_to_be_in_time():
    clock_spec(
        initial_child_protection_conference,
        """
        happened | known  | said by               | kind                | details
        20 Feb   | 20 Feb | childrens_social_care | strategy_discussion | outcome=section_47_joint
        Mar      | 1 Apr  | school                | conference          | conference_type=initial
        24 Mar   | 24 Mar | childrens_social_care | strategy_discussion | outcome=section_47_joint

        as at 20 Mar: missed, due 13 Mar
        as at 1 Apr: running, started by row 3, due 16 Apr
        """,
    )
