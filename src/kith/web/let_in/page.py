"""The values of a sign-in keeper's pages."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.form import Choice, Form

PROOFS = (
    Choice(
        value="in_person",
        words="I see them in person",
        hint="And know their face, or see it on their photo card.",
    ),
    Choice(value="by_video", words="I see them on video, with their photo card held up"),
    Choice(
        value="rung_back",
        words="I have known them for over a year, and rang them back",
        hint="On the number in our directory, never on one that they gave.",
    ),
)


@dataclass(frozen=True, kw_only=True)
class LetInLine:
    """One code that was made, and what came of it."""

    id: str
    when: str
    whom: str
    by: str
    proof: str
    words: str
    state: str
    """``Used Tue 17 Nov, 10:52, on Firefox on Windows``"""
    waits: bool
    """Whether this reader may take it back."""


@dataclass(frozen=True, kw_only=True)
class LetInPage:
    """Find a colleague, write how they proved who they are, make a code; below, who let in whom."""

    template: ClassVar[str] = "let_in/page.jinja"
    section: ClassVar[str] = ""
    action: ClassVar[str] = "/sign-in/let-in/"
    proofs: ClassVar = PROOFS

    form: Form
    """Fields: ``text``, ``practitioner``, ``proof``, ``words``, ``key``."""
    keeper: bool
    """Whether this reader lets anybody in; a guardian only reads."""
    searches: bool
    """Whether there are too many colleagues to list, so that one is looked for."""
    found: tuple[Choice, ...]
    found_words: str
    agency: str
    """The agency that proves its own people, where this one does: then a code takes a lost factor away, and no more."""
    lines: tuple[LetInLine, ...]
    since: str
    whose: str
    """``Everybody’s in Tolland Bay`` or ``Your agency’s``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        words = "Let a colleague in again" if self.keeper else "Who was let in again"
        return f"Error: {words}" if self.form.problems else words


@dataclass(frozen=True, kw_only=True)
class MadePage:
    """A code, this once."""

    template: ClassVar[str] = "let_in/made.jinja"
    section: ClassVar[str] = ""

    whom: str
    code: str
    """``7KQM-4RTX-9WBD-2HFP-6NVC``"""
    until: str
    """``11:40``"""
    email: str
    """Under which they come in: a keeper reads it out with the code."""
    agency: str

    @property
    def title(self) -> str:
        """For whom."""
        return f"A code for {self.whom}"
