"""A practice review: published within six months."""

from kith.rulebook.england.clocks.practice_review_published import practice_review_published
from tests.support.clock_spec import clock_spec


def test_is_due_six_months_after_the_decision():
    clock_spec(
        practice_review_published,
        """
        happened    | known       | said by           | kind             | details
        31 Aug      | 31 Aug      | reviewing_service | serious_incident | step=review_decided
        26 Feb 2027 | 26 Feb 2027 | reviewing_service | serious_incident | step=review_published

        as at 31 Aug: running, due 28 Feb 2027 23:59, started by row 1
        as at 26 Feb 2027: met, stopped by row 2
        """,
    )


def test_a_step_that_nobody_named_neither_starts_nor_stops_it():
    clock_spec(
        practice_review_published,
        """
        happened | known | said by           | kind             | details
        2 Mar    | 2 Mar | reviewing_service | serious_incident |
        3 Mar    | 3 Mar | reviewing_service | serious_incident | step=rapid_review

        as at 3 Nov: not started
        """,
    )


def test_a_publication_told_late_was_missed_until_it_was_known():
    clock_spec(
        practice_review_published,
        """
        happened | known  | said by           | kind             | details
        2 Mar    | 2 Mar  | reviewing_service | serious_incident | step=review_decided
        1 Sep    | 10 Sep | reviewing_service | serious_incident | step=review_published     <- told late

        as at 9 Sep: missed, due 2 Sep
        as at 10 Sep: met
        """,
    )


def test_falls_away_where_it_was_decided_that_none_is_needed_after_all():
    clock_spec(
        practice_review_published,
        """
        happened | known | said by           | kind             | details
        2 Mar    | 2 Mar | reviewing_service | serious_incident | step=review_decided
        9 Apr    | 9 Apr | reviewing_service | serious_incident | step=no_review

        as at 9 Apr: fell away, ended by row 2
        """,
    )
