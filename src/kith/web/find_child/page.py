"""The values of the page that answers whether a child is known, without ever calling no match safe."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.form import Form


@dataclass(frozen=True, kw_only=True)
class Found:
    """One child who may be the one asked for. Ranked by the caller; the order has words, not figures."""

    name: str
    known_as: str
    age: str
    """``7 years 6 months, born 2 May 2019``"""
    href: str
    """The child page, or the page that asks for a reason when the reader is not involved yet."""
    why: tuple[str, ...]
    """What matches and what does not: ``same birthday``, ``surname spelt Orry``."""
    plan: str = ""
    """``Child protection plan since 1 July 2026``, shown to those who may know."""
    held_by: str = ""
    """Who is responsible, with their number, or that nobody is allocated."""
    not_involved: bool = False
    """True when opening needs a written reason first."""


@dataclass(frozen=True, kw_only=True)
class Restricted:
    """A child whose existence alone may be said."""

    words: str
    """``A child of this name and age is known, and held closely.``"""
    ring: str


@dataclass(frozen=True, kw_only=True)
class LookedIn:
    """Where the search looked, so that no match says no more than it means."""

    words: str
    """``Nothing found in Tolland Bay social care, police, school and health, as of 10:40 today.``"""
    not_looked: str = ""
    """``Not looked in: GP (line broken since 08:10), other areas.``"""
    ask_areas_href: str = ""
    """The page that asks other areas, existence only."""


@dataclass(frozen=True, kw_only=True)
class FindChildPage:
    """The question as typed, and its answer once asked."""

    template: ClassVar[str] = "find_child/page.jinja"
    section: ClassVar[str] = "children"
    title: ClassVar[str] = "Find a child"

    form: Form
    """Fields: ``name``, ``born``, ``born_month``, ``born_year``, ``where``, ``nhs_number``. Posted, so that no name
    stands in an address, a history or a server's list."""
    looked_in: LookedIn | None = None
    """None before anything was asked."""
    found: tuple[Found, ...] = ()
    restricted: tuple[Restricted, ...] = ()
    mine: tuple[Found, ...] = ()
    """The reader's own children, listed before anything is asked."""
    record_concern_href: str = "/concern/"
