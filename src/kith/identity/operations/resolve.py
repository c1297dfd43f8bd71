"""Resolves new descriptions: each is linked to somebody known, or to somebody new, and doubts go to a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.identity import locks, lookup
from kith.identity.apart import SaidApart
from kith.identity.arrivals import Arrival, content_of, row_of, take_in
from kith.identity.choice import Choice, choose
from kith.identity.keys import key
from kith.identity.operations import newcomers, trail
from kith.identity.operations.trail import Move
from kith.identity.pool import Pool, Sender, pool_for
from kith.identity.sender_keys import followed, is_somebody_else
from kith.identity.types import Candidate, NewDescription, Resolution
from kith.kernel.ids import new_id
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor

REVIEWED_BY = "mash_manager"
"""The role that owns reviews, from the rulebook's closed list; the name of the person is for journeys to find."""
BATCH = 2000
FEW = 25
"""So many descriptions take a lock for each key; a longer list locks its area instead."""
NOBODY_FITS = "Nobody known fits well enough: somebody new."
UNTIL_DECIDED = "Somebody known may be meant: somebody new until a person has decided."


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What was chosen for an arrival. ``person`` is a stand-in where ``is_new``, until the person is registered."""

    arrival: Arrival
    choice: Choice
    person: UUID
    is_new: bool = False
    repeats: Sender | None = None


def resolve(*, description: NewDescription, by: Actor, at: datetime) -> Resolution:
    """Keep one description and say whose it is, at once: linked, new, or new for now with a question to a person.

    The same said again by the same agency under its own key changes nothing and answers with what was made before.
    BadInput names a field that cannot be taken. Several people in one concern: ``resolve_many``.
    """
    return resolve_many(descriptions=[description], by=by, at=at)[0]


def resolve_many(
    *, descriptions: Sequence[NewDescription], by: Actor, at: datetime
) -> tuple[Resolution, ...]:
    """Resolve descriptions in their order, with the results that ``resolve`` would give one by one, in few statements.

    All of them are kept or none. A load of millions commits in slices: each call locks its area while it runs.
    """
    arrivals = [take_in(description, area=by.area) for description in descriptions]
    with transaction.atomic():
        lock(arrivals, area=by.area)
        done: list[Resolution] = []
        for start in range(0, len(arrivals), BATCH):
            done += _resolve_batch(arrivals[start : start + BATCH], by=by, at=at)
    return tuple(done)


def lock(arrivals: Sequence[Arrival], *, area: str) -> None:
    """Wait for whoever resolves the like of these now; a long list waits for everybody in its area."""
    if len(arrivals) > FEW:
        locks.hold_area(area=area)
        return
    senders = {key(area, "sender", *arrival.sender) for arrival in arrivals if arrival.sender}
    locks.hold_keys(area=area, keys=senders.union(*(arrival.asking for arrival in arrivals)))


def _resolve_batch(arrivals: Sequence[Arrival], *, by: Actor, at: datetime) -> list[Resolution]:
    pool = pool_for(arrivals, area=by.area)
    settled = []
    for place, arrival in enumerate(arrivals):
        settled.append(_settle(place, arrival, pool))
        if not settled[-1].repeats:
            pool.add(arrival, settled[-1].person)
    return keep(settled, by=by, at=at)


def _settle(place: int, arrival: Arrival, pool: Pool) -> Settled:
    sender = pool.senders.get(arrival.sender) if arrival.sender else None
    if sender and sender.content == content_of(arrival.said):
        return Settled(arrival=arrival, choice=Choice(outcome="linked"), person=sender.person, repeats=sender)
    if sender and not is_somebody_else(arrival.traits, sender.traits):
        return Settled(arrival=arrival, choice=_following(arrival, sender, pool), person=sender.person)
    near = pool.people_near(place, arrival)
    if sender:
        near[sender.person] = pool.people[sender.person]
    key_was_of = sender.person if sender else None
    choice = choose(
        arrival.traits,
        near,
        common=pool.common,
        truncated=place in pool.truncated,
        key_was_of=key_was_of,
        apart=SaidApart(),
    )
    is_new = choice.outcome != "linked"
    person = new_id() if is_new else choice.candidates[0].person
    return Settled(arrival=arrival, choice=choice, person=person, is_new=is_new)


def _following(arrival: Arrival, sender: Sender, pool: Pool) -> Choice:
    one = followed(
        arrival.traits,
        person=sender.person,
        description=sender.description,
        before=sender.traits,
        common=pool.common,
    )
    return Choice(outcome="linked", candidates=(one,))


def keep(settled: Sequence[Settled], *, by: Actor, at: datetime) -> list[Resolution]:
    """Write what was settled: descriptions, people, link steps with their links, reviews."""
    fresh = [one for one in settled if not one.repeats]
    add_rows([row_of(one.arrival, by=by, at=at) for one in fresh])
    newly = [one for one in fresh if one.is_new]
    registered = newcomers.register([(one.arrival.said, _why_new(one)) for one in newly], by=by, at=at)
    people = {one.person: id for one, (id, _) in zip(newly, registered, strict=True)}
    lookup.add([one.arrival.derived(people.get(one.person, one.person)) for one in fresh])
    steps = {one.person: step for one, (_, step) in zip(newly, registered, strict=True)}
    trail.append([move for one in fresh for move in _moves(one, people, steps)], area=by.area, at=at)
    asked = [(one.arrival.id, candidate) for one in fresh for candidate in one.choice.to_review]
    reviews = trail.open_reviews(asked, area=by.area, at=at, owner_role=REVIEWED_BY)
    by_description: dict[UUID, list[UUID]] = {}
    for (description, _), review in zip(asked, reviews, strict=True):
        by_description.setdefault(description, []).append(review)
    return [_resolution(one, people, tuple(by_description.get(one.arrival.id, ()))) for one in settled]


def _moves(one: Settled, people: dict[UUID, UUID], steps: dict[UUID, UUID]) -> Iterator[Move]:
    """The link, and what is kept as possible beside it."""
    description, candidates = one.arrival.id, one.choice.candidates
    if one.is_new:
        yield Move(
            description=description,
            person=people[one.person],
            status="linked",
            because=_why_new(one),
            step=steps[one.person],
            is_first=True,
        )
    for place, candidate in enumerate(candidates):
        is_link = place == 0 and not one.is_new
        yield Move(
            description=description,
            person=people.get(candidate.person, candidate.person),
            status="linked" if is_link else "possible",
            because="They agree, and nothing holds the link back." if is_link else _why_possible(candidate),
            band=candidate.band,
            weight=candidate.weight,
            evidence=candidate.evidence,
            is_first=True,
        )


def _why_new(one: Settled) -> str:
    return UNTIL_DECIDED if one.choice.outcome == "possible" else NOBODY_FITS


def _why_possible(candidate: Candidate) -> str:
    return " ".join(candidate.held_back_by) or f"The chance that they are the same is {candidate.chance:.0%}."


def _resolution(one: Settled, people: dict[UUID, UUID], reviews: tuple[UUID, ...]) -> Resolution:
    """What leaves the room; people who were registered in the same breath go by their own ids."""
    candidates = tuple(_with_person(candidate, people) for candidate in one.choice.candidates)
    repeated = one.repeats is not None
    return Resolution(
        outcome=one.choice.outcome,
        person=people.get(one.person, one.person),
        description=one.repeats.description if one.repeats else one.arrival.id,
        band="confirmed" if repeated else one.choice.band,
        candidates=candidates,
        reviews=reviews,
        repeated=repeated,
    )


def _with_person(candidate: Candidate, people: dict[UUID, UUID]) -> Candidate:
    return replace(candidate, person=people.get(candidate.person, candidate.person))
