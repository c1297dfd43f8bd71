"""Agencies decide together: a decision is opened, each gives its position, the owner decides, and all of it is entries."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kith.chronology import queries as entries
from kith.clocks.due import due_by
from kith.decisions import operations as decisions
from kith.decisions import queries
from kith.decisions.policies import check_can_decide
from kith.decisions.types import DecisionView, Ending, NewDecision
from kith.grammar.words import named
from kith.journeys import telling_decisions as telling
from kith.journeys.answer_prompt import act_on_prompt
from kith.journeys.asking_agencies import invited_for, let_in_the_asked
from kith.journeys.catch_up import catch_up
from kith.journeys.household import household_of
from kith.journeys.override import review_where_against_dissent
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.patterns import queries as prompts
from kith.patterns.types import PromptView
from kith.reference.working_days import CALENDAR_VERSION

BEGINS_AN_ENQUIRY = frozenset({"strategy_discussion", "section_47_enquiry"})
"""Steps whose yes begins a section 47 enquiry."""


@acts_for_the_partnership
def open_from_prompt(
    *, prompt: UUID, question: str, also_ask: Iterable[str] = (), by: Actor, at: datetime
) -> UUID:
    """The owner of a prompt opens the joint decision that it asks for; the prompt is then acted on, its time limit stays."""
    held = prompts.prompt(id=prompt)
    if held is None:
        raise BadInput("prompt", "There is no such question.")
    with acting(by=by):
        new = _new(held.children, held.step, question, also_ask, by, at, due=held.due_at, prompt=prompt)
        decision = _open(new, by, at, because_of=_about_them(held))
        decisions.prompts_were_shown(decision=decision, by=by, at=at)
        act_on_prompt(prompt=prompt, decision=decision, by=by, at=at)
    catch_up(at=at)
    return decision


def _about_them(held: PromptView) -> tuple[UUID, ...]:
    """The evidence about the children who are decided on; what is about another child of the household stays with the prompt."""
    about = entries.children_of_each(entries=held.evidence)
    return tuple(entry for entry in held.evidence if set(held.children) & set(about.get(entry, ())))


@acts_for_the_partnership
def open_without_prompt(
    *,
    children: Iterable[UUID],
    step: str,
    question: str,
    also_ask: Iterable[str] = (),
    by: Actor,
    at: datetime,
) -> UUID:
    """Anyone with work to do may ask for a joint decision, without waiting for a prompt."""
    with acting(by=by):
        decision = _open(_new(tuple(children), step, question, also_ask, by, at), by, at)
    catch_up(at=at)
    return decision


def _new(
    children: tuple[UUID, ...],
    step: str,
    question: str,
    also_ask: Iterable[str],
    by: Actor,
    at: datetime,
    *,
    due: datetime | None = None,
    prompt: UUID | None = None,
) -> NewDecision:
    book = prompts.rulebook()
    if step not in book.steps:
        raise BadInput("step", "Choose what is to be decided on.")
    return NewDecision(
        household=household_of(child=children[0], at=at).id,
        children=children,
        step=step,
        question=question,
        owner=by.id,
        owner_role=next(iter(by.roles), ""),
        due_at=due or due_by(at, book.steps[step].due),
        calendar_version=CALENDAR_VERSION,
        invited=invited_for(children=children, also_ask=also_ask, by=by, at=at),
        prompt=prompt,
    )


def _open(new: NewDecision, by: Actor, at: datetime, *, because_of: tuple[UUID, ...] = ()) -> UUID:
    decision = decisions.open_decision(decision=new, by=by, at=at)
    let_in_the_asked(children=new.children, asked=new.invited, by=by, at=at)
    telling.opened(decision=_decision(decision, by), because_of=because_of, by=by, at=at)
    return decision


@acts_for_the_partnership
def give_position(
    *, decision: UUID, position: str, reasons: str, most_protective: str = "", by: Actor, at: datetime
) -> UUID:
    """An agency says where it stands. Its entry names the position once all who were asked have written, or it is decided."""
    before = _decision(decision, by)
    with acting(by=by):
        given = decisions.give_position(
            decision=decision,
            position=position,
            reasons=reasons,
            most_protective=most_protective,
            by=by,
            at=at,
        )
        held = _decision(decision, by)
        if held.silent:
            telling.sealed_position(decision=held, by=by, at=at)
        else:
            opened = held.positions if before.silent else held.positions[-1:]
            telling.open_positions(decision=held, positions=opened, by=by, at=at)
    catch_up(at=at)
    return given


@acts_for_the_partnership
def decide(*, decision: UUID, ending: Ending, by: Actor, at: datetime) -> UUID:
    """The owner decides. Outcome, reasons, dissent and who was not heard stand in the chronology. Returns the entry.

    Where not enough were there it asks why it is decided all the same (BadInput ``without_quorum_because``): a decision
    that is put off needs no reason. A section 47 enquiry that begins is led by the owner where nobody else is named.
    """
    with acting(by=by):
        check_can_decide(decision=decision, by=by)
        before = _decision(decision, by)
        decisions.decide(decision=decision, ending=_whole(ending, before, by), by=by, at=at)
        held = _decision(decision, by)
        if held.silent:
            telling.open_positions(decision=held, positions=held.positions, by=by, at=at)
        entry = telling.decided(decision=held, by=by, at=at)
        telling.discussed(decision=held, made=entry, by=by, at=at)
        review_where_against_dissent(decision=held, by=by, at=at)
    catch_up(at=at)
    return entry


def _whole(ending: Ending, held: DecisionView, by: Actor) -> Ending:
    """With what follows from the discussion where nobody wrote it. Raises BadInput where a reason is missing."""
    empty = held.empty_seats(prompts.rulebook().quorum.get(held.step, ()))
    if not empty or ending.outcome in ("", "put_off"):
        ending = replace(ending, without_quorum_because="")
    elif not ending.without_quorum_because.strip():
        missing = named(seat.label for seat in empty)
        raise BadInput("without_quorum_because", f"Say why it is decided without {missing}.")
    if ending.outcome != "yes" or held.step not in BEGINS_AN_ENQUIRY:
        return replace(ending, enquiry="", led_by=None)
    police_agree = any(p.agency == "police" and p.position.startswith("agree") for p in held.latest)
    return replace(
        ending,
        enquiry=ending.enquiry or ("joint" if police_agree else "single"),
        led_by=ending.led_by or by.id,
    )


def _decision(decision: UUID, by: Actor) -> DecisionView:
    held = queries.decision(id=decision, by=by)
    if held is None:
        raise BadInput("decision", "There is no such decision.")
    return held
