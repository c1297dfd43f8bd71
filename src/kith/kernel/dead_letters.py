"""Dead letters: what could not be taken is kept whole, and a person settles it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.kernel.errors import BadInput, Refused
from kith.kernel.models import DeadLetter
from kith.kernel.types import Actor


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A dead letter. ``came_by`` names the feed or topic; ``body`` is as it arrived."""

    id: UUID
    area: str
    came_by: str
    media_type: str
    body: bytes
    problem: str
    kept_at: datetime


def keep(*, area: str, came_by: str, media_type: str, body: bytes, problem: str, at: datetime) -> UUID:
    """Keep a message that could not be taken. ``problem`` names the field or reason, nothing that the message says."""
    letter = DeadLetter.objects.create(
        area=area, came_by=came_by, media_type=media_type, body=body, problem=problem[:500], kept_at=at
    )
    return letter.id


def waiting(*, area: str | None = None, limit: int = 100) -> list[Letter]:
    """Those that nobody has settled, oldest first."""
    rows = DeadLetter.objects.filter(settled_at__isnull=True).order_by("kept_at", "id")
    return [_letter(row) for row in (rows.filter(area=area) if area else rows)[:limit]]


def settle(letter: UUID, *, because: str, by: Actor, at: datetime) -> None:
    """A person has dealt with it: taken it after all, asked the sender again, or found it empty; and says which."""
    if not because.strip():
        raise BadInput("because", "Say what was done about this message.")
    settled = DeadLetter.objects.filter(id=letter, settled_at__isnull=True).update(
        settled_at=at, settled_by=by.id, settled_because=because[:500]
    )
    if not settled:
        raise Refused("This message has been settled already, or is not here.")


def clear_settled(*, before: datetime) -> int:
    """Remove what was settled before a moment: a letter holds what people wrote. Returns how many."""
    return DeadLetter.objects.filter(settled_at__lt=before).delete()[0]


def _letter(row: DeadLetter) -> Letter:
    return Letter(
        id=row.id,
        area=row.area,
        came_by=row.came_by,
        media_type=row.media_type,
        body=bytes(row.body),
        problem=row.problem,
        kept_at=row.kept_at,
    )
