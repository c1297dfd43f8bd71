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


def are_said_apart(one: UUID | None, other: UUID | None) -> bool:
    """Whether somebody said of two people that they are not the same."""
    if one is None or other is None:
        return False
    held = models.Link.objects.filter(person=one, to_at__isnull=True).values_list("description", flat=True)
    return said_apart(descriptions=list(held), person=other) is not None
