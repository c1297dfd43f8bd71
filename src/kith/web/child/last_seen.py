"""When the child was last seen, last seen alone, and who was in the room."""

from kith.chronology.types import EntryView
from kith.grammar.words import initial
from kith.web.child.reading import Reading
from kith.web.child.sightings import Sighting, others_in_the_room, sightings
from kith.web.child.telling import (
    agency_words,
    cut,
    day_of,
    days_ago,
    kind_label,
    moment_of,
    recorder,
)
from kith.web.parts.now import SeenLine

SOCIAL_CARE = ("childrens_social_care", "out_of_area_social_care")
MADE = (None, "completed", "restricted")


def last_seen(reading: Reading) -> tuple[SeenLine, ...]:
    """The three lines. What nobody said is said as such, never as no."""
    seen = sightings(reading)
    return _outside_home(reading, seen), _alone(reading, seen), _in_the_room(reading)


def last_alone(reading: Reading) -> Sighting | None:
    """The last time that anybody outside the home says they were with the child alone."""
    return next((one for one in reversed(sightings(reading)) if one.alone is True), None)


def _outside_home(reading: Reading, seen: list[Sighting]) -> SeenLine:
    question = "Last seen by anyone outside home"
    if not seen:
        return SeenLine(
            question=question,
            answer="Not known",
            words=f"No entry says that an agency has seen {reading.name}.",
        )
    last = seen[-1].entry
    return SeenLine(question=question, answer=_day(last, reading), words=_by_whom(last, reading))


def _alone(reading: Reading, seen: list[Sighting]) -> SeenLine:
    question = "Last alone with a social worker"
    alone = [one.entry for one in seen if one.alone is True and one.entry.said_by in SOCIAL_CARE]
    if alone:
        return SeenLine(
            question=question, answer=_day(alone[-1], reading), words=_by_whom(alone[-1], reading)
        )
    unsaid = [one.entry for one in seen if one.alone is None and one.entry.said_by in SOCIAL_CARE]
    if unsaid:
        words = f"Whether {reading.name} was alone on {_day(unsaid[-1], reading)} is not said."
        return SeenLine(question=question, answer="On no entry", words=words)
    return SeenLine(
        question=question, answer="On no entry", words="No social worker has written that they were alone."
    )


def _in_the_room(reading: Reading) -> SeenLine:
    visits = [row for row in reading.of_kind("visit") if row.details.get("outcome") in MADE]
    if not visits:
        return SeenLine(
            question="In the room at the last visit",
            answer="No visit",
            words="No visit that was made is written down.",
        )
    last = visits[-1]
    present = others_in_the_room(last, reading)
    rooms = last.details.get("rooms_seen")
    words = f"{kind_label(last, reading)} by {agency_words(last, reading)}."
    return SeenLine(
        question=f"In the room at the last visit, {_day(last, reading)}",
        answer=initial(present) if present else "Not said",
        words=f"{words} Rooms seen: {cut(rooms).rstrip('.')}."
        if rooms
        else f"{words} Which rooms were seen is not said.",
    )


def _day(row: EntryView, reading: Reading) -> str:
    """``Friday, 15:10`` within the week, else the day."""
    if row.when.precision in ("time", "day") and 0 <= (reading.today - day_of(row.when.happened_to)).days < 7:
        clock = moment_of(row.when, reading).words.partition(", ")[2]
        return f"{row.when.happened_to:%A}" + (f", {clock}" if clock else "")
    return row.when_in_words(as_at=reading.as_at)


def _by_whom(row: EntryView, reading: Reading) -> str:
    by = ", ".join(part for part in (agency_words(row, reading), recorder(row, reading)) if part)
    where = f" ({cut(str(row.details['where']))})" if row.details.get("where") else ""
    present = others_in_the_room(row, reading)
    who = f" There: {present}." if present else " Who else was there is not said."
    return (
        f"{kind_label(row, reading)}{where} by {by}.{who} {initial(days_ago(row.when.happened_to, reading))}."
    )
