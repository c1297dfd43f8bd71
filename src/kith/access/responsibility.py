"""Who is responsible for a child at a moment."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kith.access import models
from kith.access.types import Responsible
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner

WORKERS = ("allocated_social_worker", "lead_child_protection_practitioner")
"""Roles of those who work with a child; whoever else is allocated holds the child as a manager."""


def responsible_for(*, child: UUID, at: datetime) -> Responsible:
    """The worker who is allocated, or ``None``, and the manager who holds the child, or ``None``."""
    return responsible_for_each(children=[child], at=at)[child]


def responsible_for_each(*, children: Iterable[UUID], at: datetime) -> dict[UUID, Responsible]:
    """The same for several children in one read, by the child's id."""
    wanted = list(children)
    held = Q(from_at__lte=at) & (Q(to_at__isnull=True) | Q(to_at__gt=at))
    rows = list(models.Allocation.objects.filter(held, child__in=wanted).order_by("-from_at", "pk"))
    people = agencies.practitioners(ids={row.practitioner_id for row in rows})
    return {
        child: _responsible(child, [row for row in rows if row.child_id == child], people) for child in wanted
    }


def _responsible(child: UUID, rows: list[models.Allocation], people: dict[UUID, Practitioner]) -> Responsible:
    workers = sorted((row for row in rows if row.role in WORKERS), key=lambda row: WORKERS.index(row.role))
    worker = next(iter(workers), None)
    holder = next((row for row in rows if row.role not in WORKERS), None)
    return Responsible(
        child=child,
        worker=people[worker.practitioner_id] if worker else None,
        worker_role=worker.role if worker else None,
        worker_since=worker.from_at if worker else None,
        held_by=people[holder.practitioner_id] if holder else None,
        held_role=holder.role if holder else None,
        held_since=holder.from_at if holder else None,
    )
