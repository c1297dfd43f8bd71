"""Reads of descriptions, links and people as they were at a moment."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.identity import models
from kith.identity.types import Described, Evidence, Linked, Step
from kith.people import queries as people

COLUMNS = (
    "id", "area", "said_by", "said_by_area", "sender_key", "kind", "full_name", "known_as", "other_names", "born_from",
    "born_to", "expected_on", "sex", "nhs_number", "upn", "guardian_names", "valid_from", "received_at", "received_by",
)  # fmt: skip
"""What may leave the room: no address, no postcode, no telephone number, no payload."""


def links_at(as_at: datetime) -> Q:
    """The links that held at a moment: they began by then and had not ended."""
    return Q(from_at__lte=as_at) & (Q(to_at__isnull=True) | Q(to_at__gt=as_at))


def description(*, id: UUID) -> Described | None:
    """One description, or ``None``."""
    row = models.Description.objects.filter(pk=id).values(*COLUMNS).first()
    return described(row) if row else None


def descriptions(*, ids: Iterable[UUID]) -> dict[UUID, Described]:
    """Several descriptions in one read, by id; those that are not held are absent."""
    rows = models.Description.objects.filter(pk__in=list(ids)).values(*COLUMNS)
    return {row["id"]: described(row) for row in rows}


def descriptions_under(*, sender_key: str, said_by: str, said_by_area: str) -> tuple[Described, ...]:
    """Everything that an agency said under one key of its own, the earliest received first; nothing for an empty key."""
    if not sender_key:
        return ()
    rows = models.Description.objects.filter(
        sender_key=sender_key, said_by=said_by, said_by_area=said_by_area
    )
    return tuple(described(row) for row in rows.order_by("received_at", "id").values(*COLUMNS))


def described(row: Mapping[str, Any]) -> Described:
    """A row of ``COLUMNS`` as it leaves the room."""
    lists = {name: tuple(row[name]) for name in ("other_names", "guardian_names")}
    return Described(**({name: row[name] for name in COLUMNS} | lists))


def descriptions_of(*, person: UUID, as_at: datetime) -> tuple[Described, ...]:
    """All agencies' descriptions that were linked to a person at a moment, the earliest received first."""
    return descriptions_of_many(people=[person], as_at=as_at).get(person, ())


def descriptions_of_many(*, people: Iterable[UUID], as_at: datetime) -> dict[UUID, tuple[Described, ...]]:
    """The same for several people in one read; those with none are absent."""
    rows = models.Link.objects.filter(
        links_at(as_at), person__in=list(people), description__received_at__lte=as_at
    )
    columns = [f"description__{name}" for name in COLUMNS]
    found: dict[UUID, list[Described]] = {}
    for row in rows.order_by("description__received_at", "description_id").values("person_id", *columns):
        kept = {name: row[f"description__{name}"] for name in COLUMNS}
        found.setdefault(row["person_id"], []).append(described(kept))
    return {person: tuple(descriptions) for person, descriptions in found.items()}


def name_of(*, person: UUID, as_at: datetime) -> str:
    """The best name to show: the full name that most agencies give, the latest where they tie; else what ``people`` has."""
    return best_name(descriptions_of(person=person, as_at=as_at)) or _registered_name(person)


def best_name(descriptions: Iterable[Described]) -> str:
    """The full name given by most agencies, each by its latest description; the one received last where they tie."""
    latest = {(one.said_by_area, one.said_by): one for one in descriptions if one.full_name}
    counted: dict[str, tuple[int, datetime]] = {}
    for one in latest.values():
        count, last = counted.get(one.full_name, (0, one.received_at))
        counted[one.full_name] = (count + 1, max(last, one.received_at))
    return max(counted, key=lambda name: (counted[name], name), default="")


def _registered_name(person: UUID) -> str:
    held = people.person(id=person)
    return held.display_name if held else ""


def link_as_at(*, description: UUID, as_at: datetime) -> Linked | None:
    """Whose a description was at a moment, on what evidence and by whose word; ``None`` where it was nobody's yet."""
    return next(iter(linked(models.Link.objects.filter(links_at(as_at), description=description))), None)


def shown_on(*, description: UUID) -> tuple[Linked, ...]:
    """Every person whose page has carried a description, and from when until when, the first one first.

    Whoever looked at that child in that time saw it there: ``access`` keeps the looks.
    """
    return linked(models.Link.objects.filter(description=description))


def linked(rows: QuerySet[models.Link]) -> tuple[Linked, ...]:
    """Links as they leave the room, each with what its opening step said, the first one first."""
    links = list(rows.order_by("from_at", "id"))
    said = models.LinkStep.objects.in_bulk([link.pk for link in links])
    return tuple(
        Linked(
            description=link.description_id,
            person=link.person_id,
            from_at=link.from_at,
            to_at=link.to_at,
            weight=said[link.pk].weight,
            band=said[link.pk].band,
            evidence=as_evidence(said[link.pk].evidence),
            because=said[link.pk].because,
            decided_by=said[link.pk].decided_by,
        )
        for link in links
    )


def as_evidence(kept: Iterable[Iterable[Any]]) -> tuple[Evidence, ...]:
    """Evidence from the JSON that it is kept as."""
    return tuple(Evidence(comparison=comparison, bits=bits, words=words) for comparison, bits, words in kept)


def people_of(*, descriptions: Iterable[UUID], as_at: datetime) -> dict[UUID, UUID]:
    """Description to person at a moment, for several in one read; those that were nobody's are absent."""
    rows = models.Link.objects.filter(links_at(as_at), description__in=list(descriptions))
    return dict(rows.values_list("description_id", "person_id"))


def stands_for(*, person: UUID, as_at: datetime) -> UUID:
    """The person who carries on for somebody who was merged into another; the person themselves where nobody merged them."""
    merges = models.IdentityStep.objects.filter(kind="merge", taken_at__lte=as_at).exclude(
        undone_by__taken_at__lte=as_at
    )
    seen = {person}
    while (
        into := merges.filter(other=person).order_by("-taken_at", "-id").first()
    ) and into.person_id not in seen:
        person = into.person_id
        seen.add(person)
    return person


def steps_of(*, person: UUID) -> tuple[Step, ...]:
    """The trail of one person's identity, oldest first: made, merged, split, given or deprived of a description."""
    rows = models.IdentityStep.objects.filter(Q(person=person) | Q(other=person)).order_by("taken_at", "id")
    return tuple(
        Step(
            id=row.pk,
            kind=row.kind,
            person=row.person_id,
            other=row.other_id,
            undoes=row.undoes_id,
            because=row.because,
            taken_at=row.taken_at,
            taken_by=row.taken_by,
        )
        for row in rows
    )
