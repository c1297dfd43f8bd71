"""Compares two descriptions field by field: what was found, in bits and in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import log2

from kith.identity import weights
from kith.identity.names import Agreement, Name, first_names, last_names
from kith.identity.traits import Traits
from kith.identity.types import Evidence

BEFORE_EXPECTED, AFTER_EXPECTED = timedelta(days=42), timedelta(days=28)
"""A baby born this long before, or after, the day on which an unborn child was expected may be that child."""
CHILDHOOD_DAYS = 18 * 365


class Births(StrEnum):
    """How two births agree; ``near`` is one part of the date wrong, ``overlap`` where one is known only roughly."""

    SAME = "same"
    NEAR = "near"
    OVERLAP = "overlap"
    EXPECTED = "expected"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One description beside another. ``weight`` is the sum of the evidence's bits, the prior included."""

    evidence: tuple[Evidence, ...]
    first: Agreement
    last: Agreement
    births: Births
    same_number: bool
    numbers_differ: bool
    household: bool
    sexes_differ: bool
    kinds_differ: bool
    unborn: bool

    @property
    def weight(self) -> float:
        return sum(one.bits for one in self.evidence)

    @property
    def agreement(self) -> float:
        """The weight without the prior: how far the two agree, whoever they are."""
        return self.weight - weights.PRIOR


def compare(one: Traits, other: Traits) -> Comparison:
    """Compare a new description (``one``) with a kept one. It is the same either way round."""
    first, last = _best_names(one, other)
    births = births_agree(one, other)
    numbers = [held for what in _NUMBERS if (held := _number(what, one, other))]
    household = _household(one, other)
    sexes_differ = bool(one.sex and other.sex and one.sex != other.sex)
    said: list[Evidence | None] = [
        Evidence(
            comparison="prior",
            bits=weights.PRIOR,
            words="Before anything is compared, hardly anybody is the same person.",
        ),
        _FIRST[first],
        _LAST[last],
        _births(births, one, other),
        _sex(one, other),
        *numbers,
        household,
    ]
    return Comparison(
        evidence=tuple(one_said for one_said in said if one_said is not None),
        first=first,
        last=last,
        births=births,
        same_number=any(number.bits > 0 for number in numbers),
        numbers_differ=any(number.bits < 0 for number in numbers),
        household=household is not None and household.bits > 0,
        sexes_differ=sexes_differ,
        kinds_differ=one.kind != other.kind,
        unborn="unborn" in (one.kind, other.kind),
    )


def _evidence(comparison: str, bits: float, words: str) -> Evidence:
    return Evidence(comparison=comparison, bits=bits, words=words)


_FIRST: dict[Agreement, Evidence | None] = {
    Agreement.SAME: _evidence("first_name", weights.FIRST_NAME_SAME, "The first names are the same."),
    Agreement.CALLED: _evidence(
        "first_name", weights.FIRST_NAME_CALLED, "One first name is a way of saying the other."
    ),
    Agreement.ALIKE: _evidence(
        "first_name", weights.FIRST_NAME_ALIKE, "The first names are two spellings of one."
    ),
    Agreement.UNSURE: _evidence(
        "first_name", weights.FIRST_NAME_UNSURE, "The first names are alike, but may be two people’s."
    ),
    Agreement.DIFFERENT: _evidence("first_name", weights.FIRST_NAME_DIFFERS, "The first names differ."),
    Agreement.MISSING: None,
}
_LAST: dict[Agreement, Evidence | None] = {
    Agreement.SAME: _evidence("last_name", weights.LAST_NAME_SAME, "The last names are the same."),
    Agreement.ALIKE: _evidence(
        "last_name", weights.LAST_NAME_ALIKE, "The last names are two spellings of one."
    ),
    Agreement.DIFFERENT: _evidence("last_name", weights.LAST_NAME_DIFFERS, "The last names differ."),
    Agreement.MISSING: None,
}
_NUMBERS = {
    "nhs_number": ("NHS numbers", weights.NHS_NUMBER_SAME, weights.NHS_NUMBER_DIFFERS),
    "upn": ("pupil numbers", weights.UPN_SAME, weights.UPN_DIFFERS),
}


def _best_names(one: Traits, other: Traits) -> tuple[Agreement, Agreement]:
    """The agreement of the two names, among all that either is called by, that carries most.

    First and last may have changed places, and a name of one part may be either.
    """
    mine = [*one.names, *(Name(name.last, name.given) for name in one.names)]
    pairs = [_names(a, b) for a in mine for b in (*other.names, *_lone_last_names(other))]
    return max(pairs, key=_names_bits, default=(Agreement.MISSING, Agreement.MISSING))


def _lone_last_names(traits: Traits) -> list[Name]:
    return [Name((), name.given) for name in traits.names if len(name.given) == 1 and not name.last]


def _names(one: Name, other: Name) -> tuple[Agreement, Agreement]:
    return first_names(one, other), last_names(one, other)


def _names_bits(pair: tuple[Agreement, Agreement]) -> float:
    first, last = _FIRST[pair[0]], _LAST[pair[1]]
    return (first.bits if first else 0.0) + (last.bits if last else 0.0)


def _number(what: str, one: Traits, other: Traits) -> Evidence | None:
    mine, theirs = getattr(one, what), getattr(other, what)
    if not mine or not theirs:
        return None
    words, same, differs = _NUMBERS[what]
    if mine == theirs:
        return _evidence(what, same, f"The {words} are the same.")
    return _evidence(what, differs, f"The {words} differ.")


def _sex(one: Traits, other: Traits) -> Evidence | None:
    if not one.sex or not other.sex:
        return None
    if one.sex == other.sex:
        return _evidence("sex", weights.SEX_SAME, "Both are said to be of the same sex.")
    return _evidence("sex", weights.SEX_DIFFERS, "They are said to be of different sexes.")


def births_agree(one: Traits, other: Traits) -> Births:
    """How two births agree, an expected one included."""
    if one.born_on and other.born_on:
        return _days_agree(one.born_on, other.born_on)
    if one.born_from and one.born_to and other.born_from and other.born_to:
        overlap = one.born_from <= other.born_to and other.born_from <= one.born_to
        return Births.OVERLAP if overlap else Births.DIFFERENT
    if one.expected_on and other.expected_on and not (one.born_on or other.born_on):
        return (
            Births.EXPECTED
            if abs(one.expected_on - other.expected_on) <= BEFORE_EXPECTED
            else Births.DIFFERENT
        )
    for born, expected in ((one.born_on, other.expected_on), (other.born_on, one.expected_on)):
        if born and expected:
            around = expected - BEFORE_EXPECTED <= born <= expected + AFTER_EXPECTED
            return Births.EXPECTED if around else Births.DIFFERENT
    return Births.UNKNOWN


def _days_agree(one: date, other: date) -> Births:
    if one == other:
        return Births.SAME
    changed_over = one.year == other.year and (one.day, one.month) == (other.month, other.day)
    parts_same = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    year_slip = abs(one.year - other.year) in (1, 10, 100)
    if changed_over or (parts_same == 2 and (one.year == other.year or year_slip)):
        return Births.NEAR
    return Births.DIFFERENT


def _births(births: Births, one: Traits, other: Traits) -> Evidence | None:
    if births is Births.UNKNOWN:
        return None
    if births is Births.OVERLAP:
        return _evidence("birth", _overlap_bits(one, other), "The ages agree, as far as they are known.")
    return _BIRTHS[births]


_BIRTHS = {
    Births.SAME: _evidence("birth", weights.BIRTH_SAME, "The dates of birth are the same."),
    Births.NEAR: _evidence("birth", weights.BIRTH_CLOSE, "The dates of birth differ by a slip of the pen."),
    Births.EXPECTED: _evidence("birth", weights.BIRTH_EXPECTED, "The baby was expected at about that time."),
    Births.DIFFERENT: _evidence("birth", weights.BIRTH_DIFFERS, "The dates of birth differ."),
}


def _overlap_bits(one: Traits, other: Traits) -> float:
    """The wider the interval, the less it says: half a childhood is one bit."""
    widest = max((traits.born_to - traits.born_from).days + 1 for traits in (one, other))  # type: ignore[operator]
    return max(0.0, min(weights.BIRTH_SAME - 1, log2(CHILDHOOD_DAYS / widest)))


_HOUSEHOLD: tuple[tuple[str, float, Callable[[Traits], object]], ...] = (
    ("postcode", weights.POSTCODE_SAME, lambda traits: traits.postcode),
    ("address", weights.UPRN_SAME, lambda traits: traits.uprn),
    ("telephone number", weights.PHONE_SAME, lambda traits: traits.phone),
)


def _household(one: Traits, other: Traits) -> Evidence | None:
    """Postcode, address, telephone and guardians together, capped: they say one thing, that two live together."""
    same = [(what, bits) for what, bits, of in _HOUSEHOLD if of(one) and of(one) == of(other)]
    if one.guardians & other.guardians:
        same.append(("guardian", weights.GUARDIAN_SAME))
    if same:
        bits = min(weights.HOUSEHOLD_MOST, sum(bits for _, bits in same))
        return _evidence("household", bits, f"The same {_listed([what for what, _ in same])}.")
    if one.postcode and other.postcode:
        return _evidence("household", weights.POSTCODE_DIFFERS, "The postcodes differ.")
    return None


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
