"""A prompt is answered: acknowledged, acted on, declined with a reason, sent up when nobody is free, or challenged."""

from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.chronology import operations as chronology
from kith.chronology.types import NewEntry, Reference
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.kernel.errors import BadInput
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


def act_on_prompt(
    *, prompt: UUID, because: str = "", decision: UUID | None = None, by: Actor, at: datetime
) -> None:
    """The owner does what it asks for; ``decision`` is the joint decision that was opened, where one was."""
    with acting(by=by):
        patterns.answer(prompt=prompt, answer="acted_on", because=because, decision=decision, by=by, at=at)


def decline_prompt(*, prompt: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """The owner declines, with a reason that stands in the chronology. Returns the entry."""
    with acting(by=by):
        patterns.answer(prompt=prompt, answer="declined", because=because, by=by, at=at)
        entry = chronology.append(
            _own_entry(_prompt(prompt), "prompt_declined", because, by, at), by=by, at=at
        )
    catch_up(at=at)
    return entry


def nobody_is_free(*, prompt: UUID, because: str, by: Actor, at: datetime) -> Owner:
    """No capacity is an honest reason: the prompt stays open and goes to the named leader above, who now owns its clock."""
    if not because.strip():
        raise BadInput(
            "because", "Say what stands in the way, so that whoever decides about people and time can."
        )
    held = _prompt(prompt)
    book = prompts.rulebook()
    above = book.chain(held.owner_role)[1:] or book.chain(held.owner_role)
    leader = access.owner_for(
        child=held.children[0], role=above[0], area=held.area, at=at, never=frozenset({by.id})
    )
    owner = Owner(practitioner=leader.id, role=above[0])
    with acting(by=by):
        patterns.hand_over(prompt=prompt, to=owner, because=because, by=by, at=at)
    return owner


def challenge_answer(*, prompt: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """Anyone who may see the child may say that an answer should be looked at again. It stands in the chronology."""
    if not because.strip():
        raise BadInput("because", "Say why it should be looked at again.")
    held = _prompt(prompt)
    with acting(by=by):
        entry = chronology.append(_own_entry(held, "prompt_challenged", because, by, at), by=by, at=at)
    catch_up(at=at)
    return entry


def _own_entry(held: PromptView, kind: str, because: str, by: Actor, at: datetime) -> NewEntry:
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
        about=tuple(description_of(person=child, by=by, at=at) for child in held.children),
        details={"step": held.step, "prompt": str(held.id), "reason": because.strip()},
        references=tuple(Reference(to=entry, relation="about") for entry in held.evidence),
    )


def _prompt(prompt: UUID) -> PromptView:
    held = prompts.prompt(id=prompt)
    if held is None:
        raise BadInput("prompt", "There is no such question.")
    return held
