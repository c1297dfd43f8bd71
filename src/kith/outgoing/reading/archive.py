"""ZIP archives: every file in them, however nested, within limits of depth, count, size and ratio."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from kith.outgoing.reading.gathered import DEEPEST, LARGEST, Inside, TooMuch
from kith.outgoing.reading.plain import read_letters

MOST_TIMES = 200
"""A file that is more than so many times as large as it was packed, and larger than ``PLAIN``, is a bomb."""
PLAIN = 1024 * 1024
SPARE = 64 * 1024
"""Bytes that no file in the list takes."""
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)


def read_archive(inside: Inside) -> None:
    """Opens each file. Names are searched too: an address stands in a file's name as well as in a file."""
    for number, (name, body) in enumerate(files_in(inside), start=1):
        if inside.depth >= DEEPEST:
            inside.gathered.cannot(
                inside.at(f"file {number} of the archive"), "it is a file inside too many others"
            )
            continue
        inside.open(body, where=f"file {number} of the archive", name=name)


def files_in(inside: Inside) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file; names and comments are gathered. What is broken or locked is not read."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(inside.body))
        names = "\n".join(
            text for one in packed.infolist() for text in (one.filename, _text(one.comment), _text(one.extra))
        )
        inside.gathered.say(inside.at("the names of its files"), f"{names}\n{_text(packed.comment)}")
        if _has_more_than_it_lists(packed, inside.body):
            inside.gathered.cannot(
                inside.place or "the archive", "it holds more than its list of contents says"
            )
        for number, one in enumerate(packed.infolist(), start=1):
            if one.is_dir():
                continue
            if (body := _unpacked(inside, packed, one, number)) is not None:
                yield one.filename, body
    except TooMuch:
        raise
    except BROKEN:
        inside.gathered.cannot(inside.place or "the archive", "this archive is broken")
    read_letters(inside)


def _has_more_than_it_lists(packed: zipfile.ZipFile, body: bytes) -> bool:
    """Whether far more bytes stand in the archive than its files take: some programs would unpack those too."""
    listed = packed.infolist()
    taken = sum(
        one.compress_size + 2 * len(one.filename.encode()) + 2 * len(one.extra) + 200 for one in listed
    )
    spare = len(body) - taken - len(packed.comment)
    return spare > SPARE or (not listed and spare > 22)


def _unpacked(inside: Inside, packed: zipfile.ZipFile, one: zipfile.ZipInfo, number: int) -> bytes | None:
    """Never believes the size that an archive says of a file: reads as far as the limit, and no further."""
    where = inside.at(f"file {number} of the archive")
    if one.flag_bits & 1:
        inside.gathered.cannot(where, "it is locked with a password")
        return None
    try:
        with packed.open(one) as opened:
            body = opened.read(LARGEST + 1)
    except BROKEN:
        inside.gathered.cannot(where, "it cannot be unpacked")
        return None
    if len(body) > LARGEST or (len(body) > PLAIN and len(body) > MOST_TIMES * max(one.compress_size, 1)):
        raise TooMuch("a file in it unpacks to far more than it should")
    inside.gathered.enter(len(body))
    return body


def _text(body: bytes) -> str:
    return body.decode("latin-1")
