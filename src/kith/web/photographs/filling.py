"""Fills the page of an entry's photographs."""

from collections.abc import Iterator
from uuid import UUID

from kith.chronology.types import EntryView
from kith.files import queries as files
from kith.files.types import Copy, File
from kith.web.child.filling import guards_today
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import Reading
from kith.web.child.telling import entry_href, moment_of, said_by, told
from kith.web.parts.form import Form
from kith.web.photographs.page import PhotographsPage, Shot
from kith.web.photographs.telling import moment, opened, scanned

PREVIEW = 240
MOST_SHOWN = 60


def photographs_page(
    reading: Reading, entry: EntryView, *, clear: str = "", form: Form | None = None, added: str = ""
) -> PhotographsPage:
    """The page; ``clear`` is the id of the one copy that was asked for."""
    held = files.files_of(entries=[entry.id]).get(entry.id, ())
    href = files_href(reading.child.id, entry.id)
    hidden = not reading.may.places
    return PhotographsPage(
        who=identity_of(
            reading,
            guards=guards_today(reading),
            responsible=responsible_now(reading),
            current="chronology",
        ),
        action=href,
        back_href=entry_href(entry.id, reading),
        when=moment_of(entry.when, reading),
        agency=said_by(entry, reading),
        words=told(entry, reading),
        shots=() if hidden else tuple(_shots(held, href, clear))[:MOST_SHOWN],
        silence="Nobody has added a photograph to this entry here. One may exist elsewhere: ask whoever saw the child.",
        withheld=_withheld(held, reading) if hidden else "",
        form=form or Form(),
        added=added,
    )


def files_href(child: UUID, entry: UUID) -> str:
    """The page of an entry's photographs."""
    return f"/children/{child}/chronology/{entry}/files/"


def _withheld(held: tuple[File, ...], reading: Reading) -> str:
    number = f"{len(held)} {'is' if len(held) == 1 else 'are'} held. " if held else ""
    return f"{number}A picture may show where the child is. If you need it now, ring the desk: {reading.desk}"


def _shots(held: tuple[File, ...], href: str, clear: str) -> Iterator[Shot]:
    for number, file in enumerate(held, start=1):
        for copy in file.copies:
            yield _shot(number, file, copy, href, is_clear=str(copy.clear) == clear)


def _shot(number: int, file: File, copy: Copy, href: str, *, is_clear: bool) -> Shot:
    anchor = f"shot-{number}-{copy.page}"
    page = f", page {copy.page}" if len(file.copies) > 1 else ""
    what = "Paper" if file.media_type == "application/pdf" else "Photograph"
    across = PREVIEW / max(copy.width, copy.height)
    side = 1 if is_clear else across
    return Shot(
        id=anchor,
        words=f"{what} {number}{page}",
        src=f"/files/{copy.clear if is_clear else copy.blurred}/" if file.may_be_shown else "",
        is_clear=is_clear,
        href=f"{href}#{anchor}" if is_clear else f"{href}?clear={copy.clear}#{anchor}",
        name=file.name,
        shows=file.shows,
        added=f"Added by {file.taken_by_name}, {moment(file.taken_at)}.",
        opened=opened([file]),
        scanned=scanned(file),
        width=max(1, round(copy.width * side)),
        height=max(1, round(copy.height * side)),
    )
