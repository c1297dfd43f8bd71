"""Many concerns arrive: the same steps as for one, in batches, with an equal result. The only path for bulk loads."""

from collections import ChainMap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.chronology import operations as chronology
from kith.chronology.types import NewEntry
from kith.identity import operations as identity
from kith.identity.types import Resolution
from kith.journeys.receive_concern import check, new_entry, whose
from kith.journeys.referrer_kept_apart import kept_apart
from kith.journeys.types import Concern, PersonSaid, Received
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.people import queries as people

Sender = tuple[str, str, str]


@dataclass
class Load:
    """What one bulk load remembers between batches, so that nobody is looked up twice.

    ``let_recorders_follow`` is switched off for history: an involvement that ended before anyone could look lets nobody see.
    """

    let_recorders_follow: bool = True
    known: dict[Sender, Resolution] = field(default_factory=dict)
    entries: dict[str, UUID] = field(default_factory=dict)
    """Entries of earlier concerns by key, to which later ones may refer."""
    children: dict[UUID, bool] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """One concern with who brings it and when."""

    concern: Concern
    by: Actor
    at: datetime


@acts_for_the_partnership
def receive_many(*, arrivals: Sequence[Arrival], load: Load | None = None) -> list[Received]:
    """Take concerns of one area in, in their order, all or none. Raises BadInput for the first that cannot be taken, or is for the desk.

    The rulebook is not asked here: ask for the children concerned afterwards (`raise_prompts_for`), or let the outbox.
    """
    load = load or Load()
    for arrival in arrivals:
        check(arrival.concern)
        if arrival.concern.for_the_desk:
            raise BadInput(
                "for_the_desk", "A bulk load opens no contact: what somebody is to decide on comes singly."
            )
    if not arrivals:
        return []
    with acting(by=arrivals[0].by):
        found = [_people(arrival, load) for arrival in arrivals]
        arrivals = [
            replace(one, concern=kept_apart(one.concern, who, by=one.by, at=one.at))
            for one, who in zip(arrivals, found, strict=True)
        ]
        ids = [{entry.key: new_id() for entry in arrival.concern.entries} for arrival in arrivals]
        load.entries.update((key, entry) for named in ids for key, entry in named.items())
        new = [
            (
                new_entry(
                    said, arrival.concern, who, ChainMap(named, load.entries), by=arrival.by, at=arrival.at
                ),
                arrival.at,
            )
            for arrival, who, named in zip(arrivals, found, ids, strict=True)
            for said in arrival.concern.entries
        ]
        kept = _append(new, arrivals[0].by)
        if load.let_recorders_follow:
            _let_recorders_follow(zip(arrivals, found, strict=True), load)
    received, start = [], 0
    for who, named in zip(found, ids, strict=True):
        received.append(Received(entries=dict(zip(named, kept[start:], strict=False)), people=who))
        start += len(named)
    return received


def _append(new: list[tuple[NewEntry, datetime]], by: Actor) -> list[UUID]:
    return chronology.append_many([entry for entry, _ in new], by=by, at=[at for _, at in new])


def _people(arrival: Arrival, load: Load) -> dict[str, Resolution]:
    return {said.key: _person(said, arrival, load) for said in arrival.concern.people}


def _person(said: PersonSaid, arrival: Arrival, load: Load) -> Resolution:
    """Whose a description is, remembered by the sender's own key."""
    described = said.description
    key = (described.said_by, described.said_by_area, described.sender_key)
    if described.sender_key and key in load.known:
        return load.known[key]
    found = whose([said], by=arrival.by, at=arrival.at)[said.key]
    if described.sender_key:
        load.known[key] = found
    return found


def meet(*, people: Iterable[tuple[PersonSaid, Actor]], load: Load, at: datetime) -> None:
    """Resolve many descriptions at once before their first concern, in few statements for each agency."""
    by_sender: dict[Actor, list[PersonSaid]] = {}
    for said, by in people:
        by_sender.setdefault(by, []).append(said)
    for by, said in by_sender.items():
        found = identity.resolve_many(descriptions=[one.description for one in said], by=by, at=at)
        for one, resolution in zip(said, found, strict=True):
            described = one.description
            load.known[(described.said_by, described.said_by_area, described.sender_key)] = resolution


def _let_recorders_follow(pairs: Iterable[tuple[Arrival, dict[str, Resolution]]], load: Load) -> None:
    for arrival, who in pairs:
        for person in {found.person for found in who.values()}:
            if _is_child(person, load):
                access.involve(
                    child=person,
                    whom=Whom(practitioner=arrival.by.id),
                    basis="recorded_a_concern",
                    by=arrival.by,
                    at=arrival.at,
                )


def _is_child(person: UUID, load: Load) -> bool:
    if person not in load.children:
        found = people.person(id=person)
        load.children[person] = found is not None and found.kind != "adult"
    return load.children[person]
