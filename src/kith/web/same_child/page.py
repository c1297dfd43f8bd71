"""The values of the page that asks whether two descriptions are of one child."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.agency import Agency
from kith.web.parts.form import Choice, Form


@dataclass(frozen=True, kw_only=True)
class Described:
    """One agency's description, as far as a page may have it: no address, no telephone number."""

    agency: Agency
    received: str
    """``received 09:10 today``"""
    facts: tuple[tuple[str, str], ...]
    """Label and words, the same labels on both sides, so that they can be read across."""


@dataclass(frozen=True, kw_only=True)
class SameChildPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "same_child/page.jinja"
    section: ClassVar[str] = "needs_me"

    new: Described
    known: Described
    alike: tuple[str, ...]
    """What the comparison found, in words, what weighs most first."""
    doubts: tuple[str, ...]
    """Why a person is asked, and nothing was done by itself."""
    answers: tuple[Choice, ...]
    action: str
    form: Form
    """Fields: ``decision``, ``because``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + "Are these the same child?"
