"""The values of the page that says who a child is and how we know, and of the page that says what one step moved."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.agency import Agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity
from kith.web.same_child.page import Telling, WayOn


@dataclass(frozen=True, kw_only=True)
class HowLinked:
    """One agency's description of this child, and why it is theirs."""

    agency: Agency
    name: str
    said: str
    """``born 3 May 2019, received 09:10 today``"""
    why: tuple[str, ...]
    """The evidence in words, what weighs most first."""
    by: str
    """``By Kith, 09:10 today: ...`` or ``Dana Ferris said so, 10:40 today: “One boy.”``"""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One row of the trail."""

    when: Moment
    words: str
    href: str = ""
    """The page that says what it moved; empty where it moved nothing, or the reader may not open it."""


@dataclass(frozen=True, kw_only=True)
class WhoPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "who_it_is/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    heading: str
    """``Who Hassan Rahman is, and how we know``"""
    goes_on: WayOn | None
    """Where this record was joined to another: that child's page of who they are."""
    linked: tuple[HowLinked, ...]
    silence: str
    """Said where no agency describes them now."""
    tellings: tuple[Telling, ...]
    """How much each agency has told; empty for a reader who does not see the child."""
    ring: str
    """Said to a reader who does not see the child; empty otherwise."""
    doubts: tuple[WayOn, ...]
    """Open questions about this child: words alone where the reader may not open one."""
    apart: tuple[Happened, ...]
    """Who is kept apart from this child, by whom and why."""
    trail: tuple[Happened, ...]
    wrong: tuple[Choice, ...]
    """What can be undone by this reader; empty where nothing can, or it is for somebody else."""
    not_yours: str
    """Who undoes a match, for whoever may not."""
    undo_href: str
    form: Form
    """Fields: ``what``, ``because``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + self.heading


@dataclass(frozen=True, kw_only=True)
class MovedLine:
    """One description that was moved."""

    agency: Agency
    name: str
    words: str
    """``from Hassan Rahman to Hussain Rahman; 3 entries came with it``"""


@dataclass(frozen=True, kw_only=True)
class Saw:
    """Somebody who looked at the wrong page while it stood there."""

    name: str
    agency: Agency
    agency_name: str
    phone: str
    words: str
    """``twice, first Mon 3 Feb, 16:10, last yesterday 18:30``"""


@dataclass(frozen=True, kw_only=True)
class MovedPage:
    """What one step of the trail moved, who may have been misled by what it put right, and who was told."""

    template: ClassVar[str] = "who_it_is/moved.jinja"
    section: ClassVar[str] = "children"

    heading: str
    lead: str
    """By whom, when and why."""
    moved: tuple[MovedLine, ...]
    stays: tuple[MovedLine, ...]
    """What came in while they were one, and stays where it is until somebody has looked."""
    puts_right: bool
    """Whether it undid a wrong match: only then somebody was misled."""
    saw: tuple[Saw, ...]
    told: tuple[str, ...]
    """Owners of questions that rested on it, and whether they have said that they know."""
    sight: tuple[str, ...]
    """Whose sight of which child began or ended with it."""
    ways_on: tuple[WayOn, ...]

    @property
    def title(self) -> str:
        """The same as the heading."""
        return self.heading
