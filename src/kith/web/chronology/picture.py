"""Fills the lanes: each standing entry a mark, each long silence hatched, the plan a band."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import day_of, day_words
from kith.web.chronology.lanes_of import WORDS, lane_agencies, lanes_of
from kith.web.dates import long_day
from kith.web.parts.agency import Agency
from kith.web.pictures.lanes import SILENCE_FROM_DAYS, Band, Lane, Lanes, Mark, Silence, silences_between

AT_LEAST = timedelta(days=90)
"""So much time is drawn even where there is only one entry."""


def lanes_picture(reading: Reading, *, routine: Collection[UUID], hrefs: Mapping[UUID, str]) -> Lanes:
    """The picture of everything that stands. ``hrefs`` says where a mark leads, if anywhere."""
    days = [_day(entry) for entry in reading.counting]
    first = min([*days, reading.today - AT_LEAST])
    lanes = [_lane(one, reading, first, routine, hrefs) for one in lane_agencies(reading)]
    return Lanes(
        first_day=first,
        last_day=reading.today,
        lanes=tuple(lanes),
        bands=tuple(_plans(reading)),
        as_known=f"as known at {long_day(reading.today).rsplit(' ', 1)[0]}",
    )


def _day(entry: EntryView) -> date:
    return day_of(entry.when.happened_to)


def _lane(
    one: Agency, reading: Reading, first: date, routine: Collection[UUID], hrefs: Mapping[UUID, str]
) -> Lane:
    rows = [entry for entry in reading.counting if one.group in lanes_of(entry)]
    marks = tuple(_mark(entry, one, reading, entry.id in routine, hrefs) for entry in rows)
    return Lane(agency=one, marks=marks, silences=_silences(one, rows, first, reading.today))


def _mark(
    entry: EntryView, one: Agency, reading: Reading, is_routine: bool, hrefs: Mapping[UUID, str]
) -> Mark:
    found = reading.settled.get(entry.id)
    return Mark(
        day=_day(entry),
        words=f"{one.label}, {day_words(entry.when, reading)}",
        href="" if is_routine else hrefs.get(entry.id, ""),
        routine=is_routine,
        open=found is not None and found.state == "open",
    )


def _silences(one: Agency, rows: Sequence[EntryView], first: date, last: date) -> tuple[Silence, ...]:
    nothing = "no words" if one.group == WORDS else "nothing" if not rows else ""
    found = silences_between((_day(entry) for entry in rows), first=first, last=last, nothing=nothing)
    if rows or found or (last - first).days >= SILENCE_FROM_DAYS:
        return found
    return (Silence(first=first, last=last, words="nothing"),)


def _plans(reading: Reading) -> list[Band]:
    """Each time on a child protection plan."""
    bands: list[Band] = []
    began: EntryView | None = None
    for row in reading.of_kind("plan"):
        if row.details.get("plan_type") != "child_protection":
            continue
        if row.details.get("stage") == "started" and began is None:
            began = row
        elif row.details.get("stage") == "ended" and began is not None:
            bands.append(_band(began, _day(row), reading))
            began = None
    return [*bands, _band(began, reading.today, reading)] if began else bands


def _band(began: EntryView, last: date, reading: Reading) -> Band:
    words = f"on a child protection plan from {day_words(began.when, reading)}"
    return Band(first=_day(began), last=last, words=words)
