"""One description beside another: how they agree, and what that weighs."""

from dataclasses import dataclass
from functools import cached_property

from kith.identity import comparisons as by
from kith.identity.commonness import Commonness
from kith.identity.comparisons import MISSING
from kith.identity.model import Levels, Model, levels_of
from kith.identity.names import OFTEN_A_FORENAME
from kith.identity.skeleton import skeleton
from kith.identity.slips import is_misspelt
from kith.identity.traits import Traits
from kith.identity.types import Evidence


def _numbers(comparison: by.CompareBy, *names: str) -> frozenset[int]:
    return frozenset(comparison.number_of(name) for name in names)


_PLACE = {one.name: place for place, one in enumerate(by.COMPARISONS)}
_FIRST, _LAST, _BIRTH, _SEX = (_PLACE[name] for name in ("first_name", "last_name", "birth", "sex"))
_NUMBERS = (_PLACE["nhs_number"], _PLACE["upn"])
_ADDRESS, _PHONE, _GUARDIAN = (_PLACE[name] for name in ("address", "phone", "guardian"))

FIRST_AGREES = _numbers(by.FIRST_NAME, "same", "also", "spelt", "swapped")
"""The agreements that are enough to link by; the others go to a person, or need a number besides."""
FIRST_EXACT = _numbers(by.FIRST_NAME, "same", "also", "swapped")
FIRST_WITH_NUMBER = _numbers(by.FIRST_NAME, "called", "part", "initial")
"""Two ways of calling one person, or a letter of a name: enough where a number agrees too."""
FIRST_RIVALS = FIRST_AGREES | _numbers(by.FIRST_NAME, "later_differ", "middle")
"""Where one person's first name is exactly what was said, only such a one can be meant as well."""
FIRST_MAY_BE = FIRST_AGREES | FIRST_WITH_NUMBER | _numbers(by.FIRST_NAME, "slip", "middle") | {MISSING}
"""What two descriptions of one person may well have; twins known by both names do not."""
FIRST_SLIP = _numbers(by.FIRST_NAME, "slip", "part")
FIRST_SWAPPED = _numbers(by.FIRST_NAME, "swapped")
FIRST_DIFFERS = _numbers(by.FIRST_NAME, "differ")
_LAST_WHOLE = _numbers(by.LAST_NAME, "same", "spelt")
LAST_AGREES = _numbers(by.LAST_NAME, "same", "also", "spelt", "middle")
LAST_SLIP = _numbers(by.LAST_NAME, "slip")
BORN_SAME = _numbers(by.BIRTH, "same")
BORN_CLOSE = _numbers(by.BIRTH, "turned", "slip", "year_apart", "rough", "new_year")
BORN_ROUGH = _numbers(by.BIRTH, "rough", "new_year")
BORN_EXPECTED = _numbers(by.BIRTH, "expected")
_SAME_DOOR = _numbers(by.ADDRESS, "door", "road")
_SAME_STREET = _SAME_DOOR | _numbers(by.ADDRESS, "postcode")


@dataclass(frozen=True)
class Comparison:
    """Two descriptions compared. ``weight`` is in bits, the prior included, and is what ``evidence`` sums to."""

    one: Traits
    other: Traits
    levels: Levels
    weight: float
    model: Model
    common: Commonness

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """What was found, in words and bits."""
        return self.model.explain(self.levels, self.one, self.other, self.common)

    @property
    def agreement(self) -> float:
        """The weight without the prior: how far the two agree, whoever they are."""
        return self.weight - self.common.prior

    @property
    def first(self) -> int:
        return self.levels[_FIRST]

    @property
    def first_is_often_shared(self) -> bool:
        """Whether it is a first part like Muhammad, after which brothers have names of their own."""
        return any(skeleton(one.first) in OFTEN_A_FORENAME for one in (self.one, self.other))

    @property
    def last(self) -> int:
        return self.levels[_LAST]

    @property
    def last_is_whole(self) -> bool:
        """Whether the last names agree, and not in a part only beside which each has another: Ali Warsame, Nur Warsame."""
        one, other = set(self.one.lasts), set(self.other.lasts)
        return self.last in _LAST_WHOLE and (one <= other or other <= one or min(len(one), len(other)) == 1)

    @property
    def birth(self) -> int:
        return self.levels[_BIRTH]

    @property
    def birth_is_vague(self) -> bool:
        """Whether one birth may be in more than two calendar months."""
        return any(_months(one.born_to) - _months(one.born_from) > 1 for one in (self.one, self.other))

    @property
    def births_differ(self) -> bool:
        return self.birth not in BORN_SAME | BORN_CLOSE | BORN_EXPECTED | {MISSING}

    @property
    def same_number(self) -> bool:
        return any(self.levels[place] == 0 for place in _NUMBERS)

    @property
    def numbers_differ(self) -> bool:
        return any(self.levels[place] == 1 for place in _NUMBERS)

    @property
    def household(self) -> bool:
        """Whether anything says that the two live together."""
        return self.levels[_ADDRESS] in _SAME_STREET or self.same_people

    @property
    def same_home(self) -> bool:
        """Whether the door, the telephone or a carer is the same: more than a street."""
        return self.same_door or self.same_people

    @property
    def same_door(self) -> bool:
        return self.levels[_ADDRESS] in _SAME_DOOR

    @property
    def same_people(self) -> bool:
        """Whether a telephone or a carer is the same."""
        return self.levels[_PHONE] == 0 or self.levels[_GUARDIAN] == 0

    @property
    def household_is_told(self) -> bool:
        """Whether there is anything to say whether the two live together."""
        return any(self.levels[place] != MISSING for place in (_ADDRESS, _PHONE, _GUARDIAN))

    @property
    def is_slip_of_the_pen(self) -> bool:
        """Whether one first name is the other with a letter wrong or parts missing, and hardly anybody is called so."""
        return self.first in FIRST_SLIP and is_misspelt(self.one.first, self.other.first, common=self.common)

    @property
    def is_named_as_a_carer(self) -> bool:
        """Whether a parent or carer has their first name: fathers and sons share a name and a door."""
        firsts = {skeleton(first) for one in (self.one, self.other) for first in one.firsts}
        return any(carer in firsts for one in (self.one, self.other) for carer in one.carers)

    @property
    def sexes_differ(self) -> bool:
        return self.levels[_SEX] == 1

    @property
    def kinds_differ(self) -> bool:
        """Whether they are said to be a child and an adult; a file may not say which."""
        return self.one.kind != self.other.kind and "" not in (self.one.kind, self.other.kind)

    @property
    def both_unborn(self) -> bool:
        return self.one.kind == self.other.kind == "unborn"

    @property
    def unborn(self) -> bool:
        return "unborn" in (self.one.kind, self.other.kind)


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[4:6])


def compare(one: Traits, other: Traits, *, model: Model, common: Commonness) -> Comparison:
    """Compare two descriptions. It is the same either way round."""
    levels = levels_of(one, other)
    return Comparison(one, other, levels, model.weigh(levels, one, other, common), model, common)
