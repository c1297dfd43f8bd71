"""Reads addresses as the words and numbers by which somebody remembers them: 12 quay, quay street."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kith.identity import identifiers
from kith.identity.skeleton import skeleton, tokens

MOST_WORDS = 8
"""So many words of one address make keys."""
_ABBREVIATED = {
    "street": "st str", "road": "rd", "avenue": "ave av", "lane": "ln", "close": "cl", "drive": "drv", "court": "ct", "place": "pl",
    "gardens": "gdns", "terrace": "ter terr", "crescent": "cres", "grove": "gr", "square": "sq", "way": "", "walk": "wlk",
    "mews": "", "row": "", "rise": "", "hill": "", "view": "", "green": "grn", "parade": "pde", "estate": "est", "house": "",
}  # fmt: skip
KINDS = {short: kind for kind, others in _ABBREVIATED.items() for short in (kind, *others.split())}
"""What a road is called by after its name, and how it is shortened."""
_PLAIN = frozenset("street road avenue lane close drive".split())
"""Kinds that so many addresses have that they say nothing."""
_LEFT_OUT = frozenset("flat apartment apt unit room floor the of and no number".split())
_KIND = rf"(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})"
_WORD = r"[^\W\d_][^\W\d_'’\-]*"
_HOUSE = r"(?P<house>\d{1,4}[a-z]?)"
_FULL = re.compile(
    rf"(?<![\w/.]){_HOUSE}[,\s]+(?P<road>(?:{_WORD}\s+){{1,3}}?{_KIND})\b(?![\w/])", re.IGNORECASE
)
_BY_NUMBER = re.compile(rf"(?<![\w/.]){_HOUSE}[,\s]+(?:the\s+)?(?P<road>{_WORD})(?![\w/])", re.IGNORECASE)
_BY_KIND = re.compile(rf"(?<!\w)(?P<road>{_WORD}\s+{_KIND})(?!\w)", re.IGNORECASE)
_FLAT = re.compile(r"(?<!\w)(?:flat|apartment|apt|unit)\s+(?P<house>\d{1,4}[a-z]?)(?!\w),?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\w)\d{1,4}[a-z]?(?!\w)")
_POSTCODE = re.compile(rf"\b{identifiers.POSTCODE.pattern}\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class TypedAddress:
    """As much of an address as was typed."""

    numbers: tuple[str, ...]
    words: tuple[str, ...]


def take_whole(text: str) -> tuple[TypedAddress | None, str]:
    """A house number, a road and its kind (12 Quay Street), with a flat before it; and the text without them."""
    return _take(_FULL, text)


def take_by_number(text: str) -> tuple[TypedAddress | None, str]:
    """A number and the word after it (12 quay): it may be a road, or an age before a name."""
    return _take(_BY_NUMBER, text)


def take_by_kind(text: str) -> tuple[TypedAddress | None, str]:
    """A word and a kind of road after it (quay street): it may be a name as well, such as Amira Lane."""
    return _take(_BY_KIND, text)


def _take(form: re.Pattern[str], text: str) -> tuple[TypedAddress | None, str]:
    found = form.search(text)
    words = _kept(tokens(_ALONE.sub(" ", found["road"]))) if found else ()
    if not found or not words:
        return None, text
    house = found.groupdict().get("house")
    numbers, rest = [house.lower()] if house else [], f"{text[: found.start()]} {text[found.end() :]}"
    if flat := _FLAT.search(rest):
        numbers.append(flat["house"].lower())
        rest = f"{rest[: flat.start()]} {rest[flat.end() :]}"
    return TypedAddress(numbers=tuple(numbers), words=words), rest


_ALONE = re.compile(r"(?<!\w)(?:the|no)(?!\w)", re.IGNORECASE)


def address_keys(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The keys of one address: each number, and each word that says something."""
    text = _POSTCODE.sub(" ", ", ".join(lines))
    for number in dict.fromkeys(_NUMBER.findall(text.lower())):
        yield number_key(number)
    for word in _kept(tokens(text))[:MOST_WORDS]:
        yield word_key(word)


def number_key(number: str) -> tuple[str, ...]:
    """The key of a house or flat number."""
    return "house_number", number


def word_key(word: str) -> tuple[str, ...]:
    """The key of one word of an address, by its skeleton unless that is too short to mean anything."""
    bones = skeleton(word)
    return "road_word", bones if len(bones) > 2 else word


def _kept(words: Sequence[str]) -> tuple[str, ...]:
    """Without flat and floor, and without Street and Road unless that is all there is."""
    whole = [KINDS.get(word, word) for word in words if word not in _LEFT_OUT and len(word) > 1]
    return tuple(dict.fromkeys([word for word in whole if word not in _PLAIN] or whole))
