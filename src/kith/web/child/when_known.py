"""Reads which moment a page is asked for: a day, or a day and a time, in an address."""

from datetime import date, datetime, time, timedelta

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.web.dates import clock_time, weekday_day

LAST_SECOND = time(23, 59, 59)
EARLIEST_YEAR = 1900


def read_as_at(typed: str, *, at: datetime) -> datetime | None:
    """``2026-11-17`` is the end of that day, ``2026-11-17T10:40`` that minute. None is now: nothing typed, or today.

    Raises BadInput for ``as_at`` with what to type instead.
    """
    if not typed.strip():
        return None
    try:
        given = datetime.fromisoformat(typed.strip())
    except ValueError:
        raise BadInput(
            "as_at", "Give a day like 2026-11-17, or a day and time like 2026-11-17T10:40"
        ) from None
    clock = None if len(typed.strip()) <= len("2026-11-17") else given.time()
    return moment_on(given.date(), clock, at=at, field="as_at")


def moment_on(day: date, clock: time | None, *, at: datetime, field: str) -> datetime | None:
    """The end of a day, or of a minute of it, in London; None for today without a time. Raises BadInput for a future."""
    if day.year < EARLIEST_YEAR:
        raise BadInput(field, f"Give the year in four figures, {EARLIEST_YEAR} or later")
    today = at.astimezone(LONDON).date()
    if clock is None and day == today:
        return None
    moment = datetime.combine(day, clock or LAST_SECOND, LONDON)
    if clock and not clock.second:
        moment += timedelta(seconds=59)
    if moment - timedelta(seconds=59) > at:
        raise BadInput(field, "Give a moment that is not in the future")
    return min(moment, at) if moment < at else None


def in_words(moment: datetime) -> str:
    """``the end of Friday 24 April 2020`` or ``10:40 on Tuesday 17 November 2026``."""
    local = moment.astimezone(LONDON)
    day = weekday_day(local.date())
    return f"the end of {day}" if local.time() >= time(23, 59) else f"{clock_time(local)} on {day}"
