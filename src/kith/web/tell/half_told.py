"""What is half told: kept for a day, so that a dropped line or a closed page loses nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from kith.web.models import HalfTold, HalfToldPhotograph
from kith.web.tell.sealed import Key

KEPT = timedelta(hours=24)
MOST_PHOTOGRAPHS = 3
LARGEST_PHOTOGRAPH = 10 * 2**20
"""Bytes of one."""
MOST_WAITING = 400
"""Photographs that nobody has sent yet, of all who tell together: beyond, words alone are taken, so that no disk is filled."""

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Saved:
    """All answers so far, and whether this submit began them: nothing was kept under the key before."""

    answers: Answers
    began: bool


@transaction.atomic
def save(*, key: Key, answers: Answers, at: datetime) -> Saved:
    """Puts the answers of one page beside the others, and begins where there were none."""
    row = HalfTold.objects.select_for_update().filter(pk=key.row).first()
    before = json.loads(key.open(bytes(row.words))) if row else {}
    kept = {**before, **answers}
    sealed = key.seal(json.dumps(kept).encode())
    HalfTold.objects.update_or_create(pk=key.row, defaults={"words": sealed, "received_at": at})
    return Saved(kept, began=row is None)


def sent(*, key: Key) -> bool:
    """The words stand in an entry now, and go from here. Call it in that transaction: False where another submit did so."""
    return HalfTold.objects.filter(pk=key.row).delete()[0] > 0


def keep_photograph(*, key: Key, body: bytes, at: datetime) -> bool:
    """Keep one until the words are sent. False where there are too many already, here or of all together."""
    mine = HalfToldPhotograph.objects.filter(half_told=key.row).count()
    if mine >= MOST_PHOTOGRAPHS or HalfToldPhotograph.objects.count() >= MOST_WAITING:
        return False
    HalfToldPhotograph.objects.create(half_told=key.row, body=key.seal(body), received_at=at)
    return True


def photographs_held(*, key: Key) -> int:
    """How many wait with these words."""
    return HalfToldPhotograph.objects.filter(half_told=key.row).count()


@transaction.atomic
def take_photograph(*, key: Key) -> bytes | None:
    """One that waits, taken out so that no other submit takes it too; None where there is none."""
    rows = HalfToldPhotograph.objects.select_for_update(skip_locked=True).filter(half_told=key.row)
    row = rows.order_by("id").first()
    if row is None:
        return None
    body = key.open(bytes(row.body))
    row.delete()
    return body


def throw_photographs_away(*, key: Key) -> None:
    """Whoever sent them does not want them sent."""
    HalfToldPhotograph.objects.filter(half_told=key.row).delete()
