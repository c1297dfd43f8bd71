"""Reads what somebody typed into the one search box."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kith.identity import identifiers
from kith.identity.keys import key, name_keys
from kith.identity.skeleton import tokens
from kith.identity.typed_dates import TypedDate, take_date

FILLERS = frozenset(
    "born dob d.o.b birthday date birth nhs no number tel telephone phone mobile postcode upn child called named name"
    " aka the of and or at in on known as".split()
)
MOST_PARTS = 8


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing that was typed. ``keys`` are the alternatives by which it is found; ``what`` is its kind."""

    what: str
    typed: str
    keys: frozenset[int]
    words: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """All that was typed: parts that are looked for, and a year of birth that only narrows."""

    parts: tuple[Part, ...]
    year: int | None = None

    @property
    def understood(self) -> tuple[str, ...]:
        year = (f"born in {self.year}",) if self.year else ()
        return tuple(part.words for part in self.parts) + year


_SEPARATED_NHS = re.compile(r"(?<!\d)\d{3}[ \-]?\d{3}[ \-]?\d{4}(?!\d)")
_UPN = re.compile(r"\b[A-Za-z]\d{11}[\dA-Za-z]\b")
_PHONE = re.compile(r"(?<!\d)(?:\+44|0)[\d ()\-]{8,14}\d(?!\d)")
_POSTCODE = re.compile(rf"\b{identifiers.POSTCODE.pattern}\b", re.IGNORECASE)


def _postcode(typed: str) -> str:
    return identifiers.postcode(typed).replace(" ", "")


_NUMBERS: tuple[tuple[str, re.Pattern[str], Callable[[str], str], str], ...] = (
    ("nhs_number", _SEPARATED_NHS, identifiers.nhs_number, "an NHS number"),
    ("upn", _UPN, identifiers.upn, "a pupil number"),
    ("phone", _PHONE, identifiers.phone, "a telephone number"),
    ("postcode", _POSTCODE, _postcode, "a postcode"),
)


def read(text: str, *, area: str, today: date) -> Asked:
    """Read numbers, then a date, then names. ``today`` settles years of two digits."""
    parts: list[Part] = []
    rest = text[:200]
    for what, form, valid, words in _NUMBERS:
        rest, found = _take(rest, form, valid)
        parts += [
            Part(what=what, typed=value, keys=frozenset({key(area, what, value)}), words=words)
            for value in found
        ]
    typed, rest = take_date(rest, today=today)
    if typed and (typed.month or typed.day):
        parts.append(_birth(typed, area))
    parts += [_name(token, area) for token in _name_tokens(rest, alone=not parts)]
    year = typed.year if typed and not typed.month else None
    return Asked(parts=tuple(dict.fromkeys(parts))[:MOST_PARTS], year=year)


def _take(text: str, form: re.Pattern[str], valid: Callable[[str], str]) -> tuple[str, list[str]]:
    """The valid values of one form, and the text without them."""
    found = []

    def take(match: re.Match[str]) -> str:
        if value := valid(match[0]):
            found.append(value)
            return " "
        return match[0]

    return form.sub(take, text), found


def _birth(typed: TypedDate, area: str) -> Part:
    if typed.day and typed.year:
        parts = ("born", f"{typed.year:04}{typed.month:02}{typed.day:02}")
    elif typed.day:
        parts = ("birthday", f"{typed.month:02}{typed.day:02}")
    else:
        parts = ("born_month", f"{typed.year:04}{typed.month:02}")
    what = "born on" if typed.day and typed.year else "with a birthday on" if typed.day else "born in"
    return Part(
        what="birth", typed=typed.words, keys=frozenset({key(area, *parts)}), words=f"{what} {typed.words}"
    )


def _name_tokens(text: str, *, alone: bool) -> list[str]:
    """The parts of names, without the words around them, unless those are all there is: No and An are names too."""
    kept = [word for word in text.split() if word.lower().strip(":,.") not in FILLERS]
    return list(tokens(" ".join(kept)) or (tokens(text) if alone else ()))


def _name(token: str, area: str) -> Part:
    keys = frozenset(key(area, *parts) for parts in name_keys(token))
    return Part(what="name", typed=token, keys=keys, words=f"called {token.capitalize()}")
