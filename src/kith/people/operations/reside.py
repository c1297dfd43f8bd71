"""Who lives where: residencies start, end and are withdrawn, and what was believed before stays readable."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations import trail
from kith.people.operations.trail import Done


@transaction.atomic
def start_residency(
    *, person: UUID, household: UUID, from_on: date | None = None, by: Actor, at: datetime
) -> UUID:
    """A person lives in a household from a day (``None``: nobody knows since when). Answers the residency's id."""
    trail.person_to_change(person)
    trail.household_to_change(household)
    _check_not_there_already(person, household, from_on)
    row = models.Residency.objects.create(
        area=by.area, person_id=person, household_id=household, from_on=from_on, known_at=at, known_by=by.id
    )
    _keep("residency_started", "Lives in this household.", row, by, at)
    return row.pk


def _check_not_there_already(person: UUID, household: UUID, from_on: date | None) -> None:
    """Somebody who is already there, or whose later stay would overlap, does not move in again."""
    held = models.Residency.objects.filter(person=person, household=household, withdrawn_at__isnull=True)
    for row in held:
        if row.to_on is None or from_on is None or row.to_on > from_on:
            raise BadInput("person", "They already live in that household in that period.")


@transaction.atomic
def end_residency(*, residency: UUID, to_on: date, by: Actor, at: datetime) -> UUID:
    """They left on a day. The open row is withdrawn, a closed one takes its place; answers the new row's id."""
    open_row = _residency_to_change(residency)
    trail.check_period(open_row.from_on, to_on)
    trail.withdraw(open_row, by=by, at=at)
    closed = models.Residency.objects.create(
        area=open_row.area,
        person_id=open_row.person_id,
        household_id=open_row.household_id,
        from_on=open_row.from_on,
        to_on=to_on,
        known_at=at,
        known_by=by.id,
    )
    _keep("residency_ended", f"Left this household on {to_on}.", closed, by, at)
    return closed.pk


@transaction.atomic
def withdraw_residency(*, residency: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was never so: stop believing it from now on, and say why."""
    said = trail.check_said(because)
    row = _residency_to_change(residency)
    trail.withdraw(row, by=by, at=at)
    _keep("residency_withdrawn", f"Withdrawn, because: {said}", row, by, at)


def _residency_to_change(residency: UUID) -> models.Residency:
    found = models.Residency.objects.select_for_update().filter(pk=residency).first()
    if found is None:
        raise BadInput("residency", "No such residency is held.")
    return found


def _keep(what: str, sentence: str, row: models.Residency, by: Actor, at: datetime) -> None:
    done = Done(
        what=what,
        sentence=sentence,
        person=row.person_id,
        household=row.household_id,
        details={"residency": str(row.pk)},
    )
    trail.keep(done, by=by, at=at)
