"""Another agency's closing that rests on what is not so comes to the front door, by name. The closing itself stands."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.agencies.types import SOCIAL_CARE
from kith.chronology import queries as entries
from kith.journeys.opening_contacts import open_for
from kith.journeys.truths_of_contact import nobody_works, outstanding
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook

CLOSED = "closed"


def take_up_closings(*, kept: Iterable[UUID], by: Actor, at: datetime) -> tuple[UUID, ...]:
    """Of entries that were just kept, each closing that relied on what is not so becomes a contact. Answers the contacts' ids."""
    opened = []
    for entry in kept:
        if because := _why(entry, at):
            opened.append(open_for(told=entry, how_soon="working_day", because=because, by=by, at=at))
    return tuple(opened)


def _why(entry: UUID, at: datetime) -> str:
    closing = entries.entry(entry)
    if closing is None or closing.said_by == SOCIAL_CARE:
        return ""
    if closing.when.happened_to < at - rulebook().history_after.exact:
        return ""
    children = entries.children_of(entry=entry)
    if closing.details.get("stated_known_to_social_care") and any(nobody_works(children=children, at=at)):
        return "relied_on_social_care"
    asked_by = (closing.said_by, closing.said_by_area)
    waits = closing.details.get("information_outstanding")
    if waits or (waits is None and any(outstanding(children=children, asked_by=asked_by, at=at))):
        return "closed_unanswered"
    return ""
