"""Finds the people whom a description may be of: one short row for each description, one statement for each question."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection, transaction

from kith.identity import locks, models
from kith.identity.keys import matching_keys
from kith.identity.traits import Traits, as_kept, from_kept, traits_of
from kith.kernel.rows import add_rows

MOST_DESCRIPTIONS = 500
"""So many descriptions are looked at for one arrival; where there are more, a person decides."""
PREPARED_AFTER = 5
Kept = list[tuple[UUID, Traits]]

# The inner question stands alone (MATERIALIZED), or the planner would read the table from end to end in the hope of
# filling the limit soon. Everything that is known of the people found comes with them: one weak link holds a link back.
_ALIKE = """
      WITH alike AS MATERIALIZED (SELECT person_id FROM identity_lookup WHERE keys && %s::int[])
    SELECT person_id, description_id, traits FROM identity_lookup
     WHERE person_id = ANY(ARRAY(SELECT person_id FROM alike LIMIT %s))
"""
_ALIKE_EACH = """
    SELECT q.n, array_agg(d.person_id)
      FROM (SELECT n, k::int[] AS keys FROM unnest(%s::int[], %s::text[]) AS t (n, k)) q
     CROSS JOIN LATERAL (SELECT person_id FROM identity_lookup l WHERE l.keys && q.keys LIMIT %s) d
     GROUP BY q.n
"""


def alike(keys: Iterable[int]) -> tuple[dict[UUID, Kept], bool]:
    """Everybody with a description that has one of these keys, all their descriptions, and whether there were too many."""
    with _server_side_cursor() as cursor:
        rows = cursor.execute(_ALIKE, [list(keys), MOST_DESCRIPTIONS], prepare=True).fetchall()
    return _by_person(rows), len(rows) >= MOST_DESCRIPTIONS


def _server_side_cursor() -> psycopg.Cursor[Any]:
    """A cursor that keeps its statement prepared: Django's own sends the values inside the statement."""
    connection.ensure_connection()
    held = connection.connection
    if held.prepare_threshold is None:
        held.prepare_threshold = PREPARED_AFTER
    return psycopg.Cursor(held)


def _by_person(rows: Iterable[tuple[UUID, UUID, str]]) -> dict[UUID, Kept]:
    found: dict[UUID, Kept] = {}
    for person, description, line in rows:
        found.setdefault(person, []).append((description, from_kept(line)))
    return found


def people_alike(keys: Sequence[Iterable[int]]) -> dict[int, list[UUID]]:
    """For several sets of keys, by their place: the people who have one of them, a person once for each description."""
    asked = [(place, "{" + ",".join(map(str, sorted(one))) + "}") for place, one in enumerate(keys) if one]
    if not asked:
        return {}
    places, written = zip(*asked, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE_EACH, [list(places), list(written), MOST_DESCRIPTIONS])
        return dict(cursor.fetchall())


def kept_of(people: Iterable[UUID]) -> dict[UUID, Kept]:
    """Each person's descriptions now."""
    rows = models.Lookup.objects.filter(person_id__in=list(people)).order_by("description_id")
    return _by_person(rows.values_list("person_id", "description_id", "traits"))


def add(described: Iterable[tuple[UUID, UUID, Traits, Iterable[int]]]) -> None:
    """Keep (description, person, traits, keys) of each new description."""
    add_rows(
        [
            models.Lookup(description_id=id, person_id=person, traits=as_kept(traits), keys=sorted(keys))
            for id, person, traits, keys in described
        ]
    )


def move(descriptions: Iterable[UUID], *, to: UUID) -> None:
    """These descriptions are another person's now."""
    models.Lookup.objects.filter(description_id__in=list(descriptions)).update(person_id=to)


def areas() -> list[str]:
    """The areas that hold any description."""
    return list(models.Description.objects.order_by("area").values_list("area", flat=True).distinct())


def everything(*, area: str) -> Iterator[tuple[UUID, UUID, str]]:
    """(description, person, line of traits) of every description that an area holds, the oldest first."""
    ids = models.Description.objects.filter(area=area).values("id")
    rows = models.Lookup.objects.filter(description_id__in=ids).order_by("description_id")
    return rows.values_list("description_id", "person_id", "traits").iterator(chunk_size=10_000)


def renew(*, area: str) -> int:
    """Read every description of an area again and keep its traits and keys anew; answers how many.

    After the normal form or the keys have changed. Links stay as they are, and nobody moves one meanwhile.
    """
    with transaction.atomic():
        locks.hold_area(area=area)
        standing = models.Link.objects.filter(area=area, to_at__isnull=True)
        whose = dict(standing.values_list("description_id", "person_id"))
        models.Lookup.objects.filter(description_id__in=list(whose)).delete()
        some = []
        for row in models.Description.objects.filter(pk__in=list(whose)).iterator(chunk_size=5_000):
            traits = traits_of(row)
            some.append((row.pk, whose[row.pk], traits, matching_keys(traits, area=area)))
        add(some)
    return len(whose)
