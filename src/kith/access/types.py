"""Frozen values that leave the access room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.agencies.types import Practitioner
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Housed, Person, Spell, Stay


@dataclass(frozen=True, kw_only=True)
class Whom:
    """Whose involvement it is: exactly one of a practitioner, a team or an agency, by id."""

    practitioner: UUID | None = None
    team: UUID | None = None
    agency: UUID | None = None

    @property
    def id(self) -> UUID:
        """The one id that is given. BadInput where there is none, or more than one."""
        ids = [id for id in (self.practitioner, self.team, self.agency) if id is not None]
        if len(ids) != 1:
            raise BadInput("whom", "An involvement is of one practitioner, one team or one agency.")
        return ids[0]


@dataclass(frozen=True, kw_only=True)
class Basis:
    """On what somebody sees a child: given by ``check_can_see``, and written down by ``look``."""

    code: str
    words: str
    cited: str
    involvement: UUID
    is_personal: bool
    goes_there: bool
    """Whether they go to the child, and so may learn a confidential address and what gives a place away."""
    until: datetime | None


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A child who was opened, and on what basis."""

    child: Person
    basis: Basis


@dataclass(frozen=True, kw_only=True)
class Responsible:
    """Who is responsible for a child at a moment. No worker with a manager who holds the child is a true state."""

    child: UUID
    worker: Practitioner | None
    worker_role: str | None
    worker_since: datetime | None
    held_by: Practitioner | None
    held_role: str | None
    held_since: datetime | None

    @property
    def nobody_is_allocated(self) -> bool:
        return self.worker is None


@dataclass(frozen=True, kw_only=True)
class Involved:
    """Somebody, a team or an agency that is involved with a child, with the telephone to ring."""

    whom: Whom
    name: str
    title: str
    agency: str
    agency_name: str
    phone: str
    out_of_hours_phone: str
    bases: tuple[str, ...]
    """Codes of the bases, in the order in which they began."""
    since: datetime
    until: datetime | None


@dataclass(frozen=True, kw_only=True)
class OwnChild:
    """A child whom a practitioner is personally involved with."""

    child: UUID
    name: str
    age: str
    tier: str
    bases: tuple[str, ...]
    allocated_as: str | None
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Kin:
    """Another person in a child's life, as far as this reader may know. No id where they may not be opened."""

    id: UUID | None
    kind: str
    name: str
    age: str
    relation: str
    lives_there: bool
    may_be_opened: bool


@dataclass(frozen=True, kw_only=True)
class StaySeen:
    """One period of somebody in a child's home, or around it; ``person`` is for telling people apart, never a link."""

    who: Kin
    person: UUID
    stay: Stay


@dataclass(frozen=True, kw_only=True)
class AdultSeen:
    """An adult of a child's life; ``related`` is since when they are said to be kin, where that was said of the two."""

    who: Kin
    person: UUID
    related: Spell | None


@dataclass(frozen=True, kw_only=True)
class HomeSeen:
    """A child's homes over time, as far as one reader may know of the people in them. Addresses are as ``people`` holds them."""

    households: tuple[UUID, ...]
    """The one joined last first."""
    addresses: tuple[Housed, ...]
    stays: tuple[StaySeen, ...]
    adults: tuple[AdultSeen, ...]
    children: tuple[Kin, ...]
    """Every other child of the home, of the family, and of the adults who are around."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """One read of a child."""

    id: UUID
    child: UUID
    practitioner: UUID
    name: str
    agency: str
    agency_name: str
    basis: str
    purpose: str
    looked_at: datetime


@dataclass(frozen=True, kw_only=True)
class Looked:
    """Somebody who looked at a child in a time that was asked about: how often, first and last."""

    practitioner: UUID
    name: str
    agency: str
    agency_name: str
    phone: str
    first_at: datetime
    last_at: datetime
    looks: int


@dataclass(frozen=True, kw_only=True)
class RefusalKept:
    """One refusal. ``asked_for`` is the id that was asked for, whether there is such a child or not."""

    id: UUID
    asked_for: UUID
    practitioner: UUID
    what: str
    reason: str
    purpose: str
    refused_at: datetime


@dataclass(frozen=True, kw_only=True)
class Change:
    """One row of the trail."""

    id: UUID
    child: UUID
    what: str
    sentence: str
    done_at: datetime
    done_by: UUID
    done_by_name: str


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A child who was opened in an emergency. ``found`` is empty until a guardian has reviewed it."""

    id: UUID
    area: str
    """Where it was opened: a guardian of that area reviews it."""
    child: UUID
    opened_by: UUID
    category: str
    because: str
    opened_at: datetime
    until: datetime
    review_due_at: datetime
    found: str
    found_because: str
    reviewed_at: datetime | None
    reviewed_by: UUID | None


@dataclass(frozen=True, kw_only=True)
class EmergencyShare:
    """How many of the looks of a time were at children opened in an emergency."""

    openings: int
    opened: int
    """Children opened by anybody, a child once for each person and day."""

    @property
    def share(self) -> float:
        return self.openings / self.opened if self.opened else 0.0


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call that the guardian desk makes. ``sealed`` is told only once the call was made; until then it is ``None``."""

    id: UUID
    searcher: UUID
    asked_at: datetime
    due_at: datetime
    search_was_for: str
    spoke_with: str
    rung_at: datetime | None
    sealed: tuple[UUID, ...] | None
    came_of_it: str
    closed_because: str
    closed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Near:
    """A child who is near to a practitioner's own family. ``had_sight``: whether they could see the child until it was found."""

    id: UUID
    practitioner: UUID
    child: UUID
    found_at: datetime
    had_sight: bool
    lifted_at: datetime | None
    lifted_because: str


class NotInvolved(Refused):
    """Somebody may not see a child. ``reason`` says whom to ring; ``what`` is for the record of refusals alone.

    A page shows ``reason`` and nothing else: it is the same for a sealed child and for one who is not there.
    """

    def __init__(self, *, by: Actor, child: UUID, what: str, reason: str) -> None:
        super().__init__(reason)
        self.by = by
        self.child = child
        self.what = what
