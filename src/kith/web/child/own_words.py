"""The child's own words: quoted as they were said, with who heard them, where, and who else was there."""

from datetime import timedelta

from kith.chronology.types import EntryView
from kith.people import queries as people
from kith.web.child.expected import is_lost
from kith.web.child.reading import Reading
from kith.web.child.sightings import others_in_the_room
from kith.web.child.telling import agency_words, chronology_href, entry_href, recorder
from kith.web.parts.voice import Said, Voice

SHOWN = 3
QUIET_AFTER = timedelta(days=60)
TOO_YOUNG_MONTHS = 24


def own_words(reading: Reading) -> Voice:
    """The newest that the child said; where there is nothing, or nothing lately, that is said."""
    heard = with_words(reading)
    return Voice(
        of=reading.name,
        said=tuple(_said(row, reading) for row in reversed(heard[-SHOWN:])),
        all_words=f"All {len(heard)}" if len(heard) > SHOWN else "",
        all_href=chronology_href(reading, "said_by=child") if len(heard) > SHOWN else "",
        silence=_silence(reading, heard),
    )


def with_words(reading: Reading) -> list[EntryView]:
    """The standing entries that hold words of the child's, oldest first."""
    return [row for row in reading.counting if row.childs_words]


def _said(row: EntryView, reading: Reading) -> Said:
    return Said(
        words=row.childs_words.strip('“”"'), heard=_heard(row, reading), href=entry_href(row.id, reading)
    )


def _heard(row: EntryView, reading: Reading) -> str:
    whom = row.details.get("to_whom") or recorder(row, reading) or "somebody not named"
    where = f", {row.details['where']}" if row.details.get("where") else ""
    present = others_in_the_room(row, reading)
    who = f"there: {present}" if present else "who else was there is not said"
    return f"{row.when_in_words(as_at=reading.as_at)}, to {whom} ({agency_words(row, reading)}){where}; {who}"


def _silence(reading: Reading, heard: list[EntryView]) -> str:
    name = reading.name
    if heard:
        last = heard[-1].when
        if reading.as_at - last.happened_to < QUIET_AFTER:
            return ""
        since = heard[-1].when_in_words(as_at=reading.as_at)
        return f"Nobody has written down anything that {name} said since {since}."
    if reading.child.kind == "unborn":
        return f"{name} was not born." if is_lost(reading) else f"{name} is not born yet."
    age = people.age_interval(born=reading.child.birth, as_at=reading.as_at)
    if age and age.oldest_months < TOO_YOUNG_MONTHS:
        return f"{name} is too young to say it in words. Nobody has written what {name} shows."
    return f"Nobody has written down anything that {name} said."
