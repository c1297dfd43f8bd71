"""Frozen values that leave oversight."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One step of an answer. ``answer`` is acceptable, refer, or ask_the_person, which leaves the finding open."""

    answer: str
    because: str
    reviewed_at: datetime
    reviewed_by: UUID


@dataclass(frozen=True, kw_only=True)
class FindingView:
    """One finding, whole. ``closed`` is its last step where that closed it."""

    id: UUID
    area: str
    rule: str
    day: date
    practitioner: UUID
    words: str
    owner: UUID
    owner_role: str
    opened_at: datetime
    due_at: datetime
    answers: tuple[Answered, ...]
    """The oldest first."""

    @property
    def closed(self) -> Answered | None:
        """What closed it; ``None`` while it is open."""
        return next((one for one in self.answers if one.answer != "ask_the_person"), None)


@dataclass(frozen=True, kw_only=True)
class RuleCounts:
    """How often a rule found something, how much of it is answered, and how much of that was in order."""

    rule: str
    found: int
    open: int
    acceptable: int
    referred: int


@dataclass(frozen=True, kw_only=True)
class LastAsked:
    """The last day of which the rules were asked, and how many looks by how many people they read."""

    day: date
    looks: int
    people: int
    done_at: datetime


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Who is to be told who looked: by name, and what they are to the child."""

    name: str
    kind: str
    """``parent``, ``young_person``, ``advocate_of_child``, ``advocate_of_parent``."""


@dataclass(frozen=True, kw_only=True)
class LookOf:
    """One look as the record for a family needs it: nobody's name, and no place."""

    looked_at: datetime
    role: str
    """The role's words, such as ``allocated social worker``; empty where they held none."""
    agency_type: str
    purpose: str


@dataclass(frozen=True, kw_only=True)
class HeldBack:
    """A time in which looks stay unsaid, and since when Kith knew that they must. ``to_at`` empty: to this day."""

    from_at: datetime
    known_at: datetime
    to_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class LookTold:
    """One line of a family's record: the day, never the hour."""

    day: date
    role: str
    agency_type: str
    purpose: str
    looks: int


@dataclass(frozen=True, kw_only=True)
class LooksForFamily:
    """Who looked, for one named recipient."""

    recipient: Recipient
    as_at: datetime
    until: date
    """The last day that it can speak of."""
    lines: tuple[LookTold, ...]
    """The newest first."""


@dataclass(frozen=True, kw_only=True)
class WrittenRefusal:
    """Why nothing is told. ``ground`` is for the guardian; ``words`` are the same on every ground, so that they tell nothing."""

    recipient: Recipient
    as_at: datetime
    ground: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a family is told, and the id under which that is kept."""

    id: UUID
    answer: LooksForFamily | WrittenRefusal


@dataclass(frozen=True, kw_only=True)
class ToldView:
    """That somebody was given, or refused, who looked at a child."""

    id: UUID
    child: UUID
    recipient: str
    recipient_kind: str
    lines: int
    refused_because: str
    """The ground in a code, for the guardian alone; empty where it was given."""
    prepared_at: datetime
    prepared_by: UUID
