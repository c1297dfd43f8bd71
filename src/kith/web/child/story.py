"""The story so far, as the page draws it: findings above, lines parted by turning points, folds counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from kith.chronology import queries as chronology
from kith.chronology.story import types as told
from kith.chronology.when import When
from kith.grammar.words import initial
from kith.web.child.reading import MOST_ENTRIES, Reading
from kith.web.child.settled import settled_of
from kith.web.child.telling import chronology_href, day_words, entry_href, kind_label, moment_of, said_by
from kith.web.dates import Moment
from kith.web.parts import story as parts

NOTHING_DONE = "Nothing recorded."
MOST_LINKS = 5
"""Entries that one finding names by their day; the rest are counted."""


def told_story(reading: Reading) -> told.StorySoFar:
    """The story of what this reader may see."""
    return chronology.story_from(entries=reading.entries, child=reading.child.id, as_at=reading.as_at)


def story_part_of(reading: Reading, story: told.StorySoFar) -> parts.Story:
    """The story in the page's values."""
    return parts.Story(
        parts=tuple(_part(part, reading) for part in story.parts),
        findings=(*_findings(story, reading), *_since_settled(reading)),
        entry_count=story.entry_count,
        all_href=chronology_href(reading),
        silence="" if story.parts else _silence(reading),
        not_shown=not_shown(reading),
    )


def not_shown(reading: Reading) -> str:
    """That more exists, and whom to ring."""
    cut = f"Only the newest {MOST_ENTRIES} entries are read here." if reading.is_cut else ""
    if not reading.not_shown:
        return cut
    exist = "One more exists" if reading.not_shown == 1 else f"{_number(reading.not_shown)} more exist"
    return f"{exist} that you may not see: ring the desk, {reading.desk}. {cut}".rstrip()


def _number(count: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[count] if count < len(words) else str(count)


def _silence(reading: Reading) -> str:
    what = "anything that you may see" if reading.not_shown else "anything"
    had = "had sent" if reading.is_past else "has sent"
    return f"No agency {had} {what} about {reading.name}. That is not the same as nothing happening."


def _part(part: told.Part, reading: Reading) -> parts.StoryPart:
    return parts.StoryPart(
        title=part.title,
        span=_span(part.lines, reading),
        lines=tuple(
            _line(line, reading) if isinstance(line, told.Line) else _fold(line, reading)
            for line in part.lines
        ),
    )


def _span(lines: Sequence[told.Line | told.Fold], reading: Reading) -> str:
    first, last = lines[0], lines[-1]
    begin = first.when if isinstance(first, told.Line) else first.first
    end = last.when if isinstance(last, told.Line) else last.last
    words = day_words(begin, reading), day_words(end, reading)
    return words[0] if words[0] == words[1] else f"{words[0]} to {words[1]}"


def _line(line: told.Line, reading: Reading) -> parts.StoryLine:
    first = reading.by_id[line.entries[0]]
    said = line.said
    if line.childs_words and line.childs_words not in said:
        said = f"{said} “{line.childs_words}”"
    return parts.StoryLine(
        when=_when(line.when, reading),
        agency=said_by(first, reading),
        seen_or_said=said,
        done=" ".join(one.words for one in line.done) or NOTHING_DONE,
        settled=settled_of(reading.settled.get(first.id, line.settled), reading),
        entry_href=entry_href(first.id, reading),
        copies=len(line.entries),
        chosen_by=_chosen_by(line.chosen_by, reading),
    )


def _when(when: When, reading: Reading) -> Moment:
    """``7 Sep, 09:14``, ``12 May 2025``: the column is narrow, and the entry itself says it in full."""
    exact = moment_of(when, reading)
    said = initial(day_words(when, reading))
    is_of_another_year = bool(exact.iso) and not exact.iso.startswith(f"{reading.today.year}-")
    return Moment(words=said.partition(", ")[0] if is_of_another_year else said, iso=exact.iso)


def _chosen_by(practitioner: UUID | None, reading: Reading) -> str:
    if practitioner is None:
        return ""
    found = reading.practitioners.get(practitioner)
    return f"Raised into the story by {found.name if found else 'a person'}."


def _fold(fold: told.Fold, reading: Reading) -> parts.Fold:
    entries = "entry" if fold.count == 1 else "entries"
    first, last = day_words(fold.first, reading), day_words(fold.last, reading)
    span = first if first == last else f"{first} to {last}"
    what = {
        "routine": f"routine {entries}",
        "settled": f"earlier {entries}, settled",
        "earlier": f"earlier {entries}",
    }
    return parts.Fold(
        words=f"{fold.count} {what[fold.why]}, {span}",
        inside=tuple(f"{number} {label}" for label, number in sorted(fold.kinds.items())),
    )


def _findings(story: told.StorySoFar, reading: Reading) -> Iterator[parts.StoryFinding]:
    """Each with its entries; one that rests on the same as the finding before it does not name them again."""
    before: tuple[UUID, ...] = ()
    for finding in story.findings:
        found = _finding(finding, reading)
        yield replace(found, links=(), more=0) if finding.entries == before else found
        before = finding.entries


def _finding(finding: told.Finding, reading: Reading) -> parts.StoryFinding:
    entries = [reading.by_id[entry] for entry in finding.entries if entry in reading.by_id]
    links = tuple(
        parts.FindingLink(
            words=f"{kind_label(entry, reading)}, {day_words(entry.when, reading)}",
            href=entry_href(entry.id, reading),
        )
        for entry in entries
    )
    return parts.StoryFinding(
        words=finding.words, links=links[:MOST_LINKS], more=max(len(links) - MOST_LINKS, 0)
    )


def _since_settled(reading: Reading) -> tuple[parts.StoryFinding, ...]:
    """How many contacts have come in since a decision or opinion last settled anything.

    Nothing is said where an entry settled something that this reader may not see: they could only be told it wrong.
    """
    settling = {found.entry for found in reading.settled.values() if found.state == "settled"}
    if None in settling:
        return ()
    rows = [row for row in reading.counting if row.id in settling]
    last = max(rows, key=lambda row: row.place, default=None)
    contacts = [row for row in reading.of_kind("contact_received") if last is None or row.place > last.place]
    if not contacts:
        return ()
    came = f"{_number(len(contacts))} {'contact has' if len(contacts) == 1 else 'contacts have'} come in"
    if last is None:
        words = f"{came}, and no decision has settled anything yet."
    else:
        words = f"{came} since a decision last settled anything, on {day_words(last.when, reading)}."
    return (parts.StoryFinding(words=words),)
