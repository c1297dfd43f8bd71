"""Frozen values of professional disagreement."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

ANSWERS = ("changed", "explained")
"""What the other side may answer: something is changed, or why it stands. Beside them stands ``no_answer``."""
NO_ANSWER = "no_answer"
SETTLED = ("changed", "accepted", "overtaken")
"""How whoever disagreed may settle it: it was changed, the reasons are accepted, or things went on meanwhile."""
BEGAN = ("opened", "pressed", "passed_over", "climbed")
"""Why a stage began: the first; whoever disagrees pressed on, or passed a stage over; or nobody answered in time."""
SAID = ("joined", "asked", "added", "handed_on")
ANSWERS_OF_A_CONFERENCE = ("yes", "no")
FOUND = ("stands", "look_again")
"""What a review of an override may find: it stands, or it is to be decided again."""


@dataclass(frozen=True, kw_only=True)
class NewStage:
    """A stage that begins. ``answerer`` is None where nobody of the other side can be named."""

    stage: str
    is_last: bool
    answerer: UUID | None
    role: str
    due_at: datetime
    calendar_version: str
    because: str
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class NewChallenge:
    """What opens a challenge. ``entry`` is the dissent in the chronology; ``thing`` is what is disagreed with."""

    thing: UUID
    children: tuple[UUID, ...]
    about: str
    words: str
    would_settle: str
    to_agency: str
    to_agency_area: str
    challenged: UUID | None
    entry: UUID
    decision: UUID | None = None
    conference: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class StageView:
    """One stage. ``answer`` and what belongs to it are empty while it waits."""

    id: UUID
    number: int
    stage: str
    is_last: bool
    answerer: UUID | None
    role: str
    because: str
    why: str
    began_at: datetime
    began_by: UUID
    due_at: datetime
    answer: str
    answer_words: str
    answered_at: datetime | None
    answered_by: UUID | None

    @property
    def waits(self) -> bool:
        return self.answered_at is None

    def is_overdue(self, *, at: datetime) -> bool:
        """Whether nobody answered in time."""
        return self.waits and self.due_at < at


@dataclass(frozen=True, kw_only=True)
class SaidView:
    """What somebody said beside the answers: ``joined``, ``asked``, ``added`` or ``handed_on``."""

    what: str
    words: str
    said_at: datetime
    said_by: UUID


@dataclass(frozen=True, kw_only=True)
class ChallengeView:
    """A challenge with its stages, from the first. ``outcome`` is empty while it is open."""

    id: UUID
    area: str
    thing: UUID
    children: tuple[UUID, ...]
    decision: UUID | None
    conference: UUID | None
    about: str
    words: str
    would_settle: str
    agency: str
    agency_area: str
    to_agency: str
    to_agency_area: str
    challenged: UUID | None
    entry: UUID
    opened_at: datetime
    opened_by: UUID
    outcome: str
    settled_words: str
    settled_at: datetime | None
    settled_by: UUID | None
    stages: tuple[StageView, ...]
    said: tuple[SaidView, ...]

    @property
    def is_open(self) -> bool:
        return self.settled_at is None

    @property
    def last(self) -> StageView:
        """The stage at which it stands."""
        return self.stages[-1]

    @property
    def waits_for(self) -> UUID | None:
        """Who owes an answer; None where it is settled, answered, or nobody could be named."""
        return self.last.answerer if self.is_open and self.last.waits else None

    @property
    def challengers(self) -> frozenset[UUID]:
        """Who opened it, and colleagues who joined."""
        return frozenset({self.opened_by, *(one.said_by for one in self.said if one.what == "joined")})

    @property
    def answerers(self) -> frozenset[UUID]:
        """Everybody who was named to answer at any stage."""
        return frozenset(one.answerer for one in self.stages if one.answerer)


@dataclass(frozen=True, kw_only=True)
class NewConferenceRequest:
    """What a professional asks. ``owner`` is None where no chair can be named."""

    children: tuple[UUID, ...]
    why: str
    backed_by: str
    entry: UUID
    owner: UUID | None
    due_at: datetime
    calendar_version: str


@dataclass(frozen=True, kw_only=True)
class ConferenceRequestView:
    """A request for a conference. ``answer`` and what belongs to it are empty while it waits."""

    id: UUID
    area: str
    children: tuple[UUID, ...]
    agency: str
    agency_area: str
    why: str
    backed_by: str
    entry: UUID
    owner: UUID | None
    asked_at: datetime
    asked_by: UUID
    due_at: datetime
    answer: str
    reasons: str
    answered_at: datetime | None
    answered_by: UUID | None
    read_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.answered_at is None


@dataclass(frozen=True, kw_only=True)
class NewOverride:
    """A decision against somebody's view. ``reviewer`` is None where nobody can be named."""

    children: tuple[UUID, ...]
    their_view: str
    decided: str
    why: str
    would_change: str
    entry: UUID | None
    reviewer: UUID | None
    due_at: datetime
    calendar_version: str
    decision: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class OverrideView:
    """An override with its review; ``answer`` and ``found`` are empty until it is reviewed."""

    id: UUID
    area: str
    children: tuple[UUID, ...]
    decision: UUID | None
    their_view: str
    decided: str
    why: str
    would_change: str
    overridden_at: datetime
    overridden_by: UUID
    reviewer: UUID | None
    due_at: datetime
    answer: str
    found: str
    reviewed_at: datetime | None
    reviewed_by: UUID | None

    @property
    def is_open(self) -> bool:
        return self.reviewed_at is None
