"""What leaves the room: a pattern that fired, and a prompt as it stands."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

Agency = tuple[str, str]
"""An agency's code and its area."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One entry that makes an answer yes, as far as asking needs to know it."""

    entry: UUID
    agency: Agency
    happened_to: datetime
    actor_role: str = ""
    recorded_by: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Firing:
    """A pattern answered yes about a child at a moment, turned into what is asked of whom by when."""

    pattern: str
    version: str
    child: UUID
    household: UUID
    as_at: datetime
    stage: int
    step: str
    owner_role: str
    due_at: datetime
    calendar_version: str
    evidence: tuple[Evidence, ...]
    """Newest first."""
    questioned: frozenset[UUID] = frozenset()
    """Entries whose recorders must not own the prompt."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One saying of a prompt: what a person is told, with the evidence of that moment."""

    household: UUID
    step: str
    said_at: datetime
    why: Literal["opened", "another_agency", "new_stage"]
    firings: tuple[Firing, ...]
    """Every pattern that fired it at that moment."""
    owner_role: str
    due_at: datetime
    evidence: tuple[Evidence, ...]

    @property
    def children(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(firing.child for firing in self.firings))

    @property
    def patterns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(firing.pattern for firing in self.firings))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A prompt as it stands: one for each step and household."""

    household: UUID
    step: str
    opened_at: datetime
    owner_role: str
    due_at: datetime
    evidence: frozenset[UUID]
    agencies: frozenset[Agency]
    """Whose entries it rested on when it was last said."""
    stages: dict[str, int] = field(default_factory=dict)
    last_said_at: datetime
    answered_at: datetime | None = None
    """When it was acted on or declined; from then on only later evidence raises it again."""


@dataclass(frozen=True, kw_only=True)
class Owner:
    """The named person whom a prompt is put to, and the role in which."""

    practitioner: UUID
    role: str


@dataclass(frozen=True, kw_only=True)
class FiringView:
    """One pattern that fired a prompt, as kept."""

    pattern: str
    version: str
    child: UUID
    stage: int
    fired_at: datetime
    evidence: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class SayingView:
    """That a prompt was put to somebody. ``why``: opened, another_agency, new_stage, handed_over, challenged (put to the
    leader who looks again), challenge_answered, match_undone (the owner is told that a match on which it rested was
    wrong) or match_heard (the owner says that they know it). ``put_by`` and ``because`` where a person did it."""

    prompt: UUID
    said_at: datetime
    why: str
    owner: UUID
    owner_role: str
    put_by: UUID | None
    because: str


@dataclass(frozen=True, kw_only=True)
class PromptView:
    """A prompt as pages show it. ``answer`` is empty while it is open."""

    id: UUID
    area: str
    household: UUID
    children: tuple[UUID, ...]
    step: str
    strength: str
    opened_at: datetime
    owner: UUID
    owner_role: str
    due_at: datetime
    last_said_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: UUID | None
    answer: str
    because: str
    answered_at: datetime | None
    answered_by: UUID | None
    decision: UUID | None
    evidence: tuple[UUID, ...]
    firings: tuple[FiringView, ...]

    @property
    def patterns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(firing.pattern for firing in self.firings))

    @property
    def is_open(self) -> bool:
        return not self.answer
