"""Later reviews of a looked-after child: six months from each to the next."""

from kith.rulebook.england.clocks.next_looked_after_review import next_looked_after_review
from tests.support.clock_spec import clock_spec


def test_each_review_starts_the_next():
    clock_spec(
        next_looked_after_review,
        """
        happened    | known       | said by           | kind         | details
        31 Aug      | 31 Aug      | reviewing_service | looked_after | step=review
        26 Feb 2027 | 26 Feb 2027 | reviewing_service | looked_after | step=review

        as at 31 Aug: running, due 28 Feb 2027, started by row 1      <- February has no thirty-first
        as at 26 Feb 2027: running, due 26 Aug 2027, started by row 2
        """,
    )


def test_the_first_review_does_not_start_it():
    clock_spec(
        next_looked_after_review,
        """
        happened | known | said by           | kind         | details
        2 Mar    | 2 Mar | reviewing_service | looked_after | step=first_review

        as at 2 Oct: not started
        """,
    )


def test_a_review_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        next_looked_after_review,
        """
        happened | known  | said by           | kind         | details
        2 Mar    | 2 Mar  | reviewing_service | looked_after | step=review
        1 Sep    | 10 Sep | reviewing_service | looked_after | step=review     <- told late

        as at 9 Sep: missed, due 2 Sep
        as at 10 Sep: running, due 1 Mar 2027
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after_or_dies():
    clock_spec(
        next_looked_after_review,
        """
        happened | known | said by           | kind         | details
        2 Mar    | 2 Mar | reviewing_service | looked_after | step=review
        9 Apr    | 9 Apr | hospital          | death        | who_died=child

        as at 9 Apr: fell away, ended by row 2
        """,
    )
