"""The values of a prompt's page: the question, why it is asked, and every answer that a person may give."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.ask import Evidence, Reason, Step
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class Why:
    """One pattern whose answer turned to yes."""

    because: str
    """The rule's own sentence."""
    cited: str
    """What the rule rests on: law, guidance or local practice, and its version."""
    href: str = ""
    """The rule's page in the rulebook."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """Something a person or Kith did about this prompt."""

    when: Moment
    words: str
    """``Asked of Dana Ferris``, ``Opened by Dana Ferris``, ``Declined by ...: “...”``"""


@dataclass(frozen=True, kw_only=True)
class Opening:
    """The step is one that agencies decide together: one button opens it, with the question written already."""

    words: str
    """The button: ``Start a strategy discussion``."""
    href: str
    asks: str
    """Who is asked without being chosen: ``Social care, police and community health are asked. You own it, and decide.``"""
    also: tuple[Choice, ...]
    """Others who hold something, to be asked as well; ticked where what they said made Kith ask."""


@dataclass(frozen=True, kw_only=True)
class Challenged:
    """A challenge that waits on the reader, who is asked to look again."""

    words: str
    """``Anneka Bright, today 11:20: “...”``"""
    href: str


@dataclass(frozen=True, kw_only=True)
class PromptPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "prompt/page.jinja"
    section: ClassVar[str] = "needs_me"

    who: Identity
    question: str
    asks_for: str
    """The step in words: ``A strategy discussion, today``."""
    owner: str
    owner_phone: str
    mine: bool
    """Whether it waits on the reader: only then the answers are shown."""
    due: str
    due_kind: str
    """``due``, ``over`` or empty."""
    why: tuple[Why, ...]
    evidence: tuple[Evidence, ...]
    wrong_if: tuple[str, ...]
    """What would make the question wrong, each a sentence."""
    steps: tuple[Step, ...]
    """Pages on which the step is taken, where it opens no decision. The first is the primary one."""
    acknowledge_href: str
    """Posting says: I have it. Empty once acknowledged, or for a reader who does not own it."""
    acknowledged: str
    """``Dana Ferris said at 09:20 that she has it.``, or that nobody has."""
    decline_href: str
    reasons: tuple[Reason, ...]
    challenge_href: str
    """Where a challenge posts to; shown to any involved reader who is not the owner, or after it was declined."""
    history: tuple[Answered, ...]
    form: Form
    """Open a decision: ``question``, ``also_ask``. Done: ``done``. Decline: ``why``, ``words``. Challenge: ``challenge``.
    Answer to a challenge: ``looked_again``."""
    opening: Opening | None = None
    done_href: str = ""
    """Posting says, in words, what was done."""
    challenged: Challenged | None = None
    challenge_goes_to: str = ""
    """``Margaret Oyelaran, service manager``"""
    named_leader: str = ""
    """Who gets it when nobody is free: ``Ruth Abara, service head``."""
    declined: str = ""
    """Said when it was declined: by whom, when, why, in their words."""
    acted_on: str = ""
    """Said when it was done or a decision was opened from it."""
    decision_href: str = ""
    """The decision that was opened from it."""
    more_evidence: str = ""
    """Said when evidence exists that this reader may not see, with the number to ring."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + self.question
