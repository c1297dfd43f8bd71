"""Everything that a page about a child is filled from, read once, as one reader may see it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.access import queries as access
from kith.access.types import Basis, Involved
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.chronology import queries as chronology
from kith.chronology.story.types import Settled
from kith.chronology.types import EntryView
from kith.grammar.details import Who
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.rulebook import Rulebook
from kith.web.child.may_read import MayRead, may_read, shown_to

MOST_ENTRIES = 1_000
HIDDEN_WORDS = "By an entry that you may not see"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A child's entries and what is needed to tell them. ``as_at`` is the moment that is read, ``at`` is now."""

    child: Person
    by: Actor
    at: datetime
    as_at: datetime
    agency: tuple[str, str] | None
    """Whose knowledge is read, as (code, area); None for everyone together."""
    basis: Basis
    may: MayRead
    entries: tuple[EntryView, ...]
    """Oldest first, withdrawn and corrected ones included."""
    left_out: frozenset[UUID]
    """Entries that this reader may not see: their ids, and nothing else of them."""
    is_cut: bool
    """Whether there are so many entries that the oldest were not read."""
    settled: Mapping[UUID, Settled]
    """What settled each entry that counts, also where an entry did that this reader may not see."""
    involved: tuple[Involved, ...]
    practitioners: Mapping[UUID, Practitioner]
    """Whoever recorded or opened one of the entries, by id."""
    names: Mapping[str, str]
    """Names of people whom entries mention by id."""
    areas: Mapping[str, str]
    """What other areas are called, by code."""
    desk: str
    book: Rulebook

    @property
    def name(self) -> str:
        """What the child is called in a sentence: the name they are known by, else the first of their names."""
        if self.child.known_as or self.child.kind != "child":
            return self.child.name
        return self.child.display_name.partition(" ")[0]

    @property
    def not_shown(self) -> int:
        """How many entries this reader may not see."""
        return len(self.left_out)

    @property
    def is_past(self) -> bool:
        """Whether an earlier moment than now is read."""
        return self.as_at != self.at

    @property
    def is_now_and_whole(self) -> bool:
        """Whether what is read is all that everyone together holds today."""
        return not self.is_past and self.agency is None

    @property
    def today(self) -> date:
        """The day that is read, in London."""
        return self.as_at.astimezone(LONDON).date()

    @cached_property
    def counting(self) -> tuple[EntryView, ...]:
        """The entries that stand, oldest first."""
        return tuple(entry for entry in self.entries if entry.counts)

    @cached_property
    def by_id(self) -> Mapping[UUID, EntryView]:
        """The entries by id."""
        return {entry.id: entry for entry in self.entries}

    def of_kind(self, *kinds: str) -> list[EntryView]:
        """The standing entries of these kinds, oldest first."""
        return [entry for entry in self.counting if entry.kind in kinds]


def read(
    *,
    child: Person,
    by: Actor,
    at: datetime,
    basis: Basis,
    as_at: datetime | None = None,
    agency: tuple[str, str] | None = None,
    kinds: Collection[str] | None = None,
    for_paper: bool = False,
) -> Reading:
    """What ``by`` may read of a child now, or as it was known at ``as_at``: to everyone, or to one agency (code, area).

    A fixed number of statements, however many entries there are; the newest ``MOST_ENTRIES`` are read, of all ``kinds``
    or of some.
    """
    moment = as_at or at
    found = chronology.entries_for_page(
        child=child.id,
        as_at=moment,
        basis="known" if as_at or agency else "recorded",
        agency=agency,
        kinds=kinds,
        limit=MOST_ENTRIES,
    )
    found.sort(key=lambda entry: entry.place)
    involved = access.involved_with(child=child.id, at=at)
    may = may_read(child=child, involved=involved, basis=basis, by=by, at=at, for_paper=for_paper)
    book = rulebook.load(settings.KITH_RULEBOOK)
    entries, left_out = shown_to(may, found, book)
    return Reading(
        child=child,
        by=by,
        at=at,
        as_at=moment,
        agency=agency,
        basis=basis,
        may=may,
        entries=entries,
        left_out=left_out,
        is_cut=len(found) >= MOST_ENTRIES,
        settled=_settled(found, left_out, moment),
        involved=involved,
        practitioners=agencies.practitioners(ids=_who_acted(entries)),
        names=_names(entries, book),
        areas={code: _area_name(code) for code in _other_areas(entries, child.area)},
        desk=agencies.duty_desk(area=by.area),
        book=book,
    )


def _settled(
    entries: Sequence[EntryView], left_out: frozenset[UUID], as_at: datetime
) -> Mapping[UUID, Settled]:
    """Judged on every entry, so that nobody is told that nothing settled what an order did; said without its words."""
    masked = {
        entry: Settled(state=found.state, words=HIDDEN_WORDS) if found.entry in left_out else found
        for entry, found in chronology.settled_each(entries=entries, as_at=as_at).items()
    }
    return {entry: found for entry, found in masked.items() if entry not in left_out}


def _who_acted(entries: Iterable[EntryView]) -> set[UUID]:
    recorded = {entry.recorded_by for entry in entries}
    return {one for one in recorded | {row.by for entry in entries for row in entry.known_to} if one}


def _names(entries: Iterable[EntryView], book: Rulebook) -> Mapping[str, str]:
    """Names by id, of people in no protected tier; whoever is protected stays "a person"."""
    ids = {id for entry in entries for id in _people_in(entry, book)}
    return {str(id): one.name for id, one in people.persons(ids=ids).items() if one.tier == "normal"}


def _people_in(entry: EntryView, book: Rulebook) -> Iterable[UUID]:
    kind = book.entry_kind(entry.kind)
    for name, value in entry.details.items():
        if isinstance(kind.detail(name), Who):
            yield from filter(None, map(_as_id, value if isinstance(value, list) else [value]))


def _as_id(key: object) -> UUID | None:
    try:
        return UUID(str(key))
    except ValueError:
        return None


def _area_name(code: str) -> str:
    """What an area is called; one that is not held here by its code in words."""
    name = agencies.area_name(area=code)
    return name if name != code else code.replace("-", " ").title()


def _other_areas(entries: Iterable[EntryView], own: str) -> set[str]:
    return {entry.said_by_area for entry in entries} - {own}
