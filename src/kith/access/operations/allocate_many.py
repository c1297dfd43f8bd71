"""Many allocations at once, begun and, where they are over, ended: the rows that one by one would leave."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access import models
from kith.access.bases import WRITING_UP, latest_end
from kith.access.operations import trail
from kith.access.operations.involve_many import (
    change_of,
    check_children_are_held,
    each_moment,
    involvement_row,
    names_of,
)
from kith.access.responsibility import WORKERS
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor

New = tuple[UUID, UUID, str, datetime | None]
"""A child, the practitioner, the role, and when it ended (None: it holds)."""


def allocate_many(
    *, allocations: Sequence[New], because: str, by: Actor, at: datetime | Sequence[datetime]
) -> list[UUID]:
    """Each (child, practitioner, role, to_at) holds from its moment until ``to_at``; answers the allocations' ids.

    ``because`` is why those that ended did. As ``allocate`` and ``end_allocation``, but nobody hands over: Refused
    where two would hold one role for a child at once. All or none.
    """
    said = trail.check_said(because, field="because")
    moments = each_moment(at, len(allocations))
    names = names_of(Whom(practitioner=practitioner) for _, practitioner, _, _ in allocations)
    check_children_are_held(child for child, _, _, _ in allocations)
    for role in {role for _, _, role, _ in allocations}:
        agencies.chain_of(role=role)
    rows = [_row(new, by, moment) for new, moment in zip(allocations, moments, strict=True)]
    try:
        with transaction.atomic():
            add_rows([row.involvement for row in rows])
            add_rows(rows)
            add_rows([change for row in rows for change in _changes(row, names, said, by)])
    except IntegrityError as clash:
        if "one_person_holds_a_role_for_a_child_at_a_time" not in str(clash):
            raise
        raise Refused("Somebody else holds that role for the child at that time.") from None
    return [row.pk for row in rows]


def _row(new: New, by: Actor, at: datetime) -> models.Allocation:
    child, practitioner, role, to_at = new
    basis = "allocated" if role in WORKERS else "manages_the_work"
    involvement = involvement_row((child, Whom(practitioner=practitioner), basis), by=by, at=at)
    row = models.Allocation(
        area=by.area,
        child_id=child,
        practitioner_id=practitioner,
        role=role,
        involvement=involvement,
        from_at=at,
        allocated_at=at,
        allocated_by=by.id,
    )
    if to_at is not None:
        row.to_at, row.ended_at, row.ended_by = to_at, to_at, by.id
        involvement.to_at = latest_end(WRITING_UP, to_at)
        involvement.ended_at, involvement.ended_by = to_at, by.id
    return row


def _changes(
    row: models.Allocation, names: Mapping[UUID, str], because: str, by: Actor
) -> list[models.AccessChange]:
    """What the trail says of it: involved, allocated and, where it is over, ended."""
    name, role = names[row.practitioner_id], row.role.replace("_", " ")
    begun = change_of(row.involvement, name, by)
    allocated = models.AccessChange(
        area=by.area,
        child_id=row.child_id,
        what="allocated",
        sentence=f"{name} allocated as {role}.",
        done_at=row.from_at,
        done_by=by.id,
        done_by_name=by.name,
    )
    if row.to_at is None:
        return [begun, allocated]
    ended = models.AccessChange(
        area=by.area,
        child_id=row.child_id,
        what="allocation_ended",
        sentence=f"{name} ended as {role}, because: {because}",
        done_at=row.to_at,
        done_by=by.id,
        done_by_name=by.name,
    )
    return [begun, allocated, ended]
