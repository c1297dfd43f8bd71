"""Keeps a description of which the sender says whose it is."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.identity import lookup, models
from kith.identity.apart import said_apart
from kith.identity.arrivals import Arrival, content_of, row_of, take_in
from kith.identity.choice import candidate, rank
from kith.identity.commonness_held import commonness_of
from kith.identity.lookup import kept_of
from kith.identity.operations import grounds, trail
from kith.identity.operations.resolve import REVIEWED_BY, lock
from kith.identity.operations.trail import Move
from kith.identity.pool import Sender, said_before, senders_of
from kith.identity.queries.held import stands_for
from kith.identity.sender_keys import is_somebody_else
from kith.identity.types import Candidate, NewDescription, Resolution
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor

THE_SENDER_SAYS = "Whoever sent it says that it is this person."
HARDLY_AGREES = "What is said hardly agrees with what is known of this person."


@dataclass(frozen=True, kw_only=True)
class _Named:
    """What the sender named: the person, as a candidate where any agency describes them already."""

    person: UUID
    candidate: Candidate | None
    because: str


def resolve_known(
    *, description: NewDescription, person: UUID, because: str = "", by: Actor, at: datetime
) -> Resolution:
    """Keep a description of somebody whom the sender has named, and link it to them by the sender's word.

    Saying the same again changes nothing. Where the agency's key stands for somebody else, the sender's word moves a
    link that was automatic; what a person decided it leaves, with ``outcome`` possible and a review. Somebody merged
    away is answered by who goes on for them. BadInput names what cannot be taken; Refused: another area's person.
    """
    arrival = take_in(description, area=by.area)
    with transaction.atomic():
        lock([arrival], area=by.area)
        grounds.person_here(person, by=by)
        named = _named(
            arrival, stands_for(person=person, as_at=at), because.strip() or THE_SENDER_SAYS, area=by.area
        )
        if before := said_before(arrival, person=named.person, area=by.area):
            return _as_before(before)
        sender = next(iter(senders_of([arrival], area=by.area).values()), None)
        if sender and sender.person != named.person:
            return _under_a_key_of_somebody_else(arrival, sender, named, by=by, at=at)
        return _keep(arrival, named, to=named.person, by=by, at=at)


def _named(arrival: Arrival, person: UUID, because: str, *, area: str) -> _Named:
    kept = kept_of([person])
    ranked = rank(arrival.traits, kept, common=commonness_of(area=area))
    if not ranked:
        return _Named(person=person, candidate=None, because=because)
    _, description, standing = ranked[0]
    traits = dict(kept[person])[description]
    doubts = (HARDLY_AGREES,) if is_somebody_else(arrival.traits, traits) else ()
    return _Named(person=person, candidate=candidate(person, description, standing, doubts), because=because)


def _as_before(before: Sender) -> Resolution:
    return Resolution(
        outcome="linked",
        person=before.person,
        description=before.description,
        band="confirmed",
        repeated=True,
    )


def _under_a_key_of_somebody_else(
    arrival: Arrival, sender: Sender, named: _Named, *, by: Actor, at: datetime
) -> Resolution:
    """The agency's key has stood for another person until now: who is right, the key's history or the sender?"""
    wall = said_apart(descriptions=[sender.description], person=named.person)
    same_words = sender.content == content_of(arrival.said)
    if wall or _decided_by_a_person(sender.description):
        doubted = _doubted(named, wall)
        if same_words:
            return _still_asked(sender, doubted, area=by.area, at=at)
        return _keep(arrival, doubted, to=sender.person, by=by, at=at)
    step = trail.take_step(
        "reassign", person=named.person, other=sender.person, because=named.because, by=by, at=at
    )
    move = Move(
        description=sender.description,
        person=named.person,
        status="reassigned",
        because=named.because,
        decided_by=by.id,
        step=step,
    )
    trail.append([move], area=by.area, at=at)
    if same_words:
        return _as_before(replace(sender, person=named.person))
    return _keep(arrival, named, to=named.person, by=by, at=at)


def _still_asked(sender: Sender, named: _Named, *, area: str, at: datetime) -> Resolution:
    """The same words again: the question to a person is asked once."""
    one = named.candidate
    asked: list[UUID] = []
    if one:
        held = models.Review.objects.filter(
            description=sender.description, other_description__links__person=named.person
        )
        asked = list(held.filter(decided_at__isnull=True).values_list("pk", flat=True).distinct())
        if not held.exists():
            asked = trail.open_reviews([(sender.description, one)], area=area, at=at, owner_role=REVIEWED_BY)
    return replace(
        _as_before(sender),
        outcome="possible",
        band="possible",
        candidates=(one,) if one else (),
        reviews=tuple(asked),
    )


def _decided_by_a_person(description: UUID) -> bool:
    link = models.Link.objects.filter(description=description, to_at__isnull=True).values("pk")
    return models.LinkStep.objects.filter(pk__in=link, decided_by__isnull=False).exists()


def _doubted(named: _Named, wall: models.NonLink | None) -> _Named:
    words = (
        grounds.words_of(wall)
        if wall
        else "A person decided that what this agency keeps under this key is somebody else."
    )
    one = named.candidate
    return replace(
        named, candidate=one and replace(one, band="possible", held_back_by=(*one.held_back_by, words))
    )


def _keep(arrival: Arrival, named: _Named, *, to: UUID, by: Actor, at: datetime) -> Resolution:
    """Write the description and its link; ask a person where the candidate is held back."""
    add_rows([row_of(arrival, by=by, at=at)])
    lookup.add([arrival.derived(to)])
    one, is_named = named.candidate, to == named.person
    trail.append([_move(arrival, named, to=to, by=by)], area=by.area, at=at)
    asked = [(arrival.id, one)] if one and one.held_back_by else []
    reviews = trail.open_reviews(asked, area=by.area, at=at, owner_role=REVIEWED_BY)
    return Resolution(
        outcome="linked" if is_named else "possible",
        person=to,
        description=arrival.id,
        band="confirmed" if is_named else "possible",
        candidates=(one,) if one else (),
        reviews=tuple(reviews),
    )


def _move(arrival: Arrival, named: _Named, *, to: UUID, by: Actor) -> Move:
    if to != named.person:
        because = "The same agency keeps both under one key."
        return Move(description=arrival.id, person=to, status="linked", because=because, is_first=True)
    one = named.candidate
    return Move(
        description=arrival.id,
        person=to,
        status="linked",
        because=named.because,
        weight=one.weight if one else None,
        evidence=one.evidence if one else (),
        decided_by=by.id,
        is_first=True,
    )
