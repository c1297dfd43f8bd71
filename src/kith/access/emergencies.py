"""Children who were opened in an emergency: who was told, what waits for review, and how often it happens."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDay

from kith.access import models, types
from kith.access.bases import BREAK_GLASS
from kith.kernel.clock import LONDON


def openings_told(*, practitioner: UUID) -> tuple[types.Opening, ...]:
    """Openings that somebody was told of and has not read, the oldest first."""
    told = models.OpeningTold.objects.filter(practitioner=practitioner, read_at__isnull=True)
    return _openings(models.EmergencyOpening.objects.filter(pk__in=told.values("opening")))


def openings_to_review(*, area: str) -> tuple[types.Opening, ...]:
    """Openings that no guardian has reviewed, the earliest due first."""
    return _openings(models.EmergencyOpening.objects.filter(area=area, reviewed_at__isnull=True))


def openings_since(*, area: str, since: datetime, limit: int = 200) -> tuple[types.Opening, ...]:
    """Openings of an area since a moment, the newest first."""
    rows = models.EmergencyOpening.objects.filter(area=area, opened_at__gte=since).order_by("-opened_at")
    return tuple(map(_opening, rows.select_related("involvement")[:limit]))


def opening(*, id: UUID) -> types.Opening | None:
    """One opening, or ``None``."""
    rows = _openings(models.EmergencyOpening.objects.filter(pk=id))
    return rows[0] if rows else None


def was_told(*, opening: UUID, practitioner: UUID) -> bool:
    """Whether somebody was told of an opening."""
    return models.OpeningTold.objects.filter(opening=opening, practitioner=practitioner).exists()


def told_of(*, opening: UUID) -> dict[UUID, datetime | None]:
    """Who was told of an opening, and when they read it."""
    rows = models.OpeningTold.objects.filter(opening=opening).order_by("told_at", "pk")
    return dict(rows.values_list("practitioner", "read_at"))


def emergency_share(*, area: str, since: datetime, until: datetime) -> types.EmergencyShare:
    """How many children were opened in an emergency in a time, beside all children who were opened then."""
    looks = models.Look.objects.filter(area=area, looked_at__gte=since, looked_at__lt=until).order_by()
    days = looks.annotate(day=TruncDay("looked_at", tzinfo=LONDON)).values("practitioner", "child", "day")
    return types.EmergencyShare(
        openings=days.filter(basis=BREAK_GLASS).annotate(n=Count("pk")).count(),
        opened=days.annotate(n=Count("pk")).count(),
    )


def _openings(rows: QuerySet[models.EmergencyOpening]) -> tuple[types.Opening, ...]:
    return tuple(map(_opening, rows.select_related("involvement").order_by("review_due_at", "pk")))


def _opening(row: models.EmergencyOpening) -> types.Opening:
    until = row.involvement.to_at
    assert until is not None, "an emergency ends by itself"
    return types.Opening(
        id=row.pk,
        area=row.area,
        child=row.child_id,
        opened_by=row.opened_by,
        category=row.category,
        because=row.because,
        opened_at=row.opened_at,
        until=until,
        review_due_at=row.review_due_at,
        found=row.found,
        found_because=row.found_because,
        reviewed_at=row.reviewed_at,
        reviewed_by=row.reviewed_by,
    )


def looks_in(*, opening: types.Opening) -> tuple[tuple[datetime, str], ...]:
    """When and for what whoever opened a child looked at them while it lasted, the oldest first."""
    rows = models.Look.objects.filter(
        child=opening.child,
        practitioner=opening.opened_by,
        looked_at__gte=opening.opened_at,
        looked_at__lt=opening.until,
    )
    return tuple(rows.order_by("looked_at", "pk").values_list("looked_at", "purpose"))


def openings_of(*, children: Iterable[UUID]) -> tuple[types.Opening, ...]:
    """Every opening of these children, the earliest due for review first."""
    return _openings(models.EmergencyOpening.objects.filter(child__in=list(children)))
