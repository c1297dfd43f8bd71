"""Adults who are around a household without living there: it starts, ends and is withdrawn, like a residency."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations import trail
from kith.people.operations.trail import Done


@transaction.atomic
def start_presence(
    *, person: UUID, household: UUID, from_on: date | None = None, by: Actor, at: datetime
) -> UUID:
    """An adult is around a household from a day (``None``: nobody knows since when). Answers the presence's id."""
    row = trail.person_to_change(person)
    if row.kind != "adult":
        raise BadInput("person", "A child who is often there is written down where they live, and as kin.")
    trail.household_to_change(household)
    held = models.Presence.objects.filter(person=person, household=household, withdrawn_at__isnull=True)
    if any(one.to_on is None or from_on is None or one.to_on > from_on for one in held):
        raise BadInput("person", "It is written down already that they are around in that period.")
    made = models.Presence.objects.create(
        area=by.area, person_id=person, household_id=household, from_on=from_on, known_at=at, known_by=by.id
    )
    _keep("presence_started", "Is around this household, living elsewhere.", made, by, at)
    return made.pk


@transaction.atomic
def end_presence(*, presence: UUID, to_on: date, by: Actor, at: datetime) -> UUID:
    """They stopped being around. The open row is withdrawn, a closed one takes its place; answers the new row's id."""
    open_row = _presence_to_change(presence)
    trail.check_period(open_row.from_on, to_on)
    trail.withdraw(open_row, by=by, at=at)
    closed = models.Presence.objects.create(
        area=open_row.area,
        person_id=open_row.person_id,
        household_id=open_row.household_id,
        from_on=open_row.from_on,
        to_on=to_on,
        known_at=at,
        known_by=by.id,
    )
    _keep("presence_ended", f"Stopped being around this household on {to_on}.", closed, by, at)
    return closed.pk


@transaction.atomic
def withdraw_presence(*, presence: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was never so: stop believing it from now on, and say why."""
    said = trail.check_said(because)
    row = _presence_to_change(presence)
    trail.withdraw(row, by=by, at=at)
    _keep("presence_withdrawn", f"Withdrawn, because: {said}", row, by, at)


def _presence_to_change(presence: UUID) -> models.Presence:
    found = models.Presence.objects.select_for_update().filter(pk=presence).first()
    if found is None:
        raise BadInput("presence", "Nobody has written that down.")
    return found


def _keep(what: str, sentence: str, row: models.Presence, by: Actor, at: datetime) -> None:
    done = Done(
        what=what,
        sentence=sentence,
        person=row.person_id,
        household=row.household_id,
        details={"presence": str(row.pk)},
    )
    trail.keep(done, by=by, at=at)
