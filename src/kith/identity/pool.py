"""Holds, while descriptions are resolved, everybody whom they may be of: from the database, then from one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kith.identity import lookup, models
from kith.identity.arrivals import CONTENT, Arrival, SenderKey, content_of
from kith.identity.commonness import Commonness
from kith.identity.commonness_held import commonness_of
from kith.identity.lookup import MOST_DESCRIPTIONS, Kept
from kith.identity.traits import Traits, traits_of

FEW = 3
"""So many arrivals are each asked about in the one prepared statement; for more, fewer statements are worth their plan."""


@dataclass(frozen=True, kw_only=True)
class Sender:
    """A description that an agency gave before, under one of its keys or none, and whose it is now."""

    description: UUID
    person: UUID
    content: tuple[Any, ...]
    traits: Traits


@dataclass(kw_only=True)
class Pool:
    """``people``: each person's descriptions. ``shared``: for each arrival, the people who share a key with it."""

    common: Commonness
    people: dict[UUID, Kept] = field(default_factory=dict)
    shared: list[set[UUID]] = field(default_factory=list)
    truncated: set[int] = field(default_factory=set)
    senders: dict[SenderKey, Sender] = field(default_factory=dict)
    by_key: dict[int, set[UUID]] = field(default_factory=dict)

    def people_near(self, at: int, arrival: Arrival) -> dict[UUID, Kept]:
        """Everybody who shares a key with the arrival in that place: known before, or come in with it."""
        found = set(self.shared[at])
        for key in arrival.asking:
            found |= self.by_key.get(key, set())
        return {person: self.people[person] for person in found}

    def share(self, place: int, people: Iterable[UUID], *, was_cut: bool) -> None:
        """These people share a key with the arrival in that place; ``was_cut``: there are more."""
        self.shared[place] = set(people)
        if was_cut:
            self.truncated.add(place)

    def add(self, arrival: Arrival, person: UUID) -> None:
        """From now on the arrival is one of the person's descriptions."""
        self.people.setdefault(person, []).append((arrival.id, arrival.traits))
        for key in arrival.matching:
            self.by_key.setdefault(key, set()).add(person)
        if arrival.sender:
            self.senders[arrival.sender] = Sender(
                description=arrival.id, person=person, content=content_of(arrival.said), traits=arrival.traits
            )


def pool_for(arrivals: Sequence[Arrival], *, area: str) -> Pool:
    """Fill a pool from the database, in few statements however many the arrivals are."""
    pool = Pool(common=commonness_of(area=area), shared=[set() for _ in arrivals])
    pool.senders = senders_of(arrivals, area=area)
    if len(arrivals) <= FEW:
        for place, arrival in enumerate(arrivals):
            found, was_cut = lookup.alike(arrival.asking)
            pool.share(place, found, was_cut=was_cut)
            pool.people |= found
    else:
        for place, people in lookup.people_alike([arrival.asking for arrival in arrivals]).items():
            was_cut = len(people) == MOST_DESCRIPTIONS
            pool.share(place, lookup.alike(arrivals[place].asking)[0] if was_cut else people, was_cut=was_cut)
    everybody = {sender.person for sender in pool.senders.values()}.union(*pool.shared)
    pool.people |= lookup.kept_of(everybody - set(pool.people))
    return pool


def senders_of(arrivals: Sequence[Arrival], *, area: str) -> dict[SenderKey, Sender]:
    """The last description under each of the agencies' own keys that the arrivals carry."""
    wanted = {arrival.sender for arrival in arrivals if arrival.sender}
    if not wanted:
        return {}
    rows = _standing(
        area=area,
        sender_key__in={key for _, _, key in wanted},
        said_by__in={agency for _, agency, _ in wanted},
    ).distinct("said_by_area", "said_by", "sender_key")
    held = {(row.said_by_area, row.said_by, row.sender_key): _sender(row) for row in rows}
    return {key: sender for key, sender in held.items() if key in wanted}


def said_before(arrival: Arrival, *, person: UUID, area: str) -> Sender | None:
    """The last time that the same agency said just this of this person, under the same key or under none."""
    said = arrival.said
    rows = _standing(
        area=area,
        links__person=person,
        said_by=said.said_by,
        said_by_area=said.said_by_area,
        sender_key=said.sender_key,
    )
    content = content_of(said)
    return next((sender for row in rows if (sender := _sender(row)).content == content), None)


def _standing(**which: Any) -> Any:
    """Descriptions with whose they are now, each agency's under each key with the last first."""
    rows = models.Description.objects.filter(links__to_at__isnull=True, **which)
    ordered = rows.order_by("said_by_area", "said_by", "sender_key", "-received_at", "-id")
    return ordered.values_list(*CONTENT, "id", "links__person_id", named=True)


def _sender(row: Any) -> Sender:
    return Sender(
        description=row.id, person=row.links__person_id, content=content_of(row), traits=traits_of(row)
    )
