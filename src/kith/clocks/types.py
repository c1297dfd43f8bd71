"""What the clocks say about one child at one moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from kith.grammar.durations import Duration

State = Literal["not_started", "running", "paused", "met", "missed", "met_late", "fell_away"]


@dataclass(frozen=True, kw_only=True)
class ClockState:
    """One clock as at one moment. All times are aware; ids are those of entries."""

    clock: str
    title: str
    asks: str
    """What is still to be done, with ``{child}`` for the name."""
    state: State
    as_at: datetime
    owner: str
    """The role that answers for the limit."""
    limit: Duration
    local: bool
    cited: str
    steps: tuple[str, ...]
    clock_version: str
    calendar_version: str
    words: str = ""
    due_at: datetime | None = None
    """The last second in time; None where it has not started, or while an open pause keeps it unknown."""
    started_by: UUID | None = None
    started_at: datetime | None = None
    also_started_by: tuple[UUID, ...] = ()
    """Later starts that are open beside it and do not move the limit."""
    stopped_by: UUID | None = None
    stopped_at: datetime | None = None
    ended_by: UUID | None = None
    ended_at: datetime | None = None
    paused_by: UUID | None = None
    """The entry that holds it now, in the state ``paused``."""
    paused_days: int = 0
    """Days of the limit's own kind (working days for a limit in working days) that did not count, so far."""
    working_days_left: int | None = None
    """Working days from this moment to the due day, below 0 once it is past; None unless it is waiting."""
    certain: bool = True
    """False where the dates are too coarse to show whether it was in time."""

    @property
    def waiting(self) -> bool:
        """Whether somebody still has to do it."""
        return self.state in ("running", "paused", "missed")

    @property
    def time_left(self) -> timedelta | None:
        """From this moment to the due time, below 0 once it is past; None unless it is waiting."""
        return self.due_at - self.as_at if self.waiting and self.due_at else None

    @property
    def fell_away_missed(self) -> bool:
        """Whether the limit had already passed when the matter ended."""
        return bool(self.ended_at and self.due_at and self.ended_at > self.due_at)
