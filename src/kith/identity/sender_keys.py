"""Follows an agency's own stable key for a person, unless it has plainly been given to somebody else."""

from uuid import UUID

from kith.identity import bands
from kith.identity.commonness import AS_IN_A_TOWN, Commonness
from kith.identity.comparison import FIRST_DIFFERS, compare
from kith.identity.model import model_in_use
from kith.identity.traits import Traits
from kith.identity.types import Candidate, Evidence

SAME_KEY = Evidence(
    comparison="sender_key", bits=bands.SENDER_KEY_SAME, words="The same agency keeps both under one key."
)


def is_somebody_else(new: Traits, before: Traits) -> bool:
    """Whether two of three disagree: first names, births, numbers. One alone is a correction, or a child renamed."""
    found = compare(new, before, model=model_in_use(), common=AS_IN_A_TOWN)
    return sum((found.first in FIRST_DIFFERS, found.births_differ, found.numbers_differ)) >= 2


def followed(
    new: Traits, *, person: UUID, description: UUID, before: Traits, common: Commonness
) -> Candidate:
    """The person whom the agency's key stands for, as a candidate with its evidence."""
    found = compare(new, before, model=model_in_use(), common=common)
    evidence = (*found.evidence, SAME_KEY)
    weight = sum(one.bits for one in evidence)
    return Candidate(
        person=person,
        description=description,
        weight=weight,
        chance=bands.chance(weight),
        band=bands.band(weight),
        evidence=evidence,
    )
