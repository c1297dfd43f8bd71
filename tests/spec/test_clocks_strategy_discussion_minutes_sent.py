"""The minutes of a strategy discussion: one working day, set locally."""

from kith.rulebook.england.clocks.strategy_discussion_minutes_sent import strategy_discussion_minutes_sent
from tests.support.clock_spec import clock_spec


def test_is_due_at_the_end_of_the_next_working_day():
    clock_spec(
        strategy_discussion_minutes_sent,
        """
        happened | known | said by               | kind                | details
        6 Mar    | 6 Mar | childrens_social_care | strategy_discussion | outcome=section_47_joint
        9 Mar    | 9 Mar | childrens_social_care | minutes_sent        | meeting=strategy_discussion, what=minutes

        as at 6 Mar: running, due 9 Mar, started by row 1      <- a Friday
        as at 9 Mar: met, stopped by row 2
        """,
    )


def test_minutes_of_which_nobody_said_of_what_meeting_stop_nothing():
    clock_spec(
        strategy_discussion_minutes_sent,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | childrens_social_care | strategy_discussion |
        3 Mar    | 3 Mar | childrens_social_care | minutes_sent        |
        3 Mar    | 3 Mar | reviewing_service     | minutes_sent        | meeting=conference

        as at 4 Mar: missed, due 3 Mar
        """,
    )


def test_minutes_of_a_second_discussion_stop_the_first_only_where_they_name_it():
    clock_spec(
        strategy_discussion_minutes_sent,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | childrens_social_care | strategy_discussion | outcome=further_discussion
        4 Mar    | 4 Mar | childrens_social_care | strategy_discussion | outcome=section_47_joint
        5 Mar    | 5 Mar | childrens_social_care | minutes_sent        | meeting=strategy_discussion, about row 2

        as at 5 Mar: missed, due 3 Mar, started by row 1
        """,
    )


def test_minutes_told_late_were_missed_until_they_were_known():
    clock_spec(
        strategy_discussion_minutes_sent,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | childrens_social_care | strategy_discussion |
        3 Mar    | 9 Mar | childrens_social_care | minutes_sent        | meeting=strategy_discussion     <- told late

        as at 6 Mar: missed
        as at 9 Mar: met
        """,
    )


def test_falls_away_when_the_conference_that_came_of_it_is_held():
    clock_spec(
        strategy_discussion_minutes_sent,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | childrens_social_care | strategy_discussion | outcome=section_47_joint
        20 Mar   | 20 Mar | reviewing_service     | conference         | conference_type=initial

        as at 19 Mar: missed, due 3 Mar
        as at 20 Mar: fell away, ended by row 2
        """,
    )


def test_a_death_does_not_end_it():
    clock_spec(
        strategy_discussion_minutes_sent,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | childrens_social_care | strategy_discussion |
        3 Mar    | 3 Mar | hospital              | death               | who_died=child

        as at 4 Mar: missed, due 3 Mar
        """,
    )
