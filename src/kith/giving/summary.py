"""A child's file for one system: everything that may go under one reference now, the oldest first."""

from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.chronology.types import EntryView
from kith.giving.bodies import Own
from kith.giving.finding import going
from kith.giving.types import Body, Line, Summary
from kith.identity import queries as identity
from kith.identity.types import Described
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook

MOST_LINES = 2000
HOLDING = ("said", "told", "delivered")
MADE_AT_THE_DOOR = "idempotency:"
"""How a reference begins that Kith gave an entry for which its system gave none."""


def summary_of(
    *, reference: str, system: str, to: Body, by: Actor, at: datetime
) -> tuple[Summary, tuple[UUID, ...]] | None:
    """The file, and the people whom the gate is to be asked about; None where nothing may go under this reference now."""
    own = Own(to)
    under = [
        one
        for one in identity.descriptions_under(sender_key=reference, said_by=to.code, said_by_area=to.area)
        if own.key_of(one)
    ]
    if not under:
        return None
    about = tuple(
        dict.fromkeys(identity.people_of(descriptions=[one.id for one in under], as_at=at).values())
    )
    entries = _candidates(under, about, at)
    goes = {one.entry: one.what for one in going(entries, to=to, by=by, at=at) if one.reference == reference}
    lines = tuple(_line(entry, goes[entry.id], to, at) for entry in entries if entry.id in goes)
    if not lines or not about:
        return None
    lines = tuple(sorted(lines, key=lambda line: (line.happened_from, line.happened_to, line.entry)))
    return _summary(under, reference, system, to, lines[-MOST_LINES:]), about


def _candidates(under: list[Described], about: tuple[UUID, ...], at: datetime) -> list[EntryView]:
    """Everything recorded by now about whom the reference means; whether it may go is asked afterwards."""
    linked = identity.descriptions_of_many(people=about, as_at=at).values()
    descriptions = {one.id for one in under} | {one.id for many in linked for one in many}
    ids = chronology.entries_about(descriptions=descriptions)
    return [one for one in chronology.entries(ids=ids, as_at=at) if one.recorded_at <= at]


def _summary(
    under: list[Described], reference: str, system: str, to: Body, lines: tuple[Line, ...]
) -> Summary:
    """Who the child is, in the agency's own latest words and nobody else's."""
    latest = under[-1]
    exact = latest.born_from if latest.born_from == latest.born_to else None
    return Summary(
        reference=reference,
        system=system,
        agency=to.code,
        agency_label=rulebook().agencies[to.code].label,
        name=latest.full_name or latest.known_as,
        born=exact,
        nhs_number=latest.nhs_number,
        as_at=max(line.held_at for line in lines),
        lines=lines,
    )


def _line(entry: EntryView, what: str, to: Body, at: datetime) -> Line:
    book = rulebook()
    kind = book.entry_kind(entry.kind)
    said_by = book.agencies.get(entry.said_by)
    held = [
        row.known_at
        for row in entry.known_to
        if (row.agency, row.agency_area) == (to.code, to.area) and row.how in HOLDING
    ]
    key = entry.sender_key or ""
    return Line(
        entry=entry.id,
        what=what,
        kind=entry.kind,
        label=kind.label,
        happened=entry.when_in_words(),
        happened_from=entry.when.happened_from,
        happened_to=entry.when.happened_to,
        precision=entry.when.precision,
        said_by=_whose(entry, said_by.label if said_by else entry.said_by, to),
        held_at=min(held, default=entry.recorded_at),
        sentence=kind.tell(entry.details, said_by_label=said_by.short if said_by else ""),
        words=entry.text,
        childs_words=entry.childs_words,
        own_reference=key if what == "said" and not key.startswith(MADE_AT_THE_DOOR) else "",
    )


def _whose(entry: EntryView, label: str, to: Body) -> str:
    """Which agency said it; another area's is named with its area."""
    elsewhere = entry.said_by_area != to.area
    return f"{label}, {agencies.area_name(area=entry.said_by_area)}" if elsewhere else label
