"""Periods along a time axis: months, quarters or years, so many that their words have room."""

from dataclasses import dataclass
from datetime import date

MOST_MONTHS, MOST_QUARTERS = 18, 24
"""More periods than this are taken together to longer ones."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """One stretch of the axis, up to the start of the next."""

    start: date
    words: str
    """``February``, ``Jan 2020``, ``2019``"""
    short: str
    """For narrow places: ``Feb``, ``Jan 20``, ``2019``"""


def periods(first: date, last: date) -> tuple[Period, ...]:
    """The periods from ``first`` to ``last``; the first one starts on ``first`` itself."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MOST_MONTHS:
        return tuple(_month(day, first, last) for day in _starts(first, last, 1))
    if months <= MOST_QUARTERS * 3:
        return tuple(
            Period(start=day, words=f"{day:%b %Y}", short=f"{day:%b %y}") for day in _starts(first, last, 3)
        )
    return tuple(
        Period(start=day, words=f"{day.year}", short=f"{day.year}") for day in _starts(first, last, 12)
    )


def _month(day: date, first: date, last: date) -> Period:
    """The year is said at the first month of each, where there are several."""
    with_year = first.year != last.year and (day == first or day.month == 1)
    if with_year:
        return Period(start=day, words=f"{day:%b %Y}", short=f"{day:%b %y}")
    return Period(start=day, words=f"{day:%B}", short=f"{day:%b}")


def _starts(first: date, last: date, months: int) -> list[date]:
    """``first``, and every start of a period of so many months after it."""
    found, year, month = [first], first.year, (first.month - 1) // months * months + 1
    while True:
        year, month = (year, month + months) if month + months <= 12 else (year + 1, month + months - 12)
        if date(year, month, 1) > last:
            return found
        found.append(date(year, month, 1))
