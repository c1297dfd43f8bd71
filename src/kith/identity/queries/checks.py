"""Compares what is derived (links, and the rows in which matches are looked for) with what it is derived from."""

from typing import Any
from uuid import UUID

from kith.identity import models
from kith.identity.lookup import Derived, derived_of
from kith.identity.projection import Said, Span, fold
from kith.identity.traits import as_kept


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


LookedFor = tuple[UUID, UUID, tuple[int, ...], tuple[int, ...], str]
"""(description, person, keys for a match, keys for the search box, line of traits)."""


def lookups_rebuilt(*, area: str) -> set[LookedFor]:
    """By what each description of an area is found, as the descriptions and the links now make it."""
    standing = models.Link.objects.filter(area=area, to_at__isnull=True)
    whose = dict(standing.values_list("description_id", "person_id"))
    rows = models.Description.objects.filter(pk__in=list(whose))
    return {_looked_for(derived_of(row, person=whose[row.pk])) for row in rows}


def _looked_for(one: Derived) -> LookedFor:
    keys = (tuple(sorted(some)) for some in (one.matching, one.searching))
    return one.id, one.person, *keys, as_kept(one.traits)


def lookups_kept(*, area: str) -> set[LookedFor]:
    """The same as the tables have it."""
    held = models.Description.objects.filter(area=area).values("pk")
    searching = dict(
        models.SearchKeys.objects.filter(description_id__in=held).values_list("description_id", "keys")
    )
    return {
        (row.description_id, row.person_id, tuple(row.keys), tuple(searching[row.description_id]), row.traits)
        for row in models.Lookup.objects.filter(description_id__in=held)
    }


def lookups_that_differ(*, area: str) -> set[LookedFor]:
    """Rows that are in one and not in the other: empty, or ``identity renew`` is due."""
    return lookups_rebuilt(area=area) ^ lookups_kept(area=area)
