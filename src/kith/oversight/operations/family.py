"""What was held back is released, and a family is told who looked, or refused in writing; both are kept."""

from datetime import datetime, timedelta
from uuid import UUID

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.oversight import models, policies
from kith.oversight.looks_of_child import looks_for
from kith.oversight.operations.words import check_said
from kith.oversight.types import Recipient, Told, WrittenRefusal

LONGEST_NAME = 200


def release_looks(*, child: UUID, until: datetime, because: str, by: Actor, at: datetime) -> None:
    """Looks before ``until`` are held back no longer, because the family knows. Never of what is still to come."""
    policies.check_guards(by=by, at=at)
    said = check_said(because, field="release_because")
    if until > at + timedelta(seconds=1):
        raise BadInput("until", "Give a day that is over.")
    models.LooksReleased.objects.create(
        area=by.area, child_id=child, until=min(until, at), because=said, released_at=at, released_by=by.id
    )


def tell_family(*, child: UUID, recipient: Recipient, by: Actor, at: datetime) -> Told:
    """The record for one named recipient, or the refusal; that it was prepared is kept, and for whom."""
    policies.check_guards(by=by, at=at)
    name = recipient.name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise BadInput("recipient", "Say for whom it is, by their full name.")
    if recipient.kind not in models.RECIPIENTS:
        raise BadInput("kind", "Choose what they are to the child.")
    told = looks_for(child=child, recipient=Recipient(name=name, kind=recipient.kind), as_at=at)
    refusal = told if isinstance(told, WrittenRefusal) else None
    row = models.FamilyTold.objects.create(
        area=by.area,
        child_id=child,
        recipient=name,
        recipient_kind=recipient.kind,
        lines=0 if isinstance(told, WrittenRefusal) else len(told.lines),
        refused_because=refusal.ground if refusal else "",
        prepared_at=at,
        prepared_by=by.id,
    )
    return Told(id=row.pk, answer=told)
