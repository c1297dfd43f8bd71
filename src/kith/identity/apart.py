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
