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
MOST_SUBMITS = 100
"""So many are remembered, so that one which a browser sends again is known."""
_SUBMITS = "submits"

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Saved:
    """What stands after one submit."""

    answers: Answers
    began: bool
    """Nothing was kept under the key before."""
    is_repeat: bool
    """This very submit came before, as browsers do that go back: it changed nothing."""


@transaction.atomic
def save(*, key: Key, answers: Answers, submit: str = "", at: datetime) -> Saved:
    """Puts the answers of one page beside the others, and begins where there were none.

    ``submit`` is what tells one submit from all others. One that comes again must not bring back what was changed since.
    """
    row = HalfTold.objects.select_for_update().filter(pk=key.row).first()
    before = json.loads(key.open(bytes(row.words))) if row else {}
    came = before.get(_SUBMITS, "").split()
    if submit and submit in came:
        return Saved(before, began=False, is_repeat=True)
    kept = {**before, **answers, _SUBMITS: " ".join([*came, submit][-MOST_SUBMITS:])}
    sealed = key.seal(json.dumps(kept).encode())
    HalfTold.objects.update_or_create(pk=key.row, defaults={"words": sealed, "received_at": at})
    return Saved(kept, began=row is None, is_repeat=False)


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


def photographs_waiting(*, key: Key) -> list[int]:
    """Those that wait with these words, in the order in which they came, by number."""
    rows = HalfToldPhotograph.objects.filter(half_told=key.row).order_by("id")
    return list(rows.values_list("id", flat=True))


def photograph(*, key: Key, number: int) -> bytes | None:
    """One that waits; None where another submit has sent it."""
    row = HalfToldPhotograph.objects.filter(half_told=key.row, id=number).first()
    return key.open(bytes(row.body)) if row else None


def photograph_sent(*, key: Key, number: int) -> bool:
    """It is kept elsewhere now, and goes from here. Call it in that transaction: False where another submit did so."""
    return HalfToldPhotograph.objects.filter(half_told=key.row, id=number).delete()[0] > 0


def throw_photographs_away(*, key: Key) -> None:
    """Whoever sent them does not want them sent."""
    HalfToldPhotograph.objects.filter(half_told=key.row).delete()
