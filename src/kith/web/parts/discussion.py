"""A joint decision: who is here, what each brings, what might be happening, each one's position."""

from dataclasses import dataclass

from kith.web.parts.agency import Agency
from kith.web.parts.writing import AnsweringAction, DecidingForChild

MAY, MAY_NOT, NOT_YET = "yes", "no", "not_yet"


@dataclass(frozen=True, kw_only=True)
class Present:
    """One invited agency."""

    agency: Agency
    words: str
    """Names, or ``Rung 10:02 and 10:20. 01632 960 233`` when they are not here."""
    away: bool = False
    not_here: str = "Not here."
    """Said loudly of one who is away: ``Not written.`` where nobody sits together."""


@dataclass(frozen=True, kw_only=True)
class MayTell:
    """Whether parents may be told this one fact."""

    answer: str
    """``yes``, ``no`` or ``not_yet``"""
    words: str = ""
    """``not before 15:30``"""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something seen, heard or measured."""

    words: str
    said: str
    """When, and what it rests on."""
    may_tell: MayTell | None
    """None when the agency has not said: treated as no, and said as ``not said``."""
    ours: bool = False
    """True for our own words, such as that nothing has come: there is nothing to tell."""


@dataclass(frozen=True, kw_only=True)
class View:
    """What somebody thinks, in their words."""

    words: str
    said: str
    quoted: bool = True
    """False for our own words, such as that no view was heard."""


@dataclass(frozen=True, kw_only=True)
class Brings:
    """One agency's facts, and apart from them its views."""

    agency: Agency
    by: str
    """Who brought them and when: ``DC Hamish Orde, 10:12`` or ``From Kith. Last received Friday 17:02``."""
    facts: tuple[Fact, ...]
    views: tuple[View, ...]


@dataclass(frozen=True, kw_only=True)
class MightBe:
    """One explanation, with what would tell it from the others."""

    words: str
    supports: str
    against: str = ""
    would_tell: str = ""
    who: str = ""
    """Who finds out, by when."""


@dataclass(frozen=True, kw_only=True)
class Position:
    """Where one agency stands."""

    agency: Agency
    written: str
    """``Written 10:31.`` or ``Not here, not written``"""
    sealed: bool = True
    """True until this reader's own agency has written: then only ``written`` is shown."""
    answer: str = ""
    """``Yes: begin a section 47 enquiry``"""
    why: str = ""
    by: str = ""
    most_protective: str = ""
    """The most protective thing that they considered, and why or why not."""
    dissents: bool = False
    """True when it differs from the outcome; its words stay on the decision."""


@dataclass(frozen=True, kw_only=True)
class Action:
    """What one named person will do."""

    what: str
    who: str
    by: str
    """``Today 14:00``"""
    accepted: str
    """``Said yes`` or ``Asked, not answered``"""
    waiting: bool = False
    """True when it is not accepted yet: printed bold."""
    answering: AnsweringAction | None = None
    """The form of whoever may answer for it."""


@dataclass(frozen=True, kw_only=True)
class ForChild:
    """What is decided for one child of the discussion."""

    name: str
    who: str
    words: str
    href: str = ""
    """The child page."""
    decided: str = ""
    """``A section 47 enquiry: “…”``; empty while nobody has decided for this child."""
    to_decide: str = ""
    """``To be decided.``"""
    deciding: DecidingForChild | None = None
    """The form of whoever decides."""
