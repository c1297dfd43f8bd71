"""The one way into the room's trail: what was done, by whom, when. No sentence holds an address."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models


@dataclass(frozen=True, kw_only=True)
class Done:
    """One thing that was done: its code from ``models.CHANGES``, its sentence, and whom it is about."""

    what: str
    sentence: str
    person: UUID | None = None
    household: UUID | None = None
    details: dict[str, Any] = field(default_factory=dict)


def keep(done: Done, *, by: Actor, at: datetime) -> UUID:
    """Append one row to the trail; answers its id."""
    row = models.PeopleChange.objects.create(
        area=by.area,
        person_id=done.person,
        household_id=done.household,
        what=done.what,
        sentence=done.sentence,
        details=done.details,
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )
    return row.pk


def person_to_change(person: UUID, *, field_name: str = "person") -> models.Person:
    """The row of a person, locked until the transaction ends, or BadInput."""
    found = models.Person.objects.select_for_update().filter(pk=person).first()
    if found is None:
        raise BadInput(field_name, "No such person is held.")
    return found


def household_to_change(household: UUID) -> models.Household:
    """The row of a household, locked until the transaction ends, or BadInput."""
    found = models.Household.objects.select_for_update().filter(pk=household).first()
    if found is None:
        raise BadInput("household", "No such household is held.")
    return found


def check_period(from_on: date | None, to_on: date | None) -> None:
    """A period that has two ends starts before it ends."""
    if from_on is not None and to_on is not None and to_on <= from_on:
        raise BadInput("to_on", "It must be after the day on which it starts.")


def check_said(because: str, *, field_name: str = "because") -> str:
    """A reason is a sentence, not a blank."""
    said = because.strip()
    if not said:
        raise BadInput(field_name, "Say why, in a sentence.")
    return said


def withdraw(row: Any, *, by: Actor, at: datetime) -> None:
    """Stop believing a row from this moment; it stays readable as what was believed before."""
    if row.withdrawn_at is not None:
        raise BadInput(row._meta.model_name, "It was withdrawn already.")
    if at < row.known_at:
        raise BadInput("at", "It was not known yet at that moment.")
    row.withdrawn_at, row.withdrawn_by = at, by.id
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
