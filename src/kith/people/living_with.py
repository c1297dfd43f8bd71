"""Who lives with many people at once, and on which streets: for rules about looks, and never for a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kith.people import models
from kith.people.ages import day_of


@dataclass(frozen=True, kw_only=True)
class Housemate:
    """One person of a household."""

    id: UUID
    household: UUID
    kind: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Street:
    """An ordinary address of a household. One that is confidential is never among these."""

    household: UUID
    lines: tuple[str, ...]
    postcode: str


def living_with_each(*, people: Iterable[UUID], as_at: datetime) -> dict[UUID, tuple[Housemate, ...]]:
    """Everybody of each person's households at a moment, the person too, in two reads; who has none is absent."""
    wanted = list(people)
    own: dict[UUID, set[UUID]] = {}
    homes = models.Residency.objects.filter(_in_force(as_at))
    for household, person in homes.filter(person__in=wanted).values_list("household", "person"):
        own.setdefault(household, set()).add(person)
    found: dict[UUID, list[Housemate]] = {}
    for row in homes.filter(household__in=own).select_related("person").order_by("person_id"):
        mate = Housemate(
            id=row.person_id, household=row.household_id, kind=row.person.kind, name=row.person.display_name
        )
        for person in own[row.household_id]:
            found.setdefault(person, []).append(mate)
    return {person: tuple(mates) for person, mates in found.items()}


def streets_of(*, households: Iterable[UUID], as_at: datetime) -> tuple[Street, ...]:
    """The ordinary addresses of these households at a moment; none of a household that must not be found."""
    wanted = list(households)
    secret = models.ConfidentialAddress.objects.filter(_in_force(as_at)).values("household")
    rows = models.Address.objects.filter(_in_force(as_at), household__in=wanted).exclude(household__in=secret)
    return tuple(
        Street(household=row.household_id, lines=tuple(row.lines), postcode=row.postcode)
        for row in rows.order_by("known_at", "pk")
    )


def names_of(*, people: Iterable[UUID]) -> dict[UUID, str]:
    """The names of people whose home nobody knows, by id."""
    return dict(models.Person.objects.filter(pk__in=list(people)).values_list("pk", "display_name"))


def _in_force(as_at: datetime) -> Q:
    """Rows that held on that day and were believed at that moment."""
    day = day_of(as_at)
    held = (Q(from_on__isnull=True) | Q(from_on__lte=day)) & (Q(to_on__isnull=True) | Q(to_on__gt=day))
    believed = Q(known_at__lte=as_at) & (Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=as_at))
    return held & believed
