"""Follows an agency's own stable key for a person, unless it has plainly been given to somebody else."""

from uuid import UUID

from kith.identity import weights
from kith.identity.comparison import Births, compare
from kith.identity.names import Agreement
from kith.identity.traits import Traits
from kith.identity.types import Candidate, Evidence

SAME_KEY = Evidence(
    comparison="sender_key", bits=weights.SENDER_KEY_SAME, words="The same agency keeps both under one key."
)


def is_somebody_else(new: Traits, before: Traits) -> bool:
    """Whether two of three disagree: first names, births, numbers. One alone is a correction, or a child renamed."""
    found = compare(new, before)
    return (
        sum((found.first is Agreement.DIFFERENT, found.births is Births.DIFFERENT, found.numbers_differ)) >= 2
    )


def followed(new: Traits, *, person: UUID, description: UUID, before: Traits) -> Candidate:
    """The person whom the agency's key stands for, as a candidate with its evidence."""
    evidence = (*compare(new, before).evidence, SAME_KEY)
    weight = sum(one.bits for one in evidence)
    return Candidate(
        person=person,
        description=description,
        weight=weight,
        chance=weights.chance(weight),
        band=weights.band(weight),
        evidence=evidence,
    )
