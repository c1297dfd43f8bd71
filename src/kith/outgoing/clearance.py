"""What a recipient may learn: the homes that they are cleared for, and the people whom they may see."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access import policies as access
from kith.access.types import NotInvolved
from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.outgoing.types import Recipient
from kith.people import queries as people
from kith.people.types import HiddenHome


@dataclass(frozen=True, kw_only=True)
class Clearance:
    """``cleared`` are people whose address the recipient may learn, ``seen`` those whom they may see or who are their own."""

    cleared: frozenset[UUID]
    seen: frozenset[UUID]
    homes: frozenset[UUID]
    """Households whose confidential address the recipient may learn."""
    own_homes: frozenset[UUID]
    """Hidden households in which the recipient lives: theirs to know, where the document goes there and nowhere else."""


def clearance_of(
    *, recipient: Recipient, people_asked: Collection[UUID], homes: Sequence[HiddenHome], at: datetime
) -> Clearance:
    """Asks of each child whether this recipient is personally cleared; of a home, whether one who lives there is."""
    if recipient.practitioner is None:
        own = frozenset(home.household for home in homes if recipient.person in home.live_there)
        kin = people.relations_of(person=recipient.person, as_at=at) if recipient.person else {}
        seen = frozenset((*kin, recipient.person)) if recipient.person else frozenset()
        return Clearance(cleared=frozenset(), seen=seen, homes=frozenset(), own_homes=own)
    by = agencies.actor(practitioner=recipient.practitioner, at=at)
    sight = access.sight(by=by, at=at).filter(child__in=list(people_asked))
    seen = frozenset(sight.values_list("child_id", flat=True))
    cleared = frozenset(child for child in seen if _is_cleared(child, by, at))
    known = frozenset(home.household for home in homes if _is_known(home, cleared))
    return Clearance(cleared=cleared, seen=seen, homes=known, own_homes=frozenset())


def _is_cleared(child: UUID, by: Actor, at: datetime) -> bool:
    try:
        access.check_can_learn_address(child=child, by=by, at=at)
    except NotInvolved:
        return False
    return True


def _is_known(home: HiddenHome, cleared: frozenset[UUID]) -> bool:
    """Where a child lives now whom they are cleared for; or lived, where nobody does any more."""
    return bool(cleared & (home.live_there or home.lived_there))
