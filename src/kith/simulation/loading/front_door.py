"""What waits at the front door this morning: what was told in the last days and has not been decided on."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from kith.chronology import queries as chronology
from kith.journeys.catch_up import catch_up
from kith.journeys.opening_contacts import open_for
from kith.journeys.receive_many import Arrival
from kith.simulation.loading.loading import Loading

SINCE = timedelta(days=21)
"""So far back a contact that nobody decided on is looked for; an older one would be a line on everybody's page for ever."""
MOST = 6
URGENT_ONE_IN = 3


def wait_at_the_front_door(arrivals: Iterable[Arrival], loading: Loading, *, at: datetime) -> int:
    """Open a contact for each, the newest of each family, as if the night's had just come in. Answers how many."""
    newest: dict[frozenset[str], UUID] = {}
    for arrival in sorted(arrivals, key=lambda one: one.at):
        family = frozenset(person.description.sender_key for person in arrival.concern.people)
        (said,) = arrival.concern.entries
        if said.kind == "referral_decision":
            newest = {key: told for key, told in newest.items() if not key & family}
        if said.kind == "contact_received" and arrival.at >= at - SINCE and said.sender_key:
            kept = chronology.sent_before(
                said_by=arrival.concern.said_by,
                said_by_area=loading.area.area,
                sender_keys=[said.sender_key],
            )
            newest[family] = kept[said.sender_key].entry
    told = list(newest.values())[-MOST:]
    for number, entry in enumerate(told):
        how_soon = "today" if number % URGENT_ONE_IN == 0 else "working_day"
        open_for(told=entry, how_soon=how_soon, by=loading.by, at=at)
    catch_up(at=at)
    return len(told)
