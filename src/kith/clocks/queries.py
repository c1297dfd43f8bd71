"""What other rooms may ask of the clocks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.agencies import queries as agencies
from kith.chronology.queries import Basis, known_entries, known_entries_each
from kith.clocks.course import Told
from kith.clocks.due import local_day
from kith.clocks.standing import NO_OVERRIDES, history, next_boundary, run
from kith.clocks.types import ClockState
from kith.grammar.clocks import Clock
from kith.grammar.durations import Duration
from kith.grammar.known import Known
from kith.kernel.errors import BadInput
from kith.people import queries as people
from kith.people.types import Person

__all__ = [
    "all_clocks",
    "history",
    "in_force",
    "next_boundary",
    "run",
    "running",
    "running_each",
    "states",
    "when_to_ask_again",
]


def all_clocks() -> tuple[Clock, ...]:
    """Every clock of the rulebook that the settings name, by name."""
    return tuple(rulebook.load(settings.KITH_RULEBOOK).clocks.values())


def in_force(clocks: Iterable[Clock], *, as_at: datetime) -> tuple[Clock, ...]:
    """Those that are in force on the London day of a moment."""
    day = local_day(as_at)
    return tuple(clock for clock in clocks if clock.in_force(day))


def running(*, child: UUID, as_at: datetime, basis: Basis = "recorded") -> tuple[ClockState, ...]:
    """How every clock in force stands for a child as at a moment, in the order of `states`.

    ``basis``: live pages count what was ``recorded`` by then, replay and "what they knew" what was ``known``. Limits that
    the child's area set for itself apply. Whether the reader may see the child is asked before, of access; this query
    does not. Raises BadInput for a child who is not held. No clock runs once a pregnancy ended without a birth.
    """
    held = people.person(id=child)
    if held is None:
        raise BadInput("child", "There is no such child.")
    if _pregnancy_ended(held, as_at):
        return ()
    entries = known_entries(child=child, as_at=as_at, basis=basis)
    return states(all_clocks(), entries, as_at=as_at, overrides=agencies.local_limits(area=held.area))


def running_each(*, children: Iterable[UUID], as_at: datetime) -> dict[UUID, tuple[ClockState, ...]]:
    """The same for several children, as recorded, in one read of their entries; children who are not held are absent."""
    held = people.persons(ids=children)
    ended = {child for child, person in held.items() if _pregnancy_ended(person, as_at)}
    entries = known_entries_each(children=tuple(held), as_at=as_at)
    limits = {area: agencies.local_limits(area=area) for area in {person.area for person in held.values()}}
    return {
        child: ()
        if child in ended
        else states(all_clocks(), entries[child], as_at=as_at, overrides=limits[person.area])
        for child, person in held.items()
    }


def _pregnancy_ended(person: Person, as_at: datetime) -> bool:
    """Nobody is to be reminded of a baby who was never born."""
    ended = person.birth.ended_on
    return ended is not None and ended <= local_day(as_at)


def states(
    clocks: Iterable[Clock],
    entries: Sequence[Known],
    *,
    as_at: datetime,
    overrides: Mapping[str, Duration] = NO_OVERRIDES,
) -> tuple[ClockState, ...]:
    """How these clocks stand, those in force only: what waits first (the earliest due leading), then the rest by name.

    ``overrides`` are an area's own limits (``agencies.queries.local_limits``), fetched once for many children.
    """
    told = Told(entries, as_at)
    standing = [run(clock, told, as_at=as_at, overrides=overrides) for clock in in_force(clocks, as_at=as_at)]
    return tuple(sorted(standing, key=_waiting_first))


def _waiting_first(state: ClockState) -> tuple[bool, float, str]:
    due = state.due_at.timestamp() if state.waiting and state.due_at else float("inf")
    return not state.waiting, due, state.clock


def when_to_ask_again(
    clocks: Iterable[Clock],
    entries: Sequence[Known],
    *,
    as_at: datetime,
    overrides: Mapping[str, Duration] = NO_OVERRIDES,
) -> datetime | None:
    """The next instant at which waiting alone changes the state of any of these clocks, or None."""
    told = Told(entries, as_at)
    boundaries = (
        next_boundary(clock, told, as_at=as_at, overrides=overrides)
        for clock in in_force(clocks, as_at=as_at)
    )
    return min((boundary for boundary in boundaries if boundary), default=None)
