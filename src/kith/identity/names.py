"""How well two people's names agree, said carefully enough for twins."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kith.identity.nicknames import beside
from kith.identity.skeleton import skeleton, tokens

PLACEHOLDERS = frozenset(
    "baby unborn infant newborn unknown twin triplet boy girl male female child not known nk na tba of mother"
    " father unnamed unk".split()
)
"""Words that stand where a name is not known: "Baby of Leanne Carter", "Unknown boy"."""
PARTICLES = frozenset("van der den de da dos do bin binti ibn bint la le von and".split())
OFTEN_A_FORENAME = frozenset(
    skeleton(word) for word in ("muhammad", "mohd", "md", "syed", "abdul", "abdullah", "bibi")
)
"""First parts that many brothers share, where the second part is the name that they are called by."""


class Agreement(StrEnum):
    """From the same spelling to certainly different; ``unsure`` is for a person to judge."""

    SAME = "same"
    CALLED = "called"
    ALIKE = "alike"
    UNSURE = "unsure"
    DIFFERENT = "different"
    MISSING = "missing"


AGREES = frozenset({Agreement.SAME, Agreement.CALLED, Agreement.ALIKE})
"""The agreements that are enough to link by; the others go to a person."""


@dataclass(frozen=True, slots=True)
class Name:
    """A full name in parts, small ASCII letters: ``given`` in their order, ``last`` (two parts where hyphened)."""

    given: tuple[str, ...]
    last: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.given[0] if self.given else ""


def name_in_parts(full: str) -> Name:
    """ "Zoë May Smith-Jones" is given (zoe, may), last (smith, jones). One part alone is given; placeholders are nobody."""
    words = [tokens(word) for word in _joined(full).split()]
    words = [word for word in words if word]
    if words and any(part in PLACEHOLDERS for part in words[0]):
        named = [word for word in words if not set(word) <= PLACEHOLDERS]
        return Name((), named[-1] if named else ())
    if len(words) < 2:
        return Name(words[0] if words else (), ())
    given = [part for word in words[:-1] for part in word]
    return Name((given[0], *(part for part in given[1:] if part not in PARTICLES)), words[-1])


_APART = re.compile(r"\b([AaEe]l|[Oo]|[Mm]a?c)['’]?\s+(?=\w{2})")


def _joined(full: str) -> str:
    """Keep "Al Hassan", "O Brien" and "Mac Donald" one word."""
    return _APART.sub(r"\1-", full.replace(",", " "))


@lru_cache(maxsize=100_000)
def agreement_of(one: str, other: str) -> Agreement:
    """How two single parts agree. Skeletons alone are not enough: Hassan and Hussain, Amir and Amira share theirs."""
    if not one or not other:
        return Agreement.MISSING
    if one == other:
        return Agreement.SAME
    if _is_spelling(one, other):
        return Agreement.ALIKE
    if may_be_called(one, other):
        return Agreement.CALLED
    if skeleton(one) == skeleton(other):
        return Agreement.UNSURE
    if len(one) == 1 or len(other) == 1:
        return Agreement.UNSURE if one[0] == other[0] else Agreement.DIFFERENT
    return Agreement.UNSURE if _one_slip_apart(one, other) else Agreement.DIFFERENT


def may_be_called(one: str, other: str) -> bool:
    """Whether two parts are two ways of calling one person: listed together, or spelt like one that is."""
    near = any(name == other or _is_spelling(name, other) for name in beside(one))
    return near or any(name == one or _is_spelling(name, one) for name in beside(other))


def _is_spelling(one: str, other: str) -> bool:
    return skeleton(one) == skeleton(other) and _sound_alike(one, other)


_VOWELS = (("aye|ee|ea|ie|ei|ai|ay|ey|y", "i"), ("oo|ou|u", "o"), ("aa", "a"), ("h", ""), ("[^aeio]+", " "))


def _sound_alike(one: str, other: str) -> bool:
    """Whether the vowels of two parts with one skeleton follow each other alike; a plain e may be any short vowel.

    One or two consonants are too little to go by (Mia and Maya): then all but doubles and a silent h must be equal.
    """
    if len(skeleton(one)) < 3:
        return _plain(one) == _plain(other)
    if (one[-1] == "a") != (other[-1] == "a") and not {one[-1], other[-1]} <= {"a", "h"}:
        return False  # Alexander and Alexandra, Daniel and Daniela
    first, second = _vowels(one), _vowels(other)
    return len(first) == len(second) and all(
        a == b or "e" in (a, b) for a, b in zip(first, second, strict=True)
    )


def _vowels(part: str) -> str:
    sounded = part[0].replace("y", "j") + part[1:].rstrip("h")
    sounded = sounded[:-1] if len(sounded) > 3 and sounded.endswith("e") else sounded
    for pattern, to in _VOWELS:
        sounded = re.sub(pattern, to, sounded)
    return re.sub(r"(.)\1+", r"\1", sounded).replace(" ", "")


def _plain(part: str) -> str:
    return re.sub(r"(.)\1+", r"\1", part.rstrip("h").replace("y", "i"))


def _one_slip_apart(one: str, other: str) -> bool:
    """One letter more, less, wrong or changed over with its neighbour, in parts of four letters or more."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, rest_of_other = one[start:], other[start:]
    changed_over = rest[:2][::-1] == rest_of_other[:2] and rest[2:] == rest_of_other[2:]
    return (
        rest[1:] == rest_of_other[1:]
        or rest[1:] == rest_of_other
        or rest == rest_of_other[1:]
        or changed_over
    )


def first_names(one: Name, other: Name) -> Agreement:
    """How the given names agree. Where later ones contradict each other, or only a shared forename agrees, nobody is sure."""
    if not one.given or not other.given:
        return Agreement.MISSING
    first = agreement_of(one.first, other.first)
    if first in AGREES:
        return first if _later_names_allow(one, other) else Agreement.UNSURE
    crossed = [agreement_of(one.first, part) for part in other.given[1:]]
    crossed += [agreement_of(other.first, part) for part in one.given[1:]]
    # Called by a middle name: likely where one spells it exactly, and no more than a thought elsewhere.
    return Agreement.CALLED if Agreement.SAME in crossed else first


def _later_names_allow(one: Name, other: Name) -> bool:
    later, later_of_other = one.given[1:], other.given[1:]
    if later and later_of_other:
        return any(agreement_of(a, b) in AGREES for a in later for b in later_of_other)
    often = skeleton(one.first) in OFTEN_A_FORENAME or skeleton(other.first) in OFTEN_A_FORENAME
    return not often or bool(later) == bool(later_of_other)


def last_names(one: Name, other: Name) -> Agreement:
    """How the last names agree; one shared part of a double-barrelled name is enough."""
    if not one.last or not other.last:
        return Agreement.MISSING
    if set(one.last) & set(other.last):
        return Agreement.SAME
    alike = {skeleton(part) for part in one.last} & {skeleton(part) for part in other.last}
    return Agreement.ALIKE if alike else Agreement.DIFFERENT
