"""Entries of the chronology, each with who held it and who opened it."""

from dataclasses import dataclass

from kith.web.dates import Moment
from kith.web.parts.agency import Agency
from kith.web.parts.body import BodyMap
from kith.web.parts.story import Settled


@dataclass(frozen=True, kw_only=True)
class KnownTo:
    """How one agency, or several alike, came to hold an entry."""

    who: str
    """``Social care`` or ``Police, school``"""
    words: str
    """``delivered 17:02, opened 09:05, Dana Ferris`` or ``not told``: delivered, opened and acknowledged stay apart."""
    not_done: str = ""
    """``not opened`` or ``not acknowledged``, in bold after ``words``; empty where a person has it."""


@dataclass(frozen=True, kw_only=True)
class EntryLine:
    """One entry."""

    id: str
    """The entry's id, for its anchor."""
    also: tuple[str, ...] = ()
    """Entries that the same agency wrote of the same occurrence in the same words: they have their anchors here."""
    when: Moment
    agency: Agency
    words: str
    settled: Settled | None = None
    """None where the entry holds no worry."""
    known_to: tuple[KnownTo, ...] = ()
    written: str = ""
    """Said when it was written down late: ``Written Mon 9 Nov, four days later.``"""
    typed: str = ""
    """The one sentence of its typed details, where ``words`` are the writer's own."""
    by: str = ""
    """Who wrote it down."""
    struck: str = "Withdrawn."
    """What stands before ``withdrawn``: that, or ``Corrected.``"""
    standing_href: str = ""
    """The entry that stands in its place, where it was corrected."""
    read_href: str = ""
    """Where this reader says that they have read it; empty where their agency has opened it already."""
    photographs: str = ""
    """``Two photographs. Nobody has opened any of them.``, empty where there is none."""
    photographs_href: str = ""
    """Where they are looked at and added; empty on paper and for another moment than now."""
    body: BodyMap | None = None
    """Where the marks are that it tells of; None where it tells of none."""
    withdrawn: str = ""
    """Said when it was withdrawn or corrected, by whom and why; the words stay and are struck through."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A silence between two entries, drawn as hatch."""

    words: str
    """``80 days with no words of Tam’s recorded by anyone``"""


@dataclass(frozen=True, kw_only=True)
class Folded:
    """Routine entries left out of the list, counted."""

    words: str
    href: str
    """The same page with routine entries shown."""
    show: str = ""
    """What the link offers, after ``words``, on a screen alone: ``: show them``."""
