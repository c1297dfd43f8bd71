"""How a clock stands as at a moment: its state, when it is due, and the words for it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from kith.clocks.course import Course, Told, courses, governing, runs_from
from kith.clocks.due import ONE_SECOND, earliest_of, latest_of, local_day, paused_days
from kith.clocks.types import ClockState, State
from kith.clocks.words import not_started, words
from kith.grammar.clocks import Clock
from kith.grammar.durations import Duration
from kith.grammar.known import Known
from kith.reference.working_days import CALENDAR_VERSION, working_days_between

NO_OVERRIDES: Mapping[str, Duration] = {}


def run(
    clock: Clock,
    entries: Iterable[Known] | Told,
    *,
    as_at: datetime,
    overrides: Mapping[str, Duration] = NO_OVERRIDES,
) -> ClockState:
    """How the clock stands as at a moment: its earliest open start, else its latest closed one.

    ``entries`` are what is known about one child, in any order; rows about others and rows not known at the moment
    are left out; or a `Told` of that moment, made once for many clocks. ``overrides`` are an area's limits by clock name. Raises ValueError for one above the maximum.
    """
    clock = _with_local_limit(clock, overrides)
    course = governing(courses(clock, entries, as_at))
    return _state(clock, course, as_at) if course else _not_started(clock, as_at)


def history(
    clock: Clock,
    entries: Iterable[Known] | Told,
    *,
    as_at: datetime,
    overrides: Mapping[str, Duration] = NO_OVERRIDES,
) -> tuple[ClockState, ...]:
    """Every stretch of the clock as at a moment, oldest first: for timeliness over time. As `run` otherwise."""
    clock = _with_local_limit(clock, overrides)
    return tuple(_state(clock, course, as_at) for course in courses(clock, entries, as_at))


def next_boundary(
    clock: Clock,
    entries: Iterable[Known] | Told,
    *,
    as_at: datetime,
    overrides: Mapping[str, Duration] = NO_OVERRIDES,
) -> datetime | None:
    """The next instant after ``as_at`` at which `run` may answer another state though nothing more became known.

    None where waiting alone changes nothing.
    """
    clock = _with_local_limit(clock, overrides)
    course = governing(courses(clock, entries, as_at))
    if course is None or course.closed_by:
        return None
    edges = [edge for pause in course.pauses for edge in (pause.since, pause.until) if edge]
    edges += [course.due_at + ONE_SECOND] if course.due_at else []
    return min((edge for edge in edges if edge > as_at), default=None)


def _with_local_limit(clock: Clock, overrides: Mapping[str, Duration]) -> Clock:
    limit = overrides.get(clock.name)
    return clock.with_limit(limit) if limit else clock


def _state(clock: Clock, course: Course, as_at: datetime) -> ClockState:
    stopped = course.closed_by if course.closed_by and not course.ended else None
    ended = course.closed_by if course.ended else None
    name, certain = _how_it_stands(clock, course, as_at)
    until = min(moment for moment in (as_at, course.due_at, _at(course.closed_by)) if moment)
    held = next((pause for pause in course.pauses if pause.holds_at(as_at)), None)
    waiting = course.closed_by is None
    state = replace(
        _unworded(clock, as_at),
        state=name,
        certain=certain,
        due_at=course.due_at,
        started_by=course.start.entry,
        started_at=runs_from(clock, course.start),
        also_started_by=tuple(row.entry for row in course.joined),
        stopped_by=stopped.entry if stopped else None,
        stopped_at=_at(stopped),
        ended_by=ended.entry if ended else None,
        ended_at=_at(ended),
        paused_by=held.entry if held and name == "paused" else None,
        paused_days=paused_days(runs_from(clock, course.start), until, clock.due, course.pauses),
        working_days_left=_working_days_left(course.due_at, as_at) if waiting else None,
    )
    return replace(state, words=words(clock, state))


def _at(row: Known | None) -> datetime | None:
    return row.happened_to if row else None


def _working_days_left(due: datetime | None, as_at: datetime) -> int | None:
    return working_days_between(local_day(as_at), local_day(due)) if due else None


def _how_it_stands(clock: Clock, course: Course, as_at: datetime) -> tuple[State, bool]:
    """The state, and whether the dates are fine enough to be sure of it."""
    if course.ended:
        return "fell_away", True
    if course.closed_by:
        return _kept(course.closed_by, course.due_at)
    if course.due_at and as_at >= course.due_at + ONE_SECOND:
        return "missed", True
    return ("paused" if any(pause.holds_at(as_at) for pause in course.pauses) else "running"), True


def _kept(stop: Known, due: datetime | None) -> tuple[State, bool]:
    """Whether a stop was in time. Unknown is never counted as kept: a date that spans the limit reads as late, unsure."""
    exact = stop.precision != "approx"
    if due is None or latest_of(stop) < due + ONE_SECOND:
        return "met", exact
    return "met_late", exact and earliest_of(stop) >= due + ONE_SECOND


def _not_started(clock: Clock, as_at: datetime) -> ClockState:
    return _unworded(clock, as_at, words=not_started(clock))


def _unworded(clock: Clock, as_at: datetime, *, words: str = "") -> ClockState:
    return ClockState(
        clock=clock.name,
        title=clock.title,
        asks=clock.asks or f"{clock.title}: {{child}}",
        state="not_started",
        as_at=as_at,
        owner=clock.owner,
        limit=clock.due,
        local=clock.local,
        cited=clock.cited,
        steps=clock.steps,
        clock_version=clock.version,
        calendar_version=CALENDAR_VERSION,
        words=words,
    )
