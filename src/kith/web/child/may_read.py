"""What one reader may read of a child's entries: what is left out is counted, and places stay unsaid where a home is hidden."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kith.access.types import Basis, Involved
from kith.agencies import queries as agencies
from kith.chronology.types import EntryView
from kith.grammar.details import EVERYTHING
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.rulebook import Rulebook

WITH_A_DECISION_OR_VISIT = frozenset(
    {
        "allocated",
        "manages_the_work",
        "team_duty",
        "invited_to_decision",
        "owns_a_question",
        "chairs_or_reviews",
        "gives_legal_advice",
    }
)
"""Bases of those who have a decision or a visit to make: they read the kinds that are for them alone."""
PLACE_UNSAID = "Words left out: they may say where the child is. Ring the duty desk."


@dataclass(frozen=True, kw_only=True)
class MayRead:
    """What this reader may read beyond what everybody involved may."""

    reader: UUID
    decisions: bool
    """Whether they have a decision or a visit to make."""
    places: bool
    """Whether they may read words that could say where the child is."""
    home_is_hidden: bool
    """Whether a confidential address is held for the child's home, or the child is sealed."""


def may_read(
    *,
    child: Person,
    involved: Iterable[Involved],
    basis: Basis,
    by: Actor,
    at: datetime,
    for_paper: bool = False,
) -> MayRead:
    """Asks on which bases somebody reads, and whether the home must stay hidden. Paper never says a hidden place."""
    hidden = child.id in hidden_homes([child.id], at=at) or child.tier == "sealed"
    return MayRead(
        reader=by.id,
        decisions=bool(_bases(involved, by, at) & WITH_A_DECISION_OR_VISIT),
        places=not hidden or (basis.goes_there and not for_paper),
        home_is_hidden=hidden,
    )


def _bases(involved: Iterable[Involved], by: Actor, at: datetime) -> set[str]:
    """Every basis that this reader has, their own and through team or agency."""
    mine = {by.id, agencies.agency_of(practitioner=by.id), *agencies.teams_of(practitioner=by.id, at=at)}
    return {basis for one in involved if one.whom.id in mine for basis in one.bases}


def hidden_homes(children: Iterable[UUID], *, at: datetime) -> frozenset[UUID]:
    """Those of several children whose home must not be found, now."""
    return people.with_confidential_home(people=children, as_at=at)


def shown_to(
    may: MayRead, entries: Sequence[EntryView], book: Rulebook
) -> tuple[tuple[EntryView, ...], frozenset[UUID]]:
    """The entries as this reader may see them, and the ids of those that they may not."""
    left_out = frozenset(entry.id for entry in entries if _is_kept_from(may, entry, book))
    kept = (entry for entry in entries if entry.id not in left_out)
    return tuple(_as_shown(may, entry, left_out, book) for entry in kept), left_out


def _is_kept_from(may: MayRead, entry: EntryView, book: Rulebook) -> bool:
    """Who wrote an entry may read it again, whatever its kind."""
    kind = book.entry_kind(entry.kind)
    return kind.visible_to == "decision_or_visit" and not may.decisions and entry.recorded_by != may.reader


def _as_shown(may: MayRead, entry: EntryView, left_out: frozenset[UUID], book: Rulebook) -> EntryView:
    told = entry if may.places else _without_places(entry, book)
    return replace(
        told,
        refers_to=tuple(row for row in told.refers_to if row.entry not in left_out),
        referred_to_by=tuple(row for row in told.referred_to_by if row.entry not in left_out),
    )


def _without_places(entry: EntryView, book: Rulebook) -> EntryView:
    """Kinds that give a place away lose every word of prose; all others lose the details that are places."""
    kind = book.entry_kind(entry.kind)
    if kind.location_bearing:
        details = kind.withhold(entry.details, "location")
        return replace(entry, details=details, text=PLACE_UNSAID if entry.text else "")
    places = {
        name
        for name, detail in kind.details.items()
        if "location" in detail.gives_away and detail.gives_away != EVERYTHING
    }
    return replace(
        entry, details={name: value for name, value in entry.details.items() if name not in places}
    )
