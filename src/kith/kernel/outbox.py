"""The outbox: work written in the transaction that makes it necessary, and done after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from kith.kernel.ids import new_id
from kith.kernel.models import OutboxItem
from kith.kernel.rows import add_rows

FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=1)
MOST_ATTEMPTS = 20
"""About half a day of trying; then a person must look."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something to do. ``attempts`` counts the earlier ones that failed."""

    id: UUID
    area: str
    topic: str
    payload: dict[str, Any]
    put_at: datetime
    attempts: int


def put(
    *, topic: str, payload: Mapping[str, Any], area: str, at: datetime, due_at: datetime | None = None
) -> UUID:
    """Write one piece of work into the caller's transaction, due at once or at ``due_at``. Returns its id."""
    return put_many(topic=topic, payloads=[(area, payload, at)], due_at=due_at)[0]


def put_many(
    *,
    topic: str,
    payloads: Iterable[tuple[str, Mapping[str, Any], datetime]],
    due_at: datetime | Sequence[datetime] | None = None,
) -> list[UUID]:
    """The same for many, in one statement: (area, payload, at) each. A payload is JSON, ids and codes only.

    ``due_at`` is one for all, or one for each.
    """
    payloads = list(payloads)
    dues = due_at if isinstance(due_at, Sequence) else [due_at] * len(payloads)
    items = [
        OutboxItem(
            id=new_id(),
            topic=topic,
            area=area,
            payload=dict(payload),
            put_at=at,
            due_at=max(at, due or at),
        )
        for (area, payload, at), due in zip(payloads, dues, strict=True)
    ]
    add_rows(items)
    return [item.id for item in items]


def take(*, topic: str, at: datetime, limit: int) -> list[Item]:
    """What is due, oldest first, held for this transaction alone; what others hold is passed over.

    Call it inside ``transaction.atomic()``, do the work there and say ``done``: should the process die, the rows are
    free again and nothing is lost. Raises RuntimeError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("items are taken inside a transaction")
    waiting = OutboxItem.objects.filter(
        topic=topic, done_at__isnull=True, given_up_at__isnull=True, due_at__lte=at
    )
    rows = waiting.select_for_update(skip_locked=True).order_by("due_at", "put_at", "id")[:limit]
    return [_item(row) for row in rows]


def done(item: UUID | Item, *, at: datetime) -> None:
    """The work was done; doing it again must have been harmless."""
    OutboxItem.objects.filter(id=_id(item), done_at__isnull=True).update(done_at=at, last_error="")


def all_done(items: Iterable[UUID | Item], *, at: datetime) -> None:
    """The same for many, in one statement."""
    OutboxItem.objects.filter(id__in=[_id(item) for item in items], done_at__isnull=True).update(
        done_at=at, last_error=""
    )


def put_back(item: UUID | Item, *, error: str, at: datetime) -> bool:
    """It failed: try again later, twice as long after each failure. Returns False when it is given up.

    ``error`` is shown to operators: name the field or the reason, never what a person wrote or where they live.
    """
    row = OutboxItem.objects.select_for_update().get(id=_id(item))
    row.attempts += 1
    row.last_error = error[:500]
    row.due_at = at + min(FIRST_WAIT * 2 ** min(row.attempts - 1, 16), LONGEST_WAIT)
    row.given_up_at = at if row.attempts >= MOST_ATTEMPTS else None
    row.save(update_fields=["attempts", "last_error", "due_at", "given_up_at"])
    return row.given_up_at is None


def try_again(item: UUID | Item, *, at: datetime) -> None:
    """A person mended what was wrong: what had been given up is due now, its attempts counted from the start."""
    OutboxItem.objects.filter(id=_id(item), done_at__isnull=True).update(
        given_up_at=None, attempts=0, due_at=at
    )


def given_up(*, area: str | None = None) -> list[Item]:
    """What no longer is tried, oldest first: somebody must look."""
    rows = OutboxItem.objects.filter(given_up_at__isnull=False).order_by("put_at", "id")
    return [_item(row) for row in (rows.filter(area=area) if area else rows)]


def waiting_since(*, topic: str) -> datetime | None:
    """When the oldest piece of work that still waits was put, or None: how far behind the workers are."""
    waiting = OutboxItem.objects.filter(topic=topic, done_at__isnull=True, given_up_at__isnull=True)
    return waiting.order_by("put_at").values_list("put_at", flat=True).first()


def clear_done(*, before: datetime) -> int:
    """Remove what was done before a moment. Returns how many."""
    return OutboxItem.objects.filter(done_at__lt=before).delete()[0]


def _item(row: OutboxItem) -> Item:
    return Item(
        id=row.id,
        area=row.area,
        topic=row.topic,
        payload=row.payload,
        put_at=row.put_at,
        attempts=row.attempts,
    )


def _id(item: UUID | Item) -> UUID:
    return item.id if isinstance(item, Item) else item
