"""The room's own trail: what was done about a receiver, by whom."""

from datetime import datetime

from kith.giving import models
from kith.kernel.types import Actor


def keep(receiver: models.Receiver, *, what: str, by: Actor, at: datetime) -> None:
    """One row."""
    models.GivingChange.objects.create(
        area=receiver.area, receiver=receiver, what=what, done_at=at, done_by=by.id, done_by_name=by.name
    )
