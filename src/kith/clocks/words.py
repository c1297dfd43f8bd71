"""The sentence for each state of a clock, for a tired person who reads it once."""

from datetime import datetime

from kith.clocks.types import ClockState
from kith.grammar.clocks import Clock
from kith.kernel.clock import LONDON

SOONER = "Sooner if the child needs it."
LOCAL = "A local limit: there is no national figure."


def words(clock: Clock, state: ClockState) -> str:
    """What a person reads. Days are London's; the year is said where it is not this one."""
    said = _SENTENCES[state.state](clock, state)
    return f"{said} {_whose_limit(clock)}".rstrip() if state.waiting else said


def _whose_limit(clock: Clock) -> str:
    if clock.local:
        return LOCAL
    return "" if clock.due == clock.maximum else f"This area’s own limit; nationally it is {clock.maximum}."


def _when(clock: Clock, moment: datetime | None, as_at: datetime) -> str:
    """``Thursday 19 November``, with the time for a limit in hours."""
    assert moment is not None
    there, here = moment.astimezone(LONDON), as_at.astimezone(LONDON)
    day = f"{there:%A %-d %B}" + ("" if there.year == here.year else f" {there.year}")
    return f"{there:%H:%M} on {day}" if clock.due.unit == "hours" else day


def _limit(clock: Clock, state: ClockState) -> str:
    return f"{clock.bound} {_when(clock, state.due_at, state.as_at)}"


def not_started(clock: Clock) -> str:
    """What a clock says that nothing has started."""
    return f"{clock.title}: nothing has started this time limit."


def _running(clock: Clock, state: ClockState) -> str:
    if state.due_at is None:
        return f"{clock.title}: no day can be given, because the time limit is about to pause. {SOONER}"
    return f"{clock.title}, {_limit(clock, state)}. {SOONER}"


def _paused(clock: Clock, state: ClockState) -> str:
    kind = "working day" if clock.due.unit == "working_days" else "day"
    so_far = f"{state.paused_days} {kind}{'' if state.paused_days == 1 else 's'} so far"
    return f"{clock.title}: the time limit is paused, {so_far}. {SOONER}"


def _missed(clock: Clock, state: ClockState) -> str:
    return f"{clock.title} was due {_limit(clock, state)}. Nobody has told us that it happened."


def _met(clock: Clock, state: ClockState) -> str:
    said = f"{clock.title}: {_when(clock, state.stopped_at, state.as_at)}, in time ({_limit(clock, state)})."
    return said if state.certain else f"{said} The date is only about right."


def _met_late(clock: Clock, state: ClockState) -> str:
    if not state.certain:
        return f"{clock.title}: recorded, but its date is too rough to show that it was in time ({_limit(clock, state)})."
    return f"{clock.title}: {_when(clock, state.stopped_at, state.as_at)}, late. It was due {_limit(clock, state)}."


def _fell_away(clock: Clock, state: ClockState) -> str:
    ended = f"{clock.title}: no longer due since {_when(clock, state.ended_at, state.as_at)}."
    return f"{ended} It had been due {_limit(clock, state)}." if state.fell_away_missed else ended


_SENTENCES = {
    "not_started": lambda clock, _state: not_started(clock),
    "running": _running,
    "paused": _paused,
    "missed": _missed,
    "met": _met,
    "met_late": _met_late,
    "fell_away": _fell_away,
}
