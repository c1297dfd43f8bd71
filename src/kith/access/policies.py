"""Who may see a child: one rule, for lists and for single children alike."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.access import models
from kith.access.bases import BASES, BREAK_GLASS, SEEING
from kith.access.responsibility import responsible_for
from kith.access.types import Basis, NotInvolved, Responsible
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person

GUARDIAN, DESK = "information_guardian", "guardian_desk"
"""Who reviews looks; and who answers, by day and night, for children who are held closely."""
NO_REASON_OPENS = frozenset({"sealed", "unknown", "own_family"})
"""Refusals that no emergency and no reason changes: the desk rings back instead."""


def check_can_see(*, child: UUID, by: Actor, at: datetime) -> Basis:
    """On what somebody may see a child at that moment: what lets them go there, then what is their own, then a team's.

    Raises NotInvolved, whose ``reason`` says whom to ring.
    """
    held = _sight_of(child, by, at)
    if not held:
        raise _not_involved(child, by, at)
    return held[0]


def _sight_of(child: UUID, by: Actor, at: datetime) -> list[Basis]:
    """Every basis on which somebody sees a child: what lets them go there first, an emergency last."""
    rows = sight(by=by, at=at).filter(child=child).order_by("practitioner", "from_at", "pk")
    held = [_basis(row) for row in rows]
    return sorted(held, key=lambda one: (not one.goes_there, not one.is_personal, one.code == BREAK_GLASS))


def sees(*, child: UUID, by: Actor, at: datetime) -> bool:
    """Whether somebody may see a child at that moment."""
    return bool(_sight_of(child, by, at))


def check_answers_as(role: str, *, area: str, by: Actor, at: datetime) -> None:
    """Whether somebody holds a post in this area, or stands in for it now. Raises Refused, which says whom to ring."""
    if area == by.area and agencies.answers_as(role=role, by=by, at=at):
        return
    raise Refused(f"This is for the {role.replace('_', ' ')} alone. Ring the duty desk: {_desk(by)}.")


def visible_to(*, by: Actor, at: datetime) -> QuerySet[models.Involvement, UUID]:
    """The ids of the children whom somebody may see in a list, each once; good in ``child__in=``. Sealed ones never."""
    listed = sight(by=by, at=at).exclude(child__tier="sealed")
    return listed.order_by().values_list("child_id", flat=True).distinct()


def check_can_learn_address(*, child: UUID, by: Actor, at: datetime) -> Basis:
    """On what somebody may learn where a child's confidential address is: a personal basis of those who go there.

    Raises NotInvolved as ``check_can_see``, and to those who see the child in any other way: through a team or an
    agency, for having recorded a concern, or in an emergency.
    """
    basis = check_can_see(child=child, by=by, at=at)
    if not basis.goes_there:
        reason = f"This address is known to the people who go to this child alone. Ring the duty desk: {_desk(by)}."
        raise NotInvolved(by=by, child=child, what="not_cleared_for_address", reason=reason)
    return basis


def sight(*, by: Actor, at: datetime) -> QuerySet[models.Involvement]:
    """The involvements that let somebody see a child at that moment. This is the rule; there is no other.

    Restricted and sealed children are seen by those who are personally involved, not through a team or an agency.
    Nobody sees a child who is near to their own family, whatever they hold, until a guardian has lifted it.
    """
    held = Q(from_at__lte=at) & (Q(to_at__isnull=True) | Q(to_at__gt=at))
    teams = agencies.teams_of(practitioner=by.id, at=at)
    shared = Q(team__in=teams) | Q(agency=agencies.agency_of(practitioner=by.id), agency__isnull=False)
    return models.Involvement.objects.filter(
        held & (Q(practitioner=by.id) | (shared & Q(child__tier="normal"))), basis__in=SEEING
    ).exclude(child__in=own_family(by=by))


def own_family(*, by: Actor) -> QuerySet[models.Conflict, UUID]:
    """The children who are near to somebody's own family, but for those whom a guardian has lifted."""
    rows = models.Conflict.objects.filter(practitioner=by.id, lifted_at__isnull=True)
    return rows.values_list("child_id", flat=True)


def _basis(row: models.Involvement) -> Basis:
    listed = BASES[row.basis]
    return Basis(
        code=listed.code,
        words=listed.words,
        cited=listed.cited,
        involvement=row.pk,
        is_personal=row.practitioner_id is not None,
        goes_there=listed.goes_there and row.practitioner_id is not None,
        until=row.to_at,
    )


def _not_involved(child: UUID, by: Actor, at: datetime) -> NotInvolved:
    """Why somebody may not see a child, and whom to ring."""
    person = people.person(id=child)
    if person is None or person.tier == "sealed" or own_family(by=by).filter(child=child).exists():
        return nothing_found(child=child, by=by)
    desk = _desk(by)
    if person.tier == "restricted":
        what = "restricted"
        reason = f"A record exists. Only the people who work with this child may open it. Ring the duty desk: {desk}."
    else:
        what = "not_involved"
        reason = _whom_to_ring(responsible_for(child=child, at=at), desk)
    return NotInvolved(by=by, child=child, what=what, reason=reason)


def nothing_found(*, child: UUID, by: Actor) -> NotInvolved:
    """A sealed child is refused in the words, and by the same reads, that refuse one who is not there.

    So is a child of somebody's own family: that there is a record of them is not theirs to learn here.
    """
    person = people.person(id=child)
    is_own = own_family(by=by).filter(child=child).exists()
    reason = (
        "Nothing is found here that you may open. If you are worried about a child, ring the duty desk: "
        f"{_desk(by)}."
    )
    return NotInvolved(by=by, child=child, what=_why(person, is_own=is_own), reason=reason)


def _why(person: Person | None, *, is_own: bool) -> str:
    if is_own:
        return "own_family"
    return "sealed" if person else "unknown"


def _whom_to_ring(responsible: Responsible, desk: str) -> str:
    who = responsible.worker or responsible.held_by
    if who is None:
        return f"You are not involved with this child, and nobody is allocated. Ring the duty desk: {desk}."
    return f"You are not involved with this child. Ring {who.name}, {who.phone}, or the duty desk: {desk}."


def _desk(by: Actor) -> str:
    """The desk of the asker's own area; it says nothing of where a child is."""
    try:
        return agencies.duty_desk(area=by.area)
    except BadInput:
        return "the one of your own area"
