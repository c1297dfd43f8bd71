"""The values of the public door's pages."""

from dataclasses import dataclass, field
from typing import ClassVar

from kith.web.parts.form import Form
from kith.web.tell.languages import Words
from kith.web.tell.questions import Asked


@dataclass(frozen=True, kw_only=True)
class Door:
    """What stands around every page of the door."""

    words: Words
    area: str
    """Its code, carried in the form; empty where none is held."""
    desk: str
    """The number that is answered day and night."""
    read: str
    """``today, by 6pm``; empty where the area gives no hours."""
    languages: tuple[tuple[str, str], ...]
    """Code and own name of the others."""
    areas: tuple[tuple[str, str], ...] = ()
    """Code and name of the other areas that are held here."""
    invented: bool = False


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One answer on the last page."""

    step: str
    question: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class TellPage:
    """One question, or all of them once more."""

    template: ClassVar[str] = "tell/page.jinja"
    section: ClassVar[str] = ""

    door: Door
    key: str = field(repr=False)
    step: str
    number: int
    """Which question, from 1; 0 where it is the last page."""
    count: int
    asked: tuple[Asked, ...]
    form: Form
    know_first: str = ""
    """The key of something to know first, such as ``expired``."""
    photographs: int = 0
    checked: tuple[Checked, ...] = ()
    drawn: str = ""
    """Tells this page from every other, also from the same drawn again."""
    gives_away: tuple[str, ...] = ()
    """Words that may tell who told, of somebody who asked to stay unnamed."""

    def offered(self, asked: Asked) -> tuple[tuple[str, str], ...]:
        """The choices of a question, in words."""
        return tuple((value, self.door.words(key)) for value, key in asked.choices)

    @property
    def heading(self) -> str:
        return self.door.words(f"{self.step}_title")

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        problem = f"{self.door.words('error')} " if self.form.problems else ""
        return problem + self.heading


@dataclass(frozen=True, kw_only=True)
class ToldPage:
    """After sending: what happens next, and the five words."""

    template: ClassVar[str] = "tell/sent.jinja"
    section: ClassVar[str] = ""

    door: Door
    five_words: str = field(repr=False)
    is_child: bool = False
    busy: bool = False
    photographs_refused: bool = False
    danger: bool = False

    @property
    def title(self) -> str:
        return self.door.words("me_sent_title" if self.is_child else "sent_title")


@dataclass(frozen=True, kw_only=True)
class AgainPage:
    """Back by five words: nothing yet, not found, or what may be told and room for more."""

    template: ClassVar[str] = "tell/again.jinja"
    section: ClassVar[str] = ""
    key: ClassVar[str] = ""
    """The five words are the key."""

    door: Door
    form: Form
    five_words: str = field(default="", repr=False)
    """As they were given; empty until they were found."""
    said: tuple[str, ...] = ()
    """What may be told, a sentence each."""
    know_first: str = ""
    """The key of what to know first: ``again_not_found``, ``again_slow``, ``again_more_sent``."""

    @property
    def heading(self) -> str:
        return self.door.words("again_title")

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        problem = f"{self.door.words('error')} " if self.form.problems else ""
        return problem + self.heading
