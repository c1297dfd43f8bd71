"""The clocks that run for the child: what is due, by when, and which entry started it."""

from datetime import datetime

from kith.clocks import queries as clocks
from kith.clocks.types import ClockState
from kith.grammar.graph import walk
from kith.grammar.selections import Where
from kith.kernel.clock import LONDON
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_words, day_of, day_words, kind_label
from kith.web.dates import clock_time
from kith.web.parts.clock import DUE, OVERDUE, ClockLine


def running_limits(reading: Reading) -> tuple[ClockLine, ...]:
    """Every clock that somebody still has to meet, the earliest due first.

    A clock's name says what started it, so one whose start is kept from this reader is left out with it. That entries are
    left out, and whom to ring, the page says already.
    """
    states = clocks.running(
        child=reading.child.id, as_at=reading.as_at, basis="known" if reading.is_past else "recorded"
    )
    return tuple(_line(state, reading) for state in states if state.waiting and _may_be_said(state, reading))


def _may_be_said(state: ClockState, reading: Reading) -> bool:
    """Whether this reader sees what started it, or what can start it is kept from nobody who sees the child."""
    if state.started_by in reading.by_id:
        return True
    starts = reading.book.clocks[state.clock].starts
    kinds = {kind for node in walk(starts) if isinstance(node, Where) for kind in node.kinds}
    return all(reading.book.entry_kind(kind).visible_to == "involved" for kind in kinds)


def _line(state: ClockState, reading: Reading) -> ClockLine:
    tag, kind = _tag(state, reading)
    plain = not tag and state.due_at is not None
    return ClockLine(
        what=state.title,
        words=" ".join(part for part in (_started(state, reading), _standing(state)) if part),
        at_the_latest=f"at the latest {_when(state, reading)}" if plain else "",
        tag=tag,
        tag_kind=kind,
        local=state.local,
    )


def _tag(state: ClockState, reading: Reading) -> tuple[str, str]:
    if state.due_at is None:
        return "", ""
    if state.state == "missed" or state.due_at < reading.as_at:
        return f"Overdue since {_when(state, reading)}", OVERDUE
    if day_of(state.due_at) == reading.today:
        clock = clock_time(state.due_at) if state.limit.unit == "hours" else "by midnight"
        return f"Today, {clock}", DUE
    return "", ""


def _when(state: ClockState, reading: Reading) -> str:
    """``Thursday 19 November``, with the time for a limit in hours and the year where it is another."""
    assert state.due_at is not None
    there: datetime = state.due_at.astimezone(LONDON)
    year = "" if there.year == reading.today.year else f" {there.year}"
    day = f"{there:%A} {there.day} {there:%B}{year}"
    return f"{day}, {clock_time(there)}" if state.limit.unit == "hours" else day


def _started(state: ClockState, reading: Reading) -> str:
    started = reading.by_id.get(state.started_by) if state.started_by else None
    if started is None:
        return "Started by an entry that is not on this page."
    what = f"{kind_label(started, reading)}, {day_words(started.when, reading)}"
    return f"Started by: {what} ({agency_words(started, reading)})."


def _standing(state: ClockState) -> str:
    if state.state == "paused":
        return "Paused."
    if state.state == "missed":
        return "Nobody has told us that it happened."
    return "Sooner if the child needs it."
