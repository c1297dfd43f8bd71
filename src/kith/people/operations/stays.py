"""What a residency and a presence have in common: both begin on a day, end on a day, and are withdrawn, never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations import trail
from kith.people.operations.trail import Done


@dataclass(frozen=True, kw_only=True)
class KindOfStay:
    """``name`` is what the trail calls it; the rest are sentences, of which ``ended`` takes the day."""

    model: type[models.Residency] | type[models.Presence]
    name: str
    started: str
    ended: str
    already: str
    missing: str


RESIDENCY = KindOfStay(
    model=models.Residency,
    name="residency",
    started="Lives in this household.",
    ended="Left this household on {day}.",
    already="They already live in that household in that period.",
    missing="No such residency is held.",
)
PRESENCE = KindOfStay(
    model=models.Presence,
    name="presence",
    started="Is around this household, living elsewhere.",
    ended="Stopped being around this household on {day}.",
    already="It is written down already that they are around in that period.",
    missing="Nobody has written that down.",
)


def start(
    kind: KindOfStay, *, person: UUID, household: UUID, from_on: date | None, by: Actor, at: datetime
) -> UUID:
    """Begin one, unless it is held already or a later one would overlap."""
    trail.household_to_change(household)
    held = kind.model.objects.filter(person=person, household=household, withdrawn_at__isnull=True)
    if any(one.to_on is None or from_on is None or one.to_on > from_on for one in held):
        raise BadInput("person", kind.already)
    row = kind.model.objects.create(
        area=by.area, person_id=person, household_id=household, from_on=from_on, known_at=at, known_by=by.id
    )
    _keep(kind, "started", kind.started, row, by, at)
    return row.pk


def end(kind: KindOfStay, *, id: UUID, to_on: date, by: Actor, at: datetime) -> UUID:
    """Withdraw the open row and put a closed one in its place; answers the new row's id."""
    open_row = _to_change(kind, id)
    trail.check_period(open_row.from_on, to_on)
    trail.withdraw(open_row, by=by, at=at)
    closed = kind.model.objects.create(
        area=open_row.area,
        person_id=open_row.person_id,
        household_id=open_row.household_id,
        from_on=open_row.from_on,
        to_on=to_on,
        known_at=at,
        known_by=by.id,
    )
    _keep(kind, "ended", kind.ended.format(day=to_on), closed, by, at)
    return closed.pk


def withdraw(kind: KindOfStay, *, id: UUID, because: str, by: Actor, at: datetime) -> None:
    """Stop believing it from now on, and say why."""
    said = trail.check_said(because)
    row = _to_change(kind, id)
    trail.withdraw(row, by=by, at=at)
    _keep(kind, "withdrawn", f"Withdrawn, because: {said}", row, by, at)


def _to_change(kind: KindOfStay, id: UUID) -> Any:
    found = kind.model.objects.select_for_update().filter(pk=id).first()
    if found is None:
        raise BadInput(kind.name, kind.missing)
    return found


def _keep(kind: KindOfStay, what: str, sentence: str, row: Any, by: Actor, at: datetime) -> None:
    done = Done(
        what=f"{kind.name}_{what}",
        sentence=sentence,
        person=row.person_id,
        household=row.household_id,
        details={kind.name: str(row.pk)},
    )
    trail.keep(done, by=by, at=at)
