"""The rules are asked, once, of every day that is over."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from kith.agencies import queries as agencies
from kith.kernel.clock import LONDON
from kith.oversight import models
from kith.oversight.gathering import day_of_looks, local_thresholds
from kith.oversight.looking.rows import Day
from kith.oversight.looking.rules import findings_of
from kith.oversight.operations import findings

CATCHES_UP = 14
"""Days back that are asked of where nobody asked: a worker that stood still forgets nothing of a fortnight [P]."""


def ask_about_looks(*, at: datetime, limit: int = 200) -> int:
    """Ask every rule of each day that is over and was not asked of; answers how many days were, of at most ``limit``."""
    done = 0
    for area in agencies.areas():
        for day in _days_to_ask(area, at):
            if done == limit:
                return done
            done += _asked(area, day, at)
    return done


def _days_to_ask(area: str, at: datetime) -> Iterator[date]:
    """The oldest first."""
    today = at.astimezone(LONDON).date()
    days = [today - timedelta(days=back) for back in range(CATCHES_UP, 0, -1)]
    rows = models.LooksAsked.objects.filter(area=area, what="rules", day__gte=days[0])
    asked = set(rows.values_list("day", flat=True))
    return (day for day in days if day not in asked)


def _asked(area: str, day: date, at: datetime) -> bool:
    """One day in one transaction: its row stands before its findings, so that of two workers the second waits, and leaves it."""
    try:
        with transaction.atomic():
            seen = day_of_looks(area=area, day=day)
            models.LooksAsked.objects.create(
                area=area,
                what="rules",
                day=day,
                looks=len(seen.looks),
                people=len(seen.workers),
                done_at=at,
            )
            _find(seen, area, at)
    except IntegrityError as clash:
        if "a_day_of_looks_is_asked_once" not in str(clash):
            raise
        return False
    return True


def _find(seen: Day, area: str, at: datetime) -> None:
    for rule, found in findings_of(seen, local=local_thresholds()):
        looks = findings.not_asked_yet(rule, practitioner=found.practitioner, looks=found.looks, at=at)
        if looks or not found.looks:
            findings.keep(
                area=area,
                rule=rule.code,
                practitioner=found.practitioner,
                words=found.words,
                looks=looks,
                day=seen.day,
                at=at,
            )
