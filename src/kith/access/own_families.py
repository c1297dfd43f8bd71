"""What a guardian reads of own families: which children are closed to whom, and why that was lifted."""

from datetime import datetime
from uuid import UUID

from kith.access import models, types


def conflicts_in(*, area: str, but_not_of: UUID) -> tuple[types.Near, ...]:
    """Children who are near to somebody's own family, the newest first. Nobody reads their own."""
    rows = models.Conflict.objects.filter(area=area).exclude(practitioner=but_not_of)
    return tuple(map(_near, rows.order_by("-found_at", "pk")))


def conflicts_found_since(*, area: str, since: datetime, but_not_of: UUID) -> tuple[types.Near, ...]:
    """Those of whom somebody had sight until it was found, and nobody has lifted it."""
    rows = models.Conflict.objects.filter(
        area=area, found_at__gte=since, had_sight=True, lifted_at__isnull=True
    )
    return tuple(map(_near, rows.exclude(practitioner=but_not_of).order_by("found_at", "pk")))


def known_as(*, area: str) -> tuple[tuple[UUID, UUID], ...]:
    """(practitioner, person) of everybody of an area whose own person is held. A page leaves out its reader's own."""
    rows = models.OwnPerson.objects.filter(area=area, withdrawn_at__isnull=True)
    return tuple(rows.order_by("said_at", "pk").values_list("practitioner_id", "person_id"))


def _near(row: models.Conflict) -> types.Near:
    return types.Near(
        id=row.pk,
        practitioner=row.practitioner_id,
        child=row.child_id,
        found_at=row.found_at,
        had_sight=row.had_sight,
        lifted_at=row.lifted_at,
        lifted_because=row.lifted_because,
    )
