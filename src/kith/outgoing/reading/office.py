"""Word and Excel files, and their open cousins: every part of the archive, hidden sheets, comments and properties too."""

import re
from xml.etree.ElementTree import Element, ParseError  # nosec B405: types alone; defusedxml reads

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from kith.outgoing.reading.archive import files_in
from kith.outgoing.reading.gathered import Inside

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".emf", ".wmf")
_WHAT = {
    "docProps/": "the document’s properties",
    "customXml/": "data beside the document",
    "word/comments": "a comment",
    "word/header": "a header",
    "word/footer": "a footer",
    "word/document.xml": "the document, with what was struck out",
    "xl/comments": "a comment",
    "xl/threadedComments": "a comment",
    "xl/workbook.xml": "the list of sheets and names",
    "xl/sharedStrings.xml": "the words of its cells",
    "xl/pivotCache": "the data behind a pivot table",
    "xl/externalLinks": "a link to another workbook",
}
"""What a part of the archive is, by how its name begins."""


def read_office(inside: Inside) -> None:
    """Every XML part by its text and its attributes; pictures and embedded files as what they are."""
    parts = dict(files_in(inside))
    hidden = _hidden_sheets(inside, parts)
    shared = _shared_words(inside, parts)
    for number, (name, body) in enumerate(parts.items(), start=1):
        if name.endswith((".xml", ".rels", ".vml")):
            _read_part(inside, name, body, hidden, shared)
        elif name.endswith(_PICTURES) or "/embeddings/" in name:
            inside.open(body, where=f"a file embedded in it ({number})", name=name)
        elif name not in ("mimetype",):
            inside.open(body, where=f"part {number} of the document", name=name)


def _read_part(inside: Inside, name: str, body: bytes, hidden: set[str], shared: list[str]) -> None:
    sheet = _SHEET.fullmatch(name)
    where = next(
        (what for begins, what in _WHAT.items() if name.startswith(begins)), "another part of the document"
    )
    if sheet:
        where = f"sheet {sheet[1]}{' (hidden)' if sheet[1] in hidden else ''}"
    tree = _tree(inside, where, body)
    if tree is None:
        return
    inside.gathered.say(inside.at(where), _cells(tree, shared) if sheet else " ".join(tree.itertext()))
    beside = "\n".join(f"{value}" for one in tree.iter() for value in one.attrib.values())
    inside.gathered.say(inside.at(f"{where}, beside its text"), beside)
    inside.gathered.say(inside.at(f"{where}, as it is kept"), body.decode("utf-8", errors="replace"))


def _tree(inside: Inside, where: str, body: bytes) -> Element | None:
    """A part as a tree; one that declares entities, or is broken, is not read."""
    try:
        return fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        inside.gathered.cannot(inside.at(where), "this part is broken, or is built to do harm")
        return None


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def _shared_words(inside: Inside, parts: dict[str, bytes]) -> list[str]:
    body = parts.get("xl/sharedStrings.xml")
    tree = _tree(inside, "the words of its cells", body) if body else None
    return [] if tree is None else ["".join(one.itertext()) for one in tree if _plain(one.tag) == "si"]


def _cells(tree: Element, shared: list[str]) -> str:
    """The cells of a sheet in their order, so that an address over several cells stands as one."""
    told = []
    for cell in tree.iter():
        if _plain(cell.tag) == "c":
            words = " ".join(cell.itertext()).strip()
            is_shared = cell.get("t") == "s" and words.isdigit() and int(words) < len(shared)
            told.append(shared[int(words)] if is_shared else words)
        elif _plain(cell.tag) in (
            "oddHeader",
            "oddFooter",
            "evenHeader",
            "evenFooter",
            "firstHeader",
            "firstFooter",
        ):
            told.append("".join(cell.itertext()))
    return "\n".join(told)


def _hidden_sheets(inside: Inside, parts: dict[str, bytes]) -> set[str]:
    """The numbers of sheets that nobody sees, by the place at which the workbook lists them."""
    body = parts.get("xl/workbook.xml")
    tree = _tree(inside, "the list of sheets and names", body) if body else None
    sheets = [] if tree is None else [one for one in tree.iter() if _plain(one.tag) == "sheet"]
    return {str(at) for at, one in enumerate(sheets, start=1) if one.get("state", "visible") != "visible"}
