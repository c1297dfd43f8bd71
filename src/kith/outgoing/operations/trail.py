"""The one way into the room's trail; no sentence holds a word of any document."""

from datetime import datetime
from uuid import UUID

from kith.kernel.types import Actor
from kith.outgoing import models


def keep(*, what: str, sentence: str, outgoing: UUID, by: Actor, at: datetime) -> None:
    """Append one row to the trail."""
    models.OutgoingChange.objects.create(
        area=by.area,
        outgoing_id=outgoing,
        what=what,
        sentence=sentence,
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )
