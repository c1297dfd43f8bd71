"""Finds the dates that people type, in any of their usual forms: 5/3/24, 5 March 2019, March 2019, 5th March, 2019-03-05."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(rf"(?<![\w/]){form}(?![\w/])", re.IGNORECASE)
    for form in (
        r"(?P<year>[12][0-9]{3})-(?P<month>[01]?[0-9])-(?P<day>[0-3]?[0-9])",
        r"(?P<day>[0-3]?[0-9])[/.\- ](?P<month>[0-3]?[0-9])[/.\- ](?P<year>[12][0-9]{3}|[0-9]{2})",
        r"(?P<day>[0-3][0-9])(?P<month>[01][0-9])(?P<year>(?:19|20)[0-9]{2})",
        rf"{_DAY}(?: of)?[ \-]{_MONTH},?[ \-]?(?P<year>[12][0-9]{{3}}|[0-9]{{2}})",
        rf"{_MONTH}[ \-]{_DAY},?[ \-]+(?P<year>[12][0-9]{{3}})",
        rf"{_MONTH}[ \-](?P<year>[12][0-9]{{3}})",
        rf"{_DAY}(?: of)?[ \-]{_MONTH}",
        rf"{_MONTH}[ \-]{_DAY}",
        r"(?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])",
        r"(?P<year>(?:19|20)[0-9]{2})",
    )
)


@dataclass(frozen=True, kw_only=True)
class TypedDate:
    """A date as far as it was typed: at least a year, or a day and a month."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def words(self) -> str:
        """5 March 2019, 5 March, March 2019, or 2019."""
        month = LONG_MONTHS[self.month - 1] if self.month else ""
        return " ".join(str(part) for part in (self.day, month, self.year) if part)


def take_date(text: str, *, today: date) -> tuple[TypedDate | None, str]:
    """The first date in a text, and the text without it. Days come before months unless that is no date.

    A year of two digits is the last such year that has begun, by ``today``.
    """
    for form in _FORMS:
        for found in form.finditer(text):
            if typed := _read(found.groupdict(), today):
                return typed, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _read(parts: dict[str, str | None], today: date) -> TypedDate | None:
    word, year = parts.get("word"), _year(parts.get("year"), today)
    month = MONTHS.index(word[:3].lower()) + 1 if word else _number(parts.get("month"))
    day = _number(parts.get("day"))
    for one, other in ((day, month), (month, day)):
        if _exists(one, other, year):
            return TypedDate(year=year, month=other, day=one)
        if word:
            return None
    return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _year(digits: str | None, today: date) -> int | None:
    if digits is None or len(digits) == 4:
        return _number(digits)
    this_century = today.year // 100 * 100 + int(digits)
    return this_century if this_century <= today.year else this_century - 100


def _exists(day: int | None, month: int | None, year: int | None) -> bool:
    try:
        date(year or 2024, month or 1, day or 1)  # 2024 has a 29 February
    except ValueError:
        return False
    return True
