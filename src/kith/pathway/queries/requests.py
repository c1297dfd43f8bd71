"""Reads of requests from agency to agency."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.pathway.models import Request
from kith.pathway.types import FAMILY_HELP, RequestView

REFUSING = ("declined", "no_capacity")
"""Answers that climb to somebody who can give another."""


def request(*, id: UUID) -> RequestView | None:
    """One request, or None."""
    return next(iter(_views(Request.objects.filter(id=id))), None)


def requests_for(*, contact: UUID) -> tuple[RequestView, ...]:
    """What was asked for one contact, in the order in which it was asked."""
    return _views(Request.objects.filter(contact=contact).order_by("asked_at", "id"))


def waiting_for(*, practitioner: UUID) -> tuple[RequestView, ...]:
    """What one person owes an answer to, or that climbed to them, the earliest due first. A family that came back is a contact."""
    climbed = Q(climbed_to=practitioner) & (Q(answered_at=None) | Q(answer__in=REFUSING))
    theirs = Q(owner=practitioner, answered_at=None) | climbed & ~Q(action=FAMILY_HELP)
    return _views(Request.objects.filter(theirs).order_by("due_at", "id"))


def unanswered_in(*, area: str, at: datetime) -> tuple[RequestView, ...]:
    """What the area's agencies asked and nobody answered in time, or that was declined; the longest due first."""
    rows = Request.objects.filter(area=area).exclude(action=FAMILY_HELP, climbed_at__isnull=False)
    late = rows.filter(answered_at=None, due_at__lt=at)
    return _views(
        (late | rows.filter(answer__in=REFUSING, climbed_at__isnull=False)).order_by("due_at", "id")
    )


def to_climb(*, at: datetime, limit: int) -> tuple[RequestView, ...]:
    """What is over its time, or was answered with no, and has not climbed."""
    rows = Request.objects.filter(climbed_at=None)
    ready = rows.filter(answered_at=None, due_at__lt=at) | rows.filter(answer__in=REFUSING)
    return _views(ready.order_by("due_at", "id")[:limit])


def _views(rows: QuerySet[Request]) -> tuple[RequestView, ...]:
    return tuple(_view(row) for row in rows)


def _view(row: Request) -> RequestView:
    return RequestView(
        id=row.pk,
        area=row.area,
        entry=row.entry,
        contact=row.contact_id,
        to_agency=row.to_agency,
        to_agency_area=row.to_agency_area,
        owner=row.owner_id,
        what=row.what,
        action=row.action,
        purpose=row.purpose,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        due_at=row.due_at,
        climbed_at=row.climbed_at,
        climbed_to=row.climbed_to,
        answer=row.answer,
        answered_entry=row.answered_entry,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
    )
