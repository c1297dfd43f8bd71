"""When people were on duty: the weekly rota and single duties, as moments, and which teams and roles people had."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from kith.agencies import models
from kith.kernel.clock import LONDON

Shift = tuple[datetime, datetime]
"""From when until when; half-open."""


def shifts_between(*, area: str, since: datetime, until: datetime) -> dict[UUID, tuple[Shift, ...]]:
    """When each person of an area was on duty in a time, by the rota or put on by hand; who never was is absent."""
    found: dict[UUID, list[Shift]] = {}
    for row in models.Duty.objects.filter(area=area, from_at__lt=until, to_at__gt=since):
        found.setdefault(row.practitioner_id, []).append((row.from_at, row.to_at))
    lines = models.WeeklyDuty.objects.filter(
        Q(to_at__isnull=True) | Q(to_at__gt=since), area=area, from_at__lt=until
    )
    for line in lines:
        for shift in _shifts(line, since, until):
            found.setdefault(line.practitioner_id, []).append(shift)
    return {who: tuple(sorted(shifts)) for who, shifts in found.items()}


def _shifts(line: models.WeeklyDuty, since: datetime, until: datetime) -> Iterator[Shift]:
    """The moments of one line of the rota, by the clock on the wall: a night belongs to the day on which it starts."""
    day = since.astimezone(LONDON).date() - timedelta(days=1)
    while day <= until.astimezone(LONDON).date():
        if day.weekday() == line.weekday:
            ends_on = day + timedelta(days=line.ends <= line.starts)
            starts_at = datetime.combine(day, line.starts, tzinfo=LONDON)
            ends_at = datetime.combine(ends_on, line.ends, tzinfo=LONDON)
            starts_at = max(starts_at, line.from_at)
            ends_at = ends_at if line.to_at is None else min(ends_at, line.to_at)
            if starts_at < min(ends_at, until) and ends_at > since:
                yield starts_at, ends_at
        day += timedelta(days=1)


def roles_between(
    *, practitioners: Iterable[UUID], since: datetime, until: datetime
) -> dict[UUID, tuple[str, ...]]:
    """The roles that each of these people held at any moment of a time, by name, in one read; those without are absent."""
    rows = models.RoleHeld.objects.filter(_within(since, until), practitioner__in=list(practitioners))
    found: dict[UUID, set[str]] = {}
    for who, role in rows.values_list("practitioner", "role"):
        found.setdefault(who, set()).add(role)
    return {who: tuple(sorted(roles)) for who, roles in found.items()}


def teams_between(
    *, practitioners: Iterable[UUID], since: datetime, until: datetime
) -> dict[UUID, frozenset[UUID]]:
    """The teams that each of these people belonged to in a time, by membership or by a role; in two reads."""
    wanted, found = list(practitioners), dict[UUID, set[UUID]]()
    joined = models.Membership.objects.filter(_within(since, until), practitioner__in=wanted)
    held = models.RoleHeld.objects.filter(_within(since, until), practitioner__in=wanted, team__isnull=False)
    for who, team in [
        *joined.values_list("practitioner", "team"),
        *held.values_list("practitioner", "team"),
    ]:
        found.setdefault(who, set()).add(team)
    return {who: frozenset(teams) for who, teams in found.items()}


def agencies_of(*, practitioners: Iterable[UUID]) -> dict[UUID, UUID]:
    """The id of the agency in which each of these people works, in one read."""
    rows = models.Practitioner.objects.filter(pk__in=list(practitioners))
    return dict(rows.values_list("pk", "agency"))


def who_leads(*, teams: Iterable[UUID], at: datetime) -> frozenset[UUID]:
    """Those who hold a manager's role in one of these teams at a moment."""
    rows = models.RoleHeld.objects.filter(
        _within(at, at + timedelta(microseconds=1)), team__in=list(teams), role__endswith="manager"
    )
    return frozenset(rows.values_list("practitioner", flat=True))


def _within(since: datetime, until: datetime) -> Q:
    return Q(from_at__lt=until) & (Q(to_at__isnull=True) | Q(to_at__gt=since))
