"""Frozen values that enter and leave the decisions room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.grammar.closed_lists import Seat


@dataclass(frozen=True, kw_only=True)
class NewDecision:
    """What opens a decision. ``invited`` are (agency code, area, practitioner or None); ``step`` is a rulebook code."""

    household: UUID
    children: tuple[UUID, ...]
    step: str
    question: str
    owner: UUID
    owner_role: str
    due_at: datetime
    calendar_version: str
    invited: tuple[tuple[str, str, UUID | None], ...]
    prompt: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class PositionView:
    """``position``, ``reasons`` and ``most_protective`` are empty where the reader may not see them yet."""

    agency: str
    agency_area: str
    position: str
    reasons: str
    given_at: datetime
    given_by: UUID
    most_protective: str = ""
    sealed: bool = False


@dataclass(frozen=True, kw_only=True)
class InvitationView:
    agency: str
    agency_area: str
    practitioner: UUID | None
    invited_at: datetime


@dataclass(frozen=True, kw_only=True)
class PresenceView:
    """``how``: here, by_telephone, or not_here. ``name`` is of somebody who has no way in of their own."""

    agency: str
    agency_area: str
    practitioner: UUID | None
    name: str
    how: str
    words: str
    noted_at: datetime
    noted_by: UUID

    @property
    def is_there(self) -> bool:
        return self.how != "not_here"


@dataclass(frozen=True, kw_only=True)
class NewExplanation:
    """What might be happening. ``replaces`` is the writing that this one was made from, if it is not a new one."""

    words: str
    supports: str = ""
    against: str = ""
    would_tell: str = ""
    replaces: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ExplanationView:
    id: UUID
    words: str
    supports: str
    against: str
    would_tell: str
    written_at: datetime
    written_by: UUID


@dataclass(frozen=True, kw_only=True)
class NewAction:
    """What one named person is to do. ``said_yes``: they said so aloud, and whoever writes it down heard them."""

    sort: str
    what: str
    owner: UUID
    due_at: datetime
    said_yes: bool = False


@dataclass(frozen=True, kw_only=True)
class ActionView:
    """``answer``: accepted, declined or empty. ``ended``: done, not_done or empty."""

    id: UUID
    decision: UUID
    sort: str
    what: str
    owner: UUID
    due_at: datetime
    asked_at: datetime
    asked_by: UUID
    answer: str
    answer_words: str
    answered_at: datetime | None
    answered_by: UUID | None
    ended: str
    ended_words: str
    ended_at: datetime | None
    ended_by: UUID | None


@dataclass(frozen=True, kw_only=True)
class NewForChild:
    """What is decided for one child: outcome and reasons, and the medical that was considered, with its reason."""

    child: UUID
    outcome: str
    reasons: str
    medical: str = ""
    medical_because: str = ""


@dataclass(frozen=True, kw_only=True)
class ForChildView:
    child: UUID
    outcome: str
    reasons: str
    medical: str
    medical_because: str
    written_at: datetime
    written_by: UUID


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What the owner decides with: ``outcome`` and ``reasons`` always, the rest where it applies.

    ``enquiry`` (joint or single) and ``led_by`` (a social worker) are of a section 47 enquiry that begins.
    """

    outcome: str
    reasons: str
    parents_told: str = ""
    most_protective: str = ""
    without_quorum_because: str = ""
    enquiry: str = ""
    led_by: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionView:
    """A decision as one reader may see it. ``outcome`` is empty while it is open."""

    id: UUID
    area: str
    household: UUID
    children: tuple[UUID, ...]
    step: str
    question: str
    prompt: UUID | None
    owner: UUID
    owner_role: str
    due_at: datetime
    opened_at: datetime
    opened_by: UUID
    reasons_at: datetime | None
    prompts_shown_at: datetime | None
    outcome: str
    reasons: str
    decided_at: datetime | None
    decided_by: UUID | None
    parents_told: str
    invitations: tuple[InvitationView, ...]
    positions: tuple[PositionView, ...]
    presences: tuple[PresenceView, ...] = ()
    """The latest about each person, in the order in which they were first noted."""
    explanations: tuple[ExplanationView, ...] = ()
    """Those that nothing has replaced, in the order in which they were first written."""
    actions: tuple[ActionView, ...] = ()
    for_children: tuple[ForChildView, ...] = ()
    """The latest about each child."""
    most_protective: str = ""
    without_quorum_because: str = ""
    enquiry: str = ""
    led_by: UUID | None = None

    @property
    def latest(self) -> tuple[PositionView, ...]:
        """Each agency's latest position, in the order in which they were given."""
        by_agency = {(p.agency, p.agency_area): p for p in self.positions}
        return tuple(sorted(by_agency.values(), key=lambda p: p.given_at))

    @property
    def heard(self) -> frozenset[str]:
        """Agencies that wrote a position, or of which somebody is there."""
        there = {one.agency for one in self.presences if one.is_there}
        return frozenset(there | {one.agency for one in self.positions})

    def empty_seats(self, seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
        """Of the seats that a quorum asks for, those in which nobody sits."""
        return tuple(seat for seat in seats if not self.heard & set(seat.agencies))

    @property
    def dissenting(self) -> tuple[str, ...]:
        """Agencies whose latest position differs from the outcome: before there is one, those that disagree."""
        against = ("agree", "agree_in_part") if self.outcome == "no" else ("disagree",)
        return tuple(p.agency for p in self.latest if p.position in against)

    @property
    def silent(self) -> tuple[InvitationView, ...]:
        """Agencies that were asked and have not written."""
        wrote = {(p.agency, p.agency_area) for p in self.positions}
        return tuple(i for i in self.invitations if (i.agency, i.agency_area) not in wrote)
