"""Reads what somebody typed into the one search box."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kith.identity import identifiers
from kith.identity.address_words import (
    TypedAddress,
    number_key,
    take_by_kind,
    take_by_number,
    take_whole,
    word_key,
)
from kith.identity.keys import key, name_keys
from kith.identity.near_spellings import one_slip_from
from kith.identity.skeleton import skeleton, tokens
from kith.identity.typed_ages import TypedAge, aged, take_age
from kith.identity.typed_dates import TypedDate, take_date

FILLERS = frozenset(
    "born dob d.o.b birthday date birth nhs no number tel telephone phone mobile postcode upn child called named name"
    " aka the of and or at in on known as lives living lived address age aged old about flat from near".split()
)
MOST_PARTS = 8
MOST_TYPED = 200
OLDEST_BY_A_BARE_NUMBER = 17
"""Kate 6 is Kate, aged 6; Kate 42 lives at 42."""
LEADS_TO_A_DOOR = frozenset({"phone", "postcode", "outward", "road", "house_number"})
"""Kinds of parts that must never find somebody whose address is confidential."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing that was typed: ``what`` is its kind, ``keys`` are the alternatives by which it is found.

    An age or a year has no keys, only the days of birth (``born``) that it means: it narrows. A name that was read
    loosely has besides ``slips`` (spellings one slip away), ``slip_keys`` by which those are found, and ``doors``:
    the keys that it has as a word of an address.
    """

    what: str
    typed: str
    words: str
    keys: frozenset[int] = frozenset()
    born: tuple[date, date] | None = None
    slips: frozenset[str] = frozenset()
    slip_keys: frozenset[int] = frozenset()
    doors: frozenset[int] = frozenset()

    @property
    def reach(self) -> frozenset[int]:
        """Every key under which somebody may stand who answers this part."""
        return self.keys | self.slip_keys | self.doors


@dataclass(frozen=True, kw_only=True)
class Asked:
    """All that was typed, in one reading of it. It can be looked for when any part has keys."""

    parts: tuple[Part, ...]

    @property
    def understood(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.words for part in self.parts))

    @property
    def can_be_looked_for(self) -> bool:
        return any(part.reach for part in self.parts)


_SEPARATED_NHS = re.compile(r"(?<!\d)\d{3}[ \-]?\d{3}[ \-]?\d{4}(?!\d)")
_UPN = re.compile(r"\b[A-Za-z]\d{11}[\dA-Za-z]\b")
_PHONE = re.compile(r"(?<!\d)(?:\+44|0)[\d ()\-]{8,14}\d(?!\d)")
_POSTCODE = re.compile(rf"\b{identifiers.POSTCODE.pattern}\b", re.IGNORECASE)
_OUTWARD = re.compile(r"(?<![\w/])[A-Z]{1,2}[0-9][A-Z0-9]?(?![\w/])(?: [0-9](?=\s*$))?", re.IGNORECASE)


def _postcode(typed: str) -> str:
    return identifiers.postcode(typed).replace(" ", "")


def _outward(typed: str) -> str:
    return typed.split()[0].upper()


_Form = tuple[str, re.Pattern[str], Callable[[str], str], str]
_NUMBERS: tuple[_Form, ...] = (
    ("nhs_number", _SEPARATED_NHS, identifiers.nhs_number, "an NHS number"),
    ("upn", _UPN, identifiers.upn, "a pupil number"),
    ("phone", _PHONE, identifiers.phone, "a telephone number"),
    ("postcode", _POSTCODE, _postcode, "a postcode"),
    ("outward", _OUTWARD, _outward, "the first half of a postcode"),
)


def read(text: str, *, area: str, today: date) -> tuple[Asked, ...]:
    """The ways in which a text can be read, the likeliest first. ``today`` settles ages and years of two digits.

    Numbers are read before addresses and dates, those before ages, and names last. ``12 quay`` is an address, else an
    age and a name; ``Amira Lane`` is a name, else a road.
    """
    parts: list[Part] = []
    rest = text[:MOST_TYPED]
    for form in _NUMBERS:
        rest, found = _taken(rest, form, area)
        parts += found
    home, rest = take_whole(rest)
    typed, rest = take_date(rest, today=today)
    age, rest = take_age(rest, today=today)
    parts += [*_at(home, area), *([_birth(typed, area)] if typed else []), *([_age(age)] if age else [])]
    return tuple(_asked([*parts, *door], words, area, today) for door, words in _readings(rest, area))


def _asked(parts: Sequence[Part], words: str, area: str, today: date) -> Asked:
    tokens = _name_tokens(words, alone=not parts)
    names = [_name(token, area) for token in tokens]
    bare = _BARE.search(words)
    others = [*parts, *names]
    if bare and others and not any(part.born for part in others):
        years = int(bare[0])
        others.append(
            _age(aged(years, today=today)) if years <= OLDEST_BY_A_BARE_NUMBER else _house(bare[0], area)
        )
    return Asked(parts=tuple(dict.fromkeys(others))[:MOST_PARTS])


_BARE = re.compile(r"(?<![\w/.\-])\d{1,3}(?![\w/.\-])")


def _readings(text: str, area: str) -> list[tuple[list[Part], str]]:
    """Address parts and the words that are left, for each way of reading them."""
    home, rest = take_by_number(text)
    if home:
        return [(_at(home, area), rest), ([], text)]
    home, rest = take_by_kind(text)
    return [([], text), (_at(home, area), rest)] if home else [([], text)]


def _taken(text: str, form: _Form, area: str) -> tuple[str, list[Part]]:
    """The text without the valid values of one form, and those as parts."""
    what, pattern, valid, words = form
    found: list[Part] = []

    def take(match: re.Match[str]) -> str:
        value = valid(match[0])
        if value:
            found.append(Part(what=what, typed=value, keys=_keys([(what, value)], area), words=words))
        return " " if value else match[0]

    return pattern.sub(take, text), found


def _keys(parts: Iterable[Sequence[str]], area: str) -> frozenset[int]:
    return frozenset(key(area, *one) for one in parts)


def _birth(typed: TypedDate, area: str) -> Part:
    if not typed.month:
        return _year(typed)
    if typed.day and typed.year:
        parts, what = ("born", f"{typed.year:04}{typed.month:02}{typed.day:02}"), "born on"
    elif typed.day:
        parts, what = ("birthday", f"{typed.month:02}{typed.day:02}"), "with a birthday on"
    else:
        parts, what = ("born_month", f"{typed.year:04}{typed.month:02}"), "born in"
    return Part(what="birth", typed=typed.words, keys=_keys([parts], area), words=f"{what} {typed.words}")


def _year(typed: TypedDate) -> Part:
    year = typed.year or 1
    born = date(year, 1, 1), date(year, 12, 31)
    return Part(what="year", typed=str(year), words=f"born in {year}", born=born)


def _age(typed: TypedAge) -> Part:
    return Part(
        what="age", typed=typed.words, words=f"aged {typed.words} now", born=(typed.first, typed.last)
    )


def _at(home: TypedAddress | None, area: str) -> list[Part]:
    if home is None:
        return []
    return [*(_house(number, area) for number in home.numbers), *(_road(word, area) for word in home.words)]


def _house(number: str, area: str) -> Part:
    words = f"at number {number}"
    return Part(what="house_number", typed=number, keys=_keys([number_key(number)], area), words=words)


def _road(word: str, area: str) -> Part:
    words = f"with {word.capitalize()} in an address"
    return Part(what="road", typed=word, keys=_keys([word_key(word)], area), words=words)


def _name_tokens(text: str, *, alone: bool) -> list[str]:
    """The parts of names, without the words around them, unless those are all there is: No and An are names too."""
    kept = [word for word in text.split() if word.lower().strip(":,.") not in FILLERS]
    return list(tokens(" ".join(kept)) or (tokens(text) if alone else ()))


def _name(token: str, area: str) -> Part:
    keys = _keys(name_keys(token), area)
    return Part(what="name", typed=token, keys=keys, words=f"called {token.capitalize()}")


def loosely(question: Asked, *, area: str) -> Asked:
    """The same question, where each name may have one slip in it, or may be a word of an address."""
    return Asked(parts=tuple(_loose(part, area) if part.what == "name" else part for part in question.parts))


def _loose(part: Part, area: str) -> Part:
    slips = one_slip_from(part.typed)
    keys = _keys((("name", bones) for bones in {skeleton(slip) for slip in slips}), area)
    return replace(
        part, slips=slips, slip_keys=keys - part.keys, doors=_keys([word_key(part.typed)], area) - part.keys
    )
