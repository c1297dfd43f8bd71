"""The values of the pages on which somebody records a concern."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from kith.web.concern.choices import CHOICES, REGIONS
from kith.web.concern.marks import Marked
from kith.web.concern.questions import ASKED, WHY_REQUIRED, Topic
from kith.web.parts.body import Drawn
from kith.web.parts.files import ChooseFiles
from kith.web.parts.form import Choice, Form, SayingWhy

_TITLES = {
    "where": "Where is {called} now?",
    "child": "Which child is it?",
    "others": "Which other children are there?",
    "seen": "What was seen or said?",
    "injury": "Where is the mark or injury?",
    "urgent": "How soon must somebody see {called}?",
    "check": "Check and send",
}


@dataclass(frozen=True, kw_only=True)
class RingNow:
    """The number beside the form."""

    when: str
    """``If Casper leaves within the hour``"""
    number: str
    words: str
    """``Ring now. Do not wait for this form: the desk can write it with you. ...``"""


@dataclass(frozen=True, kw_only=True)
class TopicLine:
    """One topic in the list beside the form."""

    number: int
    words: str
    href: str = ""
    """Empty for topics that have not been reached."""
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One answer on the last page."""

    question: str
    answer: str
    change_href: str


@dataclass(frozen=True, kw_only=True)
class Unsent:
    """Another concern that its writer began and has not sent."""

    words: str
    """``Casper Lyle, saved 14:43 today``"""
    href: str


@dataclass(frozen=True, kw_only=True)
class ConcernPage:
    """One topic, with what has been typed so far."""

    template: ClassVar[str] = "concern/page.jinja"
    section: ClassVar[str] = "concern"
    choices: ClassVar = CHOICES
    """The ready answers of each question, by field."""
    regions: ClassVar = REGIONS
    """The body map."""

    topic: Topic
    number: int
    """Which of the topics, from 1."""
    called: str
    """``Casper``, or ``the child`` before a name is known."""
    about: str
    """``Concern about Casper Lyle, 4 years 2 months.``; empty before a name is known."""
    form: Form
    ring: RingNow
    topics: tuple[TopicLine, ...]
    action: str
    """Where the form posts to: every submit saves, also one with problems and one that stops here."""
    back_href: str
    saved: str = ""
    """``Saved at 14:43. Nothing you typed is lost if you stop or are signed out.``"""
    known: str = ""
    """What is already known about the child and will not be asked again."""
    may_be: tuple[Choice, ...] = ()
    """Children whom the writer works with, offered on the second topic."""
    also_about: tuple[Choice, ...] = ()
    """The known child's brothers and sisters, as far as the writer may see them."""
    marks: tuple[Marked, ...] = ()
    """What was put on the body map, on its topic."""
    drawings: tuple[Drawn, ...] = ()
    """The drawings of the body map, each place a button."""
    of_a_mark: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    """The ready answers about one mark, by name."""
    no_more_marks: bool = False
    why_not_yet: str = ""
    """Why the safe answer about telling the family was chosen beforehand; empty where it was not."""
    said_of_paste: tuple[str, ...] = ()
    """What was filled in from what was pasted, and what was not, on the first topic."""
    names_writer: tuple[Checked, ...] = ()
    """The answers in which the writer's own name stands, on the last topic."""
    checked: tuple[Checked, ...] = ()
    """Every answer so far, on the last topic."""
    unsent: tuple[Unsent, ...] = ()
    """Other concerns that are not sent, on the first topic."""

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Each question of this topic that must be answered, and why."""
        return tuple((ASKED[field], WHY_REQUIRED[field]) for field in self.topic.required)

    @property
    def heading(self) -> str:
        """The topic as a question."""
        return _TITLES[self.topic.key].format(called=self.called)

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"{self.heading} Record a concern"


@dataclass(frozen=True, kw_only=True)
class ConcernSentPage:
    """After sending: what happens next, by when, and the number when it is urgent.

    It is the same whether the child was known before, is new or may be somebody else: that is nobody's to learn here.
    """

    template: ClassVar[str] = "concern/sent.jinja"
    section: ClassVar[str] = "concern"
    title: ClassVar[str] = "Sent. Record a concern"

    called: str
    urgent: bool
    desk_phone: str
    sent: str
    """``Sent to the duty desk at 14:46. Your words are kept exactly as you wrote them.``"""
    held_is_not_told: str
    """``Nobody has opened it yet.``, or who has and when."""
    next_steps: tuple[str, ...]
    """What happens next, who does it, by when."""
    known_to: tuple[str, ...]
    """Which agencies hold it now."""
    photographs_href: str = ""
    """Where pictures that exist already are added; empty where the words were not sent by this reader."""
    child_href: str = ""
    """The child page, where the writer began from it."""
    disagreeing: SayingWhy | None = None
    """Once it was decided, and while nobody looks again."""


@dataclass(frozen=True, kw_only=True)
class ConcernPhotographsPage:
    """Pictures that exist already are added to a concern that was sent. None is shown back: who sends need not see the child."""

    template: ClassVar[str] = "concern/photographs.jinja"
    section: ClassVar[str] = "concern"

    called: str
    action: str
    back_href: str
    nobody_asks: str
    """Who is not asked to photograph, and whom to ring instead."""
    so_far: str
    """``Two photographs are with this concern.``, or that none is."""
    choose: ChooseFiles = field(default_factory=ChooseFiles)
    form: Form = field(default_factory=Form)
    added: str = ""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + "Add photographs. Record a concern"
