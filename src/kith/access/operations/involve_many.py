"""Many involvements begin at once: the rows that ``involve`` would leave one by one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.access import models
from kith.access.bases import BASES
from kith.access.operations.involve import end_of, listed_basis
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor
from kith.people import queries as people

New = tuple[UUID, Whom, str]
"""A child, whose involvement it is, and the basis."""
Moments = datetime | Sequence[datetime]
"""One moment for all, or one for each in order of time."""


@transaction.atomic
def involve_many(*, involvements: Sequence[New], by: Actor, at: Moments) -> list[UUID]:
    """Each (child, whom, basis) holds from its moment on, all or none; answers the involvements' ids in order.

    As ``involve``: what lasts until it is ended is made once, and asking again answers the same id. BadInput as there.
    """
    moments = each_moment(at, len(involvements))
    names = names_of(whom for _, whom, _ in involvements)
    check_children_are_held(child for child, _, _ in involvements)
    held = _open_already(involvements)
    made: list[models.Involvement] = []
    ids: list[UUID] = []
    for new, moment in zip(involvements, moments, strict=True):
        row = involvement_row(new, by=by, at=moment)
        if new in held:
            ids.append(held[new])
            continue
        if row.to_at is None:
            held[new] = row.pk
        made.append(row)
        ids.append(row.pk)
    add_rows(made)
    add_rows([change_of(row, names[_whom(row).id], by) for row in made])
    return ids


def each_moment(at: Moments, count: int) -> list[datetime]:
    """A moment for each of so many. BadInput where their number differs."""
    moments = [at] * count if isinstance(at, datetime) else list(at)
    if len(moments) != count:
        raise BadInput("at", "Give one moment, or one for each.")
    return moments


def names_of(everybody: Iterable[Whom]) -> Mapping[UUID, str]:
    """The names of practitioners, teams and agencies, by id. BadInput where one is not held."""
    ids = {whom.id for whom in everybody}
    found = {id: one.name for id, one in agencies.reachable(ids=ids).items()}
    if ids - set(found):
        raise BadInput("whom", "No such practitioner, team or agency is held.")
    return found


def check_children_are_held(children: Iterable[UUID]) -> None:
    """BadInput where one of these children is not held."""
    wanted = set(children)
    if wanted - set(people.persons(ids=wanted)):
        raise BadInput("child", "No such child is held.")


def _open_already(involvements: Sequence[New]) -> dict[New, UUID]:
    """Those involvements that are there already until somebody ends them."""
    rows = models.Involvement.objects.filter(
        child__in={child for child, _, _ in involvements}, to_at__isnull=True
    )
    return {(row.child_id, _whom(row), row.basis): row.pk for row in rows if BASES[row.basis].lasts is None}


def involvement_row(new: New, *, by: Actor, at: datetime) -> models.Involvement:
    """The row of an involvement that begins at a moment. BadInput for a basis that is not in the list."""
    child, whom, basis = new
    return models.Involvement(
        area=by.area,
        child_id=child,
        practitioner_id=whom.practitioner,
        team_id=whom.team,
        agency_id=whom.agency,
        basis=basis,
        from_at=at,
        to_at=end_of(listed_basis(basis), None, at),
        granted_at=at,
        granted_by=by.id,
    )


def change_of(row: models.Involvement, name: str, by: Actor) -> models.AccessChange:
    """The row of the trail that says that an involvement began."""
    return models.AccessChange(
        area=row.area,
        child_id=row.child_id,
        what="involved",
        sentence=f"{name}: {BASES[row.basis].words}.",
        done_at=row.from_at,
        done_by=by.id,
        done_by_name=by.name,
    )


def _whom(row: models.Involvement) -> Whom:
    return Whom(practitioner=row.practitioner_id, team=row.team_id, agency=row.agency_id)
