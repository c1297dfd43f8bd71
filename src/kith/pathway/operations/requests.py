"""Requests from agency to agency are asked, answered, and climb where nobody answers or the answer is no."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.pathway import queries
from kith.pathway.models import Request
from kith.pathway.policies import check_can_answer
from kith.pathway.types import ANSWERS, NewRequest


def ask(*, request: NewRequest, by: Actor, at: datetime) -> UUID:
    """Ask one named person of another agency. Answers the request's id."""
    row = Request.objects.create(
        area=by.area,
        entry=request.entry,
        contact_id=request.contact,
        to_agency=request.to_agency,
        to_agency_area=request.to_agency_area,
        owner_id=request.owner,
        what=request.what,
        action=request.action,
        purpose=request.purpose,
        asked_at=at,
        asked_by=by.id,
        due_at=request.due_at,
    )
    return row.pk


@transaction.atomic
def answer(*, request: UUID, answer: str, entry: UUID, by: Actor, at: datetime) -> None:
    """Keep what came of it, once. Raises Refused where the actor's agency was not asked; BadInput."""
    row = Request.objects.select_for_update().filter(id=request).first()
    if row is None:
        raise BadInput("request", "There is no such request.")
    held = queries.request(id=request)
    assert held is not None
    check_can_answer(request=held, by=by)
    if answer not in ANSWERS:
        raise BadInput("answer", f"Choose one of {', '.join(ANSWERS)}.")
    row.answer, row.answered_entry, row.answered_at, row.answered_by = answer, entry, at, by.id
    row.save()


def climb(*, request: UUID, to: UUID, by: Actor, at: datetime) -> None:
    """It is somebody else's to see to as well, once."""
    Request.objects.filter(id=request, climbed_at=None).update(climbed_at=at, climbed_to=to, climbed_by=by.id)
