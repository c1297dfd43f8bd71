"""Occurrences: entries that tell of one thing, taken together; which are worries, which are routine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from kith.chronology.types import EntryView
from kith.rulebook import Rulebook

QUIET_KINDS = frozenset(
    {
        "core_group",
        "information_provided",
        "information_requested",
        "medical_considered",
        "moved_school",
        "referrer_told",
        "registered_with_health",
        "released",
        "school_absence",
        "supervision",
        "other",
        "image_viewed",
        "action_answered",
        "contact_opened",
        "decision_opened",
        "position_given",
        "prompt_declined",
    }
)
"""Told in what was done about something else, or folded; a line of their own only where a person promotes them."""

ANSWERED_BY: Mapping[str, tuple[str, ...]] = {
    "contact_received": ("referral_decision", "referrer_told"),
    "action_requested": ("action_answered",),
    "information_requested": ("information_provided",),
    "image_supplied": ("image_viewed",),
    "decision_opened": ("position_given", "decision_made"),
}
"""Without a reference, the next of these by an agency concerned is the answer."""
ANSWERS_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Occurrence:
    """Entries of one occurrence, the first told first."""

    entries: tuple[EntryView, ...]

    @property
    def first(self) -> EntryView:
        return self.entries[0]

    @property
    def ids(self) -> tuple[UUID, ...]:
        return tuple(entry.id for entry in self.entries)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(entry.kind for entry in self.entries)

    def is_a_worry(self, rulebook: Rulebook) -> bool:
        return any(rulebook.entry_kind(entry.kind).is_a_worry for entry in self.entries)


def occurrences_of(entries: Iterable[EntryView]) -> list[Occurrence]:
    """What counts, grouped by occurrence, in the order in which it happened."""
    groups: dict[UUID, list[EntryView]] = {}
    for entry in sorted((e for e in entries if e.counts), key=lambda e: e.place):
        groups.setdefault(entry.occurrence, []).append(entry)
    return [Occurrence(tuple(group)) for group in groups.values()]


def is_told(occurrence: Occurrence, rulebook: Rulebook) -> bool:
    """Whether it has a line of its own: every worry, and what is neither routine nor told elsewhere."""
    if occurrence.is_a_worry(rulebook):
        return True
    return any(
        entry.kind not in QUIET_KINDS and not rulebook.entry_kind(entry.kind).is_routine(entry.details)
        for entry in occurrence.entries
    ) or bool(occurrence.first.childs_words)


def answers_to(occurrence: Occurrence, entries: Sequence[EntryView]) -> list[EntryView]:
    """Later entries that refer to it as answering, about or ending it; else the next answering kind between the same agencies."""
    ids = set(occurrence.ids)
    referring = [
        e
        for e in entries
        if e.refers_to and e.occurrence != occurrence.first.occurrence and _refers(e, ids) and e.counts
    ]
    found = {entry.id: entry for entry in referring}
    for kind in {kind for own in occurrence.kinds for kind in ANSWERED_BY.get(own, ())}:
        if not any(entry.kind == kind for entry in referring):
            later = _next(kind, occurrence, entries)
            found |= {later.id: later} if later else {}
    return sorted(found.values(), key=lambda entry: entry.place)


def _refers(entry: EntryView, ids: set[UUID]) -> bool:
    return any(
        r.entry in ids and r.relation in ("answers", "about", "ends", "settles") for r in entry.refers_to
    )


def _next(kind: str, occurrence: Occurrence, entries: Sequence[EntryView]) -> EntryView | None:
    first = occurrence.first
    agencies = {first.said_by, str(first.details.get("to", ""))}
    later = (
        entry
        for entry in entries
        if entry.kind == kind
        and entry.counts
        and entry.place > first.place
        and entry.when.happened_to - first.when.happened_to <= ANSWERS_WITHIN
        and entry.said_by in agencies
        and not any(r.relation == "answers" for r in entry.refers_to)
    )
    return min(later, key=lambda entry: entry.place, default=None)
