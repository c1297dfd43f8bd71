"""Compares the table of links with what the link steps amount to."""

from typing import Any

from kith.identity import models
from kith.identity.projection import Said, Span, fold


def links_rebuilt(*, area: str) -> set[Span]:
    """The links of an area as its link steps make them, from the beginning."""
    rows = models.LinkStep.objects.filter(area=area).values_list(
        "id", "description_id", "number", "person_id", "status", "decided_at"
    )
    return set(fold(_said(row) for row in rows.iterator()))


def _said(row: tuple[Any, ...]) -> Said:
    id, description, number, person, status, decided_at = row
    return Said(
        id=id, description=description, number=number, person=person, status=status, decided_at=decided_at
    )


def links_kept(*, area: str) -> set[Span]:
    """The links of an area as the table has them."""
    return {
        Span(
            id=row.pk,
            description=row.description_id,
            person=row.person_id,
            from_at=row.from_at,
            to_at=row.to_at,
        )
        for row in models.Link.objects.filter(area=area)
    }


def links_that_differ(*, area: str) -> set[Span]:
    """Links that are in one and not in the other: empty, or something wrote past the operations."""
    return links_rebuilt(area=area) ^ links_kept(area=area)
