"""The values of the pages about what was held. No word of a held document is in them."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Form


@dataclass(frozen=True, kw_only=True)
class Stopped:
    """One thing that stopped a document."""

    what: str
    """``a confidential address``"""
    where: str
    """``page 3``"""
    form: str
    """``postcode in base64``; empty where it is of no form."""


@dataclass(frozen=True, kw_only=True)
class HeldPage:
    """One held document: what kind of thing, for whom, what stopped it, whom to ask, and who has released it."""

    template: ClassVar[str] = "held/page.jinja"
    section: ClassVar[str] = ""

    what: str
    """``a printed chronology``"""
    recipient: str
    """``Dana Ferris, duty social worker``"""
    compiled: str
    """``Dana Ferris compiled it today at 10:40.``"""
    stopped: tuple[Stopped, ...]
    ask: str
    """``Ask Philippa Venn, information guardian, 01632 960 170. An answer is due by 12:00 on 18 November.``"""
    frozen: str
    """Why it can no longer be released; empty where it can."""
    said: tuple[str, ...]
    """Who released it or kept it back, when and why, one sentence each."""
    release: str
    """The button that this reader may press: ``Release it, first of two``; empty where they may not."""
    release_href: str
    may_keep_back: bool
    keep_back_href: str
    read_href: str
    """For a guardian alone, before they decide, or whoever compiled it once two have released it; empty otherwise."""
    read_words: str
    children: tuple[tuple[str, str], ...]
    """Name and page of each child it is about, where this reader may see them."""
    form: Form

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + "This was held, and has not gone"


@dataclass(frozen=True, kw_only=True)
class Waits:
    """One document in the list of what waits."""

    what: str
    recipient: str
    due: Moment
    is_late: bool
    state: str
    """``Nobody has released it``, ``Frozen: a home has changed``"""
    href: str


@dataclass(frozen=True, kw_only=True)
class Knew:
    """Somebody who was written to lately."""

    what: str
    recipient: str
    when: Moment


@dataclass(frozen=True, kw_only=True)
class WaitingPage:
    """Everything that waits to be released in an area, for its guardians of information."""

    template: ClassVar[str] = "held/waiting.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "What is held"

    waits: tuple[Waits, ...]


@dataclass(frozen=True, kw_only=True)
class StillKnowPage:
    """Who was written to about a child lately, and so may know the old address; and what is frozen."""

    template: ClassVar[str] = "held/still_know.jinja"
    section: ClassVar[str] = "children"
    title: ClassVar[str] = "Who still knows the old address?"

    name: str
    href: str
    frozen: tuple[Waits, ...]
    knew: tuple[Knew, ...]
