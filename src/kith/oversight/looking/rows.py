"""What the rules may look at: one day of looks, who looked, at whom, and on what each look rested."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class LookSeen:
    """One look. ``held`` says whether its basis was in force; ``personal`` whether that was the looker's own."""

    id: UUID
    child: UUID
    practitioner: UUID
    basis: str
    purpose: str
    looked_at: datetime
    held: bool = True
    personal: bool = False


@dataclass(frozen=True, kw_only=True)
class RefusalSeen:
    """One refusal."""

    asked_for: UUID
    practitioner: UUID
    refused_at: datetime


@dataclass(frozen=True, kw_only=True)
class Worker:
    """Somebody who looked."""

    id: UUID
    peers: str
    """With whom they are compared: a role, or else the agency."""
    agency: str
    surnames: frozenset[str] = frozenset()
    shifts: tuple[tuple[datetime, datetime], ...] = ()
    """When they were on duty, as far as Kith holds it."""
    street: str = ""
    """The keyed hash of their own street; empty where nobody gave it."""
    person: UUID | None = None
    """Whom they are among the people of Kith, where the guardian said so."""


@dataclass(frozen=True, kw_only=True)
class ChildSeen:
    """A child who was looked at, with what their household has in common with others."""

    id: UUID
    homes: frozenset[UUID] = frozenset()
    surnames: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    people: frozenset[UUID] = frozenset()
    """Everybody of the household, the child too."""


@dataclass(frozen=True, kw_only=True)
class AllocationEnded:
    """Somebody was allocated to a child, and is no longer."""

    practitioner: UUID
    child: UUID
    ended_at: datetime
    writes_up_until: datetime


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day in London, whole."""

    day: date
    looks: tuple[LookSeen, ...]
    """The oldest first."""
    workers: Mapping[UUID, Worker]
    children: Mapping[UUID, ChildSeen]
    refusals: tuple[RefusalSeen, ...] = ()
    ended: tuple[AllocationEnded, ...] = ()
    emergencies: tuple[LookSeen, ...] = ()
    """Looks in an emergency in the days before and on this one."""
    prints_before: Mapping[UUID, tuple[int, ...]] = field(default_factory=dict)
    """How often people printed on each earlier day on which they did."""
    colleagues: Mapping[UUID, str] = field(default_factory=dict)
    """People of Kith who work in an agency, with its code."""
    is_common: Callable[[str], bool] = lambda name: False
    """Whether so many people have a last name that sharing it says nothing."""

    def by_worker(self) -> dict[UUID, list[LookSeen]]:
        """The day's looks of each person."""
        found: dict[UUID, list[LookSeen]] = {}
        for one in self.looks:
            found.setdefault(one.practitioner, []).append(one)
        return found


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a rule found of one person on one day: the reason in words, and the looks that it quotes."""

    practitioner: UUID
    words: str
    looks: tuple[LookSeen, ...]
