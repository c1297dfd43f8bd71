"""Fills the chronology page, for the screen and for paper."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from kith.access.types import Basis
from kith.files import queries as files
from kith.files.types import File
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.filling import guards_today
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import MOST_ENTRIES, Reading, read
from kith.web.child.story import not_shown
from kith.web.child.telling import day_of, entry_href
from kith.web.chronology.asked import OPEN, ROUTINE, STORY, Asked
from kith.web.chronology.knowing import as_known_at, keeping
from kith.web.chronology.lanes_of import lane_agencies, lanes_of
from kith.web.chronology.lines import line_of
from kith.web.chronology.listing import ON_A_PAGE, Listing, Told, listed, routine_entries
from kith.web.chronology.page import ChronologyPage, Tick
from kith.web.chronology.picture import lanes_picture
from kith.web.chronology.who_knew import concerned_agencies

MOST_LINKS = 80
"""Marks of the picture that lead to their entries."""


def chronology_page(
    *,
    child: Person,
    by: Actor,
    at: datetime,
    basis: Basis,
    asked: Asked,
    for_paper: bool = False,
    print_sheet: str = "",
) -> ChronologyPage:
    """The whole page. On paper every entry of the filter stands, and places that must stay hidden are left out."""
    reading = read(
        child=child,
        by=by,
        at=at,
        basis=basis,
        as_at=asked.as_at,
        agency=asked.agency,
        for_paper=for_paper,
    )
    routine = routine_entries(reading)
    listing = listed(reading, asked, routine, on_a_page=MOST_ENTRIES if for_paper else ON_A_PAGE)
    concerned = concerned_agencies(reading.entries)
    routine_href = _href(reading, asked, kind=[STORY, ROUTINE])
    on_page = {one.id for item in listing.items if isinstance(item, Told) for one in item.entries}
    held = _held(on_page, reading)
    return ChronologyPage(
        who=identity_of(
            reading,
            guards=guards_today(reading),
            responsible=responsible_now(reading),
            current="chronology",
        ),
        lead=_lead(reading),
        as_known=as_known_at(reading, asked),
        lanes=lanes_picture(reading, routine=routine, hrefs={} if for_paper else _hrefs(on_page, reading)),
        said_by=tuple(_said_by(reading, asked)),
        shown=_shown(reading, asked, routine),
        entries=tuple(
            line_of(
                item,
                reading,
                concerned=concerned,
                routine_href=routine_href,
                files=held,
                for_paper=for_paper,
            )
            for item in listing.items
        ),
        entries_words=_entries_words(listing),
        entries_silence=_silence(reading, listing),
        earlier_href=_href(reading, asked, earlier_than=[str(listing.last)]) if listing.last else "",
        earlier_words=f"Earlier entries: {listing.earlier} more",
        newest_href="" if listing.is_first else _href(reading, asked),
        print_href="" if for_paper else _href(reading, asked, path="print/"),
        not_shown=not_shown(reading),
        print_sheet=print_sheet,
    )


def _held(on_page: set[UUID], reading: Reading) -> dict[UUID, tuple[File, ...]]:
    """The files of the entries on this page that had come by the moment that is read, and who had opened them then."""
    as_at = reading.as_at
    return {
        entry: tuple(
            replace(file, opened=tuple(one for one in file.opened if one.at <= as_at))
            for file in held
            if file.taken_at <= as_at
        )
        for entry, held in files.files_of(entries=on_page).items()
    }


def _hrefs(on_page: set[UUID], reading: Reading) -> dict[UUID, str]:
    """Where the picture's marks lead: to the entries of this page, and to the newest that nothing has settled.

    A picture is no list: beyond ``MOST_LINKS`` nobody finds a mark by keyboard, and the page grows heavy.
    """
    hrefs = {entry: f"#entry-{entry}" for entry in on_page}
    unsettled = [
        entry.id
        for entry in reversed(reading.counting)
        if entry.id not in hrefs and reading.settled[entry.id].state == "open"
    ]
    return hrefs | {id: entry_href(id, reading) for id in unsettled[: max(MOST_LINKS - len(hrefs), 0)]}


def _lead(reading: Reading) -> str:
    whose = (
        "Everything every agency says"
        if reading.agency is None
        else "Everything that one agency knew to have"
    )
    happened = f"{whose} happened to {reading.name}, one lane each"
    if not reading.entries:
        return f"{happened}."
    first, last = day_of(reading.entries[0].when.happened_from), reading.today
    begin = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
    return f"{happened}, {begin} to {last:%B %Y}."


def _said_by(reading: Reading, asked: Asked) -> Iterable[Tick]:
    for one in lane_agencies(reading):
        count = sum(one.group in lanes_of(entry) for entry in reading.entries)
        on = not asked.said_by or one.group in asked.said_by
        yield Tick(name="said_by", value=one.group, words=one.label, on=on, count=count, agency=one)


def _shown(reading: Reading, asked: Asked, routine: frozenset[UUID]) -> tuple[Tick, ...]:
    open_count = sum(found.state == "open" for found in reading.settled.values())
    ticks = (
        (STORY, "In the story", len(reading.entries) - len(routine)),
        (OPEN, "Not settled only", open_count),
        (ROUTINE, "Routine", len(routine)),
    )
    return tuple(
        Tick(name="kind", value=value, words=words, on=value in asked.shown, count=count)
        for value, words, count in ticks
    )


def _entries_words(listing: Listing) -> str:
    folded = ""
    if listing.folded:
        folded = f" {listing.folded} routine {'entry is' if listing.folded == 1 else 'entries are'} folded."
    if listing.shown == listing.total:
        return f"Newest first. {listing.total} shown.{folded}"
    return f"Newest first. {listing.shown} of {listing.total} so far.{folded}"


def _silence(reading: Reading, listing: Listing) -> str:
    """Said where the list is empty: what its emptiness means."""
    if listing.total or listing.folded:
        return ""
    if reading.entries:
        return "No entry fits what you ticked. Others exist: untick something, or show routine entries."
    what = "anything that you may see" if reading.not_shown else "anything"
    return f"No agency has said {what} about {reading.name}. That is not the same as nothing happening."


def _href(reading: Reading, asked: Asked, *, path: str = "", **changed: list[str]) -> str:
    """The same page with the same moment and filter, and what is ``changed``."""
    kept = {
        **{name: [value] for name, value in keeping(reading, asked)},
        "said_by": sorted(asked.said_by),
        "kind": sorted(asked.shown - {STORY}) and sorted(asked.shown),
        **changed,
    }
    query = urlencode(kept, doseq=True)
    return f"/children/{reading.child.id}/chronology/{path}" + (f"?{query}" if query else "")
