"""Frozen values of a made-up area: named people, their homes, and the stream of entries about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class SimulatedPerson:
    """One person with a name. ``key`` is unique in the area and follows ``[A-Za-z0-9_.:-]+``.

    ``kind`` is child, adult or unborn (then ``expected_on`` is set and there is no birth); ``sex`` is female, male or
    not_known. Every number is valid in form and belongs to nobody; empty means that the person has none.
    """

    key: str
    family: str
    kind: str
    relation: str
    full_name: str
    first_name: str
    last_name: str = ""
    known_as: str = ""
    sex: str = "not_known"
    language: str = ""
    born_from: date | None = None
    born_to: date | None = None
    expected_on: date | None = None
    nhs_number: str = ""
    upn: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class SimulatedHome:
    """Who lived behind one front door, ``from_on`` until ``to_on`` (exclusive; None: still there)."""

    family: str
    people: tuple[str, ...]
    lines: tuple[str, ...]
    postcode: str
    uprn: str
    from_on: date
    to_on: date | None = None
    confidential: bool = False


@dataclass(frozen=True, kw_only=True)
class SimulatedRelationship:
    """``person`` is the ``kind`` of ``other``: codes of the people room (mother, father, sibling, partner ...)."""

    person: str
    other: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class SimulatedSchool:
    """A school or nursery of the area. ``phase`` is nursery, primary or secondary."""

    code: str
    name: str
    phase: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class SimulatedFamily:
    """A family with names. ``storyline`` names the module that tells it, or is empty.

    ``schools`` maps a child's key to the code of the school where the child is now.
    """

    key: str
    name: str
    stratum: str
    people: tuple[SimulatedPerson, ...]
    homes: tuple[SimulatedHome, ...]
    relationships: tuple[SimulatedRelationship, ...]
    schools: Mapping[str, str] = field(default_factory=dict)
    storyline: str = ""

    @property
    def children(self) -> tuple[SimulatedPerson, ...]:
        """The children, unborn included."""
        return tuple(person for person in self.people if person.kind != "adult")

    def person(self, key: str) -> SimulatedPerson:
        """The person of this key; ``KeyError`` where the family has none."""
        for person in self.people:
            if person.key == key:
                return person
        raise KeyError(key)


@dataclass(frozen=True, kw_only=True)
class SimulatedEntry:
    """One thing that an agency came to say, on the ``day`` on which it said it.

    ``said_by`` and ``known_to`` are agency codes (``known_to`` holds the speaker's too). ``about`` and every person in
    ``details`` are keys of people. ``references`` are pairs of another entry's key and the relation to it; the other
    entry was said earlier, or earlier on the same day. ``text`` is a sentence that a practitioner could have written.
    """

    key: str
    family: str
    day: date
    happened_from: date
    happened_to: date
    precision: str
    said_by: str
    actor_role: str
    voice: str
    claim: str
    kind: str
    details: Mapping[str, Any]
    about: tuple[str, ...]
    known_to: tuple[str, ...]
    text: str
    childs_words: str = ""
    references: tuple[tuple[str, str], ...] = ()


Day = tuple[date, tuple[SimulatedEntry, ...]]


@dataclass(frozen=True, kw_only=True)
class SimulatedArea:
    """A whole area. ``days`` is every day on which something was said, oldest first, with that day's entries."""

    area: str
    seed: int
    ending_on: date
    families: tuple[SimulatedFamily, ...]
    schools: tuple[SimulatedSchool, ...]
    days: tuple[Day, ...]

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return sum(len(entries) for _, entries in self.days)

    def storyline(self, name: str) -> SimulatedFamily:
        """The family of one storyline; ``KeyError`` where the area has none of that name."""
        for family in self.families:
            if family.storyline == name:
                return family
        raise KeyError(name)
