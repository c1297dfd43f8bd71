"""What was told of somebody who is held closely: the manager on duty alone opens it, and no list names them.

It is asked at the moment of reading. Somebody who was sealed this morning is hidden in what was told last week.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.chronology import queries as entries
from kith.kernel.types import Actor
from kith.pathway.policies import MANAGER
from kith.pathway.types import ContactView
from kith.people import queries as people


def held_closely(*, told: Collection[UUID]) -> frozenset[UUID]:
    """Those of these entries that are about a restricted or sealed person, as everybody is linked and held now."""
    about = entries.people_of_each(entries=told)
    tiers = people.persons(ids={one for found in about.values() for one in found})
    return frozenset(
        entry for entry, found in about.items() if any(tiers[one].tier != "normal" for one in found)
    )


def may_open_closely(*, contact: ContactView, by: Actor, at: datetime) -> bool:
    """Whether somebody opens a contact that is held closely: its owner where a manager owns it, and the manager on duty now."""
    if contact.owner == by.id and contact.owner_role == MANAGER:
        return True
    return is_manager_on_duty(by=by, at=at)


def is_manager_on_duty(*, by: Actor, at: datetime) -> bool:
    """Whether they are the one person who answers for the front door at that moment."""
    try:
        return agencies.holder_of(role=MANAGER, area=by.area, at=at).id == by.id
    except NobodyHolds:
        return False
