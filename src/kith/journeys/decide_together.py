"""Agencies decide together: a decision is opened, each gives its position, the owner decides, and all of it is entries."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.access import operations as access
from kith.access import queries as sight
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.chronology import operations as chronology
from kith.chronology.types import KnownTo, NewEntry
from kith.clocks.due import due_at, end_of, local_day
from kith.decisions import operations as decisions
from kith.decisions import queries
from kith.decisions.types import DecisionView, NewDecision
from kith.grammar.closed_lists import Due
from kith.journeys.answer_prompt import act_on_prompt
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.household import household_of
from kith.kernel.errors import BadInput
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.patterns import queries as prompts
from kith.reference.working_days import CALENDAR_VERSION

ALWAYS_ASKED = ("childrens_social_care", "police", "health_visiting")
"""Social care, police and health, whatever else (Working Together 2023); which health agency is the area's to say [P]."""


def open_from_prompt(
    *, prompt: UUID, question: str, also_ask: Iterable[str] = (), by: Actor, at: datetime
) -> UUID:
    """The owner of a prompt opens the joint decision that it asks for; the prompt is then acted on."""
    held = prompts.prompt(id=prompt)
    if held is None:
        raise BadInput("prompt", "There is no such question.")
    with acting(by=by):
        decision = _open(held.children, held.step, question, also_ask, prompt, by, at)
        act_on_prompt(prompt=prompt, decision=decision, by=by, at=at)
    catch_up(at=at)
    return decision


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
        decision = _open(tuple(children), step, question, also_ask, None, by, at)
    catch_up(at=at)
    return decision


def _open(
    children: tuple[UUID, ...],
    step: str,
    question: str,
    also_ask: Iterable[str],
    prompt: UUID | None,
    by: Actor,
    at: datetime,
) -> UUID:
    book = prompts.rulebook()
    if step not in book.steps:
        raise BadInput("step", f"{step} is not a step that can be decided on.")
    invited = _invited(children[0], {*ALWAYS_ASKED, by.agency, *also_ask}, by, at)
    new = NewDecision(
        household=household_of(child=children[0], at=at).id,
        children=children,
        step=step,
        question=question,
        owner=by.id,
        owner_role=next(iter(by.roles), ""),
        due_at=_due(book.steps[step].due, at),
        calendar_version=CALENDAR_VERSION,
        invited=invited,
        prompt=prompt,
    )
    decision = decisions.open_decision(decision=new, by=by, at=at)
    _let_in(children, invited, by, at)
    details = {
        "step": step,
        "decision": str(decision),
        "question": question,
        "invited": [code for code, _, _ in invited],
    }
    _append("decision_opened", children, details, invited, by, at)
    return decision


def _invited(
    child: UUID, codes: set[str], by: Actor, at: datetime
) -> tuple[tuple[str, str, UUID | None], ...]:
    """Each agency of the area that is asked, with the person who answers for it where one is held."""
    book = prompts.rulebook()
    asked: list[tuple[str, str, UUID | None]] = []
    for code in sorted(codes):
        if agencies.agency(area=by.area, code=code) is None:
            continue
        person = sight.owner_for(child=child, role=book.agencies[code].manager, area=by.area, at=at)
        asked.append((code, by.area, person.id if person.agency == code else None))
    return tuple(asked)


def _let_in(
    children: Iterable[UUID], invited: Iterable[tuple[str, str, UUID | None]], by: Actor, at: datetime
) -> None:
    """Whoever is asked about a child may see the child while they are asked."""
    for child in children:
        for code, area, practitioner in invited:
            agency = agencies.agency(area=area, code=code)
            whom = (
                Whom(practitioner=practitioner)
                if practitioner
                else Whom(agency=agency.id if agency else None)
            )
            access.involve(child=child, whom=whom, basis="invited_to_decision", by=by, at=at)


def give_position(*, decision: UUID, position: str, reasons: str, by: Actor, at: datetime) -> UUID:
    """An agency says where it stands. The entry that says so names the position once the decision is made or all have written."""
    held = _decision(decision, by)
    with acting(by=by):
        given = decisions.give_position(decision=decision, position=position, reasons=reasons, by=by, at=at)
        details = {"step": held.step, "decision": str(decision), "position": position, "reason": reasons}
        _append("position_given", held.children, details, _asked(held), by, at)
    catch_up(at=at)
    return given


def decide(*, decision: UUID, outcome: str, reasons: str, by: Actor, at: datetime) -> UUID:
    """The owner decides. Outcome, reasons and dissent stand in the chronology. Returns the entry."""
    with acting(by=by):
        decisions.decide(decision=decision, outcome=outcome, reasons=reasons, by=by, at=at)
        held = _decision(decision, by)
        details: dict[str, Any] = {
            "step": held.step,
            "decision": str(decision),
            "outcome": outcome,
            "reason": reasons,
        }
        if held.dissenting:
            details["dissenting"] = sorted(set(held.dissenting))
        entry = _append("decision_made", held.children, details, _asked(held), by, at)
        if held.step == "strategy_discussion" and outcome != "put_off":
            _append("strategy_discussion", held.children, _attendance(held, outcome), _asked(held), by, at)
    catch_up(at=at)
    return entry


def _attendance(held: DecisionView, outcome: str) -> Mapping[str, Any]:
    """Who wrote a position was there; yes is a joint enquiry where police agreed, a single one where they did not."""
    attended = sorted({p.agency for p in held.positions})
    police = any(p.agency == "police" and p.position.startswith("agree") for p in held.positions)
    found = {"yes": "section_47_joint" if police else "section_47_single", "no": "no_section_47"}
    return {
        "attended": attended,
        "absent": sorted({i.agency for i in held.silent}),
        "outcome": found.get(outcome, "further_discussion"),
    }


def _asked(held: DecisionView) -> tuple[tuple[str, str, UUID | None], ...]:
    return tuple((i.agency, i.agency_area, i.practitioner) for i in held.invitations)


def _append(
    kind: str,
    children: Iterable[UUID],
    details: Mapping[str, Any],
    told: Iterable[tuple[str, str, UUID | None]],
    by: Actor,
    at: datetime,
) -> UUID:
    known_to = tuple(
        KnownTo(agency=code, agency_area=area, known_at=at) for code, area, _ in told if code != by.agency
    )
    entry = NewEntry(
        area=by.area,
        kind=kind,
        said_by=by.agency,
        said_by_area=by.area,
        actor_role=next(iter(by.roles), ""),
        recorded_by=by.id,
        claim="observed",
        happened_from=at,
        happened_to=at,
        precision="time",
        about=tuple(description_of(person=child, by=by, at=at) for child in children),
        details=details,
        known_to=known_to,
    )
    return chronology.append(entry, by=by, at=at)


def _decision(decision: UUID, by: Actor) -> DecisionView:
    held = queries.decision(id=decision, by=by)
    if held is None:
        raise BadInput("decision", "There is no such decision.")
    return held


def _due(due: Due, at: datetime) -> datetime:
    if due.when == "now":
        return at
    if due.when == "same_day" or due.duration is None:
        return end_of(local_day(at))
    return due_at(at, due.duration) or end_of(local_day(at))
