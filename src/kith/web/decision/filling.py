"""Fills the page of one joint decision, as one reader may see it: nobody reads another's position before writing their own."""

from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.decisions.types import DecisionView
from kith.grammar.closed_lists import Step
from kith.grammar.words import named
from kith.journeys.decide_together import BEGINS_AN_ENQUIRY
from kith.patterns import queries as patterns
from kith.patterns.queries import rulebook
from kith.web.dates import lately
from kith.web.decision.brings import Pair, brings_of, might_be_of
from kith.web.decision.discussion import (
    ENQUIRIES,
    actions,
    each_child,
    leads_of,
    might_be,
    not_alone,
    writings,
)
from kith.web.decision.door import AtDecision
from kith.web.decision.page import Deciding, DecisionPage, Outcome
from kith.web.decision.standing import (
    decided_by_one,
    enough_words,
    have,
    our_position,
    people_in,
    positions_of,
    who_is_asked,
    writes,
)
from kith.web.parts.agency import agency
from kith.web.parts.form import Form
from kith.web.parts.names import People, name_of
from kith.web.parts.writing import Wrong
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.joint_steps import JointStep, joint_step
from kith.web.together.seen import entries_of, read_each
from kith.web.ways_to_disagree import on_decision


def page_of(here: AtDecision, *, form: Form | None = None, wrong: Wrong | None = None) -> DecisionPage:
    """The page, with ``form`` (a position or the outcome) or another form as it was typed where something needs mending.

    A fixed number of statements for each child.
    """
    decision, readings = here.decision, read_each(here.opened, by=here.by, at=here.at)
    code = readings[0].book.steps[decision.step]
    step = joint_step(code)
    named_people = agencies.practitioners(ids=people_in(decision))
    held: list[Pair] = list(entries_of(readings).values())
    prompt = patterns.prompt(id=decision.prompt) if decision.prompt else None
    due, kind = _due(here)
    return DecisionPage(
        who=identity_of_all(readings),
        name=_name(code, here),
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
            evidence=frozenset(prompt.evidence if prompt else ()) | _brought(held, decision),
            readings=readings,
        ),
        might_be=(*might_be(here, named_people), *might_be_of(held, before=decision.opened_at)),
        positions=positions_of(here, named_people, step),
        actions=actions(here, named_people, wrong),
        for_children=each_child(here, readings, wrong),
        writings=writings(here, named_people, wrong),
        refresh_href=f"/decisions/{decision.id}/",
        ours=our_position(here, step, form or Form()),
        deciding=_deciding(here, step, form or Form()),
        outcome=_outcome(here, named_people, step),
        disagree=on_decision(decision.id),
        prompt_href=f"/prompts/{decision.prompt}/" if decision.prompt else "",
        chronology_href=f"/children/{readings[0].child.id}/chronology/" if decision.decided_at else "",
    )


def _brought(held: list[Pair], decision: DecisionView) -> frozenset[UUID]:
    """What was told or thought since it was opened, for this."""
    told = ("information_provided", "other")
    return frozenset(
        entry.id for entry, _ in held if entry.kind in told and entry.recorded_at >= decision.opened_at
    )


def _name(step: Step, here: AtDecision) -> str:
    """The step; a decision by one agency says so in its title."""
    alone = decided_by_one(here.decision)
    name = f"{step.label[:1].upper()}{step.label[1:]}"
    return f"{name}, decided by {alone}" if alone else name


def _due(here: AtDecision) -> tuple[str, str]:
    decided = here.decision.decided_at
    if decided:
        return f"Decided {lately(decided, now=here.at).words}", ""
    return due_words(here.decision.due_at, at=here.at, what="To be decided")


def _began(here: AtDecision, named_people: People) -> str:
    decision = here.decision
    who = name_of(decision.opened_by, named_people)
    opened = f"Opened {lately(decision.opened_at, now=here.at).words} by {who}."
    changes = [
        *(one.given_at for one in decision.positions),
        *(one.noted_at for one in decision.presences),
        *(one.written_at for one in (*decision.explanations, *decision.for_children)),
        *(one.answered_at or one.asked_at for one in decision.actions),
    ]
    return f"{opened} Last change {lately(max(changes), now=here.at).words}." if changes else opened


def _deciding(here: AtDecision, step: JointStep, form: Form) -> Deciding | None:
    """The owner's form; it waits for the owner's own agency, and for nobody else."""
    if not here.mine or here.decision.decided_at:
        return None
    silent = [one.agency for one in here.decision.silent]
    must_write = writes(here)
    begins = here.decision.step in BEGINS_AN_ENQUIRY
    empty = here.decision.empty_seats(rulebook().quorum.get(here.decision.step, ()))
    return Deciding(
        enquiries=ENQUIRIES if begins else (),
        leads=leads_of(here) if begins else (),
        asks_why_without=named(seat.label for seat in empty),
        unsettled=_unsettled(here),
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
        most_protective=decision.most_protective,
        without_because=decision.without_quorum_because,
        enquiry=_enquiry(decision, named_people, here.at),
        decided=f"{name_of(decision.decided_by, named_people)}, {lately(decision.decided_at, now=here.at).words}",
        without=f"Made without {silent}." if decision.silent else "",
    )


def _enquiry(decision: DecisionView, named_people: People, at: datetime) -> str:
    """Who begins the section 47 enquiry, and who leads it; empty where none begins."""
    if not decision.enquiry:
        return ""
    who = "Police and social care together" if decision.enquiry == "joint" else "Social care alone"
    leads = name_of(decision.led_by, named_people)
    known = (
        agencies.expertise_of(ids=[decision.led_by], at=at).get(decision.led_by, ())
        if decision.led_by
        else ()
    )
    standing = not_alone(known) if decision.enquiry == "single" else ""
    return f"{who}. Led by {leads}. {standing}".strip().rstrip(".")


def _unsettled(here: AtDecision) -> str:
    """What nobody has said yes to, and for whom nothing is decided: it may be decided all the same, and is said."""
    decision = here.decision
    unanswered = sum(one.answer != "accepted" and not one.ended for one in decision.actions)
    decided = {one.child for one in decision.for_children}
    open_children = sum(child not in decided for child in decision.children)
    parts = []
    if not decision.actions:
        parts.append("No action is written.")
    if unanswered:
        parts.append(f"Nobody has said yes to {unanswered} of the actions: each comes back to you.")
    if open_children:
        parts.append(f"Nothing is written for {open_children} of the children.")
    return " ".join(parts)
