"""A child is opened in an emergency by somebody who is not involved; those who lead the work are told, and it is reviewed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.access import models
from kith.access.bases import BREAK_GLASS, latest_end
from kith.access.operations import desk, trail
from kith.access.operations.involve import involve
from kith.access.operations.look import open_child, refuse
from kith.access.policies import GUARDIAN, check_answers_as, nothing_found, own_family, sees
from kith.access.responsibility import responsible_for
from kith.access.types import Opened, Whom
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.grammar.durations import working_days
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import queries as people

LEAST_WORDS = 30
"""Characters of a reason: "needed" says nothing to whoever reviews it [P]."""
REVIEWED_IN = working_days(1)
PURPOSE = "open in an emergency"


def open_in_emergency(*, child: UUID, category: str, because: str, by: Actor, at: datetime) -> Opened:
    """Somebody who is not involved sees a child for four hours; whoever leads the work and the guardian are told at once.

    Raises NotInvolved for a sealed child as for one who is not there, and the guardian desk rings back. Call it outside
    a transaction which the raise would roll back.
    """
    said = _check(category, because)
    held = people.person(id=child)
    if held is None or held.tier == "sealed" or own_family(by=by).filter(child=child).exists():
        refused = nothing_found(child=child, by=by)
        refuse(refused=refused, purpose=PURPOSE, by=by, at=at)
        raise refused
    if sees(child=child, by=by, at=at):
        raise BadInput("child", "You may open this child already, without a reason.")
    with transaction.atomic():
        _let_in(child, category, said, by, at)
    return open_child(child=child, purpose=PURPOSE, by=by, at=at)


def _check(category: str, because: str) -> str:
    if category not in models.EMERGENCIES:
        raise BadInput("category", "Choose what the emergency is.")
    said = trail.check_said(because, field="because")
    if len(said) < LEAST_WORDS:
        raise BadInput("because", f"Say what has happened, in {LEAST_WORDS} characters or more.")
    return said


def _let_in(child: UUID, category: str, because: str, by: Actor, at: datetime) -> None:
    involvement = involve(child=child, whom=Whom(practitioner=by.id), basis=BREAK_GLASS, by=by, at=at)
    opening = models.EmergencyOpening.objects.create(
        area=by.area,
        child_id=child,
        involvement_id=involvement,
        category=category,
        because=because,
        opened_at=at,
        opened_by=by.id,
        review_due_at=latest_end(REVIEWED_IN, at),
    )
    for practitioner in _who_is_told(child, by, at):
        models.OpeningTold.objects.create(
            area=by.area, opening=opening, practitioner_id=practitioner, told_at=at
        )


def _who_is_told(child: UUID, by: Actor, at: datetime) -> set[UUID]:
    """The worker, whoever holds the child, and the guardian; never whoever opened it."""
    responsible = responsible_for(child=child, at=at)
    told = {one.id for one in (responsible.worker, responsible.held_by) if one}
    try:
        told.add(agencies.holder_of(role=GUARDIAN, area=by.area, at=at, never=frozenset({by.id})).id)
    except NobodyHolds:
        desk.nobody_guards(area=by.area, at=at)
    return told - {by.id}


def know_of_opening(*, opening: UUID, by: Actor, at: datetime) -> None:
    """Somebody who was told says that they have read it."""
    models.OpeningTold.objects.filter(opening=opening, practitioner=by.id, read_at__isnull=True).update(
        read_at=at
    )


@transaction.atomic
def review_opening(*, opening: UUID, found: str, because: str, by: Actor, at: datetime) -> None:
    """A guardian says, once, whether the emergency was one. Refused to anybody else, and to whoever opened it."""
    row = models.EmergencyOpening.objects.select_for_update().filter(pk=opening).first()
    if row is None:
        raise BadInput("opening", "No such opening is held.")
    check_answers_as(GUARDIAN, area=row.area, by=by, at=at)
    if row.opened_by == by.id:
        raise Refused("You opened it yourself, so somebody else reviews it. Ring the duty desk.")
    if row.reviewed_at is not None:
        raise Refused("It was reviewed already.")
    if found not in models.FOUND:
        raise BadInput("found", "Choose what you found.")
    row.found, row.found_because = found, trail.check_said(because, field="because")
    row.reviewed_at, row.reviewed_by = at, by.id
    row.save(update_fields=["found", "found_because", "reviewed_at", "reviewed_by"])
    know_of_opening(opening=opening, by=by, at=at)
