"""The guardian desk rings back whoever looked for a child: some for whom they looked, others because a lot fell on them.

Somebody who is rung learns nothing from it: a call comes to some of those who looked for nobody in particular, too.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction

from kith.access import models
from kith.access.operations import trail
from kith.access.policies import DESK, check_answers_as
from kith.kernel import lot, outbox
from kith.kernel.errors import BadInput, Refused
from kith.kernel.outbox import Item
from kith.kernel.types import Actor

LOOKED_FOR = "child_looked_for"
"""The outbox's topic: payload ``{"by": id, "sealed": [ids]}``, the same for every search."""
RUNG_WITHIN = timedelta(minutes=15)
logger = structlog.get_logger(__name__)


def looked_for(*, sealed: Iterable[UUID], by: Actor, at: datetime) -> None:
    """Somebody looked for a child. ``sealed`` are the children whom they would have found, and were not shown."""
    outbox.put(
        topic=LOOKED_FOR,
        payload={"by": str(by.id), "sealed": [str(one) for one in sealed]},
        area=by.area,
        at=at,
    )


@transaction.atomic
def task_the_desk(*, at: datetime, limit: int = 200) -> int:
    """Make the calls of the searches that wait; answers how many searches were gone through."""
    items = outbox.take(topic=LOOKED_FOR, at=at, limit=limit)
    calls = [_call(item) for item in items if item.payload["sealed"] or _falls_on(item.id)]
    models.DeskCall.objects.bulk_create(calls, ignore_conflicts=True)
    outbox.all_done(items, at=at)
    return len(items)


def _call(item: Item) -> models.DeskCall:
    return models.DeskCall(
        id=item.id,
        area=item.area,
        practitioner_id=UUID(item.payload["by"]),
        sealed=item.payload["sealed"],
        asked_at=item.put_at,
        due_at=item.put_at + RUNG_WITHIN,
    )


def _falls_on(search: UUID) -> bool:
    """The lot: drawn from the search's own id, so that doing it again comes out the same."""
    return lot.falls_on(search, one_in=settings.KITH_RING_ONE_IN)


@transaction.atomic
def ring_back(*, call: UUID, search_was_for: str, spoke_with: str, by: Actor, at: datetime) -> None:
    """The searcher's agency was rung, and said what the search was for. Only then is it shown whether anybody stands behind it."""
    row = _held(call, by, at)
    if row.rung_at is not None:
        raise Refused("It was rung already.")
    row.search_was_for = trail.check_said(search_was_for, field="search_was_for")
    row.spoke_with = spoke_with.strip()[:200]
    row.rung_at, row.rung_by = at, by.id
    row.save(update_fields=["search_was_for", "spoke_with", "rung_at", "rung_by"])


@transaction.atomic
def close_call(*, call: UUID, came_of_it: str, because: str = "", by: Actor, at: datetime) -> None:
    """What came of a call that was rung."""
    row = _held(call, by, at)
    if row.rung_at is None:
        raise Refused("Ring first, and write down what the search was for.")
    if row.closed_at is not None:
        raise Refused("It was closed already.")
    if came_of_it not in models.CAME_OF:
        raise BadInput("came_of_it", "Choose what came of it.")
    row.came_of_it, row.closed_because = came_of_it, because.strip()[:300]
    row.closed_at, row.closed_by = at, by.id
    row.save(update_fields=["came_of_it", "closed_because", "closed_at", "closed_by"])


def _held(call: UUID, by: Actor, at: datetime) -> models.DeskCall:
    row = models.DeskCall.objects.select_for_update().filter(pk=call, area=by.area).first()
    check_answers_as(DESK, area=by.area, by=by, at=at)
    if row is None:
        raise BadInput("call", "No such call is held.")
    if row.practitioner_id == by.id:
        raise Refused("You looked yourself, so somebody else rings. Ring the duty desk.")
    return row


def nobody_guards(*, area: str, at: datetime) -> None:
    """Nobody holds the guardian's post, all along its chain: said where whoever runs Kith reads it."""
    logger.error("nobody_guards_information", area=area, at=at.isoformat())
