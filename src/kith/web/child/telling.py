"""How one entry is told on a page: whose it is, when it was, what it says, and where to look at it."""

from datetime import date, datetime
from uuid import UUID

from kith.chronology.types import EntryView
from kith.chronology.when import When, words
from kith.grammar.words import Naming, initial
from kith.kernel.clock import LONDON
from kith.web.child.reading import Reading
from kith.web.dates import Moment, clock_time
from kith.web.parts.agency import Agency, agency

FAMILY_VOICES = ("family", "public", "anonymous")
LONGEST = 190
"""Characters of a quotation in a list; every entry is one click away."""


def agency_of(code: str, area: str, reading: Reading) -> Agency:
    """An agency with its shape and word; one of another area says which."""
    found = agency(code)
    if area == reading.child.area:
        return found
    return agency(code, f"{found.label} ({reading.areas.get(area, area)})")


def said_by(entry: EntryView, reading: Reading) -> Agency:
    """Whose entry it is: what relatives and neighbours told has the family's shape, and names the agency that they told."""
    told = agency_of(entry.said_by, entry.said_by_area, reading)
    if entry.voice not in FAMILY_VOICES:
        return told
    who = {"family": "Family", "public": "Neighbour or public", "anonymous": "No name given"}[entry.voice]
    return Agency(code="family", group="family", label=f"{who}, to {told.inside}")


def agency_words(entry: EntryView, reading: Reading) -> str:
    """``social care``: the agency inside a sentence."""
    return agency_of(entry.said_by, entry.said_by_area, reading).inside


def moment_of(when: When, reading: Reading) -> Moment:
    """``Fri 17 Apr 2020, 10:40``, as finely as it is known; the year is left out where it is that of the moment read."""
    if when.precision not in ("time", "day") or day_of(when.happened_from) != day_of(when.happened_to):
        return Moment(words=initial(words(when, as_at=reading.as_at)))
    at = when.happened_to.astimezone(LONDON)
    said = f"{at:%a} {words(When(happened_from=at, happened_to=at, precision='day'), as_at=reading.as_at)}"
    if when.precision == "day":
        return Moment(words=said, iso=f"{at:%Y-%m-%d}")
    return Moment(words=f"{said}, {clock_time(at)}", iso=f"{at:%Y-%m-%dT%H:%M}")


def day_words(when: When, reading: Reading) -> str:
    """``17 Apr``, ``about March 2020``."""
    return words(when, as_at=reading.as_at)


def day_of(at: datetime) -> date:
    """The day in London."""
    return at.astimezone(LONDON).date()


def typed(entry: EntryView, reading: Reading) -> str:
    """The one sentence that its kind makes of the entry's typed details."""
    short = reading.book.agencies[entry.said_by].short
    return reading.book.entry_kind(entry.kind).tell(entry.details, said_by_label=short, people=reading.names)


def told(entry: EntryView, reading: Reading) -> str:
    """The writer's own words where there are any, or the typed sentence; the child's words are quoted after it."""
    said = entry.text or typed(entry, reading)
    if entry.childs_words and entry.childs_words not in said:
        return f"{said} “{entry.childs_words}”"
    return said


def quotation(entry: EntryView, reading: Reading) -> str:
    """What an entry says, as evidence: the child's words, the writer's or the typed sentence, cut between words."""
    if entry.childs_words:
        return f"“{cut(entry.childs_words)}”"
    if entry.text:
        return cut(entry.text) if "“" in entry.text else f"“{cut(entry.text)}”"
    return cut(typed(entry, reading))


def cut(said: str) -> str:
    """At most ``LONGEST`` characters, between words."""
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0].rstrip(',;.')} …"


def who(key: object, reading: Reading) -> str:
    """A person of a typed detail: their name where it may be shown, else the key in words."""
    return Naming(reading.names).person(str(key))


def recorder(entry: EntryView, reading: Reading) -> str:
    """The name of whoever recorded it, or an empty string where nobody is known."""
    found = reading.practitioners.get(entry.recorded_by) if entry.recorded_by else None
    return found.name if found else ""


def kind_label(entry: EntryView, reading: Reading) -> str:
    """``Visit``"""
    return reading.book.entry_kind(entry.kind).label


def chronology_href(reading: Reading, query: str = "") -> str:
    """The chronology page, as known at the same moment."""
    past = f"as_at={past_moment(reading)}" if reading.is_past else ""
    asked = "&".join(part for part in (query, past) if part)
    return f"/children/{reading.child.id}/chronology/" + (f"?{asked}" if asked else "")


def entry_href(entry: UUID, reading: Reading) -> str:
    """The entry on the chronology page, on whichever of its pages it stands."""
    return f"{chronology_href(reading, f'entry={entry}')}#entry-{entry}"


def past_moment(reading: Reading) -> str:
    """The moment that is read as it stands in an address, or an empty string for now."""
    return f"{reading.as_at.astimezone(LONDON):%Y-%m-%dT%H:%M:%S}" if reading.is_past else ""


def days_ago(at: datetime, reading: Reading) -> str:
    """``today``, ``yesterday``, ``4 days ago``."""
    days = (reading.today - day_of(at)).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
