"""Who was told of an entry, who opened it and who acknowledged it: never one for another."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from kith.chronology.codes import HOLDING
from kith.chronology.types import EntryView, KnownToView
from kith.chronology.when import When
from kith.kernel.clock import LONDON
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_of, day_of, moment_of
from kith.web.dates import clock_time
from kith.web.parts.entries import KnownTo

NOON = time(12)
Key = tuple[str, str]
DONE = {"told": "told", "delivered": "delivered", "opened": "opened", "acknowledged": "acknowledged"}


def known_to(entry: EntryView, concerned: Sequence[Key], reading: Reading) -> tuple[KnownTo, ...]:
    """One line for each agency that came to know it, and one for those concerned that hold nothing.

    Empty where nobody but the agency that said it holds it: the page then says that nobody else was told.
    """
    sayer = (entry.said_by, entry.said_by_area)
    knowing = [key for key in dict.fromkeys(_key(row) for row in entry.known_to) if key != sayer]
    if not knowing:
        return ()
    lines = [
        _line(key, [row for row in entry.known_to if _key(row) == key], entry, reading) for key in knowing
    ]
    missing = [key for key in concerned if key not in knowing and key != sayer]
    if missing:
        lines.append(KnownTo(who=_names(missing, reading), words="not told"))
    return tuple(lines)


def concerned_agencies(entries: Iterable[EntryView]) -> tuple[Key, ...]:
    """The agencies that said or held anything about the child."""
    keys = {_key(row) for entry in entries for row in entry.known_to if row.how in HOLDING}
    return tuple(sorted(keys | {(entry.said_by, entry.said_by_area) for entry in entries}))


def holds(entry: EntryView, agency: Key) -> bool:
    """Whether an agency held an entry: it said it, was told, or had it delivered."""
    return (entry.said_by, entry.said_by_area) == agency or any(
        _key(row) == agency and row.how in HOLDING for row in entry.known_to
    )


def was_opened_by(entry: EntryView, agency: Key) -> bool:
    """Whether a person of an agency opened or acknowledged it, or the agency said it."""
    return (entry.said_by, entry.said_by_area) == agency or any(
        _key(row) == agency and row.how not in HOLDING for row in entry.known_to
    )


def _key(row: KnownToView) -> Key:
    return row.agency, row.agency_area


def _names(keys: Sequence[Key], reading: Reading) -> str:
    first, *rest = [agency_of(*key, reading) for key in keys]
    return ", ".join([first.label, *(one.inside for one in rest)])


def _line(key: Key, rows: Sequence[KnownToView], entry: EntryView, reading: Reading) -> KnownTo:
    """Each way in which it came to know it once, the first time that it did."""
    firsts = {how: next((row for row in rows if row.how == how), None) for how in DONE}
    said = [_done(row, entry, reading) for row in firsts.values() if row]
    opened = firsts["opened"] or firsts["acknowledged"]
    return KnownTo(
        who=agency_of(*key, reading).label,
        words=", ".join(said),
        not_done="" if opened else "not opened",
    )


def _done(row: KnownToView, entry: EntryView, reading: Reading) -> str:
    """``opened 09:05, Dana Ferris``; the day where it is not that of the entry."""
    person = reading.practitioners.get(row.by) if row.by and row.how in ("opened", "acknowledged") else None
    name = f", {person.name}" if person else ""
    return f"{DONE[row.how]} {_when(row.known_at, entry, reading)}{name}"


def _when(at: datetime, entry: EntryView, reading: Reading) -> str:
    """The time on the entry's own day, else the day too. A day without a time stands at 12:00, which is then not said."""
    local = at.astimezone(LONDON)
    timeless = local.time() == NOON
    if day_of(at) == day_of(entry.when.happened_to) and entry.when.precision in ("time", "day"):
        return "the same day" if timeless else clock_time(at)
    precision = "day" if timeless else "time"
    return moment_of(When(happened_from=local, happened_to=local, precision=precision), reading).words
