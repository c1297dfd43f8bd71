"""Who is responsible for a child, who is involved, who looked, and whose children they are."""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet

from kith.access import models, types
from kith.access.desk_calls import call, calls_closed, calls_waiting
from kith.access.emergencies import (
    emergency_share,
    looks_in,
    opening,
    openings_of,
    openings_since,
    openings_to_review,
    openings_told,
    told_of,
    was_told,
)
from kith.access.kin import adults_around, home_over_time, other_children
from kith.access.own_families import conflicts_found_since, conflicts_in, known_as
from kith.access.policies import visible_to
from kith.access.responsibility import responsible_for, responsible_for_each
from kith.agencies import queries as agencies
from kith.agencies.types import HELD_FOR_A_CHILD, Practitioner, Reachable
from kith.kernel.page_wall import opened_for
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person

__all__ = [
    "adults_around",
    "call",
    "calls_closed",
    "calls_waiting",
    "changes_of",
    "children_of",
    "conflicts_found_since",
    "conflicts_in",
    "emergency_share",
    "home_over_time",
    "involved_with",
    "known_as",
    "last_looks",
    "looks_at",
    "looks_by",
    "looks_in",
    "opening",
    "openings_of",
    "openings_since",
    "openings_to_review",
    "openings_told",
    "other_children",
    "owner_for",
    "refusals_in",
    "responsible_for",
    "responsible_for_each",
    "told_of",
    "was_told",
    "who_looked",
]


def _in_force(at: datetime) -> Q:
    return Q(from_at__lte=at) & (Q(to_at__isnull=True) | Q(to_at__gt=at))


def involved_with(*, child: UUID, at: datetime) -> tuple[types.Involved, ...]:
    """Everyone, every team and every agency that is involved at that moment, with the telephone to ring."""
    rows = models.Involvement.objects.filter(_in_force(at), child=child).order_by("from_at", "pk")
    by_whom: dict[types.Whom, list[models.Involvement]] = {}
    for row in rows:
        whom = types.Whom(practitioner=row.practitioner_id, team=row.team_id, agency=row.agency_id)
        by_whom.setdefault(whom, []).append(row)
    found = agencies.reachable(ids=[whom.id for whom in by_whom])
    return tuple(_involved(whom, held, found[whom.id]) for whom, held in by_whom.items())


def _involved(whom: types.Whom, held: list[models.Involvement], reached: Reachable) -> types.Involved:
    ends = [row.to_at for row in held if row.to_at is not None]
    return types.Involved(
        whom=whom,
        name=reached.name,
        title=reached.title,
        agency=reached.agency,
        agency_name=reached.agency_name,
        phone=reached.phone,
        out_of_hours_phone=reached.out_of_hours_phone,
        bases=tuple(dict.fromkeys(row.basis for row in held)),
        since=held[0].from_at,
        until=max(ends) if len(ends) == len(held) else None,
    )


def children_of(*, by: Actor, at: datetime) -> tuple[types.OwnChild, ...]:
    """The children whom somebody is personally involved with, by name; sealed ones are in no list."""
    rows = models.Involvement.objects.filter(
        _in_force(at), practitioner=by.id, child__in=visible_to(by=by, at=at)
    )
    held: dict[UUID, list[models.Involvement]] = {}
    for row in rows.order_by("from_at", "pk"):
        held.setdefault(row.child_id, []).append(row)
    allocated = models.Allocation.objects.filter(_in_force(at), practitioner=by.id, child__in=held)
    roles = dict(allocated.order_by("-from_at").values_list("child_id", "role"))
    opened_for(reader=by.id, children=held, at=at)
    everyone = people.persons(ids=held)
    own = [_own_child(everyone[child], rows, roles.get(child), at) for child, rows in held.items()]
    return tuple(sorted(own, key=lambda one: (one.name, one.child)))


def _own_child(
    child: Person, held: list[models.Involvement], allocated_as: str | None, at: datetime
) -> types.OwnChild:
    return types.OwnChild(
        child=child.id,
        name=child.name,
        age=people.age_words(born=child.birth, as_at=at),
        tier=child.tier,
        bases=tuple(dict.fromkeys(row.basis for row in held)),
        allocated_as=allocated_as,
        since=held[0].from_at,
    )


def owner_for(
    *, child: UUID, role: str, area: str, at: datetime, never: frozenset[UUID] = frozenset()
) -> Practitioner:
    """The one person who owns a question about this child, never one of ``never`` (whom the rule questions).

    Along the rulebook's chain for the role: whoever is allocated to the child in it; then, from the first link that
    nobody has for this child, whoever answers for it in the area, those of a team that is involved with the child
    first (so the child's own school). Raises NobodyHolds, which says whom to ring.
    """
    allocated = dict(
        models.Allocation.objects.filter(_in_force(at), child=child).values_list("role", "practitioner_id")
    )
    for link in agencies.chain_of(role=role):
        if (held := allocated.get(link)) is not None and held not in never:
            return agencies.practitioners(ids=[held])[held]
        if link not in HELD_FOR_A_CHILD:
            break
    return agencies.holder_of(role=link, area=area, at=at, never=never, teams=_teams_with(child, at))


def _teams_with(child: UUID, at: datetime) -> frozenset[UUID]:
    """Teams that are involved, and the teams of the people who are allocated: their managers know the child."""
    involved = models.Involvement.objects.filter(_in_force(at), child=child, team__isnull=False)
    teams = set(involved.values_list("team_id", flat=True))
    for one in models.Allocation.objects.filter(_in_force(at), child=child).values_list(
        "practitioner_id", flat=True
    ):
        teams |= agencies.teams_of(practitioner=one, at=at)
    return frozenset(teams)


def looks_at(*, child: UUID, limit: int = 200) -> tuple[types.Look, ...]:
    """Who looked at a child, the newest first."""
    return _looks(models.Look.objects.filter(child=child), limit)


def looks_by(*, practitioner: UUID, limit: int = 200) -> tuple[types.Look, ...]:
    """What somebody looked at, the newest first."""
    return _looks(models.Look.objects.filter(practitioner=practitioner), limit)


def last_looks(*, practitioner: UUID, children: Iterable[UUID]) -> dict[UUID, datetime]:
    """When somebody last looked at each of these children, in one read; those they never looked at are absent."""
    rows = models.Look.objects.filter(practitioner=practitioner, child__in=list(children))
    return dict(rows.order_by().values_list("child_id").annotate(last=Max("looked_at")))


def who_looked(*, child: UUID, spans: Iterable[tuple[datetime, datetime]]) -> tuple[types.Looked, ...]:
    """Everybody who looked at a child in any of these periods (half-open), each once, by name, in two reads."""
    periods = [Q(looked_at__gte=from_at, looked_at__lt=to_at) for from_at, to_at in spans]
    if not periods:
        return ()
    rows = models.Look.objects.filter(reduce(or_, periods), child=child).order_by()
    counted = rows.values_list("practitioner_id").annotate(Min("looked_at"), Max("looked_at"), Count("pk"))
    looks = {who: counts for who, *counts in counted}
    found = agencies.reachable(ids=looks)
    return tuple(
        types.Looked(
            practitioner=who,
            name=found[who].name,
            agency=found[who].agency,
            agency_name=found[who].agency_name,
            phone=found[who].phone,
            first_at=first_at,
            last_at=last_at,
            looks=number,
        )
        for who, (first_at, last_at, number) in sorted(looks.items(), key=lambda one: found[one[0]].name)
    )


def _looks(rows: QuerySet[models.Look], limit: int) -> tuple[types.Look, ...]:
    newest = list(rows.order_by("-looked_at", "-pk")[:limit])
    found = agencies.reachable(ids={row.practitioner_id for row in newest})
    return tuple(
        types.Look(
            id=row.pk,
            child=row.child_id,
            practitioner=row.practitioner_id,
            name=found[row.practitioner_id].name,
            agency=found[row.practitioner_id].agency,
            agency_name=found[row.practitioner_id].agency_name,
            basis=row.basis,
            purpose=row.purpose,
            looked_at=row.looked_at,
        )
        for row in newest
    )


def refusals_in(*, area: str, since: datetime, limit: int = 200) -> tuple[types.RefusalKept, ...]:
    """Who was refused in an area since a moment, the newest first: for whoever reviews looks."""
    rows = models.Refusal.objects.filter(area=area, refused_at__gte=since).order_by("-refused_at", "-pk")
    return tuple(
        types.RefusalKept(
            id=row.pk,
            asked_for=row.asked_for,
            practitioner=row.practitioner_id,
            what=row.what,
            reason=row.reason,
            purpose=row.purpose,
            refused_at=row.refused_at,
        )
        for row in rows[:limit]
    )


def changes_of(*, child: UUID) -> tuple[types.Change, ...]:
    """The room's trail of a child, oldest first."""
    rows = models.AccessChange.objects.filter(child=child).order_by("done_at", "id")
    return tuple(
        types.Change(
            id=row.pk,
            child=child,
            what=row.what,
            sentence=row.sentence,
            done_at=row.done_at,
            done_by=row.done_by,
            done_by_name=row.done_by_name,
        )
        for row in rows
    )
