"""The values of the pages on which somebody records a concern."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.concern.questions import CHOICES, Topic
from kith.web.parts.form import Choice, Form

_TITLES = {
    "where": "Where is {called} now?",
    "child": "Which child is it?",
    "seen": "What was seen or said?",
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
class ConcernPage:
    """One topic, with what has been typed so far."""

    template: ClassVar[str] = "concern/page.jinja"
    section: ClassVar[str] = "concern"
    choices: ClassVar = CHOICES
    """The ready answers of each question, by field."""

    topic: Topic
    number: int
    """Which of the topics, from 1."""
    called: str
    """``Casper``, or ``the child`` before a name is known."""
    about: str
    """``Concern about Casper Lyle, 4 years 2 months.``"""
    form: Form
    ring: RingNow
    topics: tuple[TopicLine, ...]
    action: str
    """Where the form posts to: every submit saves, also one with problems."""
    back_href: str
    later_href: str
    """Stops and comes back later; the draft stays with its writer."""
    saved: str = ""
    """``Saved at 14:43. Nothing you typed is lost if you stop or are signed out.``"""
    known: str = ""
    """What is already known about the child and will not be asked again."""
    may_be: tuple[Choice, ...] = ()
    """Children of the writer's own agency who may be meant, offered on the second topic."""
    checked: tuple[Checked, ...] = ()
    """Every answer so far, on the last topic."""

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
    """After sending: what happens next, by when, and the number when it is urgent."""

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
    child_href: str = ""
    """The child page, when the writer may see it."""
