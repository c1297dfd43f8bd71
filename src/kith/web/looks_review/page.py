"""The values of the pages on which looks are reviewed."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Choice, Form

ANSWERS = (
    Choice(value="acceptable", words="It was in order", hint="It closes. Say what makes it so."),
    Choice(
        value="ask_the_person",
        words="The person is to be asked first",
        hint="It stays open. Say how and when you ask.",
    ),
    Choice(
        value="refer",
        words="It goes to whoever looks into conduct",
        hint="It closes here. Say to whom it went, and whether a family must be warned.",
    ),
)


@dataclass(frozen=True, kw_only=True)
class FindingLine:
    """One finding in a list."""

    due: str
    due_kind: str
    age: str
    """``asked 3 working days ago``"""
    who: str
    rule: str
    why: str
    href: str


@dataclass(frozen=True, kw_only=True)
class RuleLine:
    """How often one rule found something, and what came of it."""

    rule: str
    found: str
    open: str
    acceptable: str
    referred: str
    says: str
    """What these figures say of the rule; empty where they say nothing."""


@dataclass(frozen=True, kw_only=True)
class ClosedLine:
    """One finding that was closed."""

    when: Moment
    who: str
    rule: str
    said: str
    href: str


@dataclass(frozen=True, kw_only=True)
class LooksPage:
    """What waits, how each rule fares, and what was closed."""

    template: ClassVar[str] = "looks_review/page.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "Looks to review"

    lead: str
    """``3 findings wait, 1 of them overdue.``"""
    asked: str
    """Until when the rules were asked, and of how many looks."""
    share: str
    share_means: str
    waiting: tuple[FindingLine, ...]
    drawn: tuple[FindingLine, ...]
    """What a lot drew, apart from what a rule found."""
    rules: tuple[RuleLine, ...]
    not_seen: tuple[str, ...]
    """What no rule can see today."""
    closed: tuple[ClosedLine, ...]


@dataclass(frozen=True, kw_only=True)
class QuotedLine:
    """One look that a finding rests on."""

    when: Moment
    child: str
    """The child’s name, or that the child is held closely."""
    purpose: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class FindingPage:
    """One finding, with the looks that it quotes."""

    template: ClassVar[str] = "looks_review/finding.jinja"
    section: ClassVar[str] = "needs_me"
    answers: ClassVar = ANSWERS

    who: str
    rule: str
    words: str
    why: str
    cited: str
    wrong_if: str
    looks: tuple[QuotedLine, ...]
    no_looks: str
    """Said where it rests on refusals alone."""
    due: str
    ring: str
    said: tuple[tuple[Moment, str], ...]
    """What was answered so far."""
    action: str
    form: Form
    is_open: bool

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + self.rule
