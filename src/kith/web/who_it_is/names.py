"""What a page of who is who calls other people: by name only those whom its reader may know of."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kith.people import queries as people
from kith.web.same_child.door import closed_to, seen_of
from kith.web.who_it_is.door import AtWho

CLOSELY = "somebody who is held closely"
ANOTHER = "another record"


def names_for(here: AtWho, ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Names by id. Whoever says who is who reads all who are not held closely; others those whom they see."""
    held = people.persons(ids=set(ids))
    closed = closed_to(held, by=here.by, at=here.at)
    seen = held.keys() if here.says_who else seen_of(held, by=here.by, at=here.at)
    return {
        id: CLOSELY if id in closed else one.name if id in seen or id == here.child.id else ANOTHER
        for id, one in held.items()
    }


def may_open(here: AtWho, ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these people whose page of who they are this reader may open."""
    wanted = set(ids)
    if not here.says_who:
        return seen_of(wanted, by=here.by, at=here.at)
    return frozenset(wanted - set(closed_to(wanted, by=here.by, at=here.at)))
