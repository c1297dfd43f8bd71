"""What somebody should know of codes by which people are let in again: of their own; and, as a keeper, of those that others made."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from kith.agencies import lettings_in, policies
from kith.agencies.types import LetIn
from kith.kernel.types import Actor
from kith.web.dates import lately
from kith.web.parts.needs import Need

SHOWN_FOR = timedelta(days=14)


def let_in_again(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """Nothing of it is due. Whoever did not ask for a code learns of it at their next page."""
    since = at - SHOWN_FOR
    own = lettings_in.lettings_in_of(practitioner=by.id, since=since)
    if own:
        yield None, _told(own, at)
    if policies.KEEPER in by.roles:
        others = [
            one
            for one in lettings_in.lettings_in_for(by=by, since=since, at=at)
            if by.id not in (one.made_by, one.practitioner)
        ]
        if others:
            yield None, _made_by_others(others, at)


def _told(own: Sequence[LetIn], at: datetime) -> Need:
    """The newest, with how many there were before it; each stands on their own page."""
    one, before = own[0], len(own) - 1
    used = one.how == "used"
    came_of_it = (
        f"It was used on {one.device}."
        if used
        else "It was not used. If you did not ask for it, ring your duty desk."
    )
    return Need(
        when=f"Since {lately(one.made_at, now=at).words}",
        what=f"{one.made_by_name} {'let you in again' if used else 'made a code to let you in'}",
        why=f"{came_of_it} {before} more in two weeks." if before else came_of_it,
        act="Look",
        href="/sign-in/mine",
    )


def _made_by_others(others: list[LetIn], at: datetime) -> Need:
    newest = others[0]
    more = f" {len(others) - 1} more in two weeks." if len(others) > 1 else ""
    return Need(
        when=f"Since {lately(newest.made_at, now=at).words}",
        what=f"{newest.made_by_name} made a code to let {newest.whom} in again",
        why=f"As a keeper you read what others did.{more}",
        act="Read",
        href="/sign-in/let-in/",
    )
