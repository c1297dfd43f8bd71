"""Who is near to somebody: kin, who lives or lived with them, and who lives behind the same door, some steps out."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kith.people import models

NOT_NEAR = ("family_friend",)
"""Ways of being related that make nobody family."""


def near(*, people: Iterable[UUID], steps: int, as_at: datetime) -> frozenset[UUID]:
    """Everybody who is at most so many steps from one of these people, as known at a moment; not they themselves.

    What has ended counts: a former partner and an old home are near. Confidential addresses are never compared.
    """
    start = frozenset(people)
    reached, edge = start, start
    for _ in range(steps):
        edge = _beside(edge, as_at) - reached
        reached |= edge
    return reached - start


def _beside(people: frozenset[UUID], as_at: datetime) -> frozenset[UUID]:
    if not people:
        return people
    known = Q(known_at__lte=as_at) & (Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=as_at))
    related = models.Relationship.objects.filter(known).exclude(kind__in=NOT_NEAR)
    kin = {
        *related.filter(person__in=people).values_list("other_id", flat=True),
        *related.filter(other__in=people).values_list("person_id", flat=True),
    }
    lives = models.Residency.objects.filter(known)
    homes = set(lives.filter(person__in=people).values_list("household_id", flat=True))
    doors = homes | _behind_the_same_door(homes, known)
    return frozenset(kin | set(lives.filter(household__in=doors).values_list("person_id", flat=True)))


def _behind_the_same_door(homes: set[UUID], known: Q) -> set[UUID]:
    """Households at the same address: the same property number, or the same first line and postcode."""
    given = models.Address.objects.filter(known)
    found: set[UUID] = set()
    for one in given.filter(household__in=homes):
        same = Q(uprn=one.uprn) if one.uprn else Q(pk__in=())
        if one.postcode and one.lines:
            same |= Q(postcode__iexact=one.postcode, lines__0__iexact=one.lines[0])
        found |= set(given.filter(same).values_list("household_id", flat=True))
    return found
