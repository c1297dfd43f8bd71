"""Frozen values that enter and leave the pathway room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

HOW_SOON = ("now", "today", "working_day")
"""How soon whoever told of something says that a decision is needed."""


ANSWERS = ("told", "not_told", "agreed", "declined", "no_capacity")
"""What may come of a request: of facts the first two, of something to be done the others."""


FAMILY_HELP = "family_help"
"""What is passed on by a decision of the front door: a family, to be taken on by name."""


@dataclass(frozen=True, kw_only=True)
class NewRequest:
    """What is asked of whom. ``action`` is empty where facts are asked for; ``entry`` is the entry that asks."""

    entry: UUID
    contact: UUID | None
    to_agency: str
    to_agency_area: str
    owner: UUID
    what: str
    action: str
    purpose: str
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class RequestView:
    """A request. ``answer`` and what belongs to it are empty while it waits."""

    id: UUID
    area: str
    entry: UUID
    contact: UUID | None
    to_agency: str
    to_agency_area: str
    owner: UUID
    what: str
    action: str
    purpose: str
    asked_at: datetime
    asked_by: UUID
    due_at: datetime
    climbed_at: datetime | None
    climbed_to: UUID | None
    answer: str
    answered_entry: UUID | None
    answered_at: datetime | None
    answered_by: UUID | None

    @property
    def is_open(self) -> bool:
        return self.answered_at is None

    @property
    def was_late(self) -> bool:
        """Whether it was answered after it was due."""
        return self.answered_at is not None and self.answered_at > self.due_at


@dataclass(frozen=True, kw_only=True)
class NewContact:
    """What opens a contact. ``told`` and ``opened_entry`` are entries; ``comes_after`` is the contact that came back."""

    told: UUID
    opened_entry: UUID
    came_from: str
    came_from_area: str
    voice: str
    teller: UUID | None
    how_soon: str
    due_at: datetime
    calendar_version: str
    owner: UUID
    owner_role: str
    because: str = "told"
    comes_after: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Screened:
    """What was decided on a contact. ``spoken_to`` and ``images`` are codes of the entry kind ``referral_decision``."""

    outcome: str
    reasons: str
    spoken_to: str
    closing_reason: str = ""
    told_back: str = ""
    """What whoever told is told, in words meant for them."""
    despite: str = ""
    """Why it is decided, although something that Kith has said speaks against it."""


@dataclass(frozen=True, kw_only=True)
class ViewWritten:
    """What a screener thought. ``leaning`` is an outcome's code."""

    practitioner: UUID
    leaning: str
    words: str
    before_questions: bool
    written_at: datetime


@dataclass(frozen=True, kw_only=True)
class ContactView:
    """A contact. ``outcome`` and what belongs to it are empty while it is open."""

    id: UUID
    area: str
    told: UUID
    opened_entry: UUID
    came_from: str
    came_from_area: str
    voice: str
    teller: UUID | None
    how_soon: str
    opened_at: datetime
    due_at: datetime
    owner: UUID
    owner_role: str
    because: str
    comes_after: UUID | None
    outcome: str
    closing_reason: str
    told_back: str
    decided_entry: UUID | None
    decided_at: datetime | None
    decided_by: UUID | None
    openings: tuple[tuple[UUID, datetime], ...]
    """Who opened it when, the first first."""
    views: tuple[ViewWritten, ...]

    @property
    def is_open(self) -> bool:
        return self.decided_at is None

    def first_view_of(self, practitioner: UUID) -> ViewWritten | None:
        """What this person wrote before the questions were shown."""
        return next((view for view in self.views if view.practitioner == practitioner), None)
