"""The calls that the guardian desk has to make, and made."""

from datetime import datetime
from uuid import UUID

from kith.access import models, types


def calls_waiting(*, area: str, but_not_of: UUID) -> tuple[types.Call, ...]:
    """Calls that are not closed, the earliest due first; nobody rings themselves."""
    rows = models.DeskCall.objects.filter(area=area, closed_at__isnull=True)
    return tuple(map(_call, rows.exclude(practitioner=but_not_of).order_by("due_at", "pk")))


def calls_closed(*, area: str, since: datetime, limit: int = 50) -> tuple[types.Call, ...]:
    """Calls that were closed since a moment, the newest first."""
    rows = models.DeskCall.objects.filter(area=area, closed_at__gte=since).order_by("-closed_at")
    return tuple(map(_call, rows[:limit]))


def call(*, id: UUID, area: str) -> types.Call | None:
    """One call of an area, or ``None``."""
    row = models.DeskCall.objects.filter(pk=id, area=area).first()
    return _call(row) if row else None


def _call(row: models.DeskCall) -> types.Call:
    return types.Call(
        id=row.pk,
        searcher=row.practitioner_id,
        asked_at=row.asked_at,
        due_at=row.due_at,
        search_was_for=row.search_was_for,
        spoke_with=row.spoke_with,
        rung_at=row.rung_at,
        sealed=tuple(UUID(one) for one in row.sealed) if row.rung_at else None,
        came_of_it=row.came_of_it,
        closed_because=row.closed_because,
        closed_at=row.closed_at,
    )
