"""What must hold before a link is made without asking anybody: each guard that does not, in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kith.identity import weights
from kith.identity.comparison import Births, Comparison
from kith.identity.names import AGREES, Agreement

CLOSE_BIRTHS = frozenset({Births.SAME, Births.NEAR, Births.OVERLAP})


@dataclass(frozen=True, slots=True)
class Standing:
    """One person beside a new description: the comparison that agrees best, and one for each of their descriptions."""

    best: Comparison
    every: Sequence[Comparison]


def held_back_by(first: Standing, others: Sequence[Standing], *, truncated: bool = False) -> tuple[str, ...]:
    """Why a person must decide whether the description is of ``first``; nothing where a link may be automatic.

    ``others`` are all other people found, best first; ``truncated`` says that there were more than were looked at.
    """
    reasons = [
        *_of_names(first.best),
        *_of_birth(first.best),
        *_of_the_person(first),
        *_of_others(first, others),
    ]
    if truncated:
        reasons.append("More people share these details than could be compared.")
    return tuple(dict.fromkeys(reasons))


def _of_names(best: Comparison) -> Iterator[str]:
    """A number alone never links: brothers' and sisters' numbers get copied."""
    if best.first is Agreement.MISSING:
        yield "There is no first name to compare."
    elif best.first is Agreement.DIFFERENT:
        yield "The first names differ."
    elif best.first is Agreement.UNSURE:
        yield "The first names are alike, but may be two people’s."
    if best.last not in AGREES and not (best.same_number and best.births is Births.SAME):
        yield "The last names do not agree."


def _of_birth(best: Comparison) -> Iterator[str]:
    if best.unborn:
        yield "One is unborn: a person always confirms who an unborn child became."
    elif best.births is Births.DIFFERENT:
        yield "The dates of birth differ."
    elif best.births not in CLOSE_BIRTHS and not best.same_number:
        yield "There is neither a date of birth nor a number to compare."


def _of_the_person(first: Standing) -> Iterator[str]:
    """No weak link in a chain: the new description must be able to live with every one that the person has."""
    if any(one.numbers_differ for one in first.every):
        yield "Their NHS numbers or pupil numbers differ."
    if any(one.agreement < weights.CHAIN_LEAST for one in first.every):
        yield "Another description of the same person hardly agrees with this one."
    if any(one.kinds_differ and not one.unborn for one in first.every):
        yield "One is said to be a child and the other an adult."
    if first.best.sexes_differ:
        yield "They are said to be of different sexes."


def _of_others(first: Standing, others: Sequence[Standing]) -> Iterator[str]:
    if others and first.best.weight - others[0].best.weight < weights.MARGIN:
        yield "Somebody else fits nearly as well."
    for other in others:
        if may_be_twin(other.best) and not _is_told_apart(first.best, other.best):
            yield "Somebody of the same household has the same date of birth: they may be twins."


def may_be_twin(comparison: Comparison) -> bool:
    """Same day of birth and same household, or same last name where no household is known."""
    together = comparison.household or comparison.last in AGREES
    return comparison.births in (Births.SAME, Births.EXPECTED) and together


def _is_told_apart(first: Comparison, other: Comparison) -> bool:
    """The new description spells the first one's name exactly, and the other's is certainly another name."""
    return first.first is Agreement.SAME and other.first is Agreement.DIFFERENT
