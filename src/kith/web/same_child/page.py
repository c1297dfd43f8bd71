"""The values of the page that asks whether two descriptions are of one child, and of the page that says what was answered."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.agency import Agency
from kith.web.parts.form import Choice, Form

SAME, NEARLY, DIFFERS, UNKNOWN = "Agrees", "Nearly", "Differs", "Cannot be compared"
"""The first word of each row's answer."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """Whose description it is, and since when."""

    agency: Agency
    received: str
    """``received 09:10 today``"""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing that both may say, with no address, telephone number or identifier in it."""

    label: str
    new: str
    known: str
    agrees: str
    """``Agrees``, ``Nearly``, ``Differs`` or ``Cannot be compared``."""
    words: str
    """``Birthday one digit apart.``"""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How much one agency has told; never what."""

    agency: Agency
    words: str
    """``4 entries, the last received 09:10 today``"""


@dataclass(frozen=True, kw_only=True)
class Knows:
    """What each agency holds about one of the two."""

    name: str
    tellings: tuple[Telling, ...] = ()
    ring: str = ""
    """Said where the reader does not see them, with the number to ring; empty otherwise."""


@dataclass(frozen=True, kw_only=True)
class SameChildPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "same_child/page.jinja"
    section: ClassVar[str] = "needs_me"

    doubts: tuple[str, ...]
    """Why a person is asked, and nothing was done by itself."""
    new: Side
    known: Side
    rows: tuple[Row, ...]
    alike: tuple[str, ...]
    """What the comparison found, in words, what weighs most first."""
    knows: tuple[Knows, ...]
    answers: tuple[Choice, ...]
    action: str
    form: Form
    """Fields: ``decision``, ``because``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + "Are these the same child?"


@dataclass(frozen=True, kw_only=True)
class WayOn:
    """A page to go on to."""

    words: str
    href: str


@dataclass(frozen=True, kw_only=True)
class AnsweredPage:
    """What was answered, what that did, and how it is taken back."""

    template: ClassVar[str] = "same_child/answered.jinja"
    section: ClassVar[str] = "needs_me"

    heading: str
    """``You said that they are one child``"""
    answered: str
    """``Dana Ferris, 10:40 today: “I asked his mother.”``"""
    asked: str
    """``School: Hassan Rahman. Police: Hussain Rahman.``"""
    did: tuple[str, ...]
    """What the answer did, one sentence each."""
    undone: str
    """By whom, when and why it was taken back; empty while it stands."""
    undo: str
    """The button: ``They are two children: undo it``; empty where there is nothing to undo."""
    undo_hint: str
    undo_href: str
    ways_on: tuple[WayOn, ...]
    form: Form
    """Field: ``because``."""
    not_kept: str = ""
    """What the reader wrote as an answer after somebody else had answered: given back, since it was not kept."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + self.heading


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One open question in the list."""

    since: Moment
    waited: str
    """``no working day yet``, ``2 working days``"""
    is_long: bool
    """Whether that is more than one working day."""
    who: str
    """Both names, or that one is held closely, with whom to ring."""
    doubt: str
    """``Perhaps twins``"""
    owner: str
    """One named person, with their number."""
    href: str
    """Empty where this reader may not open it."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One question that was answered lately."""

    when: Moment
    who: str
    said: str
    """``One child, says Dana Ferris``"""
    href: str


@dataclass(frozen=True, kw_only=True)
class WaitingPage:
    """Every open question of who is who, the longest waiting first."""

    template: ClassVar[str] = "same_child/waiting.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "Who is who"

    totals: str
    """``12 questions are open. 3 of them have waited more than one working day. 5 were answered in the last seven days.``"""
    waiting: tuple[Waiting, ...]
    silence: str
    """Said where none is open, and what that does not mean."""
    shown: str
    """``1 to 50 of 120``; empty where all are on the page."""
    before_href: str
    after_href: str
    answered: tuple[Answered, ...]
