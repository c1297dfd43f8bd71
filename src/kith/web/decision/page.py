"""The values of a joint decision's page: the question, who is asked, positions, outcome, reasons."""

from dataclasses import dataclass, field
from typing import ClassVar

from kith.web.parts.agency import Agency
from kith.web.parts.discussion import Action, Brings, ForChild, MightBe, Position, Present
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity, Tab
from kith.web.parts.writing import Writings


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
    """Fields: ``outcome``, ``outcome_reasons``, ``outcome_protective``, ``parents_told``."""
    cannot_yet: str = ""
    """Why it cannot be decided now; the form is then left out: ``Write your agency's position first.``"""
    without: str = ""
    """Who has not written, and that it may be decided without them."""
    enquiries: tuple[Choice, ...] = ()
    """Where a yes begins a section 47 enquiry: with police, or social care alone. Fields: ``enquiry``, ``led_by``."""
    leads: tuple[Choice, ...] = ()
    asks_why_without: str = ""
    """Of whom nobody is here, so that the decision needs its reason: ``health``. Field: ``without_quorum_because``."""
    unsettled: str = ""
    """What nobody has said yes to or decided."""


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
    most_protective: str = ""
    without_because: str = ""
    enquiry: str = ""
    """``Police and social care together. Led by Dana Ferris``"""


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
    writings: Writings = field(default_factory=Writings)
    """What this reader may write in it now."""
    ours: OurPosition | None = None
    """None once this reader's agency has written, or when it was not asked."""
    deciding: Deciding | None = None
    """None unless the reader owns the decision and it is not decided."""
    outcome: Outcome | None = None
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
        return ("Error: " if problems or self.to_mend else "") + f"{self.name}: {self.who.name}"

    @property
    def to_mend(self) -> Form | None:
        """The one of the smaller forms that needs mending."""
        written = self.writings
        answering = [one.answering for one in self.actions]
        deciding = [one.deciding for one in self.for_children]
        every = (written.here, written.bring, written.explain, written.ask, *answering, *deciding)
        return next((one.form for one in every if one and one.form.problems), None)
