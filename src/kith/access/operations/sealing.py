"""Looks and refusals are sealed into a chain of their own, some at a time."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from kith.access import models
from kith.kernel import chain
from kith.kernel.chain import NewLink

CHAIN = "looks"
SEALED = {
    "look": (models.Look, ("id", "area", "child_id", "practitioner_id", "basis", "purpose", "looked_at")),
    "refusal": (
        models.Refusal,
        ("id", "area", "asked_for", "child_id", "practitioner_id", "what", "reason", "purpose", "refused_at"),
    ),
}
"""Each sort of link, the rows that it seals and which of their columns. No row says what was read."""


@transaction.atomic
def seal_looks(*, at: datetime, limit: int = 2_000) -> int:
    """Seal what waits, the oldest first, and publish the chain's root once that has committed; answers how many.

    What another process seals just now is waited for: looks have one order.
    """
    chain.hold(chain=CHAIN)
    waiting = list(models.Unsealed.objects.order_by("put_at", "id").values_list("id", "what")[:limit])
    held = {what: _rows(what, (id for id, sort in waiting if sort == what)) for what in SEALED}
    links = [_link(what, held[what][id]) for id, what in waiting if id in held[what]]
    chain.append_links(chain=CHAIN, items=links, at=at)
    models.Unsealed.objects.filter(id__in=[id for id, _ in waiting]).delete()
    return len(links)


def _rows(what: str, ids: Iterable[UUID]) -> dict[UUID, Model]:
    model, _ = SEALED[what]
    return model._default_manager.in_bulk(list(ids))  # type: ignore[return-value]


def _link(what: str, row: Model) -> NewLink:
    _, fields = SEALED[what]
    return NewLink(kind=what, subject=row.pk, payload={name: getattr(row, name) for name in fields})
