"""Who may release what is held, keep it back, and read it before that."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.access import policies as access
from kith.access.types import NotInvolved
from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.outgoing.models import GUARDIAN

NOT_HERE = "Nothing is held here that you may see. Ring your duty desk."


def is_guardian(*, by: Actor, at: datetime) -> bool:
    """Whether somebody guards information now: holds the role, or answers for it where nobody does."""
    return agencies.answers_as(role=GUARDIAN, by=by, at=at)


def check_is_guardian(*, area: str, by: Actor, at: datetime) -> None:
    """Refused for whoever does not guard this area's information: they alone read what is held before it is released."""
    if area != by.area or not is_guardian(by=by, at=at):
        raise Refused("Only a guardian of information reads what is held. Ring them, or the duty desk.")


def check_can_see_hold(
    *, area: str, about: Sequence[UUID], compiled_by: UUID, by: Actor, at: datetime
) -> str:
    """As what somebody sees a hold: ``information_guardian``, ``compiled_it`` or ``sees_the_child``. Refused otherwise."""
    if area == by.area and is_guardian(by=by, at=at):
        return GUARDIAN
    try:
        for child in about:
            access.check_can_see(child=child, by=by, at=at)
    except NotInvolved:
        raise Refused(NOT_HERE) from None
    return "compiled_it" if by.id == compiled_by else "sees_the_child"
