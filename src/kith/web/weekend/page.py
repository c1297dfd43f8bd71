"""The values of the list for the night, and of putting a child on it."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.from_the_night.page import Receipt
from kith.web.parts.form import Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One child on the list."""

    name: str
    age: str
    href: str
    """The child’s page for tonight."""
    may_happen: str
    may_happen_because: str
    then_do: str
    then_do_because: str
    by_whom: str
    """``Joel Prewett, Social worker, Harbour, 01632 960 113; Friday 15:10``"""
    until: str
    """``until Monday 7 December 2026, 09:00``"""


@dataclass(frozen=True, kw_only=True)
class WeekendPage:
    """Who might ring, and what to do; and what this person left to the morning."""

    template: ClassVar[str] = "weekend/page.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "Who may ring tonight"

    lead: str
    """Whether the list is open, to whom, and whose it is now."""
    listed: tuple[Listed, ...]
    silence: str
    """Said where nobody is on it: that is not the same as a quiet night."""
    receipts: tuple[Receipt, ...]
    desk: str


@dataclass(frozen=True, kw_only=True)
class PutOnPage:
    """Where a child is put on the list, or taken off it."""

    template: ClassVar[str] = "weekend/put_on.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    called: str
    form: Form
    action: str
    refused: str
    """Why this person may not, and whom to ring; else empty."""
    listed: Listed | None
    """What stands on the list now."""
    shown_to: str
    """Who reads it, and from when."""
    list_href: str

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"For the night: {self.who.name}"
