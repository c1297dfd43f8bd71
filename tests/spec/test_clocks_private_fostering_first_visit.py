"""The first visit to a privately fostered child: seven working days."""

from kith.rulebook.england.clocks.private_fostering_first_visit import private_fostering_first_visit
from tests.support.clock_spec import clock_spec


def test_is_due_seven_working_days_after_the_authority_was_told():
    clock_spec(
        private_fostering_first_visit,
        """
        happened | known  | said by               | kind              | details
        30 Mar   | 30 Mar | childrens_social_care | private_fostering | step=told
        10 Apr   | 10 Apr | childrens_social_care | visit             | purpose=private_fostering, seen_alone=true

        as at 30 Mar: running, due 10 Apr, started by row 1      <- Easter between
        as at 10 Apr: met, stopped by row 2
        """,
    )


def test_a_child_too_young_to_be_seen_alone_is_seen_all_the_same():
    clock_spec(
        private_fostering_first_visit,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=told
        9 Mar    | 9 Mar | childrens_social_care | visit             | purpose=private_fostering, seen=true, reason_not_alone=too_young

        as at 9 Mar: met, stopped by row 2
        """,
    )


def test_a_visit_for_something_else_or_with_a_carer_who_stayed_stops_nothing():
    clock_spec(
        private_fostering_first_visit,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=told
        4 Mar    | 4 Mar | childrens_social_care | visit             | seen_alone=true
        9 Mar    | 9 Mar | childrens_social_care | visit             | purpose=private_fostering, seen=true, reason_not_alone=carer_stayed

        as at 12 Mar: missed, due 11 Mar
        """,
    )


def test_a_step_that_nobody_named_does_not_start_it():
    clock_spec(
        private_fostering_first_visit,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering |

        as at 2 Mar: not started
        """,
    )


def test_a_visit_told_late_was_missed_until_it_was_known():
    clock_spec(
        private_fostering_first_visit,
        """
        happened | known  | said by               | kind              | details
        2 Mar    | 2 Mar  | childrens_social_care | private_fostering | step=told
        10 Mar   | 16 Mar | childrens_social_care | visit             | purpose=private_fostering, seen_alone=true     <- told late

        as at 13 Mar: missed
        as at 16 Mar: met
        """,
    )


def test_falls_away_when_the_arrangement_ends():
    clock_spec(
        private_fostering_first_visit,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | private_fostering | step=told
        5 Mar    | 5 Mar | childrens_social_care | private_fostering | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
