"""A person has it tried again at once, where Kith gave up or still waits."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.giving import models, policies
from kith.giving.operations import trail
from kith.kernel import outbox
from kith.kernel.errors import Refused
from kith.kernel.types import Actor


@transaction.atomic
def send_again(receiver: UUID, *, by: Actor, at: datetime) -> None:
    """What a system was not told is tried in the next round, counted from the start. Refused where it is not theirs to ask.

    Where nothing waits, nothing is done: doing it twice is harmless.
    """
    row = models.Receiver.objects.filter(pk=receiver).first()
    policies.check_may_read(row, by=by, at=at)
    assert row is not None  # nosec B101: refused just now
    if row.ended_at is not None:
        raise Refused("This system was ended: nothing is given to it any more.")
    waiting = models.Knock.objects.filter(receiver=row, done_at__isnull=True)
    item = waiting.values_list("item", flat=True).first()
    if item is None:
        return
    outbox.try_again(item, at=at)  # its row before the knock's, in the order of whoever knocks
    knock = waiting.select_for_update().first()
    if knock is None:
        return
    knock.given_up_at, knock.attempts = None, 0
    knock.save(update_fields=["given_up_at", "attempts"])
    trail.keep(row, what="sent_again", by=by, at=at)
