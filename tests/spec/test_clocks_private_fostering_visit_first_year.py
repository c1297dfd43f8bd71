"""Visits in the first year of private fostering: six weeks from each to the next."""

from kith.rulebook.england.clocks.private_fostering_visit_first_year import private_fostering_visit_first_year
from tests.support.clock_spec import clock_spec


def test_each_visit_starts_the_next_six_weeks():
    clock_spec(
        private_fostering_visit_first_year,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=told
        9 Mar    | 9 Mar | childrens_social_care | visit             | purpose=private_fostering, seen_alone=true

        as at 2 Mar: running, due 13 Apr, started by row 1
        as at 9 Mar: running, due 20 Apr, started by row 2      <- over Easter and the change to summer time
        as at 21 Apr: missed
        """,
    )


def test_a_visit_for_something_else_stops_nothing():
    clock_spec(
        private_fostering_visit_first_year,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=told
        9 Mar    | 9 Mar | childrens_social_care | visit             | purpose=statutory, seen_alone=true

        as at 14 Apr: missed, due 13 Apr
        """,
    )


def test_a_visit_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        private_fostering_visit_first_year,
        """
        happened | known  | said by               | kind              | details
        2 Mar    | 2 Mar  | childrens_social_care | private_fostering | step=told
        8 Apr    | 20 Apr | childrens_social_care | visit             | purpose=private_fostering, seen_alone=true     <- told late

        as at 19 Apr: missed
        as at 20 Apr: running, due 20 May
        """,
    )


def test_ends_with_the_first_year():
    clock_spec(
        private_fostering_visit_first_year,
        """
        happened   | known      | said by               | kind              | details
        2 Mar      | 2 Mar      | childrens_social_care | private_fostering | step=told
        2 Mar 2027 | 2 Mar 2027 | childrens_social_care | private_fostering | step=first_year_over

        as at 2 Mar 2027: fell away, ended by row 2
        """,
    )


def test_until_somebody_says_that_the_year_is_over_the_shorter_limit_goes_on():
    clock_spec(
        private_fostering_visit_first_year,
        """
        happened   | known      | said by               | kind              | details
        2 Mar      | 2 Mar      | childrens_social_care | private_fostering | step=told
        1 Mar 2027 | 1 Mar 2027 | childrens_social_care | visit             | purpose=private_fostering, seen_alone=true

        as at 13 Apr 2027: missed, due 12 Apr 2027
        """,
    )
