"""Frozen values of made-up families: who they are, and what is said to have happened to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

STRATA = ("universal", "bumps", "contested", "worked")
SHARES = {"universal": 0.87, "bumps": 0.08, "contested": 0.015, "worked": 0.035}
"""Of all children in an area: nobody worried, small worries, parents at odds, children with a plan."""

Details = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Who says a thing: an agency of the rulebook's closed list, and the practitioner's role in it."""

    agency: str
    role: str


@dataclass(frozen=True, kw_only=True)
class Member:
    """One person of a family, before they have a name. ``key`` is unique in the family."""

    key: str
    kind: str
    """``child`` or ``adult``; a child whose ``born_from`` lies ahead is unborn until then."""
    relation: str
    born_from: date | None = None
    born_to: date | None = None

    def born_by(self, day: date) -> bool:
        """Whether the child had certainly been born on this day (adults have)."""
        return self.kind == "adult" or (self.born_to is not None and self.born_to <= day)


@dataclass(frozen=True, kw_only=True)
class Family:
    """Everyone in one made-up family. ``key`` is unique in a run and feeds the family's own chance."""

    key: str
    stratum: str
    members: tuple[Member, ...]

    @property
    def children(self) -> tuple[Member, ...]:
        """The children, the child at the centre first."""
        return tuple(member for member in self.members if member.kind == "child")

    @property
    def adults(self) -> tuple[Member, ...]:
        """The adults, mother first."""
        return tuple(member for member in self.members if member.kind == "adult")

    def has(self, key: str) -> bool:
        """Whether somebody of this key belongs to the family."""
        return any(member.key == key for member in self.members)

    def member(self, key: str) -> Member:
        """The person of this key; ``KeyError`` where there is none."""
        for member in self.members:
            if member.key == key:
                return member
        raise KeyError(key)


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing that a strand of life wants told, before chance has blurred it.

    ``details`` are always written; each of ``maybe`` only as often as practitioners write such things.
    ``lasts`` is days from the first to the last day; ``late`` is days from the last day until it was told.
    ``about`` empty means the child at the centre. ``known_to`` is beside the speaker's own agency.
    """

    kind: str
    on: date
    said_by: Speaker
    details: Details = field(default_factory=dict)
    maybe: Details = field(default_factory=dict)
    about: tuple[str, ...] = ()
    known_to: tuple[str, ...] = ()
    lasts: int = 0
    late: int = 0
    precision: str = "day"
    voice: str | None = None
    references: tuple[tuple[str, str], ...] = ()
    """Pairs of another telling's key and the relation to it, such as ``("t0003", "answers")``."""
    words: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing as it was told: what a :class:`Happening` became in one family's history."""

    key: str
    kind: str
    happened_from: date
    happened_to: date
    precision: str
    known_on: date
    said_by: str
    actor_role: str
    details: Details
    about: tuple[str, ...]
    known_to: tuple[str, ...]
    voice: str | None = None
    references: tuple[tuple[str, str], ...] = ()
    together: str | None = None
    """Tellings that share this are sides of one occurrence."""
    words: str | None = None
    text: str | None = None
