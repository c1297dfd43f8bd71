"""Reads a child's birth as somebody half knows it: a date, a month, a year, an age, a due date, or nothing."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.people.types import Birth
from kith.web.reading.when import read_when

OLDEST = 25
"""Years. Whoever was born longer ago is a mistyped year, or no child."""
_NOT_KNOWN = re.compile(
    r"(not known|unknown|(i )?(do not|don.?t) know|no idea|not sure|\?+|none|n/?a)\.?", re.I
)
_NUMBERS = {word: number for number, word in enumerate(
    "newborn one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)}  # fmt: skip
_AGE = re.compile(
    r"(?P<low>\d{1,2}|[a-z]+)(?:\s*(?:-|–|to|or|and)\s*(?P<high>\d{1,2}|[a-z]+))?\s*(?P<unit>day|week|month|mth|year|yr)?",
    re.I,
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "mth": 30.44, "year": 365.25, "yr": 365.25}


def is_not_known(words: str) -> bool:
    """Whether somebody wrote that they do not know."""
    return _NOT_KNOWN.fullmatch(words.strip()) is not None


def read_birth(answers: Mapping[str, str], *, at: datetime) -> Birth:
    """The birth as far as it is known. Raises BadInput on ``born``: nothing answered, no such day, not a child's."""
    typed = (answers.get("born", ""), answers.get("born_month", ""), answers.get("born_year", ""))
    today = at.astimezone(LONDON).date()
    if answers.get("unborn") == "yes":
        return _due(typed, today)
    if any(part.strip() for part in typed):
        return _on_a_date(typed, at, today)
    about = answers.get("born_about", "").strip()
    if not about:
        raise BadInput("born", "Enter a date of birth, or about how old; “not known” will do")
    return Birth() if is_not_known(about) else _aged(about, today)


def _on_a_date(typed: tuple[str, str, str], at: datetime, today: date) -> Birth:
    try:
        when = read_when(field="born", typed=typed, at=at)
    except BadInput as bad:
        if "future" in bad.problem:
            raise BadInput("born", f"{bad.problem}, or tick that the baby is not born yet") from None
        raise
    first, last = when.happened_from.date(), min(when.happened_to.date(), today)
    if today.year - last.year > OLDEST:
        raise BadInput("born", f"Check the year: somebody born in {last.year} is not a child")
    return Birth(born_from=first, born_to=last)


def _due(typed: tuple[str, str, str], today: date) -> Birth:
    """A due date is a whole date or is left out."""
    if not all(part.strip() for part in typed):
        return Birth()
    try:
        day, month, year = (int(part) for part in typed)
        expected = date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        raise BadInput("born", "Enter the due date in figures, like 24 1 2027, or leave it out") from None
    if not today - timedelta(days=60) <= expected <= today + timedelta(days=310):
        raise BadInput("born", "Check the due date: it is not within the next ten months")
    return Birth(expected_on=expected)


def _aged(about: str, today: date) -> Birth:
    """``about 4``, ``4 or 5``, ``6 weeks``: an interval as wide as the words are. Words that say no number are no birth."""
    found = next((one for one in _AGE.finditer(about) if _number(one["low"]) is not None), None)
    if found is None:
        return Birth()
    low = _number(found["low"]) or 0
    high = max(low, _number(found["high"] or "") or low)
    unit = (found["unit"] or ("week" if low == 0 else "year")).lower()
    slack = 0 if found["high"] else int(bool(re.search("about|around|nearly|maybe|ish|~", about, re.I)))
    youngest, oldest = max(low - slack, 0) * _DAYS[unit], (high + slack + 1) * _DAYS[unit]
    if oldest > (OLDEST + 1) * 365.25:
        raise BadInput("born", "Check the age: a child is under 18")
    return Birth(born_from=today - timedelta(days=oldest), born_to=today - timedelta(days=youngest))


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else _NUMBERS.get(word.lower())
