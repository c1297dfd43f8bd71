"""Who reviews looks: the guardian of information; of a guardian's own looks, the on-call manager; never whoever is found."""

from datetime import datetime
from uuid import UUID

from kith.access.policies import GUARDIAN, check_answers_as
from kith.agencies import queries as agencies
from kith.agencies import shifts
from kith.agencies.types import Practitioner
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.oversight import models

STANDS_IN = "area_on_call_manager"
"""Who reviews what a guardian looked at."""


def check_guards(*, by: Actor, at: datetime) -> None:
    """Whether somebody answers as guardian of information in their area. Raises Refused, which says whom to ring."""
    check_answers_as(GUARDIAN, area=by.area, by=by, at=at)


def reviews_as(*, by: Actor, at: datetime) -> frozenset[str]:
    """The roles as which somebody reviews looks now. Raises Refused where there is none.

    The on-call manager comes in only where a finding is theirs: one about a guardian.
    """
    found = set()
    for role in (GUARDIAN, STANDS_IN):
        try:
            check_answers_as(role, area=by.area, by=by, at=at)
        except Refused:
            continue
        found.add(role)
    theirs = models.Finding.objects.filter(area=by.area, owner_role=STANDS_IN).exclude(practitioner=by.id)
    if not (STANDS_IN in found and theirs.exists()):
        check_guards(by=by, at=at)
    return frozenset(found)


def check_reviews(*, finding: UUID, by: Actor, at: datetime) -> None:
    """Whether somebody reviews this finding. Raises Refused, in the same words for one that is not there."""
    row = models.Finding.objects.filter(pk=finding, area=by.area).first()
    if row is None or row.practitioner_id == by.id or row.owner_role not in reviews_as(by=by, at=at):
        raise Refused("There is no such finding for you to review.")


def owner_of(*, found: UUID, area: str, at: datetime) -> tuple[Practitioner, str]:
    """The one person who reviews what was found of somebody, with the role; never themselves, nor who manages them.

    Raises NobodyHolds, which says whom to ring.
    """
    never = {found, *shifts.who_leads(teams=agencies.teams_of(practitioner=found, at=at), at=at)}
    guards = any(one.role == GUARDIAN for one in agencies.roles_of(practitioner=found, at=at))
    role = STANDS_IN if guards else GUARDIAN
    owner = agencies.holder_of(role=role, area=area, at=at, never=frozenset(never))
    holds = {one.role for one in agencies.roles_of(practitioner=owner.id, at=at)}
    return owner, role if GUARDIAN in holds else STANDS_IN
