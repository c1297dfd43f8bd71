"""Reads of decisions that are made a second time, blind."""

from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from kith.pathway.models import SecondScreening
from kith.pathway.types import Agreement, SecondView


def second_screening(*, id: UUID) -> SecondView | None:
    """One, or None."""
    return next(iter(_views(SecondScreening.objects.filter(id=id))), None)


def second_screenings_of(*, owner: UUID) -> tuple[SecondView, ...]:
    """Those that one person has still to make, the earliest due first."""
    return _views(SecondScreening.objects.filter(owner=owner, screened_at=None).order_by("due_at", "id"))


def agreement(*, area: str, since: datetime) -> Agreement:
    """How often two who screened the same agreed, of an area's decisions drawn from a moment on. Never by worker."""
    drawn = SecondScreening.objects.filter(area=area, drawn_at__gte=since)
    made = drawn.filter(screened_at__isnull=False)
    agreed = made.filter(outcome=F("contact__outcome"))
    return Agreement(drawn=drawn.count(), screened=made.count(), agreed=agreed.count())


def _views(rows: QuerySet[SecondScreening]) -> tuple[SecondView, ...]:
    return tuple(
        SecondView(
            id=row.pk,
            area=row.area,
            contact=row.contact_id,
            owner=row.owner_id,
            due_at=row.due_at,
            outcome=row.outcome,
            reasons=row.reasons,
            screened_at=row.screened_at,
        )
        for row in rows
    )
