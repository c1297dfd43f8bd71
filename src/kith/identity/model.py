"""The weights that agreements carry: read from a model that Splink has trained, and summed into a score in bits."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log2
from typing import Any

from kith.identity.commonness import Commonness
from kith.identity.comparisons import COMPARISONS, FIRST_NAME, HOUSEHOLD, LAST_NAME, MISSING, CompareBy
from kith.identity.traits import Traits
from kith.identity.types import Evidence
from kith.kernel.errors import BadInput

LEAST_PROBABILITY = 1e-12
"""Splink's own floor below which a probability is not taken."""
HOUSEHOLD_WORDS = "Address, telephone and carers say one thing together: the same household."
FAMILY_WORDS = "Home, telephone, carers and last name say one thing together: the same family."
Levels = tuple[int, ...]
"""For each comparison the number of its level; -1 where it could not be made."""


@dataclass(frozen=True)
class Frequency:
    """A level whose weight follows the commonness of a name: ``usual`` is the share that it was trained on."""

    column: str
    usual: float
    weight: float


@dataclass(frozen=True)
class Model:
    """``bits[comparison][level]``; the last of each is what a missing comparison weighs: nothing."""

    version: str
    bits: tuple[tuple[float, ...], ...]
    frequencies: tuple[Mapping[int, Frequency], ...]
    household_most: float

    def weigh(self, levels: Levels, one: Traits, other: Traits, common: Commonness) -> float:
        """The weight of two descriptions that agree so, in bits, the prior included."""
        total, household = common.prior, 0.0
        of_household = _of_household(levels)
        for place, level in enumerate(levels):
            bits = self._bits(place, level, one, other, common)
            if place in of_household:
                household += bits
            else:
                total += bits
        return total + min(household, self.household_most)

    def _bits(self, place: int, level: int, one: Traits, other: Traits, common: Commonness) -> float:
        """What one comparison weighs: more than usual where the name that agrees is rare, less where it is common."""
        bits = self.bits[place][level]
        frequency = self.frequencies[place].get(level)
        if frequency is None:
            return bits
        mine, theirs = getattr(one, frequency.column), getattr(other, frequency.column)
        return bits + frequency.weight * common.bits(frequency.column, mine, theirs, frequency.usual)

    def uncapped(self, levels: Levels, one: Traits, other: Traits, common: Commonness) -> float:
        """The weight as Splink sums it: the household counts in full, and there is no prior."""
        return sum(self._bits(place, level, one, other, common) for place, level in enumerate(levels))

    def explain(self, levels: Levels, one: Traits, other: Traits, common: Commonness) -> tuple[Evidence, ...]:
        """Every comparison in words and bits; they sum to ``weigh``. No value of the descriptions is in the words."""
        found = [
            Evidence(
                comparison="prior",
                bits=common.prior,
                words="Before anything is compared, hardly anybody is the same person.",
            )
        ]
        household, of_household = 0.0, _of_household(levels)
        for place, level in enumerate(levels):
            if level == MISSING:
                continue
            bits = self._bits(place, level, one, other, common)
            household += bits if place in of_household else 0.0
            words = COMPARISONS[place].levels[level].words
            found.append(Evidence(comparison=COMPARISONS[place].name, bits=bits, words=words))
        if household > self.household_most:
            found.append(
                Evidence(
                    comparison="household",
                    bits=self.household_most - household,
                    words=FAMILY_WORDS if of_household is _FAMILY else HOUSEHOLD_WORDS,
                )
            )
        return tuple(found)


_IN_HOUSEHOLD = frozenset(place for place, one in enumerate(COMPARISONS) if one.name in HOUSEHOLD)
_FAMILY = _IN_HOUSEHOLD | {COMPARISONS.index(LAST_NAME)}
_FIRST, _FIRST_DIFFERS = COMPARISONS.index(FIRST_NAME), FIRST_NAME.number_of("differ")
_LAST, _LAST_DIFFERS = COMPARISONS.index(LAST_NAME), LAST_NAME.number_of("differ")


def _of_household(levels: Levels) -> frozenset[int]:
    """What says one thing together: a home, and where first names differ the family's name too, as brothers share both."""
    as_siblings = levels[_FIRST] == _FIRST_DIFFERS and levels[_LAST] not in (_LAST_DIFFERS, MISSING)
    return _FAMILY if as_siblings else _IN_HOUSEHOLD


_ASKED = tuple(
    (one.missing.asked, tuple(level.test.asked for level in one.levels if level.test)) for one in COMPARISONS
)


def levels_of(one: Traits, other: Traits) -> Levels:
    """How two descriptions agree, comparison by comparison. It is the same either way round."""
    found = []
    for missing, tests in _ASKED:
        if missing(one, other):
            found.append(MISSING)
            continue
        level = 0
        for test in tests:
            if test(one, other):
                break
            level += 1
        found.append(level)
    return tuple(found)


def model_from(splink: Mapping[str, Any], *, version: str, household_most: float) -> Model:
    """Import the settings that Splink saves (``save_model_to_json``). BadInput where comparisons or levels are not ours.

    A level is known by its ``label_for_charts``, which is its name in ``comparisons.py``.
    """
    given = {one["output_column_name"]: one["comparison_levels"] for one in splink.get("comparisons", ())}
    if set(given) != {one.name for one in COMPARISONS}:
        raise BadInput("model", f"It compares {sorted(given)}, which is not what Kith compares.")
    bits, frequencies = [], []
    for comparison in COMPARISONS:
        weighed, by_frequency = _read(comparison, given[comparison.name])
        bits.append(weighed)
        frequencies.append(by_frequency)
    return Model(version, tuple(bits), tuple(frequencies), household_most)


def _read(
    comparison: CompareBy, given: Sequence[Mapping[str, Any]]
) -> tuple[tuple[float, ...], Mapping[int, Frequency]]:
    levels = {one.get("label_for_charts", ""): one for one in given if not one.get("is_null_level")}
    if set(levels) != {one.name for one in comparison.levels}:
        raise BadInput("model", f"The levels of {comparison.name} are not Kith's: {sorted(levels)}.")
    bits, frequencies = [], {}
    for number, level in enumerate(comparison.levels):
        held = levels[level.name]
        try:
            m, u = (max(float(held[name]), LEAST_PROBABILITY) for name in ("m_probability", "u_probability"))
        except (KeyError, TypeError, ValueError):
            raise BadInput("model", f"{comparison.name}: level {level.name} has not been trained.") from None
        bits.append(log2(m / u))
        if column := held.get("tf_adjustment_column"):
            frequencies[number] = Frequency(column, u, float(held.get("tf_adjustment_weight", 1.0)))
    return (*bits, 0.0), frequencies


@lru_cache(maxsize=1)
def _held() -> dict[str, Any]:
    held: dict[str, Any] = json.loads((files("kith.identity") / "trained" / "in_use.json").read_text("utf-8"))
    return held


@lru_cache(maxsize=1)
def model_in_use() -> Model:
    """The model that Kith weighs with, from ``trained/in_use.json``."""
    about = _held()["kith"]
    most = float(about["household_most_bits"])
    return model_from(_held()["splink"], version=about["version"], household_most=most)


def splink_in_use() -> dict[str, Any]:
    """The same model as Splink saved it, for linking in bulk."""
    settings: dict[str, Any] = _held()["splink"]
    return settings
