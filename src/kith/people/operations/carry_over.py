"""Two rows turned out to be one person: homes and kin of the one are said of the other from now on; and back, when they are two."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations.relate import end_relationship, relate, withdraw_relationship
from kith.people.operations.reside import end_residency, start_residency, withdraw_residency
from kith.people.operations.trail import check_said


@transaction.atomic
def carry_over(*, person: UUID, to: UUID, because: str, by: Actor, at: datetime) -> None:
    """Where ``person`` lived and whose kin they were is withdrawn, and said of ``to`` where it is not already."""
    said = check_said(because)
    if person == to:
        raise BadInput("to", "That is one person already.")
    for home in _standing(models.Residency, Q(person=person)):
        withdraw_residency(residency=home.pk, because=said, by=by, at=at)
        _lives_there(home, to, by, at)
    for kin in _standing(models.Relationship, Q(person=person) | Q(other=person)):
        withdraw_relationship(relationship=kin.pk, because=said, by=by, at=at)
        _is_kin(kin, {person: to}, by, at)


@transaction.atomic
def give_back(
    *, person: UUID, kept: UUID, carried_at: datetime, carried_by: UUID, because: str, by: Actor, at: datetime
) -> None:
    """They are two after all: what ``carry_over`` said of ``kept``, at that moment by that person, is ``person``'s again.

    What was changed since stays: only rows that still stand as they were carried are withdrawn.
    """
    said = check_said(because)
    then = Q(known_at=carried_at, known_by=carried_by)
    for home in _standing(models.Residency, then & Q(person=kept)):
        withdraw_residency(residency=home.pk, because=said, by=by, at=at)
    for kin in _standing(models.Relationship, then & (Q(person=kept) | Q(other=kept))):
        withdraw_relationship(relationship=kin.pk, because=said, by=by, at=at)
    gone = Q(withdrawn_at=carried_at, withdrawn_by=carried_by)
    for home in models.Residency.objects.filter(gone, person=person).order_by("known_at"):
        _lives_there(home, person, by, at)
    for kin in models.Relationship.objects.filter(gone, Q(person=person) | Q(other=person)):
        _is_kin(kin, {}, by, at)


def _standing(model: Any, which: Q) -> list[Any]:
    return list(model.objects.filter(which, withdrawn_at__isnull=True).order_by("known_at"))


def _lives_there(home: models.Residency, person: UUID, by: Actor, at: datetime) -> None:
    """The same stay, of this person, unless they are known to have lived there in a part of that time."""
    try:
        row = start_residency(person=person, household=home.household_id, from_on=home.from_on, by=by, at=at)
    except BadInput:
        return
    if home.to_on is not None:
        end_residency(residency=row, to_on=home.to_on, by=by, at=at)


def _is_kin(kin: models.Relationship, instead: dict[UUID, UUID], by: Actor, at: datetime) -> None:
    """The same kinship with one of the two replaced, unless it is said already or would be with themselves."""
    one, other = (instead.get(id, id) for id in (kin.person_id, kin.other_id))
    held = models.Relationship.objects.filter(
        person=one, other=other, kind=kin.kind, withdrawn_at__isnull=True
    )
    if one == other or held.exists():
        return
    row = relate(person=one, kind=kin.kind, other=other, from_on=kin.from_on, by=by, at=at)
    if kin.to_on is not None:
        end_relationship(relationship=row, to_on=kin.to_on, by=by, at=at)
