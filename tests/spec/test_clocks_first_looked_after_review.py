"""The first review of a looked-after child: 20 working days."""

from kith.rulebook.england.clocks.first_looked_after_review import first_looked_after_review
from tests.support.clock_spec import clock_spec


def test_is_due_20_working_days_after_the_child_became_looked_after():
    clock_spec(
        first_looked_after_review,
        """
        happened | known  | said by               | kind         | details
        24 Mar   | 24 Mar | childrens_social_care | looked_after | step=started, basis=agreement
        23 Apr   | 23 Apr | reviewing_service     | looked_after | step=first_review

        as at 24 Mar: running, due 23 Apr, started by row 1      <- Easter between
        as at 23 Apr: met, stopped by row 2
        """,
    )


def test_a_child_who_went_from_a_parent_to_foster_carers_became_looked_after():
    clock_spec(
        first_looked_after_review,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | placement_change | from=mother, to=foster_care
        9 Mar    | 9 Mar | childrens_social_care | placement_change | from=foster_care, to=residential_care

        as at 9 Mar: running, due 30 Mar, started by row 1
        """,
    )


def test_a_move_to_relatives_or_a_step_that_nobody_named_does_not_start_it():
    clock_spec(
        first_looked_after_review,
        """
        happened | known | said by               | kind             | details
        2 Mar    | 2 Mar | childrens_social_care | placement_change | from=mother, to=relatives
        3 Mar    | 3 Mar | childrens_social_care | looked_after     |

        as at 3 Mar: not started
        """,
    )


def test_a_review_told_late_was_missed_until_it_was_known():
    clock_spec(
        first_looked_after_review,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=started
        27 Mar   | 7 Apr | reviewing_service     | looked_after | step=first_review     <- told late

        as at 2 Apr: missed
        as at 7 Apr: met, due 30 Mar
        """,
    )


def test_falls_away_when_the_child_goes_home():
    clock_spec(
        first_looked_after_review,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=started
        9 Mar    | 9 Mar | childrens_social_care | looked_after | step=ended

        as at 9 Mar: fell away, ended by row 2
        """,
    )
