"""Adults who are around a household without living there: it starts, ends and is withdrawn, like a residency."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people.operations import stays, trail
from kith.people.operations.stays import PRESENCE


@transaction.atomic
def start_presence(
    *, person: UUID, household: UUID, from_on: date | None = None, by: Actor, at: datetime
) -> UUID:
    """An adult is around a household from a day (``None``: nobody knows since when). Answers the presence's id."""
    if trail.person_to_change(person).kind != "adult":
        raise BadInput("person", "A child who is often there is written down where they live, and as kin.")
    return stays.start(PRESENCE, person=person, household=household, from_on=from_on, by=by, at=at)


@transaction.atomic
def end_presence(*, presence: UUID, to_on: date, by: Actor, at: datetime) -> UUID:
    """They stopped being around. The open row is withdrawn, a closed one takes its place; answers the new row's id."""
    return stays.end(PRESENCE, id=presence, to_on=to_on, by=by, at=at)


@transaction.atomic
def withdraw_presence(*, presence: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was never so: stop believing it from now on, and say why."""
    stays.withdraw(PRESENCE, id=presence, because=because, by=by, at=at)
