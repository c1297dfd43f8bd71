"""Reads of the questions that wait for a person."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.identity import models
from kith.identity.queries.held import COLUMNS, as_evidence, described
from kith.identity.types import OpenReview, ReviewCounts


def open_reviews(*, area: str) -> tuple[OpenReview, ...]:
    """Every open review of an area, the longest waiting first. Who may see one is for ``access`` to say."""
    return _as_open(models.Review.objects.filter(area=area, decided_at__isnull=True))


def open_reviews_of(*, person: UUID) -> tuple[OpenReview, ...]:
    """The open reviews that have one of the person's descriptions on either side: who else they may be."""
    own = models.Link.objects.filter(person=person, to_at__isnull=True).values("description")
    rows = models.Review.objects.filter(decided_at__isnull=True)
    return _as_open(rows.filter(description__in=own) | rows.filter(other_description__in=own))


def review(*, id: UUID) -> OpenReview | None:
    """One open review, or ``None`` where there is none or it has been decided."""
    return next(iter(_as_open(models.Review.objects.filter(pk=id, decided_at__isnull=True))), None)


def reviews_waiting(
    *, area: str, roles: Collection[str], limit: int, offset: int = 0
) -> tuple[OpenReview, ...]:
    """Some of the open reviews of an area that wait for these roles, the longest waiting first.

    One about somebody who is sealed is in no list: it stands on that child's own page, for whoever may see them.
    """
    rows = listed(models.Review.objects.filter(area=area, owner_role__in=roles, decided_at__isnull=True))
    ids = list(rows.order_by("opened_at", "id").values_list("pk", flat=True)[offset : offset + limit])
    return _as_open(models.Review.objects.filter(pk__in=ids))


def count_reviews(
    *, area: str, roles: Collection[str], long_since: datetime, answered_since: datetime
) -> ReviewCounts:
    """How many wait for these roles, how many of them since before ``long_since``, and how many were answered lately."""
    rows = listed(models.Review.objects.filter(area=area, owner_role__in=roles))
    waiting = rows.filter(decided_at__isnull=True)
    return ReviewCounts(
        open=waiting.count(),
        waiting_long=waiting.filter(opened_at__lt=long_since).count(),
        answered=rows.filter(decided_at__gte=answered_since).count(),
    )


def listed(rows: QuerySet[models.Review]) -> QuerySet[models.Review]:
    """Those that may stand in a list: nobody whom they are about is sealed now."""
    standing = models.Link.objects.filter(to_at__isnull=True, person__tier="sealed")
    either = Q(description=OuterRef("description")) | Q(description=OuterRef("other_description"))
    return rows.exclude(Exists(standing.filter(either)))


def _as_open(rows: QuerySet[models.Review]) -> tuple[OpenReview, ...]:
    held = list(rows.order_by("opened_at", "id"))
    ids = {id for row in held for id in (row.description_id, row.other_description_id)}
    kept = models.Description.objects.filter(pk__in=ids).values(*COLUMNS)
    sides = {row["id"]: described(row) for row in kept}
    links = models.Link.objects.filter(description__in=ids, to_at__isnull=True)
    people = dict(links.values_list("description_id", "person_id"))
    return tuple(
        OpenReview(
            id=row.pk,
            area=row.area,
            description=sides[row.description_id],
            other_description=sides[row.other_description_id],
            person=people[row.description_id],
            other_person=people[row.other_description_id],
            reasons=tuple(row.reasons),
            evidence=as_evidence(row.evidence),
            weight=row.weight,
            band=row.band,
            owner_role=row.owner_role,
            opened_at=row.opened_at,
            opened_by=row.opened_by,
        )
        for row in held
    )
