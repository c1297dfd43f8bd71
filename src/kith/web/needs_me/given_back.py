"""What was not told to an agency's own system: to whoever answers for it, as one line."""

from collections.abc import Iterator
from datetime import datetime

from kith.giving import queries as giving
from kith.journeys.feeding.senders import owner_of
from kith.kernel.types import Actor
from kith.web.dates import lately
from kith.web.given_back.filling import WHY, owner
from kith.web.parts.needs import Need


def systems_to_tell_again(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """Systems that Kith gave up telling, where this person answers for them now; most days one statement, and nothing."""
    if not giving.given_up_in(area=by.area):
        return
    mine = [
        one
        for one in giving.receivers_for(by=by, at=at)
        if one.given_up_at
        and (held := owner_of(owner(one, at=at), area=one.area, at=at))
        and held.id == by.id
    ]
    for one in mine:
        assert one.given_up_at is not None  # nosec B101: chosen by it
        yield (
            None,
            Need(
                when=f"Since {lately(one.given_up_at, now=at).words}",
                what=f"{one.name} was not told that something stands ready",
                why=f"{WHY[one.problem]} Until it is told, somebody may key what is here already.",
                act="Look",
                href="/given-back/",
            ),
        )
