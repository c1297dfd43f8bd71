"""Reads a date as people type it: a day, a month or only a year, with or without a time."""

from calendar import month_abbr, month_name, monthrange
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput

FIRST_YEAR = 1900
"""Nothing that is told of a child alive today happened before."""


@dataclass(frozen=True, kw_only=True)
class HappenedWhen:
    """When something happened, as finely as it is known."""

    happened_from: datetime
    """Aware, London; a day without a time stands at 12:00."""
    happened_to: datetime
    """The same for a time or a day; the last day of the month or year, at 12:00, otherwise."""
    precision: str
    """``time``, ``day``, ``month``, ``year`` or ``approx``"""


def read_when(
    *,
    field: str,
    typed: tuple[str, str, str],
    clock: tuple[str, str] = ("", ""),
    about: bool = False,
    at: datetime,
) -> HappenedWhen:
    """Reads ``(day, month, year)`` and ``(hour, minute)`` as typed; empty parts are not known.

    Raises BadInput on ``field`` with what to type instead, also for a time after ``at``.
    """
    day, month, year = (part.strip() for part in typed)
    try:
        first, last, precision = _span(day, month, year, clock)
    except ValueError:
        raise BadInput(field, _what_to_type(day, month, year)) from None
    if _is_ahead(first, precision, at):
        raise BadInput(field, "Enter a date that is not in the future")
    if first.year < FIRST_YEAR:
        raise BadInput(field, f"Enter a year from {FIRST_YEAR} on")
    return HappenedWhen(happened_from=first, happened_to=last, precision="approx" if about else precision)


def _what_to_type(day: str, month: str, year: str) -> str:
    """A day that no calendar has is named; anything else is shown how to be typed."""
    like = "Enter a date like 5 3 2026; leave out the day or month you do not know"
    if not all(part.isdecimal() for part in (day, month, year)) or not 1 <= int(month) <= 12:
        return like
    return f"There is no {int(day)} {month_name[int(month)]} {year}. {like}"


def _is_ahead(first: datetime, precision: str, at: datetime) -> bool:
    """A day stands at 12:00, and is not ahead of somebody who writes at nine on it."""
    if precision == "time":
        return first > at
    return first.date() > at.astimezone(LONDON).date()


def _span(day: str, month: str, year: str, clock: tuple[str, str]) -> tuple[datetime, datetime, str]:
    number = _year(year)
    if not month and not day:
        return _midday(number, 1, 1), _midday(number, 12, 31), "year"
    in_year = _month(month)
    if not day:
        return _midday(number, in_year, 1), _midday(number, in_year, monthrange(number, in_year)[1]), "month"
    at_midday = _midday(number, in_year, int(day))
    if not clock[0].strip():
        return at_midday, at_midday, "day"
    exact = datetime.combine(at_midday.date(), read_time(*clock), LONDON)
    return exact, exact, "time"


def _midday(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=LONDON)


def _year(typed: str) -> int:
    if not typed.isdecimal():
        raise ValueError(typed)
    number = int(typed)
    return number + 2000 if number < 100 else number


def _month(typed: str) -> int:
    if typed.isdigit():
        return int(typed)
    return [name.lower() for name in month_abbr].index(typed[:3].lower() or "?")


def read_time(hour: str, minute: str) -> time:
    """``15`` and ``15`` as a time of day; an empty minute is the full hour. Raises ValueError."""
    return time(int(hour), int(minute.strip() or "0"))


def next_time_of_day(clock: time, *, at: datetime) -> datetime:
    """That time today in London, or tomorrow when it has passed: when a child will be collected."""
    local = at.astimezone(LONDON)
    today = datetime.combine(local.date(), clock, LONDON)
    return today if today >= local else datetime.combine(local.date() + timedelta(days=1), clock, LONDON)
