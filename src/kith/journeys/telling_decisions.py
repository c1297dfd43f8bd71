"""What a joint decision tells the chronology: that it was opened, each position once it may be read, and the outcome."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology import queries as entries
from kith.decisions.types import DecisionView, PositionView
from kith.journeys.describing import description_of
from kith.journeys.saying import say
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
    if decision.silent:
        details["absent"] = sorted({i.agency for i in decision.silent})
    entry = _append("decision_made", decision, details, _answers(decision, at), by, at)
    if decision.step == "strategy_discussion" and decision.outcome != "put_off":
        attendance = _attendance(decision)
        same = ((entry, "about"),)
        _append("strategy_discussion", decision, attendance, same, by, at, own_details=False)
    return entry


def _attendance(decision: DecisionView) -> Mapping[str, Any]:
    """Who wrote a position was there; yes is a joint enquiry where police agreed, a single one where they did not."""
    police = any(p.agency == "police" and p.position.startswith("agree") for p in decision.latest)
    found = {"yes": "section_47_joint" if police else "section_47_single", "no": "no_section_47"}
    return {
        "attended": sorted({p.agency for p in decision.positions}),
        "absent": sorted({i.agency for i in decision.silent}),
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
) -> UUID:
    own = {"step": decision.step, "decision": str(decision.id)} if own_details else {}
    return say(
        kind,
        about=[description_of(person=child, by=by, at=at) for child in decision.children],
        details={**own, **details},
        told=[(i.agency, i.agency_area) for i in decision.invitations],
        references=references,
        area=decision.area,
        happened=happened,
        by=by,
        at=at,
    )
