"""The values of the front door's pages: the list of contacts by their clock, and one contact."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.agency import Agency
from kith.web.parts.ask import Ask
from kith.web.parts.form import Choice, Form, SayingWhy
from kith.web.parts.header import Identity
from kith.web.parts.needs import Need, NeedGroup
from kith.web.parts.people import OtherChild, PersonInvolved
from kith.web.parts.story import StoryLine


@dataclass(frozen=True, kw_only=True)
class ContactsPage:
    """Every contact on which the front door owes a decision."""

    template: ClassVar[str] = "contacts/list.jinja"
    section: ClassVar[str] = "contacts"
    title: ClassVar[str] = "The front door"

    lead: str
    """``Four contacts wait for a decision, two of them today.``"""
    groups: tuple[NeedGroup, ...]
    silence: str
    """Said where none waits."""
    unanswered: tuple[Need, ...] = ()
    """What agencies were asked and have not answered in time, or answered with no."""
    closely: str = ""
    """Of contacts about children who are held closely: that there are some, and whom to ring."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that came with the contact, in the words of whoever told it."""

    when: Moment
    agency: Agency
    kind: str
    """``Contact received``"""
    words: str
    href: str
    """The entry on the chronology page."""
    by: str = ""
    """Who wrote it down."""
    pictures: str = ""
    """``Two photographs. You have not opened any of them.``"""
    pictures_href: str = ""


@dataclass(frozen=True, kw_only=True)
class ChildHere:
    """One child whom it is about, or who lives with one of them."""

    name: str
    href: str
    who: str
    """``7 years 2 months``"""
    known: str
    """What there is: ``No worker is named. Known to school and police.``"""
    open_lines: tuple[StoryLine, ...]
    """Worries that nothing has settled, the latest last."""
    more_open: str = ""
    """``and 3 earlier ones``"""
    settled_words: str = ""
    """Said where every worry was settled, or none was told."""
    others: tuple[OtherChild, ...] = ()
    same_child_href: str = ""
    """Where somebody must say whether this is the same child; empty where nothing is asked."""


@dataclass(frozen=True, kw_only=True)
class Thought:
    """What a screener wrote, before or after they saw Kith's questions."""

    who: str
    when: str
    leaning: str
    words: str
    before: bool


@dataclass(frozen=True, kw_only=True)
class Lawful:
    """One step, whose agreement it needs, and what there is where that is refused."""

    what: str
    needs: str
    if_refused: str
    cited: str


@dataclass(frozen=True, kw_only=True)
class Thinking:
    """The form of a screener's first view, which comes before Kith's questions."""

    action: str
    leanings: tuple[Choice, ...]
    form: Form
    """Fields: ``leaning``, ``view``."""


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """The owner's form, once they have written what they think."""

    action: str
    outcomes: tuple[Choice, ...]
    closing_reasons: tuple[Choice, ...]
    spoken_to: tuple[Choice, ...]
    truths: tuple[str, ...]
    """What is true and speaks against closing, each a sentence."""
    form: Form
    """Fields: ``outcome``, ``closing_reason``, ``reasons``, ``spoken_to``, ``told_back``, ``despite``."""


@dataclass(frozen=True, kw_only=True)
class AskedOf:
    """One thing that another agency was asked for this contact."""

    agency: Agency
    what: str
    state: str
    """``Not answered. Due today by 15:10. Asked of Sunita Grewal, 01632 960 302.``"""
    waits: bool
    href: str


@dataclass(frozen=True, kw_only=True)
class AskingAnAgency:
    """The form in which an agency is asked."""

    action: str
    agencies: tuple[Choice, ...]
    actions: tuple[Choice, ...]
    how_soon: tuple[Choice, ...]
    form: Form
    """Fields: ``agency``, ``what``, ``action``, ``purpose``, ``how_soon``."""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided, why, and what speaks with it."""

    words: str
    reasons: str
    decided: str
    """``Tomasz Wilk, today 10:52``"""
    despite: str = ""
    came_back: str = ""
    """``It came back, since pictures had not been seen: Jasmin Thorley decides by Friday.``"""
    came_back_href: str = ""


@dataclass(frozen=True, kw_only=True)
class ContactPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "contacts/page.jinja"
    section: ClassVar[str] = "contacts"

    who: Identity
    name: str
    """``Contact from school``"""
    why: str
    """Why it is here again, where it came back; empty where it was told for the first time."""
    due: str
    due_kind: str
    owner: str
    opened: str
    """``Opened first by Dana Ferris, today 09:20.``"""
    counted: str
    """``The fourth contact in ten weeks, from two people.``"""
    told: tuple[Told, ...]
    children: tuple[ChildHere, ...]
    asks: tuple[Ask, ...]
    """Questions of Kith's that are for now or today; the others only once a first view is written."""
    asks_wait: str
    """How many wait until then, or that there are none."""
    involved: tuple[PersonInvolved, ...]
    thoughts: tuple[Thought, ...]
    lawful: tuple[Lawful, ...]
    threshold: tuple[str, ...]
    """The area's published threshold, in its own words; the first line is its title."""
    asked_of: tuple[AskedOf, ...] = ()
    asking: AskingAnAgency | None = None
    thinking: Thinking | None = None
    deciding: Deciding | None = None
    taking: SayingWhy | None = None
    disagreeing: SayingWhy | None = None
    decided: Decided | None = None

    @property
    def form(self) -> Form:
        """The form with something to mend, or an empty one."""
        for part in (self.asking, self.thinking, self.deciding, self.taking, self.disagreeing):
            if part and part.form.problems:
                return part.form
        return Form()

    @property
    def title(self) -> str:
        """Names the children, so that two tabs can be told apart."""
        return ("Error: " if self.form.problems else "") + f"{self.name}: {self.who.name}"
