"""The values of the pages about letters that could not be read, and about the lines by which messages come."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.agency import Agency
from kith.web.parts.form import Form
from kith.web.parts.fresh import Freshness


@dataclass(frozen=True, kw_only=True)
class LetterLine:
    """One letter in the list. Nothing of what it says is here."""

    href: str
    what: str
    """What is wrong, in a sentence."""
    place: str
    """``row 4``"""
    age: str
    """``2 working days``"""
    came: Moment


@dataclass(frozen=True, kw_only=True)
class FeedGroup:
    """The letters of one feed and sender, the oldest first."""

    title: str
    """``School absence, Fernmoor Primary``"""
    agency: Agency
    owner: str
    """Who answers for them, with the telephone."""
    letters: tuple[LetterLine, ...]


@dataclass(frozen=True, kw_only=True)
class LettersPage:
    """Everything that waits for somebody of this reader's agency, or of the area."""

    template: ClassVar[str] = "letters/list.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "Letters that could not be read"

    lead: str
    groups: tuple[FeedGroup, ...]
    more: str
    """How many stand behind these; empty where all are shown."""
    lines: tuple[Freshness, ...]
    """Each line as it stands; the ones that nobody hears first."""


@dataclass(frozen=True, kw_only=True)
class FieldInput:
    """One field that can be mended by itself."""

    name: str
    words: str


@dataclass(frozen=True, kw_only=True)
class LetterPage:
    """One letter: where it came from, what is wrong, the text to mend, and what was done about it."""

    template: ClassVar[str] = "letters/letter.jinja"
    section: ClassVar[str] = ""

    feed: str
    agency: Agency
    came: Moment
    place: str
    owner: str
    sender: str
    """The post in whose name it came."""
    wrong: tuple[str, ...]
    action: str
    aside: str
    waits: bool
    settled: str
    """What became of it, where it is settled."""
    withheld: str
    """Why what it says is not shown, and whom to ask; empty where it is shown."""
    may_send: bool
    fields: tuple[FieldInput, ...]
    rows: int
    said: tuple[tuple[Moment, str], ...]
    """What was done about it, the oldest first."""
    can_go: str
    """Said where a person looked again and nothing is wrong any more."""
    form: Form

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"A letter from {self.feed}"
