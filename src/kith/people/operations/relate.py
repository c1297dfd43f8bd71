"""How people are related: a relationship is said, and it ends."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import kinship, models
from kith.people.operations import trail
from kith.people.operations.trail import Done


@transaction.atomic
def relate(
    *, person: UUID, kind: str, other: UUID, from_on: date | None = None, by: Actor, at: datetime
) -> UUID:
    """``person`` is the ``kind`` of ``other``: relate(person=leanne, kind="mother", other=amira, ...).

    ``kind`` is from ``kith.people.kinship.KINDS``. Answers the relationship's id.
    """
    if kind not in kinship.KINDS:
        raise BadInput("kind", f"It is one of: {', '.join(sorted(kinship.KINDS))}.")
    if person == other:
        raise BadInput("other", "Nobody is related to themselves.")
    for one, name in sorted(((person, "person"), (other, "other")), key=lambda pair: pair[0]):
        trail.person_to_change(one, field_name=name)
    row = models.Relationship.objects.create(
        area=by.area,
        person_id=person,
        other_id=other,
        kind=kind,
        from_on=from_on,
        known_at=at,
        known_by=by.id,
    )
    _keep("related", f"Is {kind.replace('_', ' ')} of another person.", row, by, at)
    return row.pk


@transaction.atomic
def end_relationship(*, relationship: UUID, to_on: date, by: Actor, at: datetime) -> UUID:
    """It ended on a day: the open row is withdrawn, a closed one takes its place. Answers the new row's id."""
    open_row = models.Relationship.objects.select_for_update().filter(pk=relationship).first()
    if open_row is None:
        raise BadInput("relationship", "No such relationship is held.")
    trail.check_period(open_row.from_on, to_on)
    trail.withdraw(open_row, by=by, at=at)
    closed = models.Relationship.objects.create(
        area=open_row.area,
        person_id=open_row.person_id,
        other_id=open_row.other_id,
        kind=open_row.kind,
        from_on=open_row.from_on,
        to_on=to_on,
        known_at=at,
        known_by=by.id,
    )
    _keep("relationship_ended", f"Stopped being {closed.kind.replace('_', ' ')} on {to_on}.", closed, by, at)
    return closed.pk


@transaction.atomic
def withdraw_relationship(*, relationship: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was never so, or it is said of somebody else now: stop believing it, and say why."""
    said = trail.check_said(because)
    row = models.Relationship.objects.select_for_update().filter(pk=relationship).first()
    if row is None:
        raise BadInput("relationship", "No such relationship is held.")
    trail.withdraw(row, by=by, at=at)
    _keep("relationship_withdrawn", f"Withdrawn, because: {said}", row, by, at)


def _keep(what: str, sentence: str, row: models.Relationship, by: Actor, at: datetime) -> None:
    details = {"relationship": str(row.pk), "other": str(row.other_id), "kind": row.kind}
    trail.keep(Done(what=what, sentence=sentence, person=row.person_id, details=details), by=by, at=at)
