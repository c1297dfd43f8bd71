"""The values of a joint decision's page: the question, who is asked, positions, outcome, reasons."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.agency import Agency
from kith.web.parts.discussion import Action, Brings, ForChild, MightBe, Position, Present
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity, Tab


@dataclass(frozen=True, kw_only=True)
class OurPosition:
    """The form in which this reader's agency writes where it stands, before it sees the others."""

    agency: Agency
    question: str
    """``is there reasonable cause?``"""
    answers: tuple[Choice, ...]
    action: str
    form: Form
    """Fields: ``answer``, ``reasons``, ``most_protective``."""


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """The owner's form, once enough have written: outcome and reasons."""

    outcomes: tuple[Choice, ...]
    action: str
    form: Form
    """Fields: ``outcome``, ``outcome_reasons``, ``parents_told``."""
    cannot_yet: str = ""
    """Why it cannot be decided now; the form is then left out: ``Write your agency's position first.``"""
    without: str = ""
    """Who has not written, and that it may be decided without them."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What was decided."""

    words: str
    """``Begin a section 47 enquiry, joint with police``"""
    reasons: str
    decided: str
    """``Dana Ferris, today 10:52``"""
    without: str = ""
    """Who was asked and was not there: ``Made without school.``"""
    parents_told: str = ""
    """Who tells the parents, what, and not before when; empty where nobody wrote it, which is said."""


@dataclass(frozen=True, kw_only=True)
class DecisionPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "decision/page.jinja"
    section: ClassVar[str] = "discussions"

    who: Identity
    name: str
    """``Strategy discussion``"""
    question: str
    owner: str
    """One named person."""
    due: str
    due_kind: str
    began: str
    """``Began 10:05. Led by Dana Ferris. Last change 10:38.``"""
    here: tuple[Present, ...]
    enough: str
    """Whether enough are here to decide, and what is lost without the others."""
    brings: tuple[Brings, ...]
    might_be: tuple[MightBe, ...]
    positions: tuple[Position, ...]
    """The other agencies' positions; sealed until this reader's own is written."""
    actions: tuple[Action, ...]
    for_children: tuple[ForChild, ...]
    refresh_href: str
    ours: OurPosition | None = None
    """None once this reader's agency has written, or when it was not asked."""
    deciding: Deciding | None = None
    """None unless the reader owns the decision and it is not decided."""
    outcome: Outcome | None = None
    add_action_href: str = ""
    prompt_href: str = ""
    """The question of Kith's that it was opened from."""
    chronology_href: str = ""
    """Where the outcome stands, once there is one."""
    disagree: tuple[Tab, ...] = ()
    """Where somebody disagrees with it, and each challenge of it."""
    print_sheet: str = ""

    @property
    def title(self) -> str:
        """Names the children, so that two tabs can be told apart."""
        problems = (self.ours and self.ours.form.problems) or (self.deciding and self.deciding.form.problems)
        return ("Error: " if problems else "") + f"{self.name}: {self.who.name}"
