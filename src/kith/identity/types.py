"""Frozen values that enter and leave the identity room."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class NewDescription:
    """What one agency says of one person, as it says it; everything but who says it may be unknown.

    ``said_by`` is the agency's code and ``said_by_area`` its area. ``sender_key`` is the agency's own stable key for
    the person (its pupil, patient or custody number), never a message's. ``kind`` is child, adult or unborn; ``sex``
    female, male, not_known or empty. A birth is a day (both ends equal), an interval, or nothing. ``payload`` is kept
    verbatim. ``valid_from`` is since when it is so, where the agency says (``at`` otherwise).

    With ``address_is_confidential`` no address, postcode, UPRN, telephone or payload is kept in this room: the caller
    gives the address to the vault in ``people``.
    """

    said_by: str
    said_by_area: str
    sender_key: str = ""
    kind: str = "child"
    full_name: str = ""
    known_as: str = ""
    other_names: tuple[str, ...] = ()
    born_from: date | None = None
    born_to: date | None = None
    expected_on: date | None = None
    sex: str = ""
    nhs_number: str = ""
    upn: str = ""
    phone: str = ""
    address_lines: tuple[str, ...] = ()
    postcode: str = ""
    uprn: str = ""
    guardian_names: tuple[str, ...] = ()
    payload: Mapping[str, Any] = field(default_factory=dict)
    valid_from: datetime | None = None
    address_is_confidential: bool = False


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One comparison between two descriptions: its code, its weight in bits, and what it found in words.

    Words never hold an address, a postcode, a telephone number or an identifier.
    """

    comparison: str
    bits: float
    words: str


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who may be the person described. ``description`` is their description that agrees best.

    ``weight`` is the sum of the evidence's bits; ``chance`` runs from 0 to 1; ``band`` is confirmed, possible or low.
    ``held_back_by`` says in sentences why a person must decide, where the weight alone would not.
    A candidate may be sealed or restricted: who is shown one is for ``access`` to say.
    """

    person: UUID
    description: UUID
    weight: float
    chance: float
    band: str
    evidence: tuple[Evidence, ...]
    held_back_by: tuple[str, ...] = ()
    is_asked: bool = False
    """Whether a person is asked about them, if nothing links them."""


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """What became of a description. There is always a person, so that a concern never waits.

    ``outcome``: ``linked`` to somebody known; ``new``: somebody new, with low candidates kept as possible; ``possible``:
    somebody new for now, and ``reviews`` ask a person whether they are one of the candidates (best first).
    ``repeated`` says that the same agency had said the same before, so that no new description was made.
    """

    outcome: str
    person: UUID
    description: UUID
    band: str
    candidates: tuple[Candidate, ...] = ()
    reviews: tuple[UUID, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, kw_only=True)
class Described:
    """One agency's description of one person, as pages may have it.

    It holds no address, postcode, telephone number or payload: where somebody lives is for ``people`` to say.
    """

    id: UUID
    area: str
    said_by: str
    said_by_area: str
    sender_key: str
    kind: str
    full_name: str
    known_as: str
    other_names: tuple[str, ...]
    born_from: date | None
    born_to: date | None
    expected_on: date | None
    sex: str
    nhs_number: str
    upn: str
    guardian_names: tuple[str, ...]
    valid_from: datetime
    received_at: datetime
    received_by: UUID

    @property
    def name(self) -> str:
        """What this agency calls them, or words that say that it does not know."""
        return (
            self.full_name
            or self.known_as
            or {"adult": "Unknown adult", "unborn": "Unborn baby"}.get(self.kind, "Unknown child")
        )


@dataclass(frozen=True, kw_only=True)
class Linked:
    """To whom a description belongs at a moment, why, and who said so (``decided_by`` None: it was automatic)."""

    description: UUID
    person: UUID
    from_at: datetime
    to_at: datetime | None
    weight: float | None
    band: str
    evidence: tuple[Evidence, ...]
    because: str
    decided_by: UUID | None


@dataclass(frozen=True, kw_only=True)
class KnownTo:
    """An agency that has described somebody, and when it last did. Never what it said."""

    agency: str
    area: str
    last_at: datetime


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Somebody whom a search found, with the reasons in words. ``tier`` is normal or restricted, never sealed.

    For a restricted person ``known_to`` is empty: show that they exist, and whom to ring.
    """

    person: UUID
    kind: str
    name: str
    known_as: str
    born: str
    known_to: tuple[KnownTo, ...]
    because: tuple[str, ...]
    tier: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search found, best first, and in whose descriptions it looked.

    ``words`` says it whole: "Nothing found in what police and school have told, as at 10:40 on 3 March 2026."
    ``understood`` says how what was typed was read. ``more`` says that there were too many to show; ``nearly``
    that nobody fits all of it as typed.
    ``for_the_desk`` holds the sealed people who matched: no page shows that there is any, a desk is told.
    """

    hits: tuple[Hit, ...]
    looked_in: tuple[KnownTo, ...]
    as_at: datetime
    words: str
    understood: tuple[str, ...] = ()
    more: bool = False
    nearly: bool = False
    for_the_desk: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OpenReview:
    """A question that waits for a person: are these two descriptions of one person?"""

    id: UUID
    area: str
    description: Described
    other_description: Described
    person: UUID
    other_person: UUID
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    weight: float | None
    band: str
    owner_role: str
    opened_at: datetime
    opened_by: UUID | None


@dataclass(frozen=True, kw_only=True)
class AnsweredReview:
    """A question that a person answered, and how the answer can be taken back.

    ``merged`` is the step that joined the two, ``kept_apart`` the "not the same" that stands between them: one of them
    at most, neither where the answer moved nothing. ``undone_at`` and ``undone_by`` say that it was taken back since.
    """

    id: UUID
    area: str
    description: Described
    other_description: Described
    person: UUID
    other_person: UUID
    owner_role: str
    opened_at: datetime
    decision: str
    because: str
    decided_at: datetime
    decided_by: UUID
    merged: UUID | None = None
    kept_apart: UUID | None = None
    undone_at: datetime | None = None
    undone_by: UUID | None = None
    undone_because: str = ""


@dataclass(frozen=True, kw_only=True)
class ReviewCounts:
    """How many questions are open, how many of them have waited too long, and how many were answered lately."""

    open: int
    waiting_long: int
    answered: int


@dataclass(frozen=True, kw_only=True)
class KeptApart:
    """A "not the same" that stands between somebody and ``others``: those whose descriptions are on its other side now."""

    id: UUID
    others: tuple[UUID, ...]
    because: str
    said_at: datetime
    said_by_name: str


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A description that one step of the trail moved: from whom (``None`` where it was nobody's before) to whom."""

    description: Described
    from_person: UUID | None
    to_person: UUID


@dataclass(frozen=True, kw_only=True)
class Step:
    """One row of the trail: ``kind`` is create, merge, split or reassign; ``taken_by`` None means automatic."""

    id: UUID
    kind: str
    person: UUID
    other: UUID | None
    undoes: UUID | None
    because: str
    taken_at: datetime
    taken_by: UUID | None
