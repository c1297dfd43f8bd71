"""Chooses, from the people who share something with a new description, whether it is of one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kith.identity import bands
from kith.identity.commonness import AS_IN_A_TOWN, Commonness
from kith.identity.comparison import compare
from kith.identity.guards import Apart, Standing, held_back_by, is_worth_asking, nobody_said
from kith.identity.model import Model, model_in_use
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
        return tuple(one for one in self.candidates if one.is_asked)


def choose(
    new: Traits,
    people: Mapping[UUID, Kept],
    *,
    common: Commonness = AS_IN_A_TOWN,
    truncated: bool = False,
    key_was_of: UUID | None = None,
    apart: Apart = nobody_said,
) -> Choice:
    """Whether ``new`` describes one of ``people``: linked where sure and nothing holds it back, else possible or new.

    ``key_was_of`` is somebody plainly different whom the same agency kept under the same key: then nothing is
    automatic, and a person is asked about them too.
    """
    ranked = rank(new, people, common=common)
    return decide(ranked, truncated=truncated, key_was_of=key_was_of, apart=apart)


def decide(
    ranked: "Sequence[Ranked]",
    *,
    truncated: bool = False,
    key_was_of: UUID | None = None,
    apart: Apart = nobody_said,
) -> Choice:
    """What is to become of a description beside which these people stand, best first."""
    standings = [standing for _, _, standing in ranked]
    kept = []
    for place, (person, description, standing) in enumerate(ranked):
        is_keys = person == key_was_of
        if not is_keys and (place >= MOST_CANDIDATES or not _is_worth_keeping(standing)):
            continue
        held_back = _holding_back(standings, place, truncated, apart) + ((KEY_REUSED,) if key_was_of else ())
        one = candidate(person, description, standing, held_back)
        kept.append(_asked_about(one) if is_keys else one)
    if not any(one.is_asked for one in kept):
        return Choice(outcome="new", candidates=tuple(kept))
    return Choice(outcome="linked" if kept[0].band == "confirmed" else "possible", candidates=tuple(kept))


def _is_worth_keeping(standing: Standing) -> bool:
    return standing.best.weight >= bands.KEPT_AT or is_worth_asking(standing.best)


def _asked_about(one: Candidate) -> Candidate:
    return replace(one, band="possible", is_asked=True)


def _holding_back(
    standings: Sequence[Standing], place: int, truncated: bool, apart: Apart
) -> tuple[str, ...]:
    """Only the first can be linked to; for those after it, that somebody fits better is reason enough."""
    if place:
        return ("Somebody else fits better.",)
    return held_back_by(standings[0], standings[1:], truncated=truncated, apart=apart)


Ranked = tuple[UUID, UUID, Standing]


def rank(new: Traits, people: Mapping[UUID, Kept], *, common: Commonness = AS_IN_A_TOWN) -> list[Ranked]:
    """Every person with the description of theirs that agrees best, best first. Equal weights are ranked by id."""
    model = model_in_use()
    found = [
        (person, *_standing(new, person, kept, model, common)) for person, kept in people.items() if kept
    ]
    return sorted(found, key=lambda one: (-one[2].best.weight, one[0]))


def _standing(
    new: Traits, person: UUID, kept: Kept, model: Model, common: Commonness
) -> tuple[UUID, Standing]:
    every = [(description, compare(new, traits, model=model, common=common)) for description, traits in kept]
    description, best = max(every, key=lambda one: one[1].weight)
    return description, Standing(best=best, every=[comparison for _, comparison in every], person=person)


def candidate(person: UUID, description: UUID, standing: Standing, held_back: tuple[str, ...]) -> Candidate:
    """A person as a candidate. What is held back is possible at most, however much the weight says."""
    weight = standing.best.weight
    band = bands.band(weight)
    return Candidate(
        person=person,
        description=description,
        weight=weight,
        chance=bands.chance(weight),
        band="possible" if held_back and band == "confirmed" else band,
        evidence=standing.best.evidence,
        held_back_by=held_back,
        is_asked=is_worth_asking(standing.best),
    )
