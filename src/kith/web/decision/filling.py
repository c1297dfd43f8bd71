"""Fills the page of one joint decision, as one reader may see it: nobody reads another's position before writing their own."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology.types import EntryView
from kith.grammar.words import named
from kith.patterns import queries as patterns
from kith.people import queries as people
from kith.web.child.reading import Reading
from kith.web.child.telling import day_words, told
from kith.web.dates import lately
from kith.web.decision.brings import Pair, brings_of, might_be_of
from kith.web.decision.door import AtDecision
from kith.web.decision.page import Deciding, DecisionPage, Outcome
from kith.web.decision.standing import (
    enough_words,
    have,
    our_position,
    people_in,
    positions_of,
    who_is_asked,
    writes,
)
from kith.web.parts.agency import agency
from kith.web.parts.discussion import Action, ForChild
from kith.web.parts.form import Form
from kith.web.parts.names import People, name_of
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.joint_steps import JointStep, joint_step
from kith.web.together.seen import entries_of, read_each
from kith.web.ways_to_disagree import on_decision


def page_of(here: AtDecision, *, form: Form | None = None) -> DecisionPage:
    """The page, with ``form`` as it was typed where something needs mending. A fixed number of statements for each child."""
    decision, readings = here.decision, read_each(here.opened, by=here.by, at=here.at)
    code = readings[0].book.steps[decision.step]
    step = joint_step(code)
    named_people = agencies.practitioners(ids=people_in(decision))
    held: list[Pair] = list(entries_of(readings).values())
    prompt = patterns.prompt(id=decision.prompt) if decision.prompt else None
    due, kind = _due(here)
    return DecisionPage(
        who=identity_of_all(readings),
        name=code.label[:1].upper() + code.label[1:],
        question=decision.question,
        owner=name_of(decision.owner, named_people),
        due=due,
        due_kind=kind,
        began=_began(here, named_people),
        here=who_is_asked(here, named_people, readings[0]),
        enough=enough_words(here),
        brings=brings_of(
            held,
            asked=[(one.agency, one.agency_area) for one in decision.invitations],
            evidence=frozenset(prompt.evidence) if prompt else frozenset(),
            readings=readings,
        ),
        might_be=might_be_of(held),
        positions=positions_of(here, named_people, step),
        actions=_actions(held, here),
        for_children=tuple(_for_child(one, here) for one in readings),
        refresh_href=f"/decisions/{decision.id}/",
        ours=our_position(here, step, form or Form()),
        deciding=_deciding(here, step, form or Form()),
        outcome=_outcome(here, named_people, step),
        disagree=on_decision(decision.id),
        prompt_href=f"/prompts/{decision.prompt}/" if decision.prompt else "",
        chronology_href=f"/children/{readings[0].child.id}/chronology/" if decision.decided_at else "",
    )


def _due(here: AtDecision) -> tuple[str, str]:
    decided = here.decision.decided_at
    if decided:
        return f"Decided {lately(decided, now=here.at).words}", ""
    return due_words(here.decision.due_at, at=here.at, what="To be decided")


def _began(here: AtDecision, named_people: People) -> str:
    decision = here.decision
    who = name_of(decision.opened_by, named_people)
    opened = f"Opened {lately(decision.opened_at, now=here.at).words} by {who}."
    changes = [one.given_at for one in decision.positions]
    return f"{opened} Last change {lately(max(changes), now=here.at).words}." if changes else opened


def _deciding(here: AtDecision, step: JointStep, form: Form) -> Deciding | None:
    """The owner's form; it waits for the owner's own agency, and for nobody else."""
    if not here.mine or here.decision.decided_at:
        return None
    silent = [one.agency for one in here.decision.silent]
    must_write = writes(here)
    return Deciding(
        outcomes=step.outcomes,
        action=f"/decisions/{here.decision.id}/outcome",
        form=Form() if must_write else form,
        cannot_yet="Write your agency’s position first: then you see the others, and can decide."
        if must_write
        else "",
        without=f"{have(silent)} not written. You may decide; it will say that it was made without them."
        if silent
        else "",
    )


def _outcome(here: AtDecision, named_people: People, step: JointStep) -> Outcome | None:
    decision = here.decision
    if decision.decided_at is None:
        return None
    words = {one.value: one.words for one in step.outcomes}[decision.outcome].removeprefix("Yes: ")
    silent = named(agency(one.agency).inside for one in decision.silent)
    return Outcome(
        words=words[:1].upper() + words[1:],
        reasons=decision.reasons,
        parents_told=decision.parents_told,
        decided=f"{name_of(decision.decided_by, named_people)}, {lately(decision.decided_at, now=here.at).words}",
        without=f"Made without {silent}." if decision.silent else "",
    )


def _actions(held: Sequence[Pair], here: AtDecision) -> tuple[Action, ...]:
    """What one agency asked of another since it was opened, as entries say, and whether it was answered."""
    asked = [
        pair
        for pair in held
        if pair[0].kind == "action_requested"
        and pair[0].counts
        and pair[0].recorded_at >= here.decision.opened_at
    ]
    return tuple(_action(entry, reading, held) for entry, reading in sorted(asked, key=_place))


def _place(pair: Pair) -> tuple[datetime, UUID]:
    return pair[0].place


def _action(entry: EntryView, reading: Reading, held: Sequence[Pair]) -> Action:
    answer = next((one for one, _ in held if _answers(one, entry)), None)
    return Action(
        what=told(entry, reading),
        who=agency(str(entry.details["to"])).inside if "to" in entry.details else "Nobody is named",
        by=day_words(entry.when, reading),
        accepted=told(answer, reading) if answer else "Asked, not answered",
        waiting=answer is None,
    )


def _answers(one: EntryView, asked: EntryView) -> bool:
    return one.kind == "action_answered" and any(ref.entry == asked.id for ref in one.refers_to)


def _for_child(reading: Reading, here: AtDecision) -> ForChild:
    """Each child by name, beside the last words of theirs that anybody wrote down."""
    said = next((entry for entry in reversed(reading.counting) if entry.childs_words), None)
    words = f"Nobody has written down anything that {reading.name} said."
    if said:
        words = f"{reading.name}, {day_words(said.when, reading)}: “{said.childs_words}”"
    return ForChild(
        name=reading.name,
        who=people.age_words(born=reading.child.birth, as_at=here.at),
        words=words if here.decision.outcome else f"To be decided. {words}",
        href=f"/children/{reading.child.id}/",
    )
