"""Dates, times and ages in the words that a page uses, always London time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.kernel.clock import LONDON


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A date or time as a page says it."""

    words: str
    """Such as ``3 Feb``, ``Mon 16 Nov, 16:10`` or ``about March 2021``."""
    iso: str = ""
    """The same for machines, ``2026-02-03`` or ``2026-11-16T16:10``; empty where it is not known to the day."""


def short_day(day: date) -> str:
    """``3 Feb``"""
    return f"{day.day} {day:%b}"


def long_day(day: date) -> str:
    """``3 February 2026``"""
    return f"{day.day} {day:%B %Y}"


def weekday_day(day: date) -> str:
    """``Tuesday 3 February 2026``"""
    return f"{day:%A} {long_day(day)}"


def clock_time(at: datetime) -> str:
    """``15:10``, or ``midnight`` and ``midday``, which a 24-hour figure leaves in doubt."""
    words = f"{at.astimezone(LONDON):%H:%M}"
    return {"00:00": "midnight", "12:00": "midday"}.get(words, words)


def on_day(day: date) -> Moment:
    """A story line's date: ``3 Feb``."""
    return Moment(words=short_day(day), iso=day.isoformat())


def at_time(at: datetime) -> Moment:
    """An entry's moment: ``Mon 16 Nov, 16:10``. ``at`` is aware."""
    local = at.astimezone(LONDON)
    return Moment(words=f"{local:%a} {short_day(local)}, {clock_time(at)}", iso=f"{local:%Y-%m-%dT%H:%M}")


def lately(at: datetime, *, now: datetime) -> Moment:
    """How long ago, as people say it: ``09:10 today``, ``yesterday 18:30``, ``Friday 17:02``, ``3 February 17:02``.

    The year is said where it is another than that of ``now``.
    """
    local, here = at.astimezone(LONDON), now.astimezone(LONDON)
    days = (here.date() - local.date()).days
    on = f"{local.day} {local:%B}" + ("" if local.year == here.year else f" {local.year}")
    day = "yesterday" if days == 1 else f"{local:%A}" if 1 < days < 7 else on
    words = f"{clock_time(at)} today" if days == 0 else f"{day} {clock_time(at)}"
    return Moment(words=words, iso=f"{local:%Y-%m-%dT%H:%M}")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _whole_months(born: date, on: date) -> int:
    months = (on.year - born.year) * 12 + on.month - born.month
    return months if on.day >= born.day else months - 1


def age(born: date, *, on: date) -> str:
    """Years and months, as a child's age is said: ``7 years 6 months``; months under one year, days under one month."""
    months = _whole_months(born, on)
    if months < 1:
        return _counted((on - born).days, "day")
    if months < 12:
        return _counted(months, "month")
    years, over = divmod(months, 12)
    return _counted(years, "year") + (f" {_counted(over, 'month')}" if over else "")


def _runs(days: Iterable[date]) -> list[tuple[date, date]]:
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _run_in_words(first: date, last: date) -> str:
    if first == last:
        return short_day(first)
    return f"{first.day if first.month == last.month else short_day(first)} to {short_day(last)}"


def days_in_words(days: Iterable[date]) -> str:
    """Days as runs: ``21 to 23 Oct; 2 to 6 Nov; 9 Nov``, or ``none``."""
    return "; ".join(_run_in_words(first, last) for first, last in _runs(days)) or "none"
