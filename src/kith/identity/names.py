"""Reads a person's name in parts: what they are called, their other names, their last names."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kith.identity.skeleton import skeleton, tokens

PLACEHOLDERS = frozenset(
    "baby unborn ubb bb bump foetus infant newborn neonate unknown twin triplet boy girl male female child not known nk na none nil tba tbc of"
    " mother father unnamed unk xx xxx test".split()
)
"""Words that stand where a name is not known: "Baby of Leanne Carter", "Unknown boy"."""
PARTICLES = frozenset(
    "van der den de da dos do das del di du la le les el al bin binti ibn bint von zu ter and y e".split()
)
OFTEN_A_FORENAME = frozenset(
    skeleton(word) for word in ("muhammad", "mohd", "md", "syed", "abdul", "abdullah", "bibi")
)
"""First parts that many brothers share, where the second part is the name that they are called by."""


@dataclass(frozen=True, slots=True)
class Name:
    """A full name in parts, small ASCII letters. ``given`` in their order; ``last`` is every part of the last name.

    A name of one part may be either, and is read as given.
    """

    given: tuple[str, ...]
    last: tuple[str, ...]


def name_in_parts(full: str) -> Name:
    """ "Zoë May Smith-Jones" is given (zoe, may), last (smithjones, smith, jones), and so is "Smith-Jones, Zoë May".

    Placeholders are nobody: "Baby of Leanne Carter" has no given name.
    """
    family, comma, given = _joined(full).partition(",")
    if comma and family.strip() and given.strip():
        return Name(_given(_words(given)), _last(_words(family)))
    words = _words(f"{family} {given}")
    if not words:
        return Name((), ())
    if any(part in PLACEHOLDERS for part in words[0].parts):
        named = [word for word in words if not set(word.parts) <= PLACEHOLDERS]
        return Name((), _last(named[-1:]))
    if len(words) == 1:
        return Name(words[0].parts, ())
    return Name(_given(words[:-1]), _last(words[-1:]))


class Word(NamedTuple):
    """One word of a name: its parts in small letters, and what it is without its article (Al-Hassan is Hassan too)."""

    parts: tuple[str, ...]
    bare: tuple[str, ...]


_NOBODY = re.compile(r"(?<![\w/])(n/a|n/k|n\.k\.?|n\.a\.?|d/k|\?+)(?![\w/])", re.IGNORECASE)
_ARTICLE = re.compile(r"[ae]l[-'’](?=\w{4})", re.IGNORECASE)


@lru_cache(maxsize=200_000)
def _words(text: str) -> list[Word]:
    words = _NOBODY.sub(" unknown ", text).split()
    return [
        Word(parts, tokens(_ARTICLE.sub("", word)) if _ARTICLE.match(word) else ())
        for word in words
        if (parts := tokens(word))
    ]


def _given(words: list[Word]) -> tuple[str, ...]:
    parts = [part for word in words for part in word.parts]
    if not parts or parts[0] in PLACEHOLDERS:
        return ()
    return (parts[0], *(part for part in parts[1:] if part not in PARTICLES))


def _last(words: list[Word]) -> tuple[str, ...]:
    """Every part, before them all of them joined, and each that has an article without it."""
    named = [part for word in words for part in word.parts if part not in PLACEHOLDERS]
    kept = [part for part in named if part not in PARTICLES] or named
    together = ("".join(kept),) if len(kept) > 1 else ()
    return (*together, *(part for word in words for part in word.bare), *kept)


_APART = re.compile(r"\b([AaEe]l|[Oo]|[Mm]a?c)['’]?\s+(?=\w{2})")


def _joined(full: str) -> str:
    """Keep "Al Hassan", "O Brien" and "Mac Donald" one word."""
    return _APART.sub(r"\1-", full)


def called_by(name: Name) -> tuple[str, ...]:
    """The names that somebody answers to, the likeliest first: of Mohammed Ali, Ali; of Ka-Yan and Anna Maria, joined too.

    The first part of a name like Mohammed Ali says little: ``forenames_of`` has it.
    """
    if len(name.given) < 2:
        return name.given
    first, second = name.given[0], name.given[1]
    together = first + second
    return (second, together) if skeleton(first) in OFTEN_A_FORENAME else (first, together)


def middle_names(name: Name) -> tuple[str, ...]:
    """The given names after the one that somebody is called by."""
    often = len(name.given) > 1 and skeleton(name.given[0]) in OFTEN_A_FORENAME
    return name.given[2:] if often else name.given[1:]


def forename_of(name: Name) -> str:
    """The skeleton of a first part that many share, where another part follows it; else an empty string."""
    often = len(name.given) > 1 and skeleton(name.given[0]) in OFTEN_A_FORENAME
    return skeleton(name.given[0]) if often else ""
