"""Whether a text holds a value that must stay hidden, in any of the forms in which people and machines write it.

Pure: no database, and no pattern is compiled from a hidden value, so that none stays in a cache.
"""

import itertools
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from kith.people.unwrapping import ways_of

LEFT_OUT = {
    "initials": "L.H., 14 Q.R. cannot be told from any other few letters",
    "a town or a district alone": "half of all entries name one, and most families stay in theirs",
    "a number alone": "14 says nothing without its street",
    "a common street or house name alone": "High Street and Rose Cottage are everywhere; they count beside a number or a district",
    "a first name alone": "it is borne by many; a name counts with its surname",
    "numbers as words": "Fourteen Quarry Rise is found by its street where that is rare, and not otherwise",
    "national grid letters and numbers": "they are not turned into a place on the map",
}
"""Forms that are not searched, each with why."""
MAY_BE_FALSE = {
    "street": "another home, or a shop, in the same street",
    "house name": "another house of the same name",
    "district and street": "a street of that name in the same district that was named for another reason",
    "place on the map": "two decimal numbers side by side that happen to be within 0.02 degrees of the place",
    "name": "another person of the same two names",
    "place": "a school or a practice that is named for another child",
}
"""Forms whose hit may mean something else: why a person looks before anything is sent or lost."""
NEAR = 200
"""A district and a street within so many characters of each other name one place."""
CLOSE = 0.02
"""Degrees: about two kilometres."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Sought:
    """One form of a hidden value. ``letters`` are small letters and digits alone; ``beside`` must stand near them."""

    form: str
    letters: str
    edges: str = "anywhere"
    """``anywhere``; ``apart`` or in one word; ``whole``: apart at both ends; ``digits``: not within a longer number."""
    beside: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class OnTheMap:
    """A place by its degrees north and east."""

    north: float
    east: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Hidden:
    """Everything by which one hidden value is looked for."""

    sought: tuple[Sought, ...] = ()
    on_the_map: tuple[OnTheMap, ...] = ()


@dataclass(frozen=True, kw_only=True, repr=False)
class Prepared:
    """One text in one of its ways: small plain letters, and the same without anything between them."""

    way: str
    said: str
    folded: str
    letters: str


def prepared(text: str) -> tuple[Prepared, ...]:
    """A text in every way in which it can be read, ready to be looked through for many values."""
    return tuple(_prepared(way, told) for way, told in ways_of(text))


def forms_found(views: Iterable[Prepared], hidden: Hidden) -> tuple[str, ...]:
    """The forms in which a value stands in a text: ``postcode``, ``postcode in base64``, ``street reversed``."""
    found: dict[str, None] = {}
    for view in views:
        for form in _forms_in(view, hidden):
            found[f"{form} in {view.way}" if view.way else form] = None
    return tuple(found)


_BETWEEN = re.compile(r"[^a-z0-9]+")
_NOT_PLAIN = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Small letters without accents; letters that only look different become plain ones."""
    if not text.isascii():
        text = _NOT_PLAIN.sub(lambda found: anyascii(found[0]), unicodedata.normalize("NFKC", text))
    return text.lower()


def letters_of(text: str) -> str:
    """Letters and digits alone: what is left of case, spaces, punctuation, accents, tags and line ends."""
    return _BETWEEN.sub("", fold(text))


def _prepared(way: str, text: str) -> Prepared:
    folded = fold(text)
    return Prepared(way=way, said=text, folded=folded, letters=_BETWEEN.sub("", folded))


def _forms_in(view: Prepared, hidden: Hidden) -> Iterator[str]:
    places: array[int] | None = None
    for one in hidden.sought:
        for letters, turned in ((one.letters, ""), (one.letters[::-1], " reversed")):
            if letters not in view.letters or (turned and letters == one.letters):
                continue
            places = places or _places(view.folded)
            if any(
                _is_beside(one, start, end, view.folded)
                for start, end in _standing(letters, one.edges, view, places)
            ):
                yield one.form + turned
    if not view.way:
        yield from _alike(view, hidden)
    if hidden.on_the_map:
        yield from _on_the_map(view.said, hidden.on_the_map)


_LOOK_ALIKE = str.maketrans("oilszbq", "0115289")


def _alike(view: Prepared, hidden: Hidden) -> Iterator[str]:
    """Letters that a picture's text is misread as: O for 0, I and l for 1, S for 5, Z for 2, B for 8."""
    letters = view.letters.translate(_LOOK_ALIKE)
    alike = Prepared(way="", said="", folded=view.folded, letters=letters)
    places: array[int] | None = None
    for one in hidden.sought:
        wanted = one.letters.translate(_LOOK_ALIKE)
        if len(wanted) < 6 or one.beside or wanted not in letters or one.letters in view.letters:
            continue
        places = places or _places(view.folded)
        if any(True for _ in _standing(wanted, one.edges, alike, places)):
            yield f"{one.form} in look-alike letters"


def _places(folded: str) -> "array[int]":
    """Where each letter of the squeezed text stands in the folded one: made only where something may be found."""
    return array("I", (at for at, letter in enumerate(folded) if letter.isascii() and letter.isalnum()))


def _standing(letters: str, edges: str, view: Prepared, places: "array[int]") -> Iterator[tuple[int, int]]:
    """Where in the folded text the letters stand with the edges that they must have."""
    at = view.letters.find(letters)
    while at >= 0:
        last = at + len(letters) - 1
        first_apart = at == 0 or places[at - 1] != places[at] - 1
        last_apart = last + 1 == len(places) or places[last + 1] != places[last] + 1
        if _edges_hold(
            edges, view.letters, at, last, first_apart, last_apart, places[last] - places[at] == last - at
        ):
            yield places[at], places[last]
        at = view.letters.find(letters, at + 1)


def _edges_hold(
    edges: str, letters: str, first: int, last: int, first_apart: bool, last_apart: bool, in_one_word: bool
) -> bool:
    if edges == "whole":
        return first_apart and last_apart
    if edges == "apart":
        return (first_apart and last_apart) or in_one_word
    if edges == "digits":
        return not (
            (not first_apart and letters[first].isdigit() and letters[first - 1] in "123456789")
            or (not last_apart and letters[last].isdigit() and letters[last + 1].isdigit())
        )
    return True


def _is_beside(one: Sought, start: int, end: int, folded: str) -> bool:
    """Whether what must stand near it does, as a word of its own."""
    if not one.beside:
        return True
    near = folded[max(0, start - NEAR) : end + NEAR]
    return one.beside in _BETWEEN.split(near)


_DEGREES = re.compile(r"(?<![\d.])-?\d{1,3}\.\d{2,}")
_GEOHASH = re.compile(r"(?<![0-9A-Za-z])[0-9b-hjkmnp-z]{5,12}(?![0-9A-Za-z])")
_BASE32 = "0123456789bcdefghjkmnpqrstuvwxyz"


def _on_the_map(text: str, hidden: Sequence[OnTheMap]) -> Iterator[str]:
    numbers = [(found.start(), float(found[0])) for found in _DEGREES.finditer(text)]
    for (at, one), (after, other) in itertools.pairwise(numbers):
        if after - at <= 60 and any(
            _is_near(one, other, place) or _is_near(other, one, place) for place in hidden
        ):
            yield "place on the map"
            break
    wanted = {code for place in hidden for code in _geohashes(place)}
    if any(found[0][:5] in wanted for found in _GEOHASH.finditer(text.lower())):
        yield "geohash"


def _is_near(north: float, east: float, place: OnTheMap) -> bool:
    """A missing minus sign counts as one: west is often written as a letter."""
    return abs(north - place.north) <= CLOSE and abs(abs(east) - abs(place.east)) <= CLOSE


def _geohashes(place: OnTheMap) -> set[str]:
    """The first five letters of every geohash within ``CLOSE`` of a place (a square of them is 0.04 degrees wide)."""
    return {
        geohash(north=place.north + up, east=place.east + across)
        for up in (-CLOSE, 0, CLOSE)
        for across in (-CLOSE, 0, CLOSE)
    }


def geohash(*, north: float, east: float, length: int = 5) -> str:
    """The geohash of a place: bits of east and north in turn, five to a letter."""
    ends = {0: [-180.0, 180.0], 1: [-90.0, 90.0]}
    bits = 0
    for step in range(length * 5):
        low_high, value = ends[step % 2], (east, north)[step % 2]
        middle = sum(low_high) / 2
        upper = value >= middle
        low_high[0 if upper else 1] = middle
        bits = bits * 2 + upper
    return "".join(_BASE32[bits >> 5 * place & 31] for place in reversed(range(length)))
