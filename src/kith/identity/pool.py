"""Holds, while descriptions are resolved, everybody whom they may be of: from the database, then from one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

from kith.identity import models
from kith.identity.arrivals import CONTENT, Arrival, SenderKey, content_of
from kith.identity.traits import Traits, traits_of

MOST_DESCRIPTIONS = 500
"""So many descriptions are looked at for one arrival; where there are more, a person decides."""

_SHARING_A_KEY = """
    SELECT q.n, array_agg(d.id)
      FROM (SELECT n, k::bigint[] AS keys FROM unnest(%s::int[], %s::text[]) AS t (n, k)) q
     CROSS JOIN LATERAL (SELECT d.id FROM identity_description d WHERE d.keys && q.keys LIMIT %s) d
     GROUP BY q.n
"""
_READ = (
    "kind", "full_name", "known_as", "other_names", "born_from", "born_to", "expected_on", "sex", "nhs_number", "upn",
    "phone", "postcode", "uprn", "guardian_names",
)  # fmt: skip


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

    people: dict[UUID, list[tuple[UUID, Traits]]] = field(default_factory=dict)
    shared: list[set[UUID]] = field(default_factory=list)
    truncated: set[int] = field(default_factory=set)
    senders: dict[SenderKey, Sender] = field(default_factory=dict)
    by_key: dict[int, set[UUID]] = field(default_factory=dict)

    def people_near(self, at: int, arrival: Arrival) -> dict[UUID, list[tuple[UUID, Traits]]]:
        """Everybody who shares a key with the arrival in that place: known before, or come in with it."""
        found = set(self.shared[at])
        for key in arrival.matching:
            found |= self.by_key.get(key, set())
        return {person: self.people[person] for person in found}

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
    """Fill a pool from the database, in five statements however many the arrivals are."""
    pool = Pool(shared=[set() for _ in arrivals])
    pool.senders = senders_of(arrivals, area=area)
    sharing = _descriptions_sharing_a_key(arrivals)
    whose = _whose({description for descriptions in sharing.values() for description in descriptions})
    for place, descriptions in sharing.items():
        pool.shared[place] = {whose[one] for one in descriptions if one in whose}
        if len(descriptions) == MOST_DESCRIPTIONS:
            pool.truncated.add(place)
    everybody = {sender.person for sender in pool.senders.values()}.union(*pool.shared)
    pool.people = kept_of(everybody)
    return pool


def _descriptions_sharing_a_key(arrivals: Sequence[Arrival]) -> dict[int, list[UUID]]:
    places = [place for place, arrival in enumerate(arrivals) if arrival.matching]
    if not places:
        return {}
    keys = ["{" + ",".join(map(str, sorted(arrivals[place].matching))) + "}" for place in places]
    with connection.cursor() as cursor:
        cursor.execute(_SHARING_A_KEY, [places, keys, MOST_DESCRIPTIONS])
        return dict(cursor.fetchall())


def _whose(descriptions: set[UUID]) -> dict[UUID, UUID]:
    """Description to person now. Reads of their own, by key, keep PostgreSQL from reading all links for a few."""
    links = models.Link.objects.filter(description__in=descriptions, to_at__isnull=True)
    return dict(links.values_list("description_id", "person_id"))


def kept_of(people: Iterable[UUID]) -> dict[UUID, list[tuple[UUID, Traits]]]:
    """Each person's descriptions, in the order in which they were received."""
    links = models.Link.objects.filter(person__in=list(people), to_at__isnull=True)
    whose = dict(links.values_list("description_id", "person_id"))
    found: dict[UUID, list[tuple[UUID, Traits]]] = {}
    rows = models.Description.objects.filter(pk__in=whose).order_by("received_at", "id")
    for row in rows.values_list(*_READ, "id", named=True):
        found.setdefault(whose[row.id], []).append((row.id, traits_of(row)))
    return found


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
