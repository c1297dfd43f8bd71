"""Pausing: days on which a clock is held do not count."""

from kith.clocks.standing import next_boundary, run
from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months, days, hours, working_days
from kith.grammar.selections import where
from tests.support.clock_spec import as_at, clock_spec, entries


def held(due):
    """A clock that stands still while a child is missing, made up for these tests: none in the rulebook pauses."""
    return clock(
        starts=where("plan", stage="started"),
        due=due,
        stops=where("visit", seen_alone=True),
        pauses=where("missing_episode"),
        resumes=where("return_interview"),
        owner="team_manager",
        cited="Made up for tests",
        in_force_from="2000-01-01",
        named="made_up",
        sentence="Made up.",
    )


MISSING_FOR_A_WEEK = """
    happened | known  | said by               | kind             | details
    2 Mar    | 2 Mar  | childrens_social_care | plan             | stage=started
    4 Mar    | 4 Mar  | police                | missing_episode  |
    11 Mar   | 11 Mar | police                | return_interview |
"""


def test_working_days_on_which_it_was_held_do_not_count():
    clock_spec(
        held(working_days(10)),
        MISSING_FOR_A_WEEK
        + """
        as at 3 Mar: running, due 16 Mar, paused 0 days
        as at 4 Mar: paused, due unknown, paused 1 days
        as at 8 Mar: paused, paused 3 days      <- the weekend is not counted either way
        as at 11 Mar: running, due 23 Mar, paused 5 days
        as at 24 Mar: missed, due 23 Mar, paused 5 days
        """,
    )


def test_calendar_days_on_which_it_was_held_do_not_count():
    clock_spec(held(days(10)), MISSING_FOR_A_WEEK + "\n as at 11 Mar: running, due 19 Mar, paused 7 days")


def test_calendar_months_are_longer_by_the_days_on_which_it_was_held():
    clock_spec(
        held(calendar_months(1)), MISSING_FOR_A_WEEK + "\n as at 11 Mar: running, due 9 Apr, paused 7 days"
    )


def test_hours_are_longer_by_the_time_for_which_it_was_held():
    clock_spec(
        held(hours(72)),
        """
        happened    | known       | said by               | kind             | details
        2 Mar 10:00 | 2 Mar 10:00 | childrens_social_care | plan             | stage=started
        3 Mar 10:00 | 3 Mar 10:00 | police                | missing_episode  |
        3 Mar 22:30 | 3 Mar 22:30 | police                | return_interview |

        as at 2 Mar 10:00: running, due 5 Mar 10:00
        as at 3 Mar 10:00: paused, due unknown
        as at 3 Mar 22:30: running, due 5 Mar 22:30
        """,
    )


def test_a_pause_that_overlaps_another_counts_once():
    clock_spec(
        held(hours(72)),
        """
        happened    | known       | said by               | kind             | details
        2 Mar 10:00 | 2 Mar 10:00 | childrens_social_care | plan             | stage=started
        3 Mar 10:00 | 3 Mar 10:00 | police                | missing_episode  |
        3 Mar 12:00 | 3 Mar 12:00 | school                | missing_episode  |
        3 Mar 20:00 | 3 Mar 20:00 | police                | return_interview |

        as at 3 Mar 20:00: running, due 5 Mar 20:00
        """,
    )


def test_a_pause_that_began_before_the_clock_holds_it_from_its_start():
    clock_spec(
        held(working_days(10)),
        """
        happened | known  | said by               | kind             | details
        27 Feb   | 27 Feb | police                | missing_episode  |
        2 Mar    | 2 Mar  | childrens_social_care | plan             | stage=started
        4 Mar    | 4 Mar  | police                | return_interview |

        as at 2 Mar: paused, paused 0 days
        as at 4 Mar: running, due 17 Mar, paused 1 days
        """,
    )


def test_a_pause_after_the_limit_had_passed_excuses_nothing():
    clock_spec(
        held(working_days(1)),
        """
        happened | known | said by               | kind            | details
        2 Mar    | 2 Mar | childrens_social_care | plan            | stage=started
        5 Mar    | 5 Mar | police                | missing_episode |

        as at 5 Mar: missed, due 3 Mar
        """,
    )


def test_a_pause_told_late_is_counted_once_it_is_known():
    clock_spec(
        held(working_days(10)),
        """
        happened | known  | said by               | kind             | details
        2 Mar    | 2 Mar  | childrens_social_care | plan             | stage=started
        4 Mar    | 18 Mar | police                | missing_episode  |               <- told late
        11 Mar   | 18 Mar | police                | return_interview |

        as at 17 Mar: missed, due 16 Mar
        as at 18 Mar: running, due 23 Mar
        """,
    )


def test_what_was_done_while_it_was_held_was_in_time():
    clock_spec(
        held(working_days(2)),
        """
        happened | known  | said by               | kind             | details
        2 Mar    | 2 Mar  | childrens_social_care | plan             | stage=started
        3 Mar    | 3 Mar  | police                | missing_episode  |
        9 Mar    | 9 Mar  | childrens_social_care | visit            | seen_alone=true

        as at 8 Mar: paused
        as at 9 Mar: met, due 10 Mar, paused 4 days
        """,
    )


def test_a_held_clock_says_so_and_nothing_changes_by_waiting():
    rows = entries(MISSING_FOR_A_WEEK)
    state = run(held(working_days(10)), rows, as_at=as_at("8 Mar"))
    assert state.words == (
        "Made up: the time limit is paused, 3 working days so far. Sooner if the child needs it."
    )
    assert state.paused_by == rows[1].entry
    assert next_boundary(held(working_days(10)), rows, as_at=as_at("8 Mar")) is None
