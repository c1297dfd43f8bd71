"""Frozen values that leave the caseload room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class ListingSaid:
    """What a worker says of a child for the night: two sentences, each with its reason."""

    may_happen: str
    may_happen_because: str
    then_do: str
    then_do_because: str


@dataclass(frozen=True, kw_only=True)
class ListingView:
    """A child on the list for the night. Until ``to_at``, which is earlier where somebody took the child off."""

    id: UUID
    area: str
    child: UUID
    said: ListingSaid
    listed_at: datetime
    listed_by: UUID
    to_at: datetime


@dataclass(frozen=True, kw_only=True)
class NightSightView:
    """That somebody on duty was let in to a listed child, and by which involvement."""

    listing: UUID
    practitioner: UUID
    involvement: UUID
    from_at: datetime
    to_at: datetime


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Who owns a morning task, and in which role."""

    practitioner: UUID
    role: str


@dataclass(frozen=True, kw_only=True)
class TaskAsked:
    """What the night leaves to the morning: ``entry`` says it in words, ``due_at`` is when the owner has it at the latest."""

    child: UUID
    entry: UUID
    owner: Owner
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class TaskView:
    """One morning task. ``taken_at`` and ``done_at`` are ``None`` while nobody took it, or it is not done."""

    id: UUID
    area: str
    child: UUID
    entry: UUID
    owner: UUID
    owner_role: str
    due_at: datetime
    climbs_at: datetime | None
    asked_at: datetime
    asked_by: UUID
    taken_at: datetime | None
    taken_by: UUID | None
    done_at: datetime | None
    done_by: UUID | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """One row of the trail: ``about`` is the listing or the task."""

    id: UUID
    child: UUID
    about: UUID
    what: str
    sentence: str
    done_at: datetime
    done_by: UUID
    done_by_name: str
