"""Police protection: 72 hours at most."""

from kith.rulebook.england.clocks.police_protection_ended import police_protection_ended
from tests.support.clock_spec import clock_spec


def test_ends_after_72_hours_to_the_minute():
    clock_spec(
        police_protection_ended,
        """
        happened    | known       | said by | kind              | details
        6 Mar 22:15 | 6 Mar 23:00 | police  | police_protection | stage=started, manner=taken
        8 Mar 10:00 | 8 Mar 10:00 | police  | police_protection | stage=ended, followed_by=relatives

        as at 7 Mar: running, due 9 Mar 22:15, started by row 1      <- a weekend counts
        as at 8 Mar 10:00: met, stopped by row 2
        """,
    )


def test_true_hours_count_when_the_clocks_go_back():
    clock_spec(
        police_protection_ended,
        """
        happened     | known        | said by | kind              | details
        24 Oct 12:00 | 24 Oct 12:00 | police  | police_protection | stage=started

        as at 24 Oct: running, due 27 Oct 11:00
        """,
    )


def test_an_emergency_protection_order_takes_its_place():
    clock_spec(
        police_protection_ended,
        """
        happened    | known       | said by      | kind              | details
        6 Mar 22:15 | 6 Mar 23:00 | police       | police_protection | stage=started
        8 Mar 15:00 | 8 Mar 15:00 | family_court | legal_step        | legal_action=order, order=emergency_protection, outcome=granted

        as at 8 Mar 15:00: met, stopped by row 2
        """,
    )


def test_an_order_that_was_applied_for_or_of_which_nobody_said_that_it_was_made_ends_nothing():
    clock_spec(
        police_protection_ended,
        """
        happened    | known       | said by      | kind              | details
        6 Mar 22:15 | 6 Mar 23:00 | police       | police_protection | stage=started
        8 Mar 15:00 | 8 Mar 15:00 | family_court | legal_step        | legal_action=application, order=emergency_protection
        8 Mar 16:00 | 8 Mar 16:00 | family_court | legal_step        | legal_action=order, order=emergency_protection

        as at 10 Mar: missed
        """,
    )


def test_police_protection_of_which_nobody_said_whether_it_began_starts_it():
    clock_spec(
        police_protection_ended,
        """
        happened    | known       | said by | kind              | details
        6 Mar 22:15 | 7 Mar 09:00 | police  | police_protection |

        as at 6 Mar 23:00: not started                               <- not known yet
        as at 7 Mar: running, due 9 Mar 22:15
        """,
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        police_protection_ended,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | police                | police_protection   | stage=started
        4 Mar    | 4 Mar | childrens_social_care | closed              |

        as at 4 Mar: fell away, ended by row 2
        """,
    )
