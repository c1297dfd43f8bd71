"""Which reader a file goes to: by its first bytes, then by what it is said to be."""

import io
import zipfile
from collections.abc import Callable

from kith.outgoing.reading.archive import read_archive
from kith.outgoing.reading.calendar_file import read_calendar
from kith.outgoing.reading.gathered import LARGEST, Gathered, Inside, TooMuch
from kith.outgoing.reading.image import read_image
from kith.outgoing.reading.mail import read_mail
from kith.outgoing.reading.office import read_office
from kith.outgoing.reading.pdf import read_pdf
from kith.outgoing.reading.plain import read_letters, read_plain, text_of
from kith.outgoing.reading.web_page import read_web_page

Reader = Callable[[Inside], None]
_BY_FIRST_BYTES: tuple[tuple[bytes, Reader], ...] = (
    (b"%PDF-", read_pdf),
    (b"\x89PNG\r\n", read_image),
    (b"\xff\xd8\xff", read_image),
    (b"GIF8", read_image),
    (b"II*\x00", read_image),
    (b"MM\x00*", read_image),
    (b"BM", read_image),
)
_BY_TYPE: dict[str, Reader] = {
    "text/calendar": read_calendar,
    "message/rfc822": read_mail,
    "text/html": read_web_page,
    "application/xhtml+xml": read_web_page,
    "image/svg+xml": read_web_page,
    "text/xml": read_web_page,
    "application/xml": read_web_page,
}
_BY_NAME = {
    ".ics": "text/calendar",
    ".eml": "message/rfc822",
    ".htm": "text/html",
    ".html": "text/html",
    ".svg": "image/svg+xml",
}
_PLAIN = ("text/", "application/json", "application/x-ndjson")
_NOT_READ_HERE = (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_IN_THIS_PROCESS = (read_plain, read_web_page, read_calendar)


def reads_safely(body: bytes, media_type: str, name: str) -> bool:
    """Whether the file is letters that this process may go over itself; every other file is read in one of its own."""
    return reader_for(body, media_type, name) in _IN_THIS_PROCESS


def reader_for(body: bytes, media_type: str, name: str) -> Reader | None:
    """The reader, or None where nobody here can read it. First bytes win: a name is only what somebody says."""
    if body.startswith(_NOT_READ_HERE):
        return None
    if b"%PDF-" in body[:1024]:
        return read_pdf
    for begins, reader in _BY_FIRST_BYTES:
        if body.startswith(begins) and (reader is not read_image or begins != b"BM" or b"\x00" in body[:32]):
            return reader
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return read_image
    if body[:4] in (b"PK\x03\x04", b"PK\x05\x06") or zipfile.is_zipfile(io.BytesIO(body)):
        return read_office if _is_office(body) else read_archive
    said = media_type.partition(";")[0].strip().lower()
    said = (
        said
        if said in _BY_TYPE
        else next((kind for end, kind in _BY_NAME.items() if name.lower().endswith(end)), said)
    )
    if said in _BY_TYPE:
        return _BY_TYPE[said]
    if said.startswith(_PLAIN) or _is_text(body):
        return read_web_page if b"<" in body[:256] and b">" in body[:1024] else read_plain
    return None


def _is_office(body: bytes) -> bool:
    try:
        names = zipfile.ZipFile(io.BytesIO(body)).namelist()
    except Exception:
        return False
    return "[Content_Types].xml" in names or ("mimetype" in names and "content.xml" in names)


def _is_text(body: bytes) -> bool:
    """Letters, and no bytes that no text has. UTF-16 has a mark, or it is not believed."""
    start = body[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    odd = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return odd == 0 and "\ufffd" not in text_of(start)


def read_inside(
    body: bytes, *, place: str, depth: int, gathered: Gathered, media_type: str = "", name: str = ""
) -> None:
    """Reads one file, and through its reader whatever is inside it."""
    if len(body) > LARGEST:
        raise TooMuch("it is too large to be searched")
    inside = Inside(body=body, place=place, depth=depth, gathered=gathered, read_inside=read_inside)
    if name:
        gathered.say(inside.at("the name of the file"), name)
    reader = reader_for(body, media_type, name)
    if reader is None:
        read_letters(inside)
        gathered.cannot(place or "the file", "nothing here can read a file of this kind")
        return
    reader(inside)


def read_here(body: bytes, *, media_type: str, name: str) -> Gathered:
    """Reads a file in this process. What is too much ends the reading, and is not read."""
    gathered = Gathered()
    try:
        read_inside(body, place="", depth=0, gathered=gathered, media_type=media_type, name=name)
    except TooMuch as why:
        gathered.cannot("the file", str(why))
    except (MemoryError, RecursionError):
        gathered.cannot("the file", "it takes more memory than a document should")
    return gathered
