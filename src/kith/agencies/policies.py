"""Who may let a colleague in again, and whom: their own agency's people, or their own team's, and never themselves."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.agencies import models, queries
from kith.kernel.errors import Refused
from kith.kernel.types import Actor

KEEPER, GUARDIAN = "sign_in_keeper", "information_guardian"


def check_can_let_in(*, practitioner: UUID, by: Actor, at: datetime) -> None:
    """Whether somebody may make a code for this colleague. Raises Refused in words that are the same on every ground."""
    if not whom_they_keep(by=by, at=at).exclude(pk=by.id).filter(pk=practitioner).exists():
        raise Refused(
            "You can let in colleagues of your own agency or team alone, and never yourself: another keeper lets you in. "
            f"Ring the duty desk: {queries.duty_desk(area=by.area)}."
        )


def check_keeps_sign_ins(*, by: Actor, at: datetime) -> None:
    """Whether somebody holds the post of a keeper. Nobody stands in for it. Raises Refused, which says whom to ring."""
    if not is_keeper(by=by, at=at):
        raise Refused(
            f"This is for the sign-in keepers of an agency alone. Ring the duty desk: {queries.duty_desk(area=by.area)}."
        )


def check_can_read_lettings_in(*, by: Actor, at: datetime) -> None:
    """Keepers, for those whom they keep; the guardian of information, or who stands in, for the area."""
    if not guards(by=by, at=at):
        check_keeps_sign_ins(by=by, at=at)


def is_keeper(*, by: Actor, at: datetime) -> bool:
    """Whether somebody holds the post now, in a team or for their whole agency."""
    return _posts(by, at).exists()


def guards(*, by: Actor, at: datetime) -> bool:
    """Whether somebody reads every letting in of the area."""
    return queries.answers_as(role=GUARDIAN, by=by, at=at)


def whom_they_keep(*, by: Actor, at: datetime) -> QuerySet[models.Practitioner]:
    """The people of a keeper's own agency; of their own team alone, where the post is held in a team. Themselves too."""
    teams = list(_posts(by, at).values_list("team", flat=True))
    own = models.Practitioner.objects.filter(agency__practitioners=by.id)
    if None in teams:
        return own
    joined = models.Membership.objects.filter(_in_force(at), team__in=teams).values("practitioner")
    held = models.RoleHeld.objects.filter(_in_force(at), team__in=teams).values("practitioner")
    return own.filter(Q(pk__in=joined) | Q(pk__in=held))


def _posts(by: Actor, at: datetime) -> QuerySet[models.RoleHeld]:
    return models.RoleHeld.objects.filter(_in_force(at), practitioner=by.id, role=KEEPER)


def _in_force(at: datetime) -> Q:
    return Q(from_at__lte=at) & (Q(to_at__isnull=True) | Q(to_at__gt=at))
