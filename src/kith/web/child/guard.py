"""Who must not be told, or be there: orders and bail conditions in force, as entries say them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_words, day_words, who
from kith.web.dates import long_day

GUARDING = ("protective_order", "arrest_or_bail", "released")


@dataclass(frozen=True, kw_only=True)
class InForce:
    """One order or set of conditions that stands."""

    person: str
    """Their name, or "the person named in it" where no entry says."""
    order: str
    """``A non-molestation order stands until 24 January 2027 (police, 24 Jul).``"""
    entry: UUID
    breached: bool


def in_force(reading: Reading) -> tuple[InForce, ...]:
    """What stands on the day that is read, the newest word on each person and sort of order."""
    rows = reading.of_kind(*GUARDING)
    latest = {_same_order(row): row for row in rows if row.kind != "released"}
    standing = [row for row in latest.values() if _stands(row, rows, reading.today)]
    return tuple(_in_words(row, reading) for row in sorted(standing, key=lambda row: row.place, reverse=True))


def _same_order(row: EntryView) -> tuple[str, str, str]:
    """A later entry about the same order on the same person stands in for the earlier; a nameless one stands alone."""
    person = str(row.details.get("of_whom") or row.details.get("who") or row.id)
    return row.kind, person, str(row.details.get("order_type", ""))


def _stands(row: EntryView, rows: Sequence[EntryView], today: date) -> bool:
    if any(reference.relation == "ends" for reference in row.referred_to_by):
        return False
    if row.kind == "arrest_or_bail":
        return bool(row.details.get("conditions")) and not _released_since(row, rows)
    until = row.details.get("to")
    return until is None or date.fromisoformat(until) >= today


def _released_since(row: EntryView, rows: Sequence[EntryView]) -> bool:
    """A release without conditions ends those of the bail before it."""
    person = row.details.get("who")
    return any(
        later.kind == "released"
        and later.place > row.place
        and later.details.get("who") == person
        and not later.details.get("conditions")
        for later in rows
    )


def _in_words(row: EntryView, reading: Reading) -> InForce:
    person = row.details.get("of_whom") or row.details.get("who")
    return InForce(
        person=who(person, reading) if person else "the person named in it",
        order=f"{_order(row, reading)} ({agency_words(row, reading)}, {day_words(row.when, reading)}).",
        entry=row.id,
        breached=row.details.get("breached") is True,
    )


def _order(row: EntryView, reading: Reading) -> str:
    if row.kind == "arrest_or_bail":
        return f"Bail conditions stand: “{row.details['conditions']}”"
    kind = reading.book.entry_kind(row.kind)
    sort = kind.details["order_type"]
    code = row.details.get("order_type")
    named = dict(kind.facts({"order_type": code})).get(sort.label, "An order") if code else "An order"
    until = row.details.get("to")
    ends = f"until {long_day(date.fromisoformat(until))}" if until else "with no end that anyone has given"
    broken = "; it was broken" if row.details.get("breached") is True else ""
    return f"{named} stands {ends}{broken}"
