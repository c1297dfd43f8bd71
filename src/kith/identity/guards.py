"""What must hold before a link is made without asking anybody: each guard that does not, in a sentence."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.identity import bands
from kith.identity.comparison import (
    BORN_CLOSE,
    BORN_EXPECTED,
    BORN_ROUGH,
    BORN_SAME,
    FIRST_AGREES,
    FIRST_DIFFERS,
    FIRST_EXACT,
    FIRST_MAY_BE,
    FIRST_RIVALS,
    FIRST_SWAPPED,
    FIRST_WITH_NUMBER,
    LAST_AGREES,
    LAST_SLIP,
    Comparison,
    compare,
)
from kith.identity.comparisons import MISSING

NEARLY_AS_WELL = "Somebody else fits nearly as well."
MAY_BE_TWINS = "Somebody of the same household has the same date of birth: they may be twins."


@dataclass(frozen=True, slots=True)
class Standing:
    """One person beside a new description: the comparison that agrees best, and one for each of their descriptions."""

    best: Comparison
    every: Sequence[Comparison]
    person: UUID | None = None


Apart = Callable[[UUID | None, UUID | None], bool]
"""Whether somebody said of two people that they are not the same."""


def nobody_said(one: UUID | None, other: UUID | None) -> bool:
    """Where no two people have been said to be apart."""
    return False


def held_back_by(
    first: Standing, others: Sequence[Standing], *, truncated: bool = False, apart: Apart = nobody_said
) -> tuple[str, ...]:
    """Why a person must decide whether the description is of ``first``; nothing where a link may be automatic.

    ``others`` are all other people found, best first; ``truncated`` says that there were more than were looked at.
    """
    reasons = [
        *_of_names(first.best),
        *_of_birth(first.best),
        *_of_the_person(first),
        *_of_others(first, others, apart),
    ]
    if truncated:
        reasons.append("More people share these details than could be compared.")
    return tuple(dict.fromkeys(reasons))


def _of_names(best: Comparison) -> Iterator[str]:
    """A number alone never links: brothers' and sisters' numbers get copied."""
    if best.first == MISSING:
        yield "There is no first name to compare."
    elif best.first in FIRST_DIFFERS:
        yield "The first names differ."
    elif not _first_names_agree(best):
        yield "The first names are alike, but may be two people’s."
    if not _last_names_agree(best):
        yield "The last names do not agree."


def _first_names_agree(best: Comparison) -> bool:
    """Exactly; or as two spellings, or one name and a slip of it, where the rest fits: twins have two names that are known.

    A letter, or a way of saying a name, fits a twin too: they need a number.
    """
    if best.first in FIRST_EXACT or (best.first in FIRST_AGREES and (best.same_number or best.same_people)):
        return True
    if best.birth not in BORN_SAME:
        return False
    if best.same_number:
        return best.first in FIRST_WITH_NUMBER or best.is_slip_of_the_pen
    if best.first_is_often_shared or best.sexes_differ or best.last not in LAST_AGREES:
        return False
    return best.household and (best.first in FIRST_AGREES or best.is_slip_of_the_pen)


def _last_names_agree(best: Comparison) -> bool:
    """A child may be known by either parent's name: enough where all else that tells twins apart is the same."""
    if best.last in LAST_AGREES or best.first in FIRST_SWAPPED:
        return True
    if best.birth not in BORN_SAME or best.first_is_often_shared:
        return False
    at_home = best.same_home or (best.last in LAST_SLIP and best.household)
    return best.same_number or (best.first in FIRST_EXACT and at_home)


def _of_birth(best: Comparison) -> Iterator[str]:
    if best.unborn:
        yield "One is unborn: a person always confirms who an unborn child became."
    elif best.births_differ:
        yield "The dates of birth differ."
    elif best.birth in BORN_ROUGH and not _is_rough_enough(best):
        yield "One birth is known only roughly, and too little else says that it is one person."
    elif best.birth in BORN_CLOSE - BORN_ROUGH and not (
        best.first in FIRST_EXACT and (best.household or best.same_number)
    ):
        yield "The dates of birth are close, not the same, and nothing else says that it is one person."
    elif best.birth == MISSING and not (best.same_number or _is_the_name_at_home(best)):
        yield "There is neither a date of birth nor a number to compare."
    elif best.weight < bands.AUTOMATIC_ALONE and not (best.household or best.same_number):
        yield "The names and the birth agree, but nothing else does: there are namesakes born on one day."


def _is_rough_enough(best: Comparison) -> bool:
    """A month of birth with a home, or a number: a year, or 1 January, fits brothers and cousins too."""
    is_month_at_home = best.same_home and not best.birth_is_vague
    return best.same_number or is_month_at_home or _is_the_name_at_home(best)


def _is_the_name_at_home(best: Comparison) -> bool:
    """The whole name at one door, where nobody else is likely to have it: cousins share a part, fathers and sons all of it."""
    shared = best.first_is_often_shared or best.is_named_as_a_carer
    return best.first in FIRST_EXACT and best.last_is_whole and best.same_door and not shared


def _of_the_person(first: Standing) -> Iterator[str]:
    """No weak link in a chain: the new description must be able to live with every one that the person has."""
    if any(one.numbers_differ for one in first.every):
        yield "Their NHS numbers or pupil numbers differ."
    if any(one.agreement < bands.CHAIN_LEAST for one in first.every):
        yield "Another description of the same person hardly agrees with this one."
    if any(one.kinds_differ and one.birth not in BORN_SAME and not one.unborn for one in first.every):
        yield "One is said to be a child and the other an adult."
    if first.best.sexes_differ and not (_names_and_birth_are_exact(first.best) and first.best.same_home):
        yield "They are said to be of different sexes."
    if bands.CONFIRMED_AT <= first.best.weight < bands.AUTOMATIC_LEAST:
        yield "They agree well, but others may agree as well by chance."


def _names_and_birth_are_exact(best: Comparison) -> bool:
    return best.first in FIRST_EXACT and best.birth in BORN_SAME


def _of_others(first: Standing, others: Sequence[Standing], apart: Apart) -> Iterator[str]:
    said: set[str] = set()
    for other in others:
        near = first.best.weight - other.best.weight < bands.MARGIN
        reason = NEARLY_AS_WELL if near else MAY_BE_TWINS
        if reason in said or not (near or may_be_twin(other.best)) or _is_told_apart(first.best, other.best):
            continue
        if apart(first.person, other.person) or not _are_likely_one(first, other, near=near):
            said.add(reason)
            yield reason


def is_worth_asking(best: Comparison) -> bool:
    """Whether a person is asked: also below evens, unless they are plainly two, or two unborn children of two homes.

    Furthest below where nothing says that the names or births differ, and a home, or a name and a birth, speak for it:
    what agrees is just what twins and namesakes lack.
    """
    if _are_plainly_two(best):
        return best.weight >= bands.CONFIRMED_AT
    if best.weight >= bands.EVENS:
        return True
    something_for = best.household or MISSING not in (best.first, best.birth)
    nothing_against = best.first not in FIRST_DIFFERS and not best.births_differ
    if something_for and nothing_against:
        return best.weight >= bands.NEVER_ASKED_BELOW
    return best.weight >= bands.ASKED_AT and not best.both_unborn


def _are_plainly_two(best: Comparison) -> bool:
    """Whether two things that seldom are mistakes say so: a number of their own, another name, another birth, child and adult."""
    against = (best.first in FIRST_DIFFERS, best.births_differ, best.numbers_differ, best.kinds_differ)
    return sum(against) > 1


def may_be_twin(comparison: Comparison) -> bool:
    """Same day of birth and same household, or same last name where no household is known."""
    together = comparison.household or (comparison.last in LAST_AGREES and not comparison.household_is_told)
    return comparison.birth in BORN_SAME | BORN_EXPECTED and together


def _is_told_apart(first: Comparison, other: Comparison) -> bool:
    """The first one's name and birth are exactly what was said, and the other's name is not, nor another spelling of it."""
    return _names_and_birth_are_exact(first) and other.first not in FIRST_RIVALS


def _are_likely_one(first: Standing, other: Standing, *, near: bool) -> bool:
    """Whether the two people found are likely one, whom nobody has joined yet: then either is right.

    Where the other fits nearly as well, their names must agree; elsewhere a slip between their names is no other name.
    """
    found = compare(first.best.other, other.best.other, model=first.best.model, common=first.best.common)
    same_name = found.first in FIRST_EXACT
    names = FIRST_AGREES if near else FIRST_MAY_BE
    births = BORN_SAME | BORN_ROUGH | {MISSING} if same_name and not found.kinds_differ else BORN_SAME
    alike = found.first in names and found.birth in births and not found.numbers_differ
    return alike and (same_name or not found.sexes_differ) and found.weight >= bands.CONFIRMED_AT
