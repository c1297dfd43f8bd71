"""The top of a page about a child: who this is, who holds them, what must not be told."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class OtherChildChip:
    """Another child who may be in the same danger, one chip each."""

    words: str
    """``Jory, brother, 2 years 1 month`` or ``Unborn baby, due 24 January``."""
    kind: str = "child"
    """``child`` or ``unborn``: the small drawing beside the words."""
    href: str = "#kids"


@dataclass(frozen=True, kw_only=True)
class Responsible:
    """Who is responsible for the child now."""

    of: str
    """The child's name as said in ``Who is responsible for Tam``."""
    name: str = ""
    """The one allocated person with their role; empty when nobody is allocated, which is printed in black."""
    words: tuple[str, ...] = ()
    """Sentences beneath, such as who holds the child meanwhile and whether they have met."""
    ring: str = ""
    """``Ring Ruth: 01632 960 112``: the number becomes a link."""


@dataclass(frozen=True, kw_only=True)
class MustNot:
    """A person who must not be told, and what."""

    name: str
    words: str
    """What follows ``Do not tell <name>``: ``where Tam lives or goes to school. ...`` with the order and its end."""


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """Something this reader is not shown."""

    what: str
    """``Home withheld.``"""
    words: str
    """Why, and whom to ring if it is needed now."""


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One page about this child."""

    words: str
    href: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class ChildHeader:
    """The full header, on the child page only."""

    name: str
    """The full name as recorded."""
    known_as: str
    """What the child is called, in sentences and headings: another name, or the first of their names."""
    age: str
    """``7 years 6 months`` or ``unborn, due 24 January``."""
    facts: tuple[str, ...]
    """Short facts in reading order: sex and pronouns, birthday, language and interpreter."""
    nhs_number: str
    """``999 023 8715``, or empty when not known (said so)."""
    responsible: Responsible
    tabs: tuple[Tab, ...]
    plan: str = ""
    """``Child protection plan: physical abuse, since 1 July 2026``, or a legal status; empty for neither."""
    other_children: tuple[OtherChildChip, ...] = ()
    must_not: tuple[MustNot, ...] = ()
    withheld: Withheld | None = None


@dataclass(frozen=True, kw_only=True)
class Identity:
    """The narrow header, on every other page about a child."""

    name: str
    """``Tamsin “Tam” Orrey``; several children are named together."""
    age: str
    plan: str = ""
    nobody: str = ""
    """``Nobody is allocated`` when that is so."""
    held_by: str = ""
    """The allocated person otherwise."""
    must_not: tuple[str, ...] = ()
    """Names of people who must not be told."""
    tabs: tuple[Tab, ...] = ()
