"""Decisions are made a second time, blind."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kith import rulebook
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.pathway.models import SecondScreening


def draw(*, contact: UUID, owner: UUID, due_at: datetime, by: Actor, at: datetime) -> UUID:
    """The lot fell on a decision: ``owner`` makes it once more. Answers its id."""
    row = SecondScreening.objects.create(
        area=by.area, contact_id=contact, owner_id=owner, drawn_at=at, drawn_by=by.id, due_at=due_at
    )
    return row.pk


@transaction.atomic
def screen_again(*, second: UUID, outcome: str, reasons: str, by: Actor, at: datetime) -> None:
    """What somebody would have decided, once. Raises Refused for anybody but its owner; BadInput naming the field."""
    row = SecondScreening.objects.select_for_update().filter(id=second).first()
    if row is None or row.owner_id != by.id:
        raise Refused("Somebody else was asked to screen this again.")
    if row.screened_at is not None:
        raise Refused("You screened this again already.")
    if outcome not in rulebook.load(settings.KITH_RULEBOOK).contact_outcomes:
        raise BadInput("outcome", "Choose what you would decide.")
    if not reasons.strip():
        raise BadInput("reasons", "Write what it rests on, and what would change it.")
    row.outcome, row.reasons = outcome, reasons.strip()
    row.screened_at, row.screened_by = at, by.id
    row.save(update_fields=["outcome", "reasons", "screened_at", "screened_by"])
