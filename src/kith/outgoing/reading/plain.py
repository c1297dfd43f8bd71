"""Plain text, CSV and whatever else is letters; and the letters that stand in the bytes of any other file."""

import codecs
import re

from kith.outgoing.reading.gathered import Inside

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTERS = re.compile(rb"[\x20-\x7e\r\n\t\x80-\xff]{6,}")
_WIDE_LETTERS = re.compile(rb"(?:[\x20-\x7e]\x00){6,}")


def text_of(body: bytes) -> str:
    """Bytes as text: by their mark, else UTF-8, else one letter a byte. Nothing is ever dropped."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, errors="replace")
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("latin-1")


def read_plain(inside: Inside) -> None:
    """The whole text; columns of a CSV stand beside each other, which searching does not mind."""
    inside.gathered.say(inside.at("the text"), text_of(inside.body))


def read_letters(inside: Inside) -> None:
    """Runs of letters among bytes of any kind: what was appended, or left over, or is in no list of contents."""
    runs = [found[0].decode("latin-1") for found in _LETTERS.finditer(inside.body)]
    runs += [found[0].decode("utf-16-le") for found in _WIDE_LETTERS.finditer(inside.body)]
    inside.gathered.say(inside.at("the bytes of the file"), "\n".join(runs))
