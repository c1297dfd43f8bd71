"""PDF: text of every page, layer and earlier version; properties, annotations, forms, attachments and pictures."""

import io
import logging
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from kith.outgoing.reading.gathered import DEEPEST, Inside, TooMuch
from kith.outgoing.reading.plain import read_letters, text_of

MOST_PAGES = 500
MOST_OBJECTS = 50_000
MOST_VERSIONS = 5
_END = b"%%EOF"
_TEXT_STREAMS = ("/Metadata", "/EmbeddedFile", "/XML")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(inside: Inside) -> None:
    """The newest version, and each earlier one that still stands in the file: what was changed can be got back."""
    read_letters(inside)
    ends = _ends(inside.body)
    if len(ends) > MOST_VERSIONS:
        inside.gathered.cannot(inside.place or "the PDF", "it keeps too many earlier versions of itself")
        ends = ends[-1:]
    for number, end in enumerate(reversed(ends or [len(inside.body)])):
        where = "" if number == 0 else f"an earlier version ({number}), "
        try:
            _read_version(inside, PdfReader(io.BytesIO(inside.body[:end])), where)
        except TooMuch:
            raise
        except Exception:
            inside.gathered.cannot(inside.at(f"{where}the PDF"), "this PDF is broken or locked")


def _ends(body: bytes) -> list[int]:
    """Where each version ends."""
    found, at = [], body.find(_END)
    while at >= 0:
        found.append(at + len(_END))
        at = body.find(_END, at + 1)
    return found


def _read_version(inside: Inside, pdf: PdfReader, where: str) -> None:
    if pdf.is_encrypted and not pdf.decrypt(""):
        inside.gathered.cannot(inside.at(f"{where}the PDF"), "it is locked with a password")
        return
    if len(pdf.pages) > MOST_PAGES:
        raise TooMuch("it has more pages than can be searched")
    for number, page in enumerate(pdf.pages, start=1):
        _read_page(inside, page, f"{where}page {number}")
    _read_objects(inside, pdf, where)
    for number, (name, bodies) in enumerate(pdf.attachments.items(), start=1):
        inside.gathered.say(inside.at(f"{where}the name of an attachment"), name)
        for body in bodies:
            if inside.depth >= DEEPEST:
                inside.gathered.cannot(
                    inside.at(f"{where}attachment {number}"), "it is a file inside too many others"
                )
                continue
            inside.gathered.enter(len(body))
            inside.open(body, where=f"{where}attachment {number}", name=name)


def _read_page(inside: Inside, page: PageObject, where: str) -> None:
    text = page.extract_text()
    inside.gathered.say(inside.at(where), text)
    if _has_letters_without_meaning(page):
        inside.gathered.cannot(inside.at(where), "its letters do not say what they are")
    pictures = 0
    for pictures, picture in enumerate(page.images, start=1):
        inside.gathered.enter(len(picture.data))
        inside.open(picture.data, where=f"{where}, picture {pictures}", name=picture.name)
    contents = page.get_contents()
    if not text.strip() and not pictures and contents is not None and len(contents.get_data().strip()) > 200:
        inside.gathered.cannot(inside.at(where), "it draws something that is not text")


def _has_letters_without_meaning(page: PageObject) -> bool:
    """A font of numbered shapes without a table that says which letters they are: text read from it is not what is seen."""
    fonts = (page.get("/Resources") or {}).get("/Font") or {}
    for one in fonts.get_object().values() if fonts else ():
        font = one.get_object()
        if font.get("/Subtype") in ("/Type0", "/Type3") and "/ToUnicode" not in font:
            return True
    return False


def _read_objects(inside: Inside, pdf: PdfReader, where: str) -> None:
    """Every string of every object: properties, annotations, forms, links, scripts, and what no page refers to."""
    said: list[str] = []
    for number, generation in _numbers(pdf):
        try:
            found = pdf.get_object(_reference(pdf, number, generation))
        except Exception:  # nosec B112: what is read from the pages counts; a dead object is nobody's text
            continue
        said += _strings(found)
        if isinstance(found, StreamObject) and found.get("/Type") in _TEXT_STREAMS:
            said.append(text_of(found.get_data()))
    inside.gathered.say(inside.at(f"{where}properties, annotations, forms or links"), "\n".join(said))


def _numbers(pdf: PdfReader) -> Iterator[tuple[int, int]]:
    known = [(number, generation) for generation, held in pdf.xref.items() for number in held]
    known += [(number, 0) for number in pdf.xref_objStm]
    if len(known) > MOST_OBJECTS:
        raise TooMuch("it is made of more parts than can be searched")
    return iter(sorted(set(known)))


def _reference(pdf: PdfReader, number: int, generation: int) -> Any:
    from pypdf.generic import IndirectObject

    return IndirectObject(number, generation, pdf)


def _strings(found: Any, deep: int = 0) -> Iterator[str]:
    """Strings of one object, without following references: each object is visited by its number."""
    if deep > 20:
        return
    if isinstance(found, TextStringObject):
        yield str(found)
    elif isinstance(found, ByteStringObject):
        yield found.decode("latin-1")
    elif isinstance(found, DictionaryObject):
        for value in found.values():
            yield from _strings(value, deep + 1)
    elif isinstance(found, ArrayObject):
        for value in found:
            yield from _strings(value, deep + 1)
