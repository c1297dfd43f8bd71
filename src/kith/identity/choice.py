"""Chooses, from the people who share something with a new description, whether it is of one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kith.identity import weights
from kith.identity.comparison import Comparison, compare
from kith.identity.guards import Standing, held_back_by
from kith.identity.traits import Traits
from kith.identity.types import Candidate

MOST_CANDIDATES = 5
KEY_REUSED = "The same agency kept somebody else under this key before."
Kept = Sequence[tuple[UUID, Traits]]
"""A person's descriptions: id and traits of each."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """``outcome``: linked, possible or new. ``candidates``, best first, are those worth keeping."""

    outcome: str
    candidates: tuple[Candidate, ...] = ()

    @property
    def band(self) -> str:
        return self.candidates[0].band if self.candidates else "low"

    @property
    def to_review(self) -> tuple[Candidate, ...]:
        """The candidates about whom a person is asked."""
        if self.outcome != "possible":
            return ()
        return tuple(one for one in self.candidates if one.band != "low")


def choose(
    new: Traits, people: Mapping[UUID, Kept], *, truncated: bool = False, key_was_of: UUID | None = None
) -> Choice:
    """Whether ``new`` describes one of ``people``: linked where sure and nothing holds it back, else possible or new.

    ``key_was_of`` is somebody plainly different whom the same agency kept under the same key: then nothing is
    automatic, and a person is asked about them too.
    """
    ranked = rank(new, people)
    standings = [standing for _, _, standing in ranked]
    candidates = []
    for place, (person, description, standing) in enumerate(ranked):
        if place < MOST_CANDIDATES or person == key_was_of:
            held_back = _holding_back(standings, place, truncated) + ((KEY_REUSED,) if key_was_of else ())
            candidates.append(candidate(person, description, standing, held_back))
    candidates = [_asked_about(one) if one.person == key_was_of else one for one in candidates]
    kept = tuple(one for one in candidates if one.chance >= weights.WORTH_KEEPING or one.person == key_was_of)
    if all(one.band == "low" for one in kept):
        return Choice(outcome="new", candidates=kept)
    return Choice(outcome="linked" if kept[0].band == "confirmed" else "possible", candidates=kept)


def _asked_about(one: Candidate) -> Candidate:
    return replace(one, band="possible")


def _holding_back(standings: Sequence[Standing], place: int, truncated: bool) -> tuple[str, ...]:
    """Only the first can be linked to; for those after it, that somebody fits better is reason enough."""
    if place:
        return ("Somebody else fits better.",)
    return held_back_by(standings[0], standings[1:], truncated=truncated)


Ranked = tuple[UUID, UUID, Standing]


def rank(new: Traits, people: Mapping[UUID, Kept]) -> list[Ranked]:
    """Every person with the description of theirs that agrees best, best first. Equal weights are ranked by id."""
    found = [(person, *_standing(new, kept)) for person, kept in people.items() if kept]
    return sorted(found, key=lambda one: (-one[2].best.weight, one[0]))


def _standing(new: Traits, kept: Kept) -> tuple[UUID, Standing]:
    every: list[tuple[UUID, Comparison]] = [
        (description, compare(new, traits)) for description, traits in kept
    ]
    description, best = max(every, key=lambda one: one[1].weight)
    return description, Standing(best=best, every=[comparison for _, comparison in every])


def candidate(person: UUID, description: UUID, standing: Standing, held_back: tuple[str, ...]) -> Candidate:
    """A person as a candidate. What is held back is possible at most, however much the weight says."""
    weight = standing.best.weight
    band = weights.band(weight)
    return Candidate(
        person=person,
        description=description,
        weight=weight,
        chance=weights.chance(weight),
        band="possible" if held_back and band == "confirmed" else band,
        evidence=standing.best.evidence,
        held_back_by=held_back,
    )
