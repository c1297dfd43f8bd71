"""What settled a worry: an entry that says so, a later outcome that Kith works it out from, or nothing."""

from collections.abc import Sequence
from datetime import datetime

from kith.chronology.story.occurrences import Occurrence
from kith.chronology.story.types import Settled
from kith.chronology.types import EntryView
from kith.chronology.when import words
from kith.rulebook import Rulebook

SETTLES = {"independent_opinion", "seen_alone", "evidence", "section_47_outcome", "order"}
HOW = {
    "independent_opinion": "Independent opinion",
    "seen_alone": "Seen alone",
    "evidence": "Evidence",
    "section_47_outcome": "Section 47 outcome",
    "order": "Court order",
    "explanation_only": "Explained only; nothing has settled it",
    "not_settled": "Looked at; not settled",
    "carried": "Carried forward; not settled",
}
DECISIONS = {
    "assessment",
    "closed",
    "conference",
    "decision_made",
    "legal_step",
    "management_decision",
    "multi_agency_meeting",
    "plan",
    "police_investigation",
    "prompt_declined",
    "referral_decision",
    "section_47_enquiry",
    "strategy_discussion",
}
SETTLING_KINDS = ("section_47_enquiry", "medical_examination", "legal_step")
"""From whose outcomes Kith works out that a worry was settled."""
NOTHING = "Nothing has settled this"


def settled_by(
    occurrence: Occurrence, entries: Sequence[EntryView], rulebook: Rulebook, as_at: datetime
) -> Settled:
    """What settled an occurrence, in the order: said of it, worked out, explained only, carried, nothing."""
    if not occurrence.is_a_worry(rulebook):
        if occurrence.kinds & DECISIONS:
            return Settled(state="decision", words="Decision")
        return Settled(state="no_worry", words="Nothing to settle")
    said = [entry for entry in entries if entry.kind == "worry_settled" and _is_about(entry, occurrence)]
    for entry in reversed(said):
        by = entry.details.get("by")
        if by in SETTLES:
            return Settled(
                state="settled", words=f"{HOW[by]}, {words(entry.when, as_at=as_at)}", entry=entry.id
            )
    if derived := _derived(occurrence, entries, as_at):
        return derived
    if said:
        by = said[-1].details.get("by", "not_settled")
        return Settled(
            state="carried" if by == "carried" else "open", words=HOW.get(by, NOTHING), entry=said[-1].id
        )
    return Settled(state="open", words=NOTHING)


def _is_about(entry: EntryView, occurrence: Occurrence) -> bool:
    """It refers to the occurrence; or it refers to nothing and came after, said by the same agency."""
    referred = [r.entry for r in entry.refers_to if r.relation in ("settles", "about", "answers")]
    if referred:
        return bool(set(referred) & set(occurrence.ids))
    return entry.said_by == occurrence.first.said_by and entry.place > occurrence.first.place


def _derived(occurrence: Occurrence, entries: Sequence[EntryView], as_at: datetime) -> Settled | None:
    """A later section 47 outcome, cause settled by an examination, or an order; nobody need have said that it settles this."""
    for entry in entries:
        if entry.kind not in SETTLING_KINDS or entry.place <= occurrence.first.place or not entry.counts:
            continue
        if entry.kind == "section_47_enquiry" and entry.details.get("stage") == "completed":
            return _worked_out("Section 47 enquiry", entry, as_at)
        if entry.kind == "medical_examination" and entry.details.get("cause_settled") is True:
            return _worked_out("Examination", entry, as_at)
        if entry.kind == "legal_step" and entry.details.get("legal_action") == "order":
            return _worked_out("Court order", entry, as_at)
    return None


def _worked_out(what: str, entry: EntryView, as_at: datetime) -> Settled:
    return Settled(
        state="settled", words=f"{what}, {words(entry.when, as_at=as_at)}", entry=entry.id, derived=True
    )
