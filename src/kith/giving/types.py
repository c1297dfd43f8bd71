"""Frozen values that enter and leave the room of giving back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

WHATS = {
    "said": "what the agency said itself",
    "decided": "what was decided on what the agency told",
    "told": "what the agency was told",
    "replaced": "what stood ready before was corrected or withdrawn",
}
"""Why something stands ready, by code."""
CHANGES = {
    "registered": "set up",
    "ended": "ended",
    "moved": "given another address",
    "new_secret": "given a new secret",
    "sent_again": "tried again by hand",
}
"""What was done about a receiver, by code."""


@dataclass(frozen=True, kw_only=True)
class Body:
    """To whom: an agency, or one team of an agency whose teams are bodies apart, such as schools."""

    agency: UUID
    code: str
    area: str
    team: UUID | None


@dataclass(frozen=True, kw_only=True)
class NewReceiver:
    """What ``register`` takes. ``agency`` and ``practitioner`` are codes in the actor's area.

    The practitioner is the post in whose name it is given: what the post may not see is not given. ``address`` is where
    Kith says that something stands ready; empty where the system asks by itself. ``since`` is how far back Kith looks.
    """

    agency: str
    practitioner: str
    name: str
    address: str = ""
    since: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Registered:
    """A receiver, once: ``secret`` is shown this once; empty where no address was given."""

    id: UUID
    secret: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Going:
    """That an entry may stand under a reference of the agency's own, and why: a code of ``WHATS``."""

    entry: UUID
    reference: str
    what: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """One line of what changed. ``child`` is an id that only this system has; ``reference`` is its own."""

    number: int
    child: UUID
    reference: str
    entry: UUID
    what: str
    kind: str
    put_at: datetime


@dataclass(frozen=True, kw_only=True)
class Page:
    """Changes after a cursor, in order. ``next`` is the cursor to ask with; ``more`` whether more waits already."""

    changes: tuple[Change, ...]
    next: int
    more: bool


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry as a file says it. ``held_at`` is when the agency came to hold it; times are aware."""

    entry: UUID
    what: str
    kind: str
    label: str
    happened: str
    happened_from: datetime
    happened_to: datetime
    precision: str
    """How exactly that is known: ``time``, ``day``, ``month`` and so on, as the chronology says it."""
    said_by: str
    held_at: datetime
    sentence: str = field(repr=False)
    words: str = field(repr=False)
    childs_words: str = field(repr=False)
    own_reference: str
    """The reference under which the agency's own system sent it; empty where it was written in Kith."""


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A child's file for one system: who they are in the agency's own words, and the lines, the oldest first."""

    reference: str
    system: str
    agency: str
    agency_label: str
    name: str = field(repr=False)
    born: date | None = field(repr=False)
    nhs_number: str = field(repr=False)
    as_at: datetime
    """When the last of it was held: the same contents give the same bytes."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """How one sector's systems take a file in. ``agencies`` is empty where any agency may have it.

    ``write`` gives the same bytes for the same summary. No vendor has checked any layout [P].
    """

    code: str
    form: str
    """``csv``, ``fhir`` or ``pdf``"""
    label: str
    media_type: str
    suffix: str
    agencies: frozenset[str] = frozenset()
    write: Callable[[Summary], bytes] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that may go, in exactly the bytes that the outgoing gate searched."""

    name: str
    media_type: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Waits:
    """The file does not go: the gate found something in it. Whoever guards information decides; ``desk`` is to be rung."""

    desk: str


@dataclass(frozen=True, kw_only=True)
class ReceiverView:
    """A system as a page shows it. ``owner`` is the person who answers for it now, where anybody does."""

    id: UUID
    area: str
    body: Body
    body_name: str
    practitioner: UUID
    name: str
    has_address: bool
    ready: int
    ready_at: datetime | None
    said_to: int
    heard_at: datetime | None
    """When it last answered that it had been told."""
    fetched_at: datetime | None
    waits_since: datetime | None
    attempts: int
    problem: str
    given_up_at: datetime | None
    held: int
    """Files that the gate holds and nobody has decided on."""
    has_left: bool
    """Whether the post in whose name it is given works elsewhere now: then nothing more is put ready."""


@dataclass(frozen=True, kw_only=True)
class GoesTo:
    """That a child's entries go to a system: how many stand ready, and when it last fetched them."""

    system: str
    entries: int
    fetched_at: datetime | None
