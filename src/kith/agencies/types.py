"""Frozen values that leave the agencies room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.kernel.errors import Refused

HELD_FOR_A_CHILD = frozenset({"allocated_social_worker"})
"""Roles that somebody has for one child: holding the post makes nobody answer for a child they do not have."""


@dataclass(frozen=True, kw_only=True)
class Agency:
    """One agency in one area."""

    id: UUID
    area: str
    code: str
    name: str
    phone: str
    out_of_hours_phone: str


@dataclass(frozen=True, kw_only=True)
class Team:
    """A part of an agency; a school is one."""

    id: UUID
    area: str
    agency: str
    code: str
    name: str
    phone: str
    out_of_hours_phone: str


@dataclass(frozen=True, kw_only=True)
class Practitioner:
    """A person who works in an agency. ``agency`` is the agency's code, ``code`` their key in the area file."""

    id: UUID
    area: str
    agency: str
    agency_name: str
    code: str
    name: str
    title: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class Reachable:
    """How to reach a practitioner, a team or an agency. The agency's telephones stand in where there is no other."""

    id: UUID
    name: str
    title: str
    agency: str
    agency_name: str
    phone: str
    out_of_hours_phone: str


@dataclass(frozen=True, kw_only=True)
class NewPractitioner:
    """What ``register_practitioner`` takes. ``agency`` and ``team`` are codes in the actor's area."""

    agency: str
    code: str
    name: str
    title: str = ""
    phone: str = ""
    team: str = ""


@dataclass(frozen=True, kw_only=True)
class Held:
    """A role that a practitioner holds at the moment asked about. ``id`` ends it."""

    id: UUID
    practitioner: UUID
    role: str
    team: UUID | None
    from_at: datetime


@dataclass(frozen=True, kw_only=True)
class Change:
    """One row of the trail. ``done_by`` is ``None`` where the area file did it."""

    id: UUID
    practitioner: UUID | None
    what: str
    sentence: str
    done_at: datetime
    done_by: UUID | None
    done_by_name: str


class NobodyHolds(Refused):
    """Nobody may answer for a role, all along its chain: the desk is to be rung."""

    def __init__(self, *, role: str, area: str, desk: str) -> None:
        super().__init__(f"Nobody can answer as {role.replace('_', ' ')} now. Ring the duty desk: {desk}.")
        self.role = role
        self.area = area
