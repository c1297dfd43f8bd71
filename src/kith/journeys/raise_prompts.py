"""Prompts are raised: the rulebook is asked about a child and the household's other children, and a person is named."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.chronology import queries as chronology
from kith.journeys.household import hold, household_of
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.letting_in import let_in
from kith.kernel import outbox
from kith.kernel.types import Actor
from kith.patterns import operations as patterns
from kith.patterns import queries as asking
from kith.patterns.raising import news, raise_at
from kith.patterns.types import Firing, Owner, Said, Standing


def raise_prompts(*, child: UUID, area: str, at: datetime) -> list[UUID]:
    """Ask the rulebook about a child's household at a moment, and keep what it asks for. Returns the prompts that changed."""
    home = household_of(child=child, at=at)
    hold(home.id)
    firings = asking.ask(
        moments=[(one, at) for one in home.children], households=dict.fromkeys(home.children, home.id)
    )
    kept = keep_what_fired(firings, home.id, area=area, at=at)
    for one in home.children:
        _ask_again_later(one, area, at)
    return kept


def keep_what_fired(firings: list[Firing], household: UUID, *, area: str, at: datetime) -> list[UUID]:
    """One household's firings of one moment become prompts with named owners. Returns the prompts that changed."""
    standing = asking.standing_in(household=household)
    steps = asking.rulebook().steps
    changed, said = raise_at(
        firings, standing={step: held for step, (_, held) in standing.items()}, steps=steps
    )
    sayings = {saying.step: saying for saying in said}
    by = kith_itself(area=area)
    kept = []
    for step, after in changed.items():
        before = standing.get(step)
        joins = before is not None and before[1].answered_at is None
        saying = sayings.get(step)
        carried = news(_carried(firings, step, after), before[1] if before else None)
        joined = before[0] if before and joins else None
        owner = _owner(joined, saying, carried, by, at) if saying else None
        if saying and owner:
            let_in(children=_concerned(saying), practitioner=owner.practitioner, by=by, at=at)
        kept.append(
            patterns.keep(
                prompt=joined,
                standing=after,
                firings=carried,
                said=saying,
                owner=owner,
                strength=steps[step].strength,
                by=by,
                at=at,
            )
        )
    return kept


def _carried(firings: Iterable[Firing], step: str, after: Standing) -> list[Firing]:
    """The firings that this prompt carries: those whose patterns it now names."""
    return [firing for firing in firings if firing.pattern in after.stages]


def _owner(prompt: UUID | None, said: Said, firings: list[Firing], by: Actor, at: datetime) -> Owner:
    """The named person: the first owner stays unless a pattern questions them or asks higher up."""
    never = _questioned(firings)
    held = asking.prompt(id=prompt) if prompt else None
    if held and held.owner not in never and said.why != "new_stage":
        return Owner(practitioner=held.owner, role=held.owner_role)
    person = access.owner_for(child=said.children[0], role=said.owner_role, area=by.area, at=at, never=never)
    return Owner(practitioner=person.id, role=said.owner_role)


def _concerned(said: Said) -> set[UUID]:
    """The children who are asked about, and those whom the evidence is about: nobody can answer what they may not read."""
    about = chronology.children_of_each(entries=[one.entry for one in said.evidence])
    return {*said.children, *(child for children in about.values() for child in children)}


def _questioned(firings: Iterable[Firing]) -> frozenset[UUID]:
    """Those who recorded the entries that a rule questions."""
    entries = {entry for firing in firings for entry in firing.questioned}
    recorded: Mapping[UUID, UUID | None] = chronology.recorded_by(entries=entries)
    return frozenset(person for person in recorded.values() if person)


def _ask_again_later(child: UUID, area: str, at: datetime) -> None:
    due = asking.next_ask(child=child, as_at=at)
    if due:
        outbox.put(topic="ask_again", payload={"child": str(child)}, area=area, at=at, due_at=due)
