"""Who says who somebody is: whoever holds the role for it in the area, or stands in for it now."""

from datetime import datetime

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.kernel.errors import Refused
from kith.kernel.types import Actor

SAYS_WHO = "mash_manager"
"""The role that says who somebody is, and undoes it, where no question names another."""


def check_holds(role: str, *, area: str, by: Actor, at: datetime) -> None:
    """Whether somebody answers in this area for the role that says who somebody is. Raises Refused with the reason."""
    if area != by.area or role not in answers_for(by=by, at=at):
        words = role.replace("_", " ")
        raise Refused(
            f"Whether two descriptions are of one child is for the {words} to say. Ring the duty desk."
        )


def answers_for(*, by: Actor, at: datetime) -> frozenset[str]:
    """The roles in which somebody answers now: their own, and the front door's while they stand in for it, as at night."""
    if SAYS_WHO in by.roles:
        return frozenset(by.roles)
    try:
        holder = agencies.holder_of(role=SAYS_WHO, area=by.area, at=at)
    except NobodyHolds:
        return frozenset(by.roles)
    return frozenset({*by.roles, SAYS_WHO} if holder.id == by.id else by.roles)
