"""Draws the sample pages without a database, and reads what was drawn."""

from functools import cache
from html.parser import HTMLParser

from django.test import RequestFactory

from kith.web.show import draw
from tests.web.samples.everything import PAGES

_EMPTY = {"meta", "link", "input", "br", "img", "hr"}


@cache
def drawn(name: str) -> str:
    """The HTML of one sample page."""
    page, frame = PAGES[name]
    return draw(page, request=RequestFactory().get("/"), frame=frame)


class Element:
    """One element with its attributes, words and parts."""

    def __init__(self, tag: str, attributes: dict[str, str], inside: "Element | None") -> None:
        self.tag, self.attributes, self.inside = tag, attributes, inside
        self.parts: list[Element] = []
        self.words: list[str] = []

    def all(self, *tags: str) -> "list[Element]":
        """Every element below with one of these tags, or every one, in the order of the page."""
        found = [part for part in self.parts if not tags or part.tag in tags]
        return [one for part in self.parts for one in ([part] if part in found else []) + part.all(*tags)]

    def classed(self, name: str) -> "list[Element]":
        """Every element below with this class."""
        return [one for one in self.all() if name in one.attributes.get("class", "").split()]

    @property
    def text(self) -> str:
        """All words below, blanks made single."""
        return " ".join(" ".join(self.words).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("root", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.parts.append(made)
        if tag not in _EMPTY:
            self.open = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.parts.append(Element(tag, {name: value or "" for name, value in attrs}, self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.tag == tag, f"</{tag}> closes <{self.open.tag}>"
        self.open = self.open.inside or self.root

    def handle_data(self, data: str) -> None:
        within: Element | None = self.open
        while within:
            within.words.append(data)
            within = within.inside


def read(html: str) -> Element:
    """The page as a tree. An element closed out of turn fails."""
    reader = _Reader()
    reader.feed(html)
    assert reader.open is reader.root, f"<{reader.open.tag}> is never closed"
    return reader.root


@cache
def tree(name: str) -> Element:
    """One sample page as a tree."""
    return read(drawn(name))
