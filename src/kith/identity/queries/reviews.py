"""Reads of the questions that wait for a person."""

from uuid import UUID

from django.db.models import QuerySet

from kith.identity import models
from kith.identity.queries.held import COLUMNS, as_evidence, described
from kith.identity.types import OpenReview


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
