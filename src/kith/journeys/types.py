"""What doors hand in, and what they are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.identity.types import NewDescription, Resolution
from kith.people.referrer_types import NewReferrer


@dataclass(frozen=True, kw_only=True)
class PersonSaid:
    """Somebody whom a concern is about: ``key`` names them inside the concern.

    ``person`` is given where the sender says which known person it is; otherwise identity finds out.
    """

    key: str
    description: NewDescription
    person: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class EntrySaid:
    """One thing said to have happened. ``about`` are the keys of people; ``references`` are (relation, key of an entry).

    A reference may also name an entry of the ledger by its id. ``told`` are (agency code, area) that were told of it.
    """

    key: str
    kind: str
    happened_from: datetime
    happened_to: datetime
    about: tuple[str, ...]
    precision: str = "day"
    details: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    childs_words: str = ""
    voice: str = "professional"
    claim: str = "reported"
    captured_at: datetime | None = None
    told: tuple[tuple[str, str], ...] = ()
    references: tuple[tuple[str, str | UUID], ...] = ()
    because: str = ""
    """Why it corrects or withdraws another entry."""
    sender_key: str | None = None


@dataclass(frozen=True, kw_only=True)
class Concern:
    """What arrives at a door, from one agency.

    ``envelope`` is the received message, byte for byte, with its media type; or the id under which it was kept for
    another concern of the same message.
    """

    said_by: str
    said_by_area: str
    people: tuple[PersonSaid, ...]
    entries: tuple[EntrySaid, ...]
    actor_role: str = ""
    envelope: tuple[str, bytes] | UUID | None = None
    for_the_desk: str = ""
    """That the front door is to decide on it, and how soon: ``now``, ``today`` or ``working_day``. Empty: nobody is asked to."""
    referrer: NewReferrer | None = field(default=None, repr=False)
    """Who told, where it was a relative or somebody of the public: kept apart, and in no entry. Such a concern has no envelope."""


@dataclass(frozen=True, kw_only=True)
class Received:
    """What became of a concern: its entries by key, and whose each description is by key. A door shows a sender only the former."""

    entries: Mapping[str, UUID]
    people: Mapping[str, Resolution]
    envelope: UUID | None = None
    contact: UUID | None = None
    """The contact on which the front door decides, where it was asked to."""

    @property
    def persons(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(found.person for found in self.people.values()))
