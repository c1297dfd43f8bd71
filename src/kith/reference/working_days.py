"""Working days in England: Monday to Friday, bank holidays left out."""

import hashlib
import json
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

# Pages ask for the same few days about many clocks and children, so both counts below are kept.
_FOLDER = Path(__file__).parent / "calendars"
_DIVISION = "england-and-wales"


def _days_in(file: str) -> frozenset[date]:
    """The days of one calendar file, which has the shape of https://www.gov.uk/bank-holidays.json."""
    held = json.loads((_FOLDER / file).read_text(encoding="utf-8"))
    return frozenset(date.fromisoformat(day["date"]) for day in held[_DIVISION]["events"])


PUBLISHED = _days_in("published.json")
COMPUTED = _days_in("computed.json")
BANK_HOLIDAYS = PUBLISHED | COMPUTED
PUBLISHED_UNTIL = date(max(PUBLISHED).year, 12, 31)
"""The last day of what gov.uk has published; later bank holidays are projected by the standing rules."""
REACHES_FROM = date(min(BANK_HOLIDAYS).year, 1, 1)
REACHES_UNTIL = date(max(BANK_HOLIDAYS).year, 12, 31)
CALENDAR_VERSION = (
    f"{_DIVISION}-" + hashlib.sha256(" ".join(map(str, sorted(BANK_HOLIDAYS))).encode()).hexdigest()[:12]
)
"""Changes whenever one bank holiday does; kept with every due time that was worked out from it."""


def is_working_day(day: date) -> bool:
    """Whether offices work on this day. Outside ``REACHES_FROM`` to ``REACHES_UNTIL`` only weekends are known."""
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


@lru_cache(maxsize=8192)
def add_working_days(day: date, number: int) -> date:
    """The ``number``-th working day after ``day``, which itself is never counted; with 0, ``day`` itself.

    So one working day from a Friday, a Saturday or a Sunday is the Monday (or the Tuesday, on a bank holiday).
    Raises ValueError for a number below 0.
    """
    if number < 0:
        raise ValueError(f"{number} working days from {day} is before it; time limits run forwards")
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day


@lru_cache(maxsize=8192)
def working_days_between(start: date, end: date) -> int:
    """How many working days come after ``start`` up to and with ``end``; below 0 where ``end`` comes first."""
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + timedelta(days=ahead)) for ahead in range(1, (end - start).days + 1))
