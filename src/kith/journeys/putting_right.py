"""What follows when a wrong match is put right: nobody loses a child, owners of questions are told, the rulebook is asked again."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.identity import queries
from kith.identity.types import Linked, Step
from kith.journeys.catch_up import ASK_AGAIN
from kith.journeys.letting_in import BASIS
from kith.kernel import outbox
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.patterns import operations as patterns
from kith.patterns import queries as prompts
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import Person

RECORDED = "recorded_a_concern"


def after_taking_away(*, link: Linked, by: Actor, at: datetime) -> UUID:
    """A description was taken away from whom ``link`` had it with. Answers the step that moved it.

    Somebody new is held as closely as whoever it was taken from; whoever recorded something through it may see them,
    and so may the person who took it away: nobody else works with them yet.
    """
    now = queries.link_as_at(description=link.description, as_at=at)
    assert now is not None
    taken = queries.steps_of(person=now.person)[-1]
    if taken.kind == "split":
        _look_after(held.persons(ids=[now.person])[now.person], link, by, at)
    tell_owners(step=taken, since=link.from_at, by=by, at=at)
    return taken.id


def _look_after(new: Person, link: Linked, by: Actor, at: datetime) -> None:
    before = held.person(id=link.person)
    if before and before.tier != "normal":
        because = "Taken from the record of somebody who is held closely."
        people.set_tier(person=new.id, tier=before.tier, because=because, by=by, at=at)
    if new.kind == "adult":
        return
    access.involve(child=new.id, whom=Whom(practitioner=by.id), basis=BASIS, by=by, at=at)
    entries = chronology.entries_about(descriptions=[link.description])
    recorded = {one for one in chronology.recorded_by(entries=entries).values() if one and one != by.id}
    for practitioner in sorted(agencies.practitioners(ids=recorded)):
        access.involve(child=new.id, whom=Whom(practitioner=practitioner), basis=RECORDED, by=by, at=at)


def tell_owners(*, step: Step, since: datetime, by: Actor, at: datetime) -> None:
    """Owners of questions that rested on the wrong link since a moment are told; the rulebook is asked again of both."""
    both = [one for one in (step.person, step.other) if one]
    for prompt in prompts.prompts_that_rest_on(entries=_entries_of(step), children=both, since=since):
        if prompt.area == by.area:
            patterns.tell_match_undone(prompt=prompt.id, because=_notice(by, at), by=by, at=at)
    ask_again(people_of=both, area=by.area, at=at)


def _entries_of(step: Step) -> tuple[UUID, ...]:
    moved = [one.description.id for one in queries.moved_by(step=step.id)]
    return chronology.entries_about(descriptions=moved)


def _notice(by: Actor, at: datetime) -> str:
    """It names no child: whoever reads it may not see both."""
    day = at.astimezone(LONDON)
    return (
        f"{by.name} undid a match on {day.day} {day:%B %Y}: two people had been taken for one."
        " What this question rested on may be about the other of them."
    )


def ask_again(*, people_of: Iterable[UUID], area: str, at: datetime) -> None:
    """Put into the outbox that the rulebook is asked again of these, as far as they are children."""
    for child in held.persons(ids=people_of).values():
        if child.kind != "adult":
            outbox.put(topic=ASK_AGAIN, payload={"child": str(child.id)}, area=area, at=at)
