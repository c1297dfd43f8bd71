"""When somebody was last here: what came in since stays news until the sitting is over, however often the page is opened."""

from datetime import datetime, timedelta

from kith.kernel.types import Actor
from kith.web import models

SITTING = timedelta(minutes=30)
"""Away for longer than that, and it is another sitting; as long as a session waits."""


def seen_until(*, by: Actor, at: datetime) -> datetime | None:
    """Up to when they have seen what came in, None in their first sitting. Writes that they are here now."""
    row, first = models.LastHere.objects.get_or_create(
        practitioner_id=by.id, defaults={"area": by.area, "opened_at": at}
    )
    if first:
        return None
    if at - row.opened_at > SITTING:
        row.seen_until = row.opened_at
    row.opened_at = at
    row.save(update_fields=["opened_at", "seen_until"])
    return row.seen_until
