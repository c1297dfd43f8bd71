"""What waits of the feeds: letters that somebody answers for, as one line; and for a school, what the police had it told of."""

from collections.abc import Iterator
from datetime import datetime

from kith.journeys.feeding.schools import to_read
from kith.journeys.feeding.senders import owner_of, reach_of
from kith.kernel import dead_letters
from kith.kernel.dead_letters import Letter
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.dates import lately
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def letters_to_mend(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """How many letters wait for this person, who answers for them now. Nothing is said of what they say."""
    mine = _mine(by, at)
    if not mine:
        return
    feeds = len({one.came_by for one in mine})
    yield (
        None,
        Need(
            when=f"Since {lately(mine[0].kept_at, now=at).words}",
            what="A letter could not be read" if len(mine) == 1 else f"{len(mine)} letters could not be read",
            why="What it says about a child is not in Kith until somebody mends it."
            if len(mine) == 1
            else f"They came by {'one feed' if feeds == 1 else f'{feeds} feeds'}. What they say is not in Kith until somebody mends them.",
            act="Mend",
            href="/letters/" if len(mine) > 1 else f"/letters/{mine[0].id}/",
        ),
    )


def told_by_police(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """For a school's safeguarding lead: what was delivered to their school about a child of theirs, until it is read."""
    waiting = to_read(by=by, at=at)
    names = {id: one.name for id, one in people.persons(ids={one.child for one in waiting}).items()}
    for one in waiting:
        when, tag, kind = need_when(one.due_at, at=at)
        yield (
            one.due_at,
            Need(
                when=when,
                tag=tag,
                tag_kind=kind,
                what=f"The police told of domestic abuse: {names[one.child]}",
                why="Whoever looks after them at school should know before school begins. It stays here until you say that you have read it.",
                act="Read",
                href=f"/children/{one.child}/chronology/?entry={one.entry}#entry-{one.entry}",
            ),
        )


def _mine(by: Actor, at: datetime) -> list[Letter]:
    """Those whose owner this person is now; each body is asked about once, and none where nothing waits."""
    if not dead_letters.waiting_by_body(area=by.area):
        return []
    reach = reach_of(by=by, at=at)
    found, _ = dead_letters.waiting_of(area=reach.area, agency=reach.agency, teams=reach.teams)
    bodies = {(one.sender.agency, one.sender.team): one.sender for one in found}
    owners = {body: owner_of(sender, area=by.area, at=at) for body, sender in bodies.items()}
    mine = {body for body, owner in owners.items() if owner is not None and owner.id == by.id}
    return [one for one in found if (one.sender.agency, one.sender.team) in mine]
