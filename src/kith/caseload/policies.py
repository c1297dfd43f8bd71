"""Who may put a child on the list for the night, and who may take a morning task."""

from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.people import queries as people

DUTY = "emergency_duty_worker"
"""The role to whom the list is shown out of hours."""
LISTS = frozenset({"allocated", "manages_the_work"})
"""Bases of those who know the child well enough to say what may happen."""


def check_can_list(*, child: UUID, by: Actor, at: datetime) -> None:
    """Whoever is allocated to the child or manages the work. Raises Refused, which says who that is."""
    found = people.person(id=child)
    desk = agencies.duty_desk(area=by.area)
    if found is not None and found.tier == "sealed":
        raise Refused(
            f"A child who is held so closely is on no list. Tell the guardian desk who may ring: {desk}."
        )
    held = access.responsible_for(child=child, at=at)
    holder = held.held_by or held.worker
    if by.id in {one.id for one in (held.worker, held.held_by) if one} or _works_with(child, by, at):
        return
    ring = f"Ring {holder.name}, {holder.phone}" if holder else f"Ring the duty desk: {desk}"
    raise Refused(f"Whoever is allocated to the child, or manages the work, puts them on the list. {ring}.")


def _works_with(child: UUID, by: Actor, at: datetime) -> bool:
    """Whoever only writes up what they handed over sees the child until a day, and says no more what may happen."""
    return any(
        one.whom.practitioner == by.id and one.until is None and LISTS & set(one.bases)
        for one in access.involved_with(child=child, at=at)
    )


def check_is_theirs(*, owner: UUID, is_done: bool, by: Actor) -> None:
    """A morning task is its owner's to take, to hand back and to do, until it is done. Raises Refused, naming the owner."""
    if is_done:
        raise Refused("It is done already.")
    if owner != by.id:
        found = agencies.practitioner(id=owner)
        who = f"{found.name}, {found.phone or found.agency_name}" if found else "somebody else"
        raise Refused(f"It waits for {who}. Ring them if you have done it.")
