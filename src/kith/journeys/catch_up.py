"""Catching up: what the outbox says must be asked is asked, and is done only when its prompts stand."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import structlog
from django.db import transaction

from kith.chronology import queries as chronology
from kith.journeys.raise_prompts import raise_prompts
from kith.journeys.raise_prompts_for import raise_prompts_for
from kith.kernel import outbox
from kith.kernel.outbox import Item
from kith.kernel.page_wall import acts_for_the_partnership

ENTRY_APPENDED, ASK_AGAIN = "entry_appended", "ask_again"
TOGETHER = 12
"""With the other children of their households these are still few enough for the statement that is planned already."""
Asked = tuple[UUID, str]
"""A child, and the area in whose name is asked."""
Waiting = dict[Asked, list[Item]]
logger = structlog.get_logger(__name__)


@acts_for_the_partnership
def catch_up(*, at: datetime, limit: int = 100) -> int:
    """Ask about every child of the entries that wait, and of the waits that are over. Returns how many were done.

    Never raises: the entry stands, the failure is kept on the item, and it is tried again later.
    """
    return sum(_take(topic, at, limit) for topic in (ENTRY_APPENDED, ASK_AGAIN))


def _take(topic: str, at: datetime, limit: int) -> int:
    with transaction.atomic():
        items = outbox.take(topic=topic, at=at, limit=limit)
        waiting: Waiting = {}
        for item in items:
            for child in children_of(item):
                waiting.setdefault((child, item.area), []).append(item)
        failed = {item.id for asked in _failed(waiting, at) for item in waiting[asked]}
        finished = [item for item in items if item.id not in failed]
        outbox.all_done(finished, at=at)
    return len(finished)


def _failed(waiting: Waiting, at: datetime) -> Iterator[Asked]:
    """Of whom asking failed. Some are asked of together; where that fails, each alone, so that one holds nobody up."""
    for area in dict.fromkeys(area for _, area in waiting):
        here = [asked for asked in waiting if asked[1] == area]
        for first in range(0, len(here), TOGETHER):
            some = here[first : first + TOGETHER]
            if len(some) == 1 or not _asked_together(some, area, at):
                yield from (asked for asked in some if not _asked(asked, waiting[asked], at))


def _asked_together(some: list[Asked], area: str, at: datetime) -> bool:
    try:
        with transaction.atomic():
            raise_prompts_for(children=[child for child, _ in some], area=area, at=at)
    except Exception as error:  # each alone will tell whose it was
        logger.warning("asking_together_failed", children=len(some), error=type(error).__name__)
        return False
    return True


def children_of(item: Item) -> list[UUID]:
    if item.topic == ASK_AGAIN:
        return [UUID(item.payload["child"])]
    return chronology.children_of(entry=UUID(item.payload["entry"]))


def _asked(asked: Asked, items: list[Item], at: datetime) -> bool:
    child, area = asked
    try:
        with transaction.atomic():
            raise_prompts(child=child, area=area, at=at)
    except Exception as error:  # whatever went wrong must not lose the entry
        logger.error("asking_failed", child=str(child), error=type(error).__name__)
        for item in items:
            outbox.put_back(item, error=type(error).__name__, at=at)
        return False
    return True
