"""Frozen values that leave the agencies room."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.kernel.errors import Refused

SOCIAL_CARE = "childrens_social_care"
"""The agency of an area that screens what is told to the front door, and decides on it."""
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


@dataclass(frozen=True, kw_only=True)
class NewLettingIn:
    """What ``let_in_again`` takes. ``id`` is the form's own, so that a form that is sent twice makes one code."""

    id: UUID
    practitioner: UUID
    proof: str
    """One of ``models.PROOFS``."""
    words: str


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody whom a keeper may let in, with what the keeper must know of their sign-in."""

    id: UUID
    name: str
    title: str
    email: str


@dataclass(frozen=True, kw_only=True)
class LetIn:
    """One code that was made for somebody, and what came of it. The code itself is nowhere."""

    id: UUID
    practitioner: UUID
    whom: str
    agency_name: str
    proof: str
    words: str
    made_at: datetime
    made_by: UUID
    made_by_name: str
    to_at: datetime
    how: str
    """``used``, ``taken_back``, ``replaced`` by a later code, or empty: it waits, or ran out at ``to_at``."""
    ended_at: datetime | None
    device: str


@dataclass(frozen=True, kw_only=True)
class SignInChange:
    """Something that changed about somebody's own sign-in, in words for them."""

    sentence: str
    done_at: datetime


class NobodyHolds(Refused):
    """Nobody may answer for a role, all along its chain: the desk is to be rung."""

    def __init__(self, *, role: str, area: str, desk: str) -> None:
        super().__init__(f"Nobody can answer as {role.replace('_', ' ')} now. Ring the duty desk: {desk}.")
        self.role = role
        self.area = area


@dataclass(frozen=True, kw_only=True)
class Expert:
    """What somebody is authorised for or brings (a code of the rulebook), and its last day, where it has one."""

    what: str
    until: date | None
