"""What was told of somebody who is held closely: the manager on duty alone opens it, and no list names them.

It is asked at the moment of reading. Somebody who was sealed this morning is hidden in what was told last week.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds, Practitioner
from kith.chronology import queries as entries
from kith.kernel.types import Actor
from kith.pathway.policies import MANAGER
from kith.pathway.types import ContactView
from kith.people import queries as people


def held_closely(*, told: Collection[UUID]) -> frozenset[UUID]:
    """Those of these entries that are about a restricted or sealed person, as everybody is linked and held now."""
    about = entries.people_of_each(entries=told)
    closely = people.held_closely(ids={one for found in about.values() for one in found})
    return frozenset(entry for entry, found in about.items() if closely & set(found))


def may_open_closely(*, contact: ContactView, manager: Practitioner | None, by: Actor) -> bool:
    """Whether somebody opens a contact that is held closely: its owner where a manager owns it, and ``manager_on_duty``."""
    owns_it_as_manager = contact.owner == by.id and contact.owner_role == MANAGER
    return owns_it_as_manager or (manager is not None and manager.id == by.id)


def manager_on_duty(*, area: str, at: datetime) -> Practitioner | None:
    """The one person who answers for the front door at that moment, or None."""
    try:
        return agencies.holder_of(role=MANAGER, area=area, at=at)
    except NobodyHolds:
        return None
