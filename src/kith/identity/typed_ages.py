"""Finds the ages that people type (aged 6, 6 years old, about 6, 18 months) and the days of birth that they mean."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

OLDEST = 120
_ABOUT = r"(?P<about>about|around|roughly|approx(?:imately)?|maybe|perhaps|nearly|almost|c\.?|~)"
_COUNT = r"(?P<low>\d{1,3})(?:\s*(?:-|–|to|or)\s*(?P<high>\d{1,3}))?"
_UNIT = r"(?P<unit>years?|yrs?|y/?o|months?|mths?|weeks?|wks?)\b\.?(?:[\s\-]*old\b)?"
_AGED = r"(?:aged?)\b[:\s]*"
_FORMS = tuple(
    re.compile(rf"(?<![\w/]){form}(?![\w/])", re.IGNORECASE)
    for form in (
        rf"(?:{_ABOUT}\s*)?{_AGED}{_COUNT}(?:[\s\-]*{_UNIT})?",
        rf"{_AGED}{_ABOUT}\s*{_COUNT}(?:[\s\-]*{_UNIT})?",
        rf"(?:{_ABOUT}\s*)?{_COUNT}[\s\-]*{_UNIT}",
        rf"{_ABOUT}\s*{_COUNT}",
    )
)
_SLACK = {"year": 1, "month": 2, "week": 2}
"""How far out an age may be that was said to be about right, in its own unit."""


@dataclass(frozen=True, kw_only=True)
class TypedAge:
    """An age as it was typed: ``words`` say it back; whoever has it was born from ``first`` to ``last``."""

    words: str
    first: date
    last: date


def take_age(text: str, *, today: date) -> tuple[TypedAge | None, str]:
    """The first age in a text, and the text without it; what nobody can be (aged 300) is left where it is."""
    for form in _FORMS:
        for found in form.finditer(text):
            if typed := _read(found.groupdict(), today):
                return typed, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def aged(years: int, *, today: date) -> TypedAge:
    """The age of a bare number beside a name."""
    return _between(years, years, "year", today, about="")


def _read(parts: dict[str, str | None], today: date) -> TypedAge | None:
    low = int(parts["low"] or 0)
    high = int(parts["high"] or low)
    unit = {"m": "month", "w": "week"}.get((parts.get("unit") or "y")[0].lower(), "year")
    most = {"year": OLDEST, "month": 12 * 18, "week": 52 * 3}[unit]
    if not low <= high <= most:
        return None
    return _between(low, high, unit, today, about="about " if parts.get("about") else "")


def _between(low: int, high: int, unit: str, today: date, *, about: str) -> TypedAge:
    slack = _SLACK[unit] if about else 0
    count = str(low) if low == high else f"{low} to {high}"
    measure = "" if unit == "year" else f" {unit}{'' if high == 1 else 's'}"
    return TypedAge(
        words=f"{about}{count}{measure}",
        first=_before(today, high + slack + 1, unit) + timedelta(days=1),
        last=_before(today, max(low - slack, 0), unit),
    )


def _before(day: date, count: int, unit: str) -> date:
    """So many years, months or weeks before a day; the last of the month where that day has none."""
    if unit == "week":
        return day - timedelta(weeks=count)
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))
