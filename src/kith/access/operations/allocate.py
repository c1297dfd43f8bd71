"""Who is responsible for a child: allocated, handed over, ended."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access import models
from kith.access.bases import WRITING_UP, latest_end
from kith.access.operations import trail
from kith.access.operations.involve import close, involve
from kith.access.responsibility import WORKERS
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor


def allocate(*, child: UUID, practitioner: UUID, role: str, by: Actor, at: datetime) -> UUID:
    """A practitioner is responsible for a child in a role from now on; answers the allocation's id.

    ``role`` is from the rulebook's list: ``allocated_social_worker`` for the worker, a manager's role for whoever holds
    the child. Whoever had the role before hands over, and keeps sight of the child for ten working days.
    """
    agencies.chain_of(role=role)
    try:
        with transaction.atomic():
            return _allocate(child, practitioner, role, by, at)
    except IntegrityError as clash:
        if "one_person_holds_a_role_for_a_child_at_a_time" not in str(clash):
            raise
    raise Refused("Somebody else was allocated at this moment. Look again before you decide.")


def _allocate(child: UUID, practitioner: UUID, role: str, by: Actor, at: datetime) -> UUID:
    before = _now_in(child, role)
    if before and before.practitioner_id == practitioner:
        raise BadInput("practitioner", "They are allocated in that role already.")
    if before:
        _end(before, "handed over", by, at)
    basis = "allocated" if role in WORKERS else "manages_the_work"
    involvement = involve(child=child, whom=Whom(practitioner=practitioner), basis=basis, by=by, at=at)
    row = models.Allocation.objects.create(
        area=by.area,
        child_id=child,
        practitioner_id=practitioner,
        role=role,
        involvement_id=involvement,
        from_at=at,
        allocated_at=at,
        allocated_by=by.id,
    )
    name = agencies.practitioners(ids=[practitioner])[practitioner].name
    sentence = f"{name} allocated as {role.replace('_', ' ')}."
    trail.keep(what="allocated", sentence=sentence, child=child, by=by, at=at)
    return row.pk


def _now_in(child: UUID, role: str) -> models.Allocation | None:
    return (
        models.Allocation.objects.select_for_update()
        .filter(child=child, role=role, to_at__isnull=True)
        .first()
    )


@transaction.atomic
def end_allocation(*, allocation: UUID, because: str, by: Actor, at: datetime) -> None:
    """A practitioner is responsible no longer. Nobody takes their place until somebody is allocated."""
    said = trail.check_said(because, field="because")
    row = models.Allocation.objects.select_for_update().filter(pk=allocation, to_at__isnull=True).first()
    if row is None:
        raise BadInput("allocation", "Nobody is allocated by that now.")
    _end(row, said, by, at)


def _end(row: models.Allocation, because: str, by: Actor, at: datetime) -> None:
    """End an allocation now, and the sight that came with it when there was time to write up."""
    if at < row.from_at:
        raise BadInput("at", "It had not begun at that moment.")
    close(row, to_at=at, by=by, at=at)
    close(row.involvement, to_at=latest_end(WRITING_UP, at), by=by, at=at)
    sentence = f"{row.practitioner} ended as {row.role.replace('_', ' ')}, because: {because}"
    trail.keep(what="allocation_ended", sentence=sentence, child=row.child_id, by=by, at=at)
