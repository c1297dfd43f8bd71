"""Every clock of the pathway, counted from generated starts and compared with an oracle that imports nothing of Kith."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kith.clocks.queries import all_clocks, run
from kith.grammar.clocks import Clock
from kith.grammar.known import Known
from kith.grammar.selections import Either, OneOf, Selection, Where
from tests.rooms import clock_oracle as oracle

CLOCKS = all_clocks()
A_CLOCK_QUICKLY = 41
A_CLOCK_WHOLE = 100_000
"""Starts for each clock: some 2,000 in all in the quick lane, and 100,000 for each clock in the slow one."""
ONE_SECOND = timedelta(seconds=1)


def ways_to_start(selection: Selection) -> Iterator[Where]:
    if isinstance(selection, Either):
        yield from ways_to_start(selection.left)
        yield from ways_to_start(selection.right)
    elif isinstance(selection, Where):
        yield selection


def started(way: Where, at: datetime, *, from_the_end: bool) -> Known:
    """An entry that starts a clock at an instant; where the end of it does, it began twenty hours before."""
    details = {name: test.values[0] for name, test in way.details if isinstance(test, OneOf)}
    return Known(
        entry=UUID(int=1),
        kind=way.kinds[0],
        said_by=way.said_by[0] if way.said_by else "childrens_social_care",
        said_by_area="northamber",
        happened_from=at - timedelta(hours=20) if from_the_end else at,
        happened_to=at,
        precision="time",
        known_from=at,
        details=details,
    )


def differing(clock: Clock, number: int) -> list[tuple[datetime, datetime | None, datetime]]:
    """Starts from which the clock is due at another time than the oracle says, with both."""
    ways = list(ways_to_start(clock.starts))
    found = []
    for turn, at in enumerate(oracle.starts(number, seed=clock.name)):
        row = started(ways[turn % len(ways)], at, from_the_end=clock.from_the_end)
        ours, theirs = run(clock, [row], as_at=at).due_at, oracle.due(at, oracle.LIMITS[clock.name])
        if ours is None or ours.astimezone(UTC) != theirs:
            found.append((at, ours, theirs))
    return found


def test_the_oracle_knows_every_clock_of_the_rulebook_and_no_other():
    assert {clock.name for clock in CLOCKS} == set(oracle.LIMITS)


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.name)
def test_a_clock_is_due_when_the_oracle_says(clock):
    assert differing(clock, A_CLOCK_QUICKLY) == []


@pytest.mark.slow(whole=True)
@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.name)
def test_a_clock_is_due_when_the_oracle_says_from_100_000_starts(clock):
    assert differing(clock, A_CLOCK_WHOLE) == []


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.name)
def test_a_clock_runs_to_the_last_second_and_is_missed_in_the_next(clock):
    way = next(ways_to_start(clock.starts))
    for at in oracle.starts(4, seed=f"{clock.name} to the second"):
        row = started(way, at, from_the_end=clock.from_the_end)
        due = oracle.due(at, oracle.LIMITS[clock.name])
        assert run(clock, [row], as_at=due).state == "running", at
        assert run(clock, [row], as_at=due + ONE_SECOND).state == "missed", at


def test_the_starts_that_are_drawn_meet_what_is_awkward():
    drawn = [at for clock in CLOCKS for at in oracle.starts(A_CLOCK_QUICKLY, seed=clock.name)]
    there = [at.astimezone(oracle.LONDON) for at in drawn]
    days = {at.date() for at in there}
    met = Counter(
        {
            "bank holidays": len(days & set(oracle.BANK_HOLIDAYS)),
            "changes of the clock": len({day for day in days if day in oracle.CHANGES}),
            "ends of months": len({day for day in days if (day + timedelta(days=1)).day == 1}),
            "days that are another day in UTC": sum(at.astimezone(UTC).date() != at.date() for at in there),
        }
    )
    assert len(drawn) >= 2_000
    assert min(met.values()) >= 5, met


def test_the_oracle_is_right_about_days_that_a_person_can_count():
    noon = datetime(2026, 12, 23, 12, tzinfo=UTC)
    assert oracle.due(noon, "2 working days") == datetime(2026, 12, 29, 23, 59, 59, tzinfo=UTC)
    assert oracle.due(noon, "8 days with the first") == datetime(2026, 12, 30, 23, 59, 59, tzinfo=UTC)
    assert oracle.due(noon, "2 months") == datetime(2027, 2, 23, 23, 59, 59, tzinfo=UTC)
    assert oracle.due(datetime(2022, 9, 16, 9, tzinfo=UTC), "1 working day") == datetime(
        2022, 9, 20, 22, 59, 59, tzinfo=UTC
    )
