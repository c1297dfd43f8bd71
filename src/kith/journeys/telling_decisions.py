"""What a joint decision tells the chronology: that it was opened, each position once it may be read, and the outcome."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology import queries as entries
from kith.decisions.types import ActionView, DecisionView, ExplanationView, ForChildView, PositionView
from kith.journeys.describing import description_of
from kith.journeys.saying import say
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor

References = tuple[tuple[UUID, str], ...]
"""Entries, and how this one stands to each."""
TOLD_BEFORE = frozenset({"decision_opened", "position_given"})


def opened(*, decision: DecisionView, because_of: Iterable[UUID], by: Actor, at: datetime) -> UUID:
    """That it was opened, the question and who was asked, beside the entries that led to it."""
    details = {"question": decision.question, "invited": [i.agency for i in decision.invitations]}
    references = tuple((entry, "about") for entry in because_of)
    return _append("decision_opened", decision, details, references, by, at)


def sealed_position(*, decision: DecisionView, by: Actor, at: datetime) -> UUID:
    """That an agency wrote its position, and no word of it: others have still to write theirs."""
    return _append("position_given", decision, {}, _answers(decision, at), by, at)


def open_positions(
    *, decision: DecisionView, positions: Iterable[PositionView], by: Actor, at: datetime
) -> None:
    """Each position in its agency's own words, as the same occurrence as the entry that said it was written."""
    before = _before(decision, at)
    for given in positions:
        author = agencies.actor(practitioner=given.given_by, at=at)
        sealed = before.get(("position_given", str(given.given_by)))
        same = ((sealed, "same_occurrence_as"),) if sealed else ()
        details = {"position": given.position, "reason": _whole_reason(given)}
        references = (*same, *_answers(decision, at))
        _append("position_given", decision, details, references, author, at, happened=given.given_at)


def decided(*, decision: DecisionView, by: Actor, at: datetime) -> UUID:
    """The outcome with reasons, dissent and who was not heard; a strategy discussion is also one of its own kind."""
    details: dict[str, Any] = {"outcome": decision.outcome, "reason": decision.reasons}
    if decision.dissenting:
        details["dissenting"] = sorted(set(decision.dissenting))
    if absent := _absent(decision):
        details["absent"] = absent
    for name in ("most_protective", "without_quorum_because"):
        if said := getattr(decision, name):
            details[name] = said
    entry = _append("decision_made", decision, details, _answers(decision, at), by, at)
    if decision.step == "strategy_discussion" and decision.outcome != "put_off":
        _append(
            "strategy_discussion",
            decision,
            _attendance(decision),
            ((entry, "about"),),
            by,
            at,
            own_details=False,
        )
        _record_is_ready(decision, entry, by, at)
    if decision.enquiry:
        _enquiry(decision, entry, by, at)
    return entry


def _record_is_ready(decision: DecisionView, made: UUID, by: Actor, at: datetime) -> None:
    """Everybody who was asked reads what was decided, and all that was said, as soon as it ends: nothing is sent later."""
    to = sorted({one.agency for one in decision.invitations})
    details = {"meeting": "strategy_discussion", "what": "minutes", "to": to}
    _append("minutes_sent", decision, details, ((made, "about"),), by, at, own_details=False)


def _enquiry(decision: DecisionView, made: UUID, by: Actor, at: datetime) -> None:
    """A section 47 enquiry begins, led by a social worker, about each child for whom nothing else was decided."""
    otherwise = {one.child for one in decision.for_children if one.outcome != "section_47"}
    also = {one.child for one in decision.for_children if one.outcome == "section_47"}
    children = [child for child in dict.fromkeys([*decision.children, *also]) if child not in otherwise]
    if not children:
        return
    leads = agencies.practitioner(id=decision.led_by) if decision.led_by else None
    details = {"stage": "started", **({"led_by": f"{leads.name}, {leads.title}"} if leads else {})}
    references = ((made, "about"),)
    _append("section_47_enquiry", decision, details, references, by, at, own_details=False, children=children)


def discussed(*, decision: DecisionView, made: UUID, by: Actor, at: datetime) -> None:
    """What was thought possible, what is decided for each child, and who does what, once the discussion has ended."""
    about = ((made, "about"),)
    for one in decision.explanations:
        _append(
            "explanation", decision, _explained(one), about, by, at, own_details=False, claim="hypothesis"
        )
    for child in decision.for_children:
        for_child(decision=decision, one=child, made=made, by=by, at=at)
    for action in decision.actions:
        owner = agencies.practitioner(id=action.owner)
        details = {
            "what": action.what,
            "who": owner.name if owner else "",
            "due": action.due_at.astimezone(LONDON).date().isoformat(),
            "answer": action.answer or "not_answered",
        }
        _append("action_agreed", decision, details, about, by, at, own_details=False)


def for_child(
    *, decision: DecisionView, one: ForChildView, made: UUID | None, by: Actor, at: datetime
) -> None:
    """What is decided for one child, and beside it the medical that was considered, with its reason."""
    about = ((made, "about"),) if made else _answers(decision, at)
    details = {"outcome": one.outcome, "reason": one.reasons}
    _append("decided_for_child", decision, details, about, by, at, own_details=False, children=[one.child])
    if one.medical:
        outcome = {} if one.medical == "paediatrician_asked" else {"outcome": one.medical}
        _append(
            "medical_considered",
            decision,
            {**outcome, "basis": one.medical_because},
            about,
            by,
            at,
            own_details=False,
            children=[one.child],
        )


def action_ended(*, decision: DecisionView, action: ActionView, by: Actor, at: datetime) -> None:
    """What came of an agreed action."""
    details = {"what": action.what, "ended": action.ended, "result": action.ended_words}
    _append("action_ended", decision, details, _answers(decision, at), by, at, own_details=False)


def _explained(one: ExplanationView) -> dict[str, str]:
    found = {
        "what": one.words,
        "supports": one.supports,
        "against": one.against,
        "would_tell": one.would_tell,
    }
    return {name: words for name, words in found.items() if words}


def _absent(decision: DecisionView) -> list[str]:
    return sorted({one.agency for one in decision.silent} - decision.heard)


def _attendance(decision: DecisionView) -> Mapping[str, Any]:
    """Who wrote a position or is noted as there; yes is a joint enquiry or one by social care alone, as was decided."""
    found = {"yes": f"section_47_{decision.enquiry}", "no": "no_section_47"}
    return {
        "attended": sorted(decision.heard),
        "absent": _absent(decision),
        "outcome": found.get(decision.outcome, "further_discussion"),
    }


def _whole_reason(given: PositionView) -> str:
    if not given.most_protective:
        return given.reasons
    return f"{given.reasons} The most protective thing considered: {given.most_protective}"


def _answers(decision: DecisionView, at: datetime) -> References:
    """The entry that opened it, as what the later ones answer."""
    asked = _before(decision, at).get(("decision_opened", ""))
    return ((asked, "answers"),) if asked else ()


def _before(decision: DecisionView, at: datetime) -> dict[tuple[str, str], UUID]:
    """Entries of this decision that stand already: its opening, and each writer's latest position."""
    found = entries.entries_for_page(child=decision.children[0], as_at=at, kinds=TOLD_BEFORE, limit=1000)
    mine = [entry for entry in reversed(found) if entry.details.get("decision") == str(decision.id)]
    return {
        (entry.kind, "" if entry.kind == "decision_opened" else str(entry.recorded_by)): entry.id
        for entry in mine
    }


def _append(
    kind: str,
    decision: DecisionView,
    details: Mapping[str, Any],
    references: References,
    by: Actor,
    at: datetime,
    *,
    happened: datetime | None = None,
    own_details: bool = True,
    children: Iterable[UUID] = (),
    claim: str = "observed",
) -> UUID:
    own = {"step": decision.step, "decision": str(decision.id)} if own_details else {}
    return say(
        kind,
        about=[description_of(person=child, by=by, at=at) for child in children or decision.children],
        claim=claim,
        details={**own, **details},
        told=[(i.agency, i.agency_area) for i in decision.invitations],
        references=references,
        area=decision.area,
        happened=happened,
        by=by,
        at=at,
    )
