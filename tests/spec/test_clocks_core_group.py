"""The core group: 10 working days from the initial conference."""

from kith.rulebook.england.clocks.core_group import core_group
from tests.support.clock_spec import clock_spec


def test_is_due_10_working_days_after_the_initial_conference():
    clock_spec(
        core_group,
        """
        happened | known  | said by               | kind       | details
        5 Nov    | 5 Nov  | reviewing_service     | conference | conference_type=initial, outcome=plan
        19 Nov   | 19 Nov | childrens_social_care | core_group |

        as at 5 Nov: running, due 19 Nov 23:59, started by row 1
        as at 19 Nov: met, stopped by row 2
        """,
    )


def test_a_core_group_recorded_late_was_missed_until_we_were_told():
    clock_spec(
        core_group,
        """
        happened | known  | said by               | kind       | details
        5 Nov    | 5 Nov  | reviewing_service     | conference | conference_type=initial, outcome=plan
        18 Nov   | 2 Dec  | childrens_social_care | core_group |                                        <- told late

        as at 20 Nov: missed, due 19 Nov
        as at 2 Dec: met, due 19 Nov
        """,
    )


def test_a_conference_that_makes_no_plan_needs_no_core_group():
    clock_spec(
        core_group,
        """
        happened | known | said by           | kind       | details
        5 Nov    | 5 Nov | reviewing_service | conference | conference_type=initial, outcome=no_plan

        as at 30 Nov: not started
        """,
    )


def test_a_conference_whose_outcome_nobody_gave_starts_it():
    clock_spec(
        core_group,
        """
        happened | known | said by           | kind       | details
        5 Nov    | 5 Nov | reviewing_service | conference | conference_type=pre_birth

        as at 5 Nov: running, due 19 Nov
        """,
    )


def test_the_day_of_the_queens_funeral_is_not_counted():
    clock_spec(
        core_group,
        """
        happened | known  | said by           | kind       | details
        12 Sep   | 12 Sep | reviewing_service | conference | conference_type=initial, outcome=plan

        as at 12 Sep: running, due 27 Sep
        """,
        year=2022,
    )


def test_falls_away_when_the_plan_ends_first():
    clock_spec(
        core_group,
        """
        happened | known  | said by               | kind       | details
        5 Nov    | 5 Nov  | reviewing_service     | conference | conference_type=initial, outcome=plan
        9 Nov    | 9 Nov  | childrens_social_care | plan       | plan_type=child_in_need, stage=ended
        12 Nov   | 12 Nov | childrens_social_care | plan       | plan_type=child_protection, stage=ended

        as at 9 Nov: running
        as at 12 Nov: fell away, ended by row 3
        """,
    )


def test_later_core_groups_do_not_make_it_late():
    clock_spec(
        core_group,
        """
        happened | known  | said by               | kind       | details
        5 Nov    | 5 Nov  | reviewing_service     | conference | conference_type=initial, outcome=plan
        12 Nov   | 12 Nov | childrens_social_care | core_group |
        10 Dec   | 10 Dec | childrens_social_care | core_group |

        as at 10 Dec: met, stopped by row 2
        """,
    )
