"""Reads of the looks for whoever reviews them: many at once, and on what each of them rested."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDay

from kith.access import models
from kith.kernel.clock import LONDON

PAPER = Q(purpose__istartswith="print") | Q(purpose__istartswith="export")
"""Purposes for which a child's record leaves Kith: they begin so."""


@dataclass(frozen=True, kw_only=True)
class LookHeld:
    """One look, without any name."""

    id: UUID
    child: UUID
    practitioner: UUID
    basis: str
    purpose: str
    looked_at: datetime


@dataclass(frozen=True, kw_only=True)
class RefusalHeld:
    """One refusal, without its words."""

    asked_for: UUID
    practitioner: UUID
    what: str
    refused_at: datetime


@dataclass(frozen=True, kw_only=True)
class SightHeld:
    """One involvement: of a practitioner, a team or an agency, by whichever id is given."""

    child: UUID
    practitioner: UUID | None
    team: UUID | None
    agency: UUID | None
    basis: str
    from_at: datetime
    to_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Ended:
    """An allocation that ended, and until when whoever had it may still write up."""

    child: UUID
    practitioner: UUID
    ended_at: datetime
    writes_up_until: datetime


def looks_between(*, area: str, since: datetime, until: datetime) -> tuple[LookHeld, ...]:
    """Every look by people of an area in a time (half-open), the oldest first."""
    rows = models.Look.objects.filter(area=area, looked_at__gte=since, looked_at__lt=until)
    return tuple(map(_held, rows.order_by("looked_at", "pk")))


def looks_held(*, ids: Iterable[UUID]) -> tuple[LookHeld, ...]:
    """These looks, the oldest first."""
    return tuple(map(_held, models.Look.objects.filter(pk__in=list(ids)).order_by("looked_at", "pk")))


def all_looks_at(*, child: UUID, until: datetime) -> tuple[LookHeld, ...]:
    """Every look at a child before a moment, whoever's it was, the oldest first."""
    return tuple(
        map(_held, models.Look.objects.filter(child=child, looked_at__lt=until).order_by("looked_at", "pk"))
    )


def looks_in_emergencies(*, area: str, since: datetime, until: datetime, basis: str) -> tuple[LookHeld, ...]:
    """Looks on one basis by people of an area in a time, the oldest first."""
    rows = models.Look.objects.filter(area=area, looked_at__gte=since, looked_at__lt=until, basis=basis)
    return tuple(map(_held, rows.order_by("looked_at", "pk")))


def _held(row: models.Look) -> LookHeld:
    return LookHeld(
        id=row.pk,
        child=row.child_id,
        practitioner=row.practitioner_id,
        basis=row.basis,
        purpose=row.purpose,
        looked_at=row.looked_at,
    )


def refusals_between(*, area: str, since: datetime, until: datetime) -> tuple[RefusalHeld, ...]:
    """Every refusal to people of an area in a time (half-open), the oldest first."""
    rows = models.Refusal.objects.filter(area=area, refused_at__gte=since, refused_at__lt=until)
    return tuple(
        RefusalHeld(
            asked_for=row.asked_for,
            practitioner=row.practitioner_id,
            what=row.what,
            refused_at=row.refused_at,
        )
        for row in rows.order_by("refused_at", "pk")
    )


def sight_between(
    *, children: Iterable[UUID], since: datetime, until: datetime
) -> dict[UUID, tuple[SightHeld, ...]]:
    """The involvements with each of these children that held at any moment of a time, in one read."""
    rows = models.Involvement.objects.filter(
        Q(to_at__isnull=True) | Q(to_at__gt=since), child__in=list(children), from_at__lt=until
    )
    found: dict[UUID, list[SightHeld]] = {}
    for row in rows.order_by("from_at", "pk"):
        held = SightHeld(
            child=row.child_id,
            practitioner=row.practitioner_id,
            team=row.team_id,
            agency=row.agency_id,
            basis=row.basis,
            from_at=row.from_at,
            to_at=row.to_at,
        )
        found.setdefault(row.child_id, []).append(held)
    return {child: tuple(held) for child, held in found.items()}


def allocations_ended(
    *, children: Iterable[UUID], practitioners: Iterable[UUID], until: datetime
) -> tuple[Ended, ...]:
    """Allocations of these people to these children that ended before a moment, one for each pair: the last."""
    rows = models.Allocation.objects.filter(
        child__in=list(children), practitioner__in=list(practitioners), to_at__lt=until
    )
    found: dict[tuple[UUID, UUID], Ended] = {}
    for row in rows.order_by("to_at", "pk").annotate(writes_up_until=F("involvement__to_at")):
        assert row.to_at is not None, "filtered so"
        found[row.practitioner_id, row.child_id] = Ended(
            child=row.child_id,
            practitioner=row.practitioner_id,
            ended_at=row.to_at,
            writes_up_until=max(row.to_at, row.writes_up_until or row.to_at),
        )
    return tuple(found.values())


def prints_by_day(*, area: str, since: datetime, until: datetime) -> dict[UUID, tuple[int, ...]]:
    """How often each person of an area printed or exported on each day on which they did; days in London."""
    rows = models.Look.objects.filter(PAPER, area=area, looked_at__gte=since, looked_at__lt=until).order_by()
    days = rows.annotate(day=TruncDay("looked_at", tzinfo=LONDON)).values("practitioner", "day")
    found: dict[UUID, list[int]] = {}
    for one in days.annotate(number=Count("pk")):
        found.setdefault(one["practitioner"], []).append(one["number"])
    return {who: tuple(sorted(numbers)) for who, numbers in found.items()}
