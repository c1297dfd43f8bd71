"""The values of the page that answers whether a child is known, without ever calling no match safe."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.form import Form
from kith.web.parts.fresh import Freshness


@dataclass(frozen=True, kw_only=True)
class Found:
    """One child who may be the one asked for. Ranked by the caller; the order has words, not figures."""

    name: str
    known_as: str
    age: str
    """``7 years 6 months``; with ``, born 2 May 2019`` for those who are involved, or where a namesake is listed too."""
    href: str
    """The child page; empty for a reader who is not involved: they are told whom to ring."""
    why: tuple[str, ...]
    """What matches and what does not: ``Born 2 May 2019.``, ``Called “Orrey”: Orry is written like it.``"""
    known_to: str = ""
    """``Known to: police (last told today 09:10).``"""
    plan: str = ""
    """``Child protection plan since 1 July 2026``, shown to those who may know."""
    held_by: str = ""
    """Who is responsible, with their number, or that nobody is allocated."""
    not_involved: bool = False
    """True for a reader who is not involved: no content, but whom to ring, and a concern may be recorded."""
    concern_href: str = ""
    """Where a concern about this child is recorded."""


@dataclass(frozen=True, kw_only=True)
class Restricted:
    """A child whose existence alone may be said."""

    words: str
    """``A child who may be the one is known, and held closely.``"""
    ring: str


@dataclass(frozen=True, kw_only=True)
class LookedIn:
    """Where the search looked, so that no match says no more than it means."""

    words: str
    """``Nothing found in Tolland Bay social care, police, school and health, as of 10:40 today.``"""
    fresh: tuple[Freshness, ...] = ()
    """How recent what was searched is, one line an agency."""
    not_looked: str = ""
    """``Not looked in: GP (nothing has ever come from them), other areas.``"""
    understood: str = ""
    """How what was typed was read: ``called Tam, born on 2 May 2019``."""
    ask_areas_href: str = ""
    """The page that asks other areas, existence only."""


@dataclass(frozen=True, kw_only=True)
class FindChildPage:
    """The question as typed, and its answer once asked."""

    template: ClassVar[str] = "find_child/page.jinja"
    section: ClassVar[str] = "children"

    form: Form
    """One field, ``name``: whatever is known. Posted, so that no name stands in an address, a history or a server's list."""
    looked_in: LookedIn | None = None
    """None before anything was asked."""
    found: tuple[Found, ...] = ()
    nearly: bool = False
    """Whether nobody fits all of what was typed."""
    more: bool = False
    """Whether there were too many to show."""
    restricted: tuple[Restricted, ...] = ()
    mine: tuple[Found, ...] = ()
    """The reader's own children, listed before anything is asked."""
    desk: str = ""
    """The desk to ring, day and night."""
    record_concern_href: str = "/concern/"

    @property
    def title(self) -> str:
        """Says first that something needs mending; never a name."""
        return ("Error: " if self.form.problems else "") + "Find a child"
