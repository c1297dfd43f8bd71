"""An injury was described, and no professional saw it the same day."""

from kith.rulebook.england.patterns.reported_injury_unseen import reported_injury_unseen


def test_a_bruise_that_nobody_went_to_see_is_asked_about_after_a_day(spec):
    spec(
        reported_injury_unseen,
        """
        happened    | known       | said by               | kind            | details
        3 Feb 16:00 | 3 Feb 16:30 | childrens_social_care | injury_reported | appearance=bruise

        as at 3 Feb: no
        as at 4 Feb 15:59: no                <- it waits for a day
        as at 4 Feb 16:00: yes, because rows 1, step immediate_safety_action, owner mash_manager
        as at 17 Feb: no                     <- 14 days on
        """,
    )


def test_whoever_saw_the_child_or_talked_it_over_answers_it_the_same_day_or_later(spec):
    table = """
        happened | known | said by               | kind            | details
        3 Feb    | 3 Feb | school                | injury_reported |
        {}       | {}    | childrens_social_care | {}              | {}

        as at 6 Feb: {}
        """
    for day in ("3 Feb", "6 Feb"):
        spec(reported_injury_unseen, table.format(day, day, "visit", "seen=true", "no"))
        spec(reported_injury_unseen, table.format(day, day, "injury_seen", "", "no"))
        spec(reported_injury_unseen, table.format(day, day, "strategy_discussion", "", "no"))
    spec(reported_injury_unseen, table.format("4 Feb", "4 Feb", "visit", "outcome=no_reply", "yes"))
    spec(reported_injury_unseen, table.format("4 Feb", "4 Feb", "visit", "outcome=completed", "yes"))
    spec(reported_injury_unseen, table.format("4 Feb", "4 Feb", "referral_decision", "", "yes"))


def test_a_sight_of_the_child_before_the_injury_was_described_is_none_of_it(spec):
    spec(
        reported_injury_unseen,
        """
        happened    | known       | said by               | kind            | details
        3 Feb 10:00 | 3 Feb 10:00 | childrens_social_care | visit           | seen=true
        3 Feb 16:00 | 3 Feb 16:30 | childrens_social_care | injury_reported |

        as at 4 Feb: yes, because rows 2
        """,
    )


def test_an_injury_described_while_the_child_was_there_is_seen_even_if_it_was_written_down_after_that(spec):
    spec(
        reported_injury_unseen,
        """
        happened | known | said by  | kind                | details
        3 Feb    | 3 Feb | hospital | hospital_attendance |
        3 Feb    | 3 Feb | hospital | injury_reported     |

        as at 4 Feb: no
        """,
    )


def test_an_injury_that_a_professional_saw_is_seen(spec):
    spec(
        reported_injury_unseen,
        """
        happened | known | said by | kind        | details
        3 Feb    | 3 Feb | school  | injury_seen | appearance=bruise

        as at 5 Feb: no
        """,
    )


def test_an_injury_told_of_late_asks_at_once_and_a_withdrawn_one_no_longer(spec):
    spec(
        reported_injury_unseen,
        """
        happened | known | until  | said by | kind            | details
        3 Feb    | 9 Feb | 12 Feb | school  | injury_reported |

        as at 8 Feb: no
        as at 9 Feb: yes, because rows 1
        as at 12 Feb: no
        """,
    )


def test_a_sight_told_of_late_answers_it_once_known(spec):
    spec(
        reported_injury_unseen,
        """
        happened | known | said by               | kind            | details
        3 Feb    | 3 Feb | school                | injury_reported |
        3 Feb    | 6 Feb | childrens_social_care | visit           | seen=true

        as at 5 Feb: yes, because rows 1
        as at 6 Feb: no
        """,
    )
