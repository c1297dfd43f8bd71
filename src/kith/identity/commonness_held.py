"""Keeps how common names are in an area, and has it ready where descriptions are compared."""

from datetime import datetime

from kith.identity import models
from kith.identity.commonness import AS_IN_A_TOWN, Commonness, warm
from kith.kernel.types import Actor

_HELD: dict[str, tuple[datetime, Commonness]] = {}


def commonness_of(*, area: str) -> Commonness:
    """As counted last; as in a small town where nobody has counted yet. A process reads each count once."""
    rows = models.NamesCounted.objects.filter(area=area)
    counted_at = rows.values_list("counted_at", flat=True).first()
    if counted_at is None:
        return AS_IN_A_TOWN
    if area not in _HELD or _HELD[area][0] != counted_at:
        row = rows.get()
        _HELD[area] = (row.counted_at, Commonness(people=row.people, shares=row.shares))
        warm(_HELD[area][1])
    return _HELD[area][1]


def keep(common: Commonness, *, by: Actor, at: datetime) -> None:
    """From now on this is how common names are."""
    counted = {"people": common.people, "shares": common.shares, "counted_at": at, "counted_by": by.id}
    models.NamesCounted.objects.update_or_create(area=by.area, defaults=counted)
