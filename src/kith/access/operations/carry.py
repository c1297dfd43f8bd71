"""Sight is carried from one record of a child to another when the two are joined, and ended when that is undone."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from kith.access import models
from kith.access.bases import BASES, WRITING_UP, latest_end
from kith.access.operations import trail
from kith.access.operations.involve import close
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


@transaction.atomic
def carry_sight(*, child: UUID, to: UUID, because: str, by: Actor, at: datetime) -> tuple[UUID, ...]:
    """Whoever may see ``child`` may see ``to`` from now on, on the same basis and no longer; answers the involvements' ids.

    What they have of ``to`` already is not made twice. Whoever is responsible for ``child`` in a role is so for ``to``,
    unless somebody else has that role there: then they keep sight for ten working days, as after a handover. What
    there is of ``child`` stays as it is, so that ``end_carried`` is all that undoing takes.
    """
    said = trail.check_said(because, field="because")
    if child == to:
        raise BadInput("to", "That is one child already.")
    rows = list(models.Involvement.objects.filter(_in_force(at), child=child).order_by("from_at", "pk"))
    held = models.Allocation.objects.filter(_in_force(at), involvement__in=rows)
    allocations = {one.involvement_id: one for one in held}
    made = [_carry(row, allocations.get(row.pk), to, said, by, at) for row in rows]
    return tuple(id for id in made if id)


def _carry(
    row: models.Involvement,
    allocation: models.Allocation | None,
    to: UUID,
    because: str,
    by: Actor,
    at: datetime,
) -> UUID | None:
    theirs = models.Involvement.objects.filter(
        _in_force(at), child=to, practitioner=row.practitioner_id, team=row.team_id, agency=row.agency_id
    ).filter(basis=row.basis)
    takes_over = allocation is not None and not _has_somebody(to, allocation.role, at)
    if not takes_over and _lasts_as_long(theirs, row.to_at):
        return None
    until = row.to_at if takes_over or allocation is None else latest_end(WRITING_UP, at)
    new = models.Involvement.objects.create(
        area=by.area,
        child_id=to,
        practitioner_id=row.practitioner_id,
        team_id=row.team_id,
        agency_id=row.agency_id,
        basis=row.basis,
        from_at=at,
        to_at=until,
        granted_at=at,
        granted_by=by.id,
    )
    sentence = f"{_name_of(row)}: {BASES[row.basis].words}. Carried over, because: {because}"
    trail.keep(what="involved", sentence=sentence, child=to, by=by, at=at)
    if allocation is not None and takes_over:
        _allocate(new, allocation, because, by, at)
    return new.pk


def _lasts_as_long(theirs: QuerySet[models.Involvement], until: datetime | None) -> bool:
    """Whether they have it there already for as long."""
    longer = Q(to_at__isnull=True) if until is None else Q(to_at__isnull=True) | Q(to_at__gte=until)
    return theirs.filter(longer).exists()


def _has_somebody(child: UUID, role: str, at: datetime) -> bool:
    held = models.Allocation.objects.filter(child=child, role=role)
    return held.filter(Q(to_at__isnull=True) | Q(to_at__gt=at)).exists()


def _allocate(
    involvement: models.Involvement, before: models.Allocation, because: str, by: Actor, at: datetime
) -> None:
    models.Allocation.objects.create(
        area=by.area,
        child_id=involvement.child_id,
        practitioner_id=before.practitioner_id,
        role=before.role,
        involvement=involvement,
        from_at=at,
        to_at=before.to_at,
        allocated_at=at,
        allocated_by=by.id,
    )
    role = before.role.replace("_", " ")
    sentence = f"{_name_of(involvement)} allocated as {role}. Carried over, because: {because}"
    trail.keep(what="allocated", sentence=sentence, child=involvement.child_id, by=by, at=at)


@transaction.atomic
def end_carried(
    *, child: UUID, carried_at: datetime, carried_by: UUID, because: str, by: Actor, at: datetime
) -> tuple[UUID, ...]:
    """End exactly what ``carry_sight`` made for a child at that moment by that person, at once; answers the involvements' ids.

    There is no time to write up: it was never theirs. What ended meanwhile, or was given since, stays as it is.
    """
    said = trail.check_said(because, field="because")
    carried = models.Involvement.objects.select_for_update().filter(
        child=child, granted_at=carried_at, granted_by=carried_by
    )
    rows = list(carried.filter(Q(to_at__isnull=True) | Q(to_at__gt=at)).order_by("pk"))
    for row in rows:
        _end(row, said, by, at)
    return tuple(row.pk for row in rows)


def _end(row: models.Involvement, because: str, by: Actor, at: datetime) -> None:
    allocation = models.Allocation.objects.filter(involvement=row).first()
    if allocation and (allocation.to_at is None or allocation.to_at > at):
        close(allocation, to_at=at, by=by, at=at)
        role = allocation.role.replace("_", " ")
        ended = f"{_name_of(row)} ended as {role}, because: {because}"
        trail.keep(what="allocation_ended", sentence=ended, child=row.child_id, by=by, at=at)
    close(row, to_at=at, by=by, at=at)
    sentence = f"{_name_of(row)}: no longer {BASES[row.basis].words}, because: {because}"
    trail.keep(what="involvement_ended", sentence=sentence, child=row.child_id, by=by, at=at)


def _name_of(row: models.Involvement) -> str:
    """Whose involvement it is, by name."""
    ids = [id for id in (row.practitioner_id, row.team_id, row.agency_id) if id]
    return agencies.reachable(ids=ids)[ids[0]].name


def _in_force(at: datetime) -> Q:
    return Q(from_at__lte=at) & (Q(to_at__isnull=True) | Q(to_at__gt=at))
