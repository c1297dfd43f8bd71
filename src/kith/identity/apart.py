"""Finds what somebody said was not the same: a wall that no link may cross."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef

from kith.identity import models


def said_apart(*, descriptions: Iterable[UUID], person: UUID) -> models.NonLink | None:
    """A "not the same" that stands between one of these descriptions and one that the person has now, if there is any."""
    theirs = models.NonLinkSide.objects.filter(
        non_link=OuterRef("non_link"),
        description__links__person=person,
        description__links__to_at__isnull=True,
    ).exclude(side=OuterRef("side"))
    mine = models.NonLinkSide.objects.filter(
        Exists(theirs), description__in=list(descriptions), non_link__withdrawn_at__isnull=True
    )
    found = mine.select_related("non_link").order_by("non_link__said_at").first()
    return found.non_link if found else None


def said_apart_from(person: UUID) -> frozenset[UUID]:
    """Everybody of whom somebody said that they are not the same as this person, in one statement."""
    mine = models.NonLinkSide.objects.filter(
        non_link=OuterRef("non_link"),
        non_link__withdrawn_at__isnull=True,
        description__links__person=person,
        description__links__to_at__isnull=True,
    ).exclude(side=OuterRef("side"))
    theirs = models.NonLinkSide.objects.filter(Exists(mine), description__links__to_at__isnull=True)
    return frozenset(theirs.values_list("description__links__person", flat=True))


class SaidApart:
    """Whether somebody said of two people that they are not the same; what is asked of one person is asked once."""

    def __init__(self) -> None:
        self._from: dict[UUID, frozenset[UUID]] = {}

    def __call__(self, one: UUID | None, other: UUID | None) -> bool:
        if one is None or other is None:
            return False
        if one not in self._from:
            self._from[one] = said_apart_from(one)
        return other in self._from[one]
