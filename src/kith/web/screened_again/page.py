"""The values of a second, blind screening, and of what is counted of the front door."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.contacts.page import ChildHere, Told
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class AgainPage:
    """What was told, and what was known when it was decided: nothing later, and not the decision."""

    template: ClassVar[str] = "screened_again/page.jinja"
    section: ClassVar[str] = "contacts"

    who: Identity
    name: str
    """``contact from school``"""
    lead: str
    """Why this is asked, and of which moment everything stands."""
    due: str
    due_kind: str
    told: tuple[Told, ...]
    children: tuple[ChildHere, ...]
    action: str
    outcomes: tuple[Choice, ...]
    form: Form
    """Fields: ``outcome``, ``reasons``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Screen again: {self.name}"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One ground of closing: for each number of days, ``2 of 14 (14%)``, and how many of those with more done."""

    ground: str
    again: tuple[str, ...]
    higher: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FiguresPage:
    """What became of contacts, and how often two who screened the same agreed. Of nobody by name."""

    template: ClassVar[str] = "screened_again/figures.jinja"
    section: ClassVar[str] = "contacts"
    title: ClassVar[str] = "What became of contacts"

    lead: str
    agreement: str
    agreement_means: str
    days: tuple[int, ...]
    rows: tuple[Row, ...]
    silence: str
    """Said where nothing was closed long enough ago to be counted."""
