"""Involvements begin and end."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.access import models
from kith.access.bases import BASES, LawfulBasis, latest_end
from kith.access.operations import trail
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import queries as people


@transaction.atomic
def involve(
    *, child: UUID, whom: Whom, basis: str, to_at: datetime | None = None, by: Actor, at: datetime
) -> UUID:
    """Somebody may see a child from now on, on a basis of the closed list; answers the involvement's id.

    A basis that lasts so long ends then, or at ``to_at`` where that is sooner. One that lasts until it is ended is
    made once: asking again answers the same id.
    """
    listed = listed_basis(basis)
    name = _name_of(whom)
    _check_is_held(child)
    until = end_of(listed, to_at, at)
    if until is None and (held := _open(child, whom, basis)):
        return held.pk
    row = models.Involvement.objects.create(
        area=by.area,
        child_id=child,
        practitioner_id=whom.practitioner,
        team_id=whom.team,
        agency_id=whom.agency,
        basis=basis,
        from_at=at,
        to_at=until,
        granted_at=at,
        granted_by=by.id,
    )
    trail.keep(what="involved", sentence=f"{name}: {listed.words}.", child=child, by=by, at=at)
    return row.pk


def listed_basis(basis: str) -> LawfulBasis:
    """The basis of that code. BadInput where the closed list has none such."""
    if basis not in BASES:
        raise BadInput("basis", f"It is one of: {', '.join(BASES)}.")
    return BASES[basis]


def _name_of(whom: Whom) -> str:
    """The name of the one practitioner, team or agency; BadInput where there is not exactly one, or none such."""
    found = agencies.reachable(ids=[whom.id]).get(whom.id)
    if found is None:
        raise BadInput("whom", "No such practitioner, team or agency is held.")
    return found.name


def _check_is_held(child: UUID) -> None:
    if people.person(id=child) is None:
        raise BadInput("child", "No such child is held.")


def end_of(listed: LawfulBasis, to_at: datetime | None, at: datetime) -> datetime | None:
    """When an involvement that begins at a moment ends. BadInput where that is before it begins, or too late."""
    if to_at is not None and to_at <= at:
        raise BadInput("to_at", "It ends after it starts.")
    if listed.lasts is None:
        return to_at
    latest = latest_end(listed.lasts, at)
    if to_at is not None and to_at > latest:
        raise BadInput("to_at", f"As {listed.words} it lasts {listed.lasts}, and no longer.")
    return to_at or latest


def _open(child: UUID, whom: Whom, basis: str) -> models.Involvement | None:
    """The involvement that is already there until somebody ends it."""
    return models.Involvement.objects.filter(
        child=child,
        practitioner=whom.practitioner,
        team=whom.team,
        agency=whom.agency,
        basis=basis,
        to_at__isnull=True,
    ).first()


@transaction.atomic
def end_involvement(*, involvement: UUID, because: str, by: Actor, at: datetime) -> None:
    """From now on it lets nobody see the child. An involvement of an allocation ends with the allocation."""
    said = trail.check_said(because, field="because")
    row = models.Involvement.objects.select_for_update().filter(pk=involvement).first()
    if row is None:
        raise BadInput("involvement", "No such involvement is held.")
    if row.to_at is not None and row.to_at <= at:
        raise BadInput("involvement", "It ended already.")
    if models.Allocation.objects.filter(involvement=row, to_at__isnull=True).exists():
        raise BadInput("involvement", "It is of an allocation: end the allocation.")
    close(row, to_at=max(at, row.from_at), by=by, at=at)
    listed = BASES[row.basis].words
    sentence = f"No longer {listed}, because: {said}"
    trail.keep(what="involvement_ended", sentence=sentence, child=row.child_id, by=by, at=at)


def close(row: models.Involvement | models.Allocation, *, to_at: datetime, by: Actor, at: datetime) -> None:
    """Set the end of a period, and who set it when."""
    row.to_at, row.ended_at, row.ended_by = to_at, at, by.id
    row.save(update_fields=["to_at", "ended_at", "ended_by"])
