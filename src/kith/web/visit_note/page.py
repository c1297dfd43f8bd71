"""The values of the page on which a practitioner writes what a visit found."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity
from kith.web.visit_note.questions import CHOICES


@dataclass(frozen=True, kw_only=True)
class VisitNotePage:
    """One note, with what has been typed so far."""

    template: ClassVar[str] = "visit_note/page.jinja"
    section: ClassVar[str] = "children"
    choices: ClassVar = CHOICES
    """The ready answers of each question, by field."""

    who: Identity
    called: str
    """``Tam``"""
    form: Form
    """``day`` to ``minute`` are filled with now, to be put right when it was earlier."""
    action: str
    """Where the form posts to: every submit saves, also one with problems and one that stops here."""
    last_time: str
    """What the last visit found: ``Last time, 5 November: seen, not alone.``; empty for nothing."""
    clock: str
    """Which clock this note answers: ``Answers the plan: Tam seen alone every 10 working days. Overdue since 28 August.``"""
    clock_kind: str = ""
    """``due``, ``over`` or empty."""
    also_about: tuple[Choice, ...] = ()
    """Brothers and sisters whom the same visit may be about; each gets their own line."""
    before_knock: str = ""
    """Safety: ``Two workers, always.``"""
    address: str = ""
    """What is doubtful of the address: ``This address was corrected on 3 May 2026: ...``; empty for nothing."""
    home_href: str = ""
    """The page of the child's home."""
    knock_href: str = ""
    """The page that is read before a visit."""
    saved: str = ""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Visit note: {self.who.name}"
