"""Decides the open reviews between two people, when it has been said whether they are the same."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kith.identity import models
from kith.kernel.types import Actor


def settle_reviews(
    person: UUID, other: UUID, *, decision: str, because: str, by: Actor, at: datetime
) -> None:
    """Close every open review that has a description of each of the two people, before any of them moves."""
    open_ones = models.Review.objects.filter(decided_at__isnull=True, opened_at__lte=at)
    either_way = Q(description__in=_now(person), other_description__in=_now(other)) | Q(
        description__in=_now(other), other_description__in=_now(person)
    )
    open_ones.filter(either_way).update(decision=decision, because=because, decided_at=at, decided_by=by.id)


def _now(person: UUID) -> object:
    return models.Link.objects.filter(person=person, to_at__isnull=True).values("description")
