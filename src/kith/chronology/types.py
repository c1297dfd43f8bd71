"""Frozen values that enter and leave the chronology."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.chronology.codes import REPLACING
from kith.chronology.when import When, words


@dataclass(frozen=True, kw_only=True)
class KnownTo:
    """Since when an agency holds an entry (said, told, delivered), or a person of it knows it (opened, acknowledged)."""

    agency: str
    agency_area: str
    known_at: datetime
    how: str = "told"
    by: UUID | None = None
    """Who told it, delivered it, opened or acknowledged it; never empty for the last two."""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """That an entry answers, settles, ends, is about, corrects, withdraws or is the same occurrence as another."""

    to: UUID
    relation: str


@dataclass(frozen=True, kw_only=True)
class NewEntry:
    """One thing that an agency says happened, before it is in the ledger. Codes are those of ``codes`` and the rulebook.

    ``about`` are the agency's own descriptions (``identity``) of the people concerned, never the people themselves.
    ``details`` are as the entry kind takes them. ``known_to`` need not name the agency that says it, which knows from
    ``at`` unless a row here says ``said``. ``envelope`` is what ``keep_envelope`` returned.
    """

    area: str
    kind: str
    said_by: str
    happened_from: datetime
    happened_to: datetime
    about: tuple[UUID, ...]
    said_by_area: str = ""
    """The area of the agency that says it; ``area`` where it is not given."""
    actor_role: str = ""
    recorded_by: UUID | None = None
    """The practitioner who recorded it; whoever appends it where nobody is given."""
    voice: str = "professional"
    claim: str = "reported"
    precision: str = "day"
    details: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    childs_words: str = ""
    sensitivity: str = ""
    captured_at: datetime | None = None
    known_to: tuple[KnownTo, ...] = ()
    references: tuple[Reference, ...] = ()
    because: str = ""
    """Why it corrects or withdraws another entry."""
    sender_key: str | None = None
    envelope: UUID | None = None
    id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class KnownToView:
    """One row of who knew an entry. ``recorded_at`` is when Kith learnt that they did."""

    agency: str
    agency_area: str
    known_at: datetime
    recorded_at: datetime
    how: str
    by: UUID | None


@dataclass(frozen=True, kw_only=True)
class ReferenceView:
    """A reference as a page needs it: ``entry`` is the entry at the other end, whatever the direction."""

    relation: str
    entry: UUID
    kind: str
    said_by: str
    said_by_area: str
    when: When
    recorded_at: datetime
    because: str = ""
    """Why it corrects or withdraws."""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class EntryView:
    """Everything that a page shows of one entry, as at a moment.

    ``refers_to`` and ``referred_to_by`` hold what was recorded by then. ``people`` are the children and adults whom the
    descriptions in ``about`` were linked to then. An agency's entry that was taken back stays: see ``is_withdrawn``.
    """

    id: UUID
    area: str
    recorded_at: datetime
    kind: str
    said_by: str
    said_by_area: str
    actor_role: str
    recorded_by: UUID | None
    voice: str
    claim: str
    when: When
    captured_at: datetime | None
    text: str
    childs_words: str
    sensitivity: str
    details: Mapping[str, Any]
    because: str
    occurrence: UUID
    sender_key: str | None
    envelope: UUID | None
    about: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    known_to: tuple[KnownToView, ...] = ()
    refers_to: tuple[ReferenceView, ...] = ()
    referred_to_by: tuple[ReferenceView, ...] = ()

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_by is not None

    @property
    def withdrawn_by(self) -> UUID | None:
        """The entry that withdrew it."""
        return self._replaced_by("withdraws")

    @property
    def replaced_because(self) -> str:
        """Why it was withdrawn or corrected; empty where it was not."""
        return next((row.because for row in self.referred_to_by if row.relation in REPLACING), "")

    @property
    def corrected_by(self) -> UUID | None:
        """The entry that stands in its place."""
        return self._replaced_by("corrects")

    @property
    def counts(self) -> bool:
        """Whether it is part of what is known: neither withdrawn nor corrected."""
        return self.withdrawn_by is None and self.corrected_by is None

    @property
    def place(self) -> tuple[datetime, UUID]:
        """Where it stands in the chronology; what ``entries_for_page`` takes as ``before``."""
        return self.when.happened_to, self.id

    def when_in_words(self, *, as_at: datetime | None = None) -> str:
        """``3 Feb``, ``about March 2020``: see ``when.words``."""
        return words(self.when, as_at=as_at)

    def _replaced_by(self, relation: str) -> UUID | None:
        return next((row.entry for row in self.referred_to_by if row.relation == relation), None)


@dataclass(frozen=True, kw_only=True)
class Fresh:
    """How fresh what an agency sends is: nothing was received from it after ``received_at``."""

    agency: str
    agency_area: str
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """That an entry about a child was put where an agency reads; ``read_by`` are its people who opened it or took it in."""

    child: UUID
    entry: UUID
    delivered_at: datetime
    read_by: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class EnvelopeView:
    """What was received, byte for byte."""

    id: UUID
    area: str
    received_at: datetime
    media_type: str
    body: bytes
    digest: bytes


@dataclass(frozen=True, kw_only=True)
class SentBefore:
    """An entry that its agency sent under a reference of its own; ``digest`` is the envelope's SHA-256, where one was kept."""

    entry: UUID
    envelope: UUID | None
    digest: bytes | None


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """That an entry's content was lawfully erased, on what basis, by whom, and the commitment it had."""

    entry: UUID
    basis: str
    disposed_at: datetime
    disposed_by: UUID
    commitment: bytes


@dataclass(frozen=True, kw_only=True)
class StoryChoiceView:
    """What a person chose for a line of the story so far, under their name."""

    entry: UUID
    choice: str
    because: str
    chosen_at: datetime
    chosen_by: UUID


@dataclass(frozen=True, kw_only=True)
class Told:
    """How much an agency has told about somebody, and when it last did. Never what."""

    agency: str
    area: str
    entries: int
    last_at: datetime
