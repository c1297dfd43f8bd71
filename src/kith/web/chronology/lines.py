"""Each item of the list in the page's values."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kith.chronology.types import EntryView
from kith.files.types import File
from kith.web.child.body_map import body_map_of
from kith.web.child.reading import Reading
from kith.web.child.settled import settled_of
from kith.web.child.telling import (
    day_of,
    day_words,
    entry_href,
    moment_of,
    recorder,
    said_by,
    told,
    typed,
)
from kith.web.chronology.listing import Listed, Routine, Silence, Told, span
from kith.web.chronology.who_knew import Key, known_to, was_opened_by
from kith.web.dates import short_day
from kith.web.parts.entries import EntryLine, Folded, Gap
from kith.web.photographs.filling import files_href
from kith.web.photographs.telling import counted, opened

LATE_FROM_DAYS = 2
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


Files = Mapping[UUID, Sequence[File]]
"""The files of each entry that has any."""


def line_of(
    item: Listed,
    reading: Reading,
    *,
    concerned: Sequence[Key],
    routine_href: str,
    files: Files,
    for_paper: bool = False,
) -> EntryLine | Gap | Folded:
    """An entry, a silence or routine entries that are folded."""
    if isinstance(item, Silence):
        return Gap(words=item.words)
    if isinstance(item, Routine):
        number = len(item.entries)
        what = f"{number} routine {'entry' if number == 1 else 'entries'}, {span(item.entries, reading)}"
        return Folded(words=what, href=routine_href, show=f": show {'it' if number == 1 else 'them'}")
    return _entry(item, reading, concerned, files, for_paper)


def _entry(
    item: Told, reading: Reading, concerned: Sequence[Key], files: Files, for_paper: bool
) -> EntryLine:
    entry = item.first
    held = [file for one in item.entries for file in files.get(one.id, ())]
    found = reading.settled.get(entry.id)
    return EntryLine(
        id=str(entry.id),
        also=tuple(str(one.id) for one in item.entries[1:]),
        when=moment_of(entry.when, reading),
        agency=said_by(entry, reading),
        words=told(entry, reading),
        typed=" ".join(typed(one, reading) for one in item.entries) if entry.text else "",
        by=recorder(entry, reading),
        settled=settled_of(found, reading) if found and entry.counts else None,
        known_to=known_to(entry, concerned, reading),
        written=_written(entry, reading),
        withdrawn=_taken_back(entry, reading),
        struck="Corrected." if entry.corrected_by else "Withdrawn.",
        standing_href=entry_href(entry.corrected_by, reading) if entry.corrected_by else "",
        read_href=_read_href(entry, reading),
        photographs=f"{counted(held)}. {opened(held)}" if held else "",
        photographs_href=_photographs_href(item, files, reading, for_paper),
        body=body_map_of(item.entries, reading, caption="Marks of this entry"),
    )


def _read_href(entry: EntryView, reading: Reading) -> str:
    """Where this reader says that they have read it; empty where their agency has opened it, or said it."""
    mine = (reading.by.agency, reading.by.area)
    if not reading.is_now_and_whole or was_opened_by(entry, mine):
        return ""
    return f"/children/{reading.child.id}/chronology/{entry.id}/read"


def _photographs_href(item: Told, files: Files, reading: Reading, for_paper: bool) -> str:
    """Of the entry in this line that has some, else of the one by which it is told, while that stands."""
    if for_paper or not reading.is_now_and_whole:
        return ""
    with_some = next((one.id for one in item.entries if one.id in files), None)
    if with_some is None and not item.first.counts:
        return ""
    return files_href(reading.child.id, with_some or item.first.id)


def _written(entry: EntryView, reading: Reading) -> str:
    """How late it was written down, where that was two days or more."""
    at = entry.captured_at or entry.recorded_at
    days = (day_of(at) - day_of(entry.when.happened_to)).days
    if entry.when.precision not in ("time", "day") or days < LATE_FROM_DAYS:
        return ""
    verb = "Written" if entry.captured_at else "Reached Kith"
    day = day_of(at)
    year = "" if day.year == reading.today.year else f" {day.year}"
    number = NUMBERS[days] if days < len(NUMBERS) else str(days)
    return f"{verb} {day:%a} {short_day(day)}{year}, {number} days later."


def _taken_back(entry: EntryView, reading: Reading) -> str:
    """By whom, when and why an entry no longer counts."""
    row = next((one for one in entry.referred_to_by if one.relation in ("withdraws", "corrects")), None)
    if row is None:
        return ""
    who = reading.book.agencies[row.said_by].short
    return f"By {who}, {day_words(row.when, reading)}: “{row.because}”."
