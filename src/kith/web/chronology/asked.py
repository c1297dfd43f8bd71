"""What the chronology is asked for: a moment, whose knowledge, which entries, and where to begin."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.http import QueryDict

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.rulebook import Rulebook
from kith.web.child.when_known import moment_on, read_as_at
from kith.web.parts.form import Problem
from kith.web.reading.when import read_when

EVERYONE = "everyone"
STORY, OPEN, ROUTINE = "story", "open", "routine"
SHOWN = (STORY, OPEN, ROUTINE)
PIECES = ("day", "month", "year", "time")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asked for, as typed and as read. Where a piece could not be read the page is today's, and says so."""

    typed: Mapping[str, str]
    """``day``, ``month``, ``year`` and ``time``, as typed."""
    as_at: datetime | None = None
    """None for now."""
    agency: tuple[str, str] | None = None
    known_to: str = EVERYONE
    said_by: frozenset[str] = frozenset()
    """Lanes whose entries are shown; empty for all."""
    shown: frozenset[str] = frozenset({STORY})
    entry: UUID | None = None
    """The entry that must stand on the page."""
    earlier_than: UUID | None = None
    """The last entry of the page before."""
    problems: tuple[Problem, ...] = ()


def read_asked(given: QueryDict, *, area: str, book: Rulebook, at: datetime) -> Asked:
    """What stands in an address. ``area`` is the child's, for agencies that are named without one. Never raises."""
    problems: list[Problem] = []
    as_at, agency = None, None
    try:
        as_at = _moment(given, at)
    except BadInput as bad:
        problems.append(Problem(field="day" if bad.field == "as_at" else bad.field, words=bad.problem))
    try:
        agency = _agency(given.get("known_to", EVERYONE), area, book)
    except BadInput as bad:
        problems.append(Problem(field="known_to", words=bad.problem))
    return Asked(
        typed=_typed(given, as_at, at),
        as_at=as_at,
        agency=agency,
        known_to=_code(agency, area),
        said_by=frozenset(given.getlist("said_by")),
        shown=frozenset(given.getlist("kind")) & frozenset(SHOWN) or frozenset({STORY}),
        entry=_id(given.get("entry", "")),
        earlier_than=_id(given.get("earlier_than", "")),
        problems=tuple(problems),
    )


def _typed(given: QueryDict, as_at: datetime | None, at: datetime) -> Mapping[str, str]:
    """Every word as typed; where nothing was, the moment that is shown."""
    if any(given.get(piece, "").strip() for piece in PIECES):
        return {piece: given.get(piece, "").strip()[:20] for piece in PIECES}
    shown = (as_at or at).astimezone(LONDON)
    return {
        "day": str(shown.day),
        "month": str(shown.month),
        "year": str(shown.year),
        "time": f"{shown:%H:%M}",
    }


def _moment(given: QueryDict, at: datetime) -> datetime | None:
    day, month, year, clock = (given.get(piece, "").strip() for piece in PIECES)
    if not any((day, month, year, clock)):
        return read_as_at(given.get("as_at", ""), at=at)
    if not (day and month and year):
        raise BadInput("day", "Enter the day, the month and the year")
    return moment_on(_date((day, month, year), at), _clock(clock), at=at, field="day")


def _date(typed: tuple[str, str, str], at: datetime) -> date:
    """The day as typed. Raises BadInput as ``read_when``, for a whole day."""
    try:
        return read_when(field="day", typed=typed, at=at).happened_from.date()
    except BadInput as bad:
        raise BadInput("day", bad.problem.partition("; leave out")[0]) from None


def _clock(typed: str) -> time | None:
    """``10:40``, ``10.40``, ``1040`` or ``10``; None where nothing was typed: the end of the day."""
    if not typed:
        return None
    found = _CLOCK.fullmatch(typed)
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else _no_clock()
    except ValueError:
        return _no_clock()


def _no_clock() -> time:
    raise BadInput("time", "Enter a time like 10:40, or leave it empty for the end of the day")


def _agency(code: str, area: str, book: Rulebook) -> tuple[str, str] | None:
    """``police``, or ``police@birmingham`` for another area's."""
    name, _, elsewhere = code.strip().partition("@")
    if name in ("", EVERYONE):
        return None
    if name not in book.agencies:
        raise BadInput("known_to", "Choose everyone together or one of the agencies")
    return name, elsewhere or area


def _code(agency: tuple[str, str] | None, area: str) -> str:
    return code_of(*agency, area=area) if agency else EVERYONE


def code_of(agency: str, agency_area: str, *, area: str) -> str:
    """What stands in an address for an agency of the child's area, or of another."""
    return agency if agency_area == area else f"{agency}@{agency_area}"


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
