"""Visits in later years of private fostering: twelve weeks from each to the next."""

from kith.rulebook.england.clocks.private_fostering_visit_later_years import (
    private_fostering_visit_later_years,
)
from tests.support.clock_spec import clock_spec


def test_each_visit_starts_the_next_twelve_weeks():
    clock_spec(
        private_fostering_visit_later_years,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=first_year_over
        9 Mar    | 9 Mar | childrens_social_care | visit             | purpose=private_fostering, seen_alone=true

        as at 2 Mar: running, due 25 May, started by row 1      <- a bank holiday counts
        as at 9 Mar: running, due 1 Jun, started by row 2
        as at 2 Jun: missed
        """,
    )


def test_the_first_year_does_not_start_it():
    clock_spec(
        private_fostering_visit_later_years,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=told

        as at 2 Jul: not started
        """,
    )


def test_a_visit_at_which_nobody_said_whether_alone_stops_nothing():
    clock_spec(
        private_fostering_visit_later_years,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=first_year_over
        9 Mar    | 9 Mar | childrens_social_care | visit             | purpose=private_fostering, seen=true

        as at 26 May: missed, due 25 May
        """,
    )


def test_a_visit_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        private_fostering_visit_later_years,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=first_year_over
        18 May   | 1 Jun | childrens_social_care | visit             | purpose=private_fostering, seen_alone=true     <- told late

        as at 31 May: missed
        as at 1 Jun: running, due 10 Aug
        """,
    )


def test_falls_away_when_the_arrangement_ends():
    clock_spec(
        private_fostering_visit_later_years,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=first_year_over
        5 Mar    | 5 Mar | childrens_social_care | private_fostering | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
