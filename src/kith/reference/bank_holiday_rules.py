"""The standing rules of bank holidays in England and Wales, for the years that gov.uk's list does not hold.

Rules: Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day (since 1974) and the early May day (since
1978), which are proclaimed each year; a holiday on a weekend is kept on the next day that is free.
Run ``python -m kith.reference.bank_holiday_rules`` to write ``calendars/computed.json``.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

WRITES = Path(__file__).parent / "calendars" / "computed.json"
FIRST_COMPUTED, LAST_COMPUTED = 1990, 2011
FIRST_PROJECTED, LAST_PROJECTED = 2029, 2040
MONDAY = 0

ONE_OFF = {
    date(1999, 12, 31): "Millennium bank holiday",
    date(2002, 6, 3): "Golden Jubilee bank holiday",
    date(2011, 4, 29): "Wedding of Prince William and Catherine Middleton",
}
"""Days proclaimed for one year in the computed years; later ones are in gov.uk's own list."""

MOVED = {
    date(1995, 5, 1): date(1995, 5, 8),  # fifty years of Victory in Europe Day
    date(2002, 5, 27): date(2002, 6, 4),  # beside the Golden Jubilee
}
"""Standing days that were kept on another day in one year."""


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % 7)


def _last_monday(year: int, month: int) -> date:
    after = date(year, month + 1, 1)
    return after - timedelta(days=(after.weekday() - MONDAY - 1) % 7 + 1)


def _kept_on(day: date, taken: set[date]) -> date:
    """The day itself, or the next that is neither a weekend nor taken."""
    while day.weekday() >= 5 or day in taken:
        day += timedelta(days=1)
    return day


def _winter_days(year: int) -> Iterable[tuple[date, str, date]]:
    """New Year, Christmas and Boxing Day: the day kept, its title, and the day itself.

    Christmas and Boxing Day keep their own day where they can, so a Sunday Christmas is kept on the Tuesday.
    """
    days = {
        date(year, 1, 1): "New Year’s Day",
        date(year, 12, 25): "Christmas Day",
        date(year, 12, 26): "Boxing Day",
    }
    taken = {day for day in days if day.weekday() < 5}
    for day, title in days.items():
        kept = day if day in taken else _kept_on(day, taken)
        taken.add(kept)
        yield kept, title, day


def bank_holidays(year: int) -> list[dict[str, object]]:
    """One year's bank holidays in the shape of gov.uk's list, in order of their days."""
    easter = easter_sunday(year)
    standing = {
        easter - timedelta(days=2): "Good Friday",
        easter + timedelta(days=1): "Easter Monday",
        _first_monday(year, 5): "Early May bank holiday",
        _last_monday(year, 5): "Spring bank holiday",
        _last_monday(year, 8): "Summer bank holiday",
    }
    found = [
        (kept, title, "" if kept == day else "Substitute day") for kept, title, day in _winter_days(year)
    ]
    found += [(MOVED.get(day, day), title, "") for day, title in standing.items()]
    found += [(day, title, "") for day, title in ONE_OFF.items() if day.year == year]
    return [
        {"title": title, "date": day.isoformat(), "notes": notes, "bunting": title != "Good Friday"}
        for day, title, notes in sorted(found)
    ]


def computed() -> dict[str, object]:
    """The whole computed file, in the shape of gov.uk's list."""
    years = [*range(FIRST_COMPUTED, LAST_COMPUTED + 1), *range(FIRST_PROJECTED, LAST_PROJECTED + 1)]
    days = [day for year in years for day in bank_holidays(year)]
    return {"england-and-wales": {"division": "england-and-wales", "events": days}}


if __name__ == "__main__":
    WRITES.write_text(json.dumps(computed(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
