"""Who comes in to a question of identity: whoever answers for its role, unless one of the two is held closely; each look is kept."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access import policies
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.people import queries as people

NOT_HERE = "This was never asked. What waits for you stands on the first page."
CLOSELY = "One of them is held closely. Ring the duty desk, which can look at both."
READ = "answer whether two descriptions are of one child"


def come_in(sides: Iterable[UUID], *, purpose: str = READ, by: Actor, at: datetime) -> None:
    """Keeps a look at each of these people. Raises Refused where one is held closely and ``by`` may not see them.

    One who is sealed is refused as what was never asked.
    """
    both = tuple(dict.fromkeys(sides))
    hidden = closed_to(both, by=by, at=at)
    if "sealed" in hidden.values():
        raise Refused(NOT_HERE)
    if hidden:
        raise Refused(CLOSELY)
    for side in both:
        access.look_to_answer(child=side, purpose=purpose, by=by, at=at)


def closed_to(ids: Iterable[UUID], *, by: Actor, at: datetime) -> dict[UUID, str]:
    """Those of these people who are held closely and whom ``by`` may not see, with how closely."""
    held = people.persons(ids=ids)
    closed = {id: one.tier for id, one in held.items() if one.tier != "normal"}
    seen = seen_of(closed, by=by, at=at) if closed else frozenset()
    return {id: tier for id, tier in closed.items() if id not in seen}


def seen_of(ids: Iterable[UUID], *, by: Actor, at: datetime) -> frozenset[UUID]:
    """Those of these people whom ``by`` may see."""
    rows = policies.sight(by=by, at=at).filter(child__in=list(ids))
    return frozenset(rows.values_list("child_id", flat=True))
