"""Catching up: what the outbox says must be asked is asked, and is done only when its prompts stand."""

from datetime import datetime
from uuid import UUID

import structlog
from django.db import transaction

from kith.chronology import queries as chronology
from kith.journeys.raise_prompts import raise_prompts
from kith.kernel import outbox
from kith.kernel.outbox import Item

ENTRY_APPENDED, ASK_AGAIN = "entry_appended", "ask_again"
logger = structlog.get_logger(__name__)


def catch_up(*, at: datetime, limit: int = 100) -> int:
    """Ask about every child of the entries that wait, and of the waits that are over. Returns how many were done.

    Never raises: the entry stands, the failure is kept on the item, and it is tried again later.
    """
    return sum(_take(topic, at, limit) for topic in (ENTRY_APPENDED, ASK_AGAIN))


def _take(topic: str, at: datetime, limit: int) -> int:
    with transaction.atomic():
        items = outbox.take(topic=topic, at=at, limit=limit)
        together: dict[UUID, list[Item]] = {}
        for item in items:
            for child in children_of(item):
                together.setdefault(child, []).append(item)
        failed = {
            item.id
            for child, waiting in together.items()
            if not _asked(child, waiting, at)
            for item in waiting
        }
        finished = [item for item in items if item.id not in failed]
        for item in finished:
            outbox.done(item, at=at)
    return len(finished)


def children_of(item: Item) -> list[UUID]:
    if item.topic == ASK_AGAIN:
        return [UUID(item.payload["child"])]
    return chronology.children_of(entry=UUID(item.payload["entry"]))


def _asked(child: UUID, items: list[Item], at: datetime) -> bool:
    try:
        with transaction.atomic():
            raise_prompts(child=child, area=items[0].area, at=at)
    except Exception as error:  # whatever went wrong must not lose the entry
        logger.error("asking_failed", child=str(child), error=type(error).__name__)
        for item in items:
            outbox.put_back(item, error=type(error).__name__, at=at)
        return False
    return True
