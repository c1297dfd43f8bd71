"""Who lives where: residencies start, end and are withdrawn, and what was believed before stays readable."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.types import Actor
from kith.people.operations import stays, trail
from kith.people.operations.stays import RESIDENCY


@transaction.atomic
def start_residency(
    *, person: UUID, household: UUID, from_on: date | None = None, by: Actor, at: datetime
) -> UUID:
    """A person lives in a household from a day (``None``: nobody knows since when). Answers the residency's id."""
    trail.person_to_change(person)
    return stays.start(RESIDENCY, person=person, household=household, from_on=from_on, by=by, at=at)


@transaction.atomic
def end_residency(*, residency: UUID, to_on: date, by: Actor, at: datetime) -> UUID:
    """They left on a day. The open row is withdrawn, a closed one takes its place; answers the new row's id."""
    return stays.end(RESIDENCY, id=residency, to_on=to_on, by=by, at=at)


@transaction.atomic
def withdraw_residency(*, residency: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was never so: stop believing it from now on, and say why."""
    stays.withdraw(RESIDENCY, id=residency, because=because, by=by, at=at)
