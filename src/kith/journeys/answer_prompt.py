"""A prompt is answered: acknowledged, acted on, declined with a reason, sent up when nobody is free, or challenged."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.agencies.types import NobodyHolds, Practitioner
from kith.chronology import operations as chronology
from kith.chronology import queries as entries
from kith.chronology.types import NewEntry, Reference
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.letting_in import let_in
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.patterns import operations as patterns
from kith.patterns import queries as prompts
from kith.patterns.types import Owner, PromptView


def acknowledge_prompt(*, prompt: UUID, by: Actor, at: datetime) -> None:
    """The owner has it: this, and not that it waited on a page, is being told. Each entry is marked as acknowledged."""
    held = _prompt(prompt)
    with acting(by=by):
        patterns.acknowledge(prompt=prompt, by=by, at=at)
        for entry in held.evidence:
            chronology.acknowledge(entry, agency=by.agency, agency_area=by.area, by=by, at=at)


@acts_for_the_partnership
def act_on_prompt(
    *, prompt: UUID, because: str = "", decision: UUID | None = None, by: Actor, at: datetime
) -> None:
    """The owner does what it asks for: ``decision`` is the joint decision that was opened, or else ``because`` says what
    was done, and stands in the chronology beside what made Kith ask."""
    said = because if decision else _said(because, "Say what was done, by whom and when.")
    with acting(by=by):
        patterns.answer(prompt=prompt, answer="acted_on", because=said, decision=decision, by=by, at=at)
        if decision is None:
            held = _prompt(prompt)
            done = replace(_entry(held, "other", {}, held.evidence, "about", by, at), text=said)
            chronology.append(done, by=by, at=at)
    if decision is None:
        catch_up(at=at)


@acts_for_the_partnership
def decline_prompt(*, prompt: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """The owner declines, with a reason that stands in the chronology. Returns the entry."""
    with acting(by=by):
        patterns.answer(prompt=prompt, answer="declined", because=because, by=by, at=at)
        entry = chronology.append(
            _own_entry(_prompt(prompt), "prompt_declined", because, by, at), by=by, at=at
        )
    catch_up(at=at)
    return entry


def children_of(*, prompt: PromptView) -> tuple[UUID, ...]:
    """The children whom a prompt asks about, and those whom its evidence is about."""
    about = entries.children_of_each(entries=prompt.evidence)
    return tuple(dict.fromkeys([*prompt.children, *(one for found in about.values() for one in found)]))


def leader_above(*, prompt: PromptView, by: Actor, at: datetime) -> tuple[Practitioner, str] | None:
    """The named person above the owner's role, with their own role; None where nobody but the actor or the owner holds one."""
    chain = prompts.rulebook().chain(prompt.owner_role)
    role = (chain[1:] or chain)[0]
    never = frozenset({by.id, prompt.owner})
    try:
        found = access.owner_for(child=prompt.children[0], role=role, area=prompt.area, at=at, never=never)
    except NobodyHolds:
        return None
    return found, role


@acts_for_the_partnership
def nobody_is_free(*, prompt: UUID, because: str, by: Actor, at: datetime) -> Owner:
    """No capacity is an honest reason: the prompt stays open and goes to the named leader above, who now owns its clock."""
    said = _said(because, "Say what stands in the way, so that whoever decides about people and time can.")
    held = _prompt(prompt)
    owner = _leader(held, by, at)
    with acting(by=by):
        patterns.hand_over(prompt=prompt, to=owner, because=said, by=by, at=at)
        let_in(children=children_of(prompt=held), practitioner=owner.practitioner, by=by, at=at)
    return owner


@acts_for_the_partnership
def challenge_answer(*, prompt: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """Anyone who may see the child may say that it should be looked at again: the leader above is asked to.

    It stands in the chronology; returns the entry. The owner and the due time stay as they are.
    """
    said = _said(because, "Say why it should be looked at again.")
    held = _prompt(prompt)
    leader = _leader(held, by, at)
    with acting(by=by):
        patterns.challenge(prompt=prompt, to=leader, because=said, by=by, at=at)
        let_in(children=children_of(prompt=held), practitioner=leader.practitioner, by=by, at=at)
        entry = chronology.append(_own_entry(held, "prompt_challenged", said, by, at), by=by, at=at)
    catch_up(at=at)
    return entry


@acts_for_the_partnership
def answer_challenge(*, prompt: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """The leader who was asked to look again says what came of it, as a manager's decision that answers the challenge."""
    said = _said(because, "Say what you found, and what happens now. Whoever challenged it will read it.")
    held = _prompt(prompt)
    with acting(by=by):
        patterns.answer_challenge(prompt=prompt, because=said, by=by, at=at)
        answer = _entry(held, "management_decision", {"text": said}, _challenges(held, at), "answers", by, at)
        entry = chronology.append(answer, by=by, at=at)
    catch_up(at=at)
    return entry


def _challenges(held: PromptView, at: datetime) -> tuple[UUID, ...]:
    """The latest entry that challenged this prompt."""
    kind = frozenset({"prompt_challenged"})
    found = entries.entries_for_page(child=held.children[0], as_at=at, kinds=kind)
    mine = [entry for entry in found if entry.details.get("prompt") == str(held.id)]
    return tuple(entry.id for entry in mine[:1])


def _own_entry(held: PromptView, kind: str, because: str, by: Actor, at: datetime) -> NewEntry:
    details = {"step": held.step, "prompt": str(held.id), "reason": because.strip()}
    return _entry(held, kind, details, held.evidence, "about", by, at)


def _entry(
    held: PromptView,
    kind: str,
    details: dict[str, str],
    refers_to: tuple[UUID, ...],
    relation: str,
    by: Actor,
    at: datetime,
) -> NewEntry:
    return NewEntry(
        area=held.area,
        kind=kind,
        said_by=by.agency,
        said_by_area=by.area,
        actor_role=next(iter(by.roles), ""),
        recorded_by=by.id,
        claim="observed",
        happened_from=at,
        happened_to=at,
        precision="time",
        about=tuple(description_of(person=child, by=by, at=at) for child in children_of(prompt=held)),
        details=details,
        references=tuple(Reference(to=entry, relation=relation) for entry in refers_to),
    )


def _said(because: str, missing: str) -> str:
    if not because.strip():
        raise BadInput("because", missing)
    return because.strip()


def _leader(held: PromptView, by: Actor, at: datetime) -> Owner:
    found = leader_above(prompt=held, by=by, at=at)
    if found is None:
        raise BadInput("because", "Nobody above can be named now. Ring the duty desk, and say so there.")
    leader, role = found
    return Owner(practitioner=leader.id, role=role)


def _prompt(prompt: UUID) -> PromptView:
    held = prompts.prompt(id=prompt)
    if held is None:
        raise BadInput("prompt", "There is no such question.")
    return held
