"""Frozen values that enter and leave the decisions room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


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

    @property
    def latest(self) -> tuple[PositionView, ...]:
        """Each agency's latest position, in the order in which they were given."""
        by_agency = {(p.agency, p.agency_area): p for p in self.positions}
        return tuple(sorted(by_agency.values(), key=lambda p: p.given_at))

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
