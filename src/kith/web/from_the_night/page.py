"""The values of a note from the night, and of what it leaves to the morning."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """One thing that was left to the morning, and who has it."""

    what: str
    """What must be done, in the words of whoever left it."""
    state: str
    """``Joel Prewett took it, 08:52 today``, or ``Joel Prewett has not taken it yet. Due Monday 7 December, 09:00``."""
    is_taken: bool
    left: str
    """``Lorna Tyndall left it, 02:10 today``"""
    href: str
    """The task, for those who see the child; else empty."""


@dataclass(frozen=True, kw_only=True)
class FromTheNightPage:
    """The three boxes, and what was left before."""

    template: ClassVar[str] = "from_the_night/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    called: str
    form: Form
    action: str
    goes_to: str
    """``In the morning it is for Joel Prewett, allocated social worker, by 09:00 on Monday 7 December.``"""
    receipts: tuple[Receipt, ...]
    visit_href: str
    tonight_href: str
    saved: str

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Note from the night: {self.who.name}"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a task: who did what, and when."""

    when: Moment
    words: str


@dataclass(frozen=True, kw_only=True)
class MorningPage:
    """One thing that the night left to the morning."""

    template: ClassVar[str] = "from_the_night/morning.jinja"
    section: ClassVar[str] = "needs_me"

    who: Identity
    asked: str
    """What must be done, in the words of the night."""
    happened: str
    """What happened and what was done, in the words of the night; empty where this reader may not read it."""
    left: str
    owner: str
    due: str
    due_kind: str
    """``due``, ``over`` or empty."""
    steps: tuple[Step, ...]
    is_mine: bool
    is_taken: bool
    is_done: bool
    form: Form
    action: str
    entry_href: str

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"For the morning: {self.who.name}"
