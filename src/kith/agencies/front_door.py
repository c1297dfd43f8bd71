"""When somebody at the front door next reads what came in, by the hours of the area file, bank holidays left out."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kith.agencies import models
from kith.kernel.clock import LONDON
from kith.reference.working_days import BANK_HOLIDAYS

LOOKS_AHEAD = 21
"""Days. Longer than any run of bank holidays."""
TO_READ = timedelta(hours=1)
"""What comes within the last hour of a day may be read on the next [P]."""


Hours = tuple[tuple[int, str, str], ...]
"""Weekday from 0, from when until when."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """When a person reads what comes now: from ``opens_at``, and by ``by_at`` at the latest. Both aware, London."""

    opens_at: datetime
    by_at: datetime


def next_reading(*, area: str, at: datetime) -> Reading | None:
    """The next hours of the front door that have an hour left, or ``None`` where the area file gives none."""
    return next_within(hours_of(area=area), at=at)


def hours_of(*, area: str) -> Hours:
    """The hours of an area's front door; none where its file gives none."""
    found = models.Area.objects.filter(code=area).values_list("front_door", flat=True).first() or []
    return tuple((weekday, starts, ends) for weekday, starts, ends in sorted(found))


def next_within(hours: Hours, *, at: datetime) -> Reading | None:
    """The same of hours that are at hand: no statement is asked."""
    local = at.astimezone(LONDON)
    for ahead in range(LOOKS_AHEAD):
        day = local.date() + timedelta(days=ahead)
        if day in BANK_HOLIDAYS:
            continue
        for weekday, starts, ends in hours:
            by_at = datetime.combine(day, time.fromisoformat(ends), LONDON)
            if weekday == day.weekday() and at + TO_READ <= by_at:
                return Reading(
                    opens_at=datetime.combine(day, time.fromisoformat(starts), LONDON), by_at=by_at
                )
    return None
