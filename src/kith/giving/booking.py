"""Puts ready what came in for each system: numbered once, in order, and never twice."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog
from django.db import transaction

from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.giving import models
from kith.giving.bodies import body_of
from kith.giving.finding import going
from kith.giving.knocking import to_be_told
from kith.giving.types import Going
from kith.kernel.types import Actor

AT_ONCE = 500
"""Entries looked at for one system in one go."""
OVERLAP = timedelta(minutes=10)
"""What was written meanwhile may be committed later: so much is looked at again."""
IN_TURN = timedelta(seconds=30)
LAST = datetime.max.replace(tzinfo=UTC)
EVERY, BACK = timedelta(days=1), timedelta(days=28)
"""Once a day so much is looked at again: somebody may have been found, or let in, since [P]."""

logger = structlog.get_logger(__name__)


def put_ready(*, at: datetime, limit: int = 100, looked_before: datetime | None = None) -> int:
    """For each system what it may be given and was not yet. Returns how many systems were looked after.

    ``looked_before`` leaves out those that were looked after since.
    """
    receivers = models.Receiver.objects.filter(ended_at__isnull=True, looked_to__lt=looked_before or LAST)
    ids = list(receivers.order_by("looked_to", "pk").values_list("pk", flat=True)[:limit])
    for one in ids:
        try:
            _for_one(one, at)
        except Exception as error:  # one that fails is tried again, and holds no other back
            logger.error("putting_ready_failed", receiver=str(one), error=type(error).__name__)
    return len(ids)


def put_ready_in_turn(*, at: datetime, limit: int = 100) -> int:
    """The same in a round of work: each system at most once in half a minute, however many there are."""
    return put_ready(at=at, limit=limit, looked_before=at - IN_TURN)


@transaction.atomic
def _for_one(id: UUID, at: datetime) -> int:
    """One system, held for this transaction alone; what another process holds is passed over."""
    row = (
        models.Receiver.objects.select_for_update(skip_locked=True)
        .filter(pk=id, ended_at__isnull=True)
        .first()
    )
    if row is None:
        return 0
    by = agencies.actor(practitioner=row.practitioner_id, at=at)
    since = max(row.since, row.looked_to - OVERLAP)
    if is_looking_back := at - row.looked_back_to >= EVERY:
        since = max(row.since, min(since, at - BACK))
    put = _put_since(row, since, by, at)
    row.looked_to = max(row.looked_to, at)
    if is_looking_back:
        row.looked_back_to = at
    row.save(update_fields=["number", "looked_to", "looked_back_to"])
    if row.number > row.said_to:
        to_be_told(row, at=at)
    return put


def _put_since(row: models.Receiver, since: datetime, by: Actor, at: datetime) -> int:
    """Puts ready what was held since, and what stopped counting since; how many things."""
    body = body_of(by=by, at=at)
    if body is None or (body.agency, body.team) != (row.agency_id, row.team_id):
        return 0  # the post went elsewhere: nothing is given in its name
    put, ids = 0, chronology.held_since(agency=body.code, agency_area=body.area, since=since, as_at=at)
    for first in range(0, len(ids), AT_ONCE):
        entries = chronology.entries(ids=ids[first : first + AT_ONCE], as_at=at)
        put += _put(row, going(entries, to=body, by=by, at=at), at)
    return put + _put_replaced(row, since, at)


def _put(row: models.Receiver, found: tuple[Going, ...], at: datetime) -> int:
    """Writes what does not stand ready yet, each with the next number."""
    children = {one.reference: _child(row, one.reference) for one in found}
    stands = set(
        models.Ready.objects.filter(receiver=row, entry__in={one.entry for one in found}).values_list(
            "child__reference", "entry_id", "what"
        )
    )
    new = [one for one in found if (one.reference, one.entry, one.what) not in stands]
    _write(row, [(children[one.reference], one.entry, one.what) for one in new], at)
    return len(new)


def _put_replaced(row: models.Receiver, since: datetime, at: datetime) -> int:
    """What stood ready and was corrected or withdrawn since: the system must not go on believing it."""
    replaced = chronology.replaced_since(since=since, as_at=at)
    if not replaced:
        return 0
    stood = models.Ready.objects.filter(receiver=row, entry__in=replaced).order_by("number")
    pairs = dict.fromkeys(stood.exclude(what="replaced").values_list("child_id", "entry_id"))
    told = set(stood.filter(what="replaced").values_list("child_id", "entry_id"))
    new = [(child, entry, "replaced") for child, entry in pairs if (child, entry) not in told]
    _write(row, new, at)
    return len(new)


def _child(row: models.Receiver, reference: str) -> UUID:
    child, _ = models.GivenChild.objects.get_or_create(
        receiver=row, reference=reference, defaults={"area": row.area}
    )
    return child.pk


def _write(row: models.Receiver, new: list[tuple[UUID, UUID, str]], at: datetime) -> None:
    models.Ready.objects.bulk_create(
        models.Ready(
            area=row.area,
            receiver=row,
            number=row.number + place,
            child_id=child,
            entry_id=entry,
            what=what,
            put_at=at,
        )
        for place, (child, entry, what) in enumerate(new, start=1)
    )
    row.number += len(new)
