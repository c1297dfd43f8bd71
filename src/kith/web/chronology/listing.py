"""The list of entries: filtered, routine ones folded and counted, silences drawn, fifty to a page."""

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import day_of, day_words
from kith.web.chronology.asked import OPEN, ROUTINE, STORY, Asked
from kith.web.chronology.lanes_of import lanes_of

ON_A_PAGE = 50
GAP_FROM_DAYS = 60
TAKES_BACK = "withdraws"


@dataclass(frozen=True, kw_only=True)
class Silence:
    """A long time between two entries of the list, in words."""

    words: str


@dataclass(frozen=True, kw_only=True)
class Routine:
    """Routine entries that are not shown."""

    entries: tuple[EntryView, ...]


@dataclass(frozen=True, kw_only=True)
class Told:
    """One entry, or several that an agency wrote in the same words about one occurrence; the first told first."""

    entries: tuple[EntryView, ...]

    @property
    def first(self) -> EntryView:
        """The entry by which it is told."""
        return self.entries[0]


Listed = Told | Silence | Routine


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One page of the list, newest first."""

    items: tuple[Listed, ...]
    shown: int
    total: int
    """Entries that the filter lets through, on all pages; folded ones are not among them."""
    folded: int
    last: UUID | None
    """The last entry of this page where there are earlier ones."""
    is_first: bool
    """Whether the page begins with the newest."""

    @property
    def earlier(self) -> int:
        """Entries on later pages of the list."""
        return self.total - self.shown if self.last else 0


def routine_entries(reading: Reading) -> frozenset[UUID]:
    """Entries of daily life, as their kinds declare them; words of the child's never are."""
    return frozenset(
        row.id
        for row in reading.entries
        if reading.book.entry_kind(row.kind).is_routine(row.details) and not row.childs_words
    )


def listed(
    reading: Reading, asked: Asked, routine: Collection[UUID], *, on_a_page: int = ON_A_PAGE
) -> Listing:
    """The page of the list that was asked for."""
    rows = [row for row in reversed(reading.entries) if _is_chosen(row, reading, asked, routine)]
    shown = [row for row in rows if _is_shown(row, asked, routine)]
    start = _start(shown, asked, on_a_page)
    page = shown[start : start + on_a_page]
    more = start + len(page) < len(shown)
    items = _between(rows, page, is_first=start == 0, is_last=not more)
    return Listing(
        items=tuple(_with_silences(_folded(items, page), reading)),
        shown=start + len(page),
        total=len(shown),
        folded=len(rows) - len(shown),
        last=page[-1].id if page and more else None,
        is_first=start == 0,
    )


def _is_chosen(row: EntryView, reading: Reading, asked: Asked, routine: Collection[UUID]) -> bool:
    """Whether who said it was chosen, and it is not the mere taking back of another, which is told there."""
    if row.id == asked.entry:
        return True
    if any(reference.relation == TAKES_BACK for reference in row.refers_to):
        return False
    if OPEN in asked.shown and not _is_open(row, reading):
        return False
    if asked.shown == {ROUTINE} and row.id not in routine:
        return False
    return not asked.said_by or bool(asked.said_by & set(lanes_of(row)))


def _is_open(row: EntryView, reading: Reading) -> bool:
    found = reading.settled.get(row.id)
    return found is not None and found.state == "open"


def _is_shown(row: EntryView, asked: Asked, routine: Collection[UUID]) -> bool:
    if row.id == asked.entry or OPEN in asked.shown:
        return True
    return ROUTINE in asked.shown if row.id in routine else STORY in asked.shown


def _start(shown: Sequence[EntryView], asked: Asked, on_a_page: int) -> int:
    """Where the page begins: after the last of the page before, or at the page on which an entry stands."""
    places: dict[UUID | None, int] = {row.id: place for place, row in enumerate(shown)}
    if asked.entry in places:
        return places[asked.entry] // on_a_page * on_a_page
    return places[asked.earlier_than] + 1 if asked.earlier_than in places else 0


def _between(
    rows: Sequence[EntryView], page: Sequence[EntryView], *, is_first: bool, is_last: bool
) -> Sequence[EntryView]:
    """All rows from the first of the page to its last, folded ones too; to the list's own ends at its ends."""
    if not page:
        return rows
    places = {row.id: place for place, row in enumerate(rows)}
    begin = 0 if is_first else places[page[0].id]
    end = len(rows) if is_last else places[page[-1].id] + 1
    return rows[begin:end]


def _folded(rows: Sequence[EntryView], page: Sequence[EntryView]) -> Iterator[Told | Routine]:
    on_page = {row.id for row in page}
    for is_on_page, run in groupby(rows, key=lambda row: row.id in on_page):
        if not is_on_page:
            yield Routine(entries=tuple(run))
            continue
        for _, alike in groupby(run, key=_telling):
            yield Told(entries=tuple(alike)[::-1])


def copies_of(entry: EntryView, reading: Reading) -> tuple[EntryView, ...]:
    """The entries that stand in one line with this one, itself among them."""
    return tuple(row for row in reading.entries if _telling(row) == _telling(entry))


def _telling(row: EntryView) -> Hashable:
    """What entries of one line have in common: occurrence, agency, words, day, and who knows them since when."""
    if not row.text:
        return row.id
    known = frozenset((one.agency, one.agency_area, one.how, one.known_at) for one in row.known_to)
    return row.occurrence, row.said_by, row.said_by_area, row.text, row.when, row.counts, known


def _with_silences(items: Iterator[Told | Routine], reading: Reading) -> Iterator[Listed]:
    """Puts a silence between two entries that are far apart, and after words of the child's that followed a long one."""
    before: EntryView | None = None
    for item in items:
        newest = item.entries[0]
        if before and (days := _days(newest, before)) >= GAP_FROM_DAYS:
            yield Silence(words=f"{days} days with nothing from anyone here")
        yield item
        before = item.entries[-1]
        if isinstance(item, Told) and (words := _no_words(item.first, reading)):
            yield Silence(words=words)


def _days(earlier: EntryView, later: EntryView) -> int:
    """Days between the end of one and the beginning of the other."""
    return (day_of(later.when.happened_from) - day_of(earlier.when.happened_to)).days


def _no_words(row: EntryView, reading: Reading) -> str:
    """How long nobody had written anything that the child said, before this."""
    if not row.childs_words or not row.counts:
        return ""
    heard = [one for one in reading.counting if one.childs_words and one.place < row.place]
    if not heard or (days := _days(heard[-1], row)) < GAP_FROM_DAYS:
        return ""
    return f"{days} days with no words of {reading.name}’s recorded by anyone"


def span(entries: Sequence[EntryView], reading: Reading) -> str:
    """``19 Oct to 12 Nov``, of entries that stand newest first."""
    first, last = day_words(entries[-1].when, reading), day_words(entries[0].when, reading)
    return first if first == last else f"{first} to {last}"
