"""Tells a system that something stands ready for it: once, again with longer waits, and at last a person is told instead."""

import json
from datetime import datetime
from uuid import UUID

import structlog
from django.db import transaction

from kith.giving import models
from kith.giving.webhook.addresses import NotAllowed, check_address
from kith.giving.webhook.posting import post
from kith.giving.webhook.signing import signed
from kith.kernel import outbox
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id

KNOCK = "giving_knock"
"""The outbox's topic: payload ``{"knock": id}``."""
ALL_AT_ONCE = 5
"""So many are knocked at in a round: one that does not answer holds others up for seconds, not minutes."""
logger = structlog.get_logger(__name__)


def to_be_told(receiver: models.Receiver, *, at: datetime) -> None:
    """Put down that a system is to be told, in the transaction that put something ready; nothing where it asks by itself.

    A knock that waits, or was given up, stands for this too.
    """
    if not receiver.address or models.Knock.objects.filter(receiver=receiver, done_at__isnull=True).exists():
        return
    id = new_id()
    item = outbox.put(topic=KNOCK, payload={"knock": str(id)}, area=receiver.area, at=at)
    models.Knock.objects.create(id=id, area=receiver.area, receiver=receiver, item=item, put_at=at)


def knock(*, at: datetime, limit: int = ALL_AT_ONCE) -> int:
    """Tell the systems that wait to be told. Returns how many were tried."""
    tried = 0
    while tried < min(limit, ALL_AT_ONCE) and _one(at):
        tried += 1
    return 0  # never again in the same round, whatever waits


def _one(at: datetime) -> bool:
    """One knock, in a transaction of its own: a process that dies in it has said nothing twice that matters, and lost nothing."""
    with transaction.atomic():
        items = outbox.take(topic=KNOCK, at=at, limit=1)
        for item in items:
            row = (
                models.Knock.objects.select_related("receiver").filter(pk=UUID(item.payload["knock"])).first()
            )
            if row is None or row.receiver.ended_at is not None:
                outbox.done(item, at=at)
                _end(row, at)
            else:
                _try(row, item, at)
    return bool(items)


def _try(row: models.Knock, item: outbox.Item, at: datetime) -> None:
    receiver = row.receiver
    number = receiver.number
    row.attempts, row.problem = row.attempts + 1, ""
    try:
        _say(row, number, at)
    except NotAllowed as why:
        row.problem = why.code
    except Exception as error:  # whatever it is, it waits its turn, and holds no other back
        row.problem = "not_reached"
        logger.error("knocking_failed", receiver=str(receiver.pk), error=type(error).__name__)
    if row.problem:
        if not outbox.put_back(item, error=row.problem, at=at):
            row.given_up_at = at
            logger.warning("giving_given_up", receiver=str(receiver.pk), problem=row.problem)
    else:
        row.done_at = at
        outbox.done(item, at=at)
        models.Receiver.objects.filter(pk=receiver.pk, said_to__lt=number).update(said_to=number)
    row.save(update_fields=["attempts", "problem", "done_at", "given_up_at"])


def _say(row: models.Knock, number: int, at: datetime) -> None:
    """That something stands ready, and up to which number. Nothing of whom, and nothing of what."""
    receiver = row.receiver
    try:
        place = check_address(receiver.address)
    except BadInput:
        raise NotAllowed("not_allowed" if receiver.address else "no_address") from None
    body = json.dumps(
        {"type": "given.ready", "data": {"up_to": str(number), "ask": "/api/v1/given"}}
    ).encode()
    post(
        place,
        body=body,
        headers=signed(knock=row.pk, receiver=receiver.pk, turn=receiver.turn, body=body, at=at),
    )


def _end(row: models.Knock | None, at: datetime) -> None:
    """Nobody is to be told any more."""
    if row is not None:
        row.done_at, row.given_up_at, row.problem = at, None, ""
        row.save(update_fields=["done_at", "given_up_at", "problem"])
