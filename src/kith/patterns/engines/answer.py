"""What every engine answers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One pattern answered yes about one child at one moment: the stage reached, and the entries that make it so."""

    pattern: str
    child: UUID
    as_at: datetime
    stage: int
    evidence: tuple[UUID, ...]
    """Newest first, each once."""
