"""Finds the people whom a description may be of: one short row for each description, one statement for each question."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from kith.identity import locks, models
from kith.identity.keys import matching_keys, searching_keys
from kith.identity.traits import NORMAL_FORM, Traits, as_kept, from_kept, traits_of
from kith.kernel.prepared import run_prepared
from kith.kernel.rows import add_rows

MOST_DESCRIPTIONS = 500
"""So many descriptions are looked at for one arrival; where there are more, a person decides."""
AT_ONCE = 5_000
Kept = list[tuple[UUID, Traits]]

# The inner question stands alone (MATERIALIZED), or the planner would read the table from end to end in the hope of
# filling the limit soon. Everything that is known of the people found comes with them: one weak link holds a link back.
_ALIKE = """
      WITH alike AS MATERIALIZED (SELECT person_id FROM identity_lookup WHERE keys && $1)
    SELECT person_id, description_id, traits FROM identity_lookup
     WHERE person_id = ANY(ARRAY(SELECT person_id FROM alike LIMIT $2))
"""
_MOST_ALIKE = """
      WITH alike AS MATERIALIZED (
            SELECT person_id, (SELECT count(*) FROM unnest(keys) k WHERE k = ANY($1)) AS shared
              FROM identity_lookup WHERE keys && $1),
           people AS (SELECT person_id FROM alike GROUP BY person_id ORDER BY max(shared) DESC, person_id LIMIT $2)
    SELECT person_id, description_id, traits FROM identity_lookup
     WHERE person_id = ANY(ARRAY(SELECT person_id FROM people))
"""
_ALIKE_EACH = """
    SELECT q.n, array_agg(d.person_id)
      FROM (SELECT n, k::int[] AS keys FROM unnest(%s::int[], %s::text[]) AS t (n, k)) q
     CROSS JOIN LATERAL (SELECT person_id FROM identity_lookup l WHERE l.keys && q.keys LIMIT %s) d
     GROUP BY q.n
"""


def alike(keys: Iterable[int]) -> tuple[dict[UUID, Kept], bool]:
    """Everybody with a description that has one of these keys, all their descriptions, and whether there were too many.

    Where there are too many, it is asked again for those who share most: a key of many namesakes then finds those of
    them who share something else too, and whoever shares nothing else is left out first.
    """
    connection.ensure_connection()
    values = (list(keys), MOST_DESCRIPTIONS)
    rows = run_prepared(connection.connection, _ALIKE, types=("int[]", "bigint"), values=values)
    was_cut = len(rows) >= MOST_DESCRIPTIONS
    if was_cut:
        rows = run_prepared(connection.connection, _MOST_ALIKE, types=("int[]", "bigint"), values=values)
    return _by_person(rows), was_cut


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


def kept_of(people: Collection[UUID]) -> dict[UUID, Kept]:
    """Each person's descriptions now."""
    if not people:
        return {}
    rows = models.Lookup.objects.filter(person_id__in=list(people)).order_by("description_id")
    return _by_person(rows.values_list("person_id", "description_id", "traits"))


@dataclass(frozen=True, kw_only=True)
class Derived:
    """What is kept of a description so that it is found: its normal form, and its keys for a match and for the search box."""

    id: UUID
    person: UUID
    traits: Traits
    matching: frozenset[int]
    searching: frozenset[int]


def derived_of(row: models.Description, *, person: UUID) -> Derived:
    """The same of a description that is held, read anew."""
    traits = traits_of(row)
    return Derived(
        id=row.pk,
        person=person,
        traits=traits,
        matching=matching_keys(traits, area=row.area),
        searching=searching_keys(traits, address=row.address_lines, area=row.area),
    )


def add(described: Sequence[Derived]) -> None:
    """Keep what is derived of new descriptions."""
    add_rows(
        [
            models.Lookup(
                description_id=one.id,
                person_id=one.person,
                traits=as_kept(one.traits),
                keys=sorted(one.matching),
            )
            for one in described
        ]
    )
    add_rows([models.SearchKeys(description_id=one.id, keys=sorted(one.searching)) for one in described])


def move(whose: Mapping[UUID, UUID]) -> None:
    """Each of these descriptions is that person's now."""
    for person in set(whose.values()):
        theirs = [description for description, of in whose.items() if of == person]
        models.Lookup.objects.filter(description_id__in=theirs).update(person_id=person)


def areas() -> list[str]:
    """The areas that hold any description."""
    return list(models.Description.objects.order_by("area").values_list("area", flat=True).distinct())


def everything(*, area: str) -> Iterator[tuple[UUID, UUID, str]]:
    """(description, person, line of traits) of every description that an area holds, the oldest first."""
    ids = models.Description.objects.filter(area=area).values("id")
    rows = models.Lookup.objects.filter(description_id__in=ids).order_by("description_id")
    return rows.values_list("description_id", "person_id", "traits").iterator(chunk_size=10_000)


def stale_areas() -> list[str]:
    """The areas with a description that was never read into the normal form of today: ``renew`` is due there."""
    current = models.Lookup.objects.filter(
        description_id=OuterRef("description_id"), traits__startswith=f"{NORMAL_FORM}\t"
    )
    stale = models.Link.objects.filter(~Exists(current), to_at__isnull=True)
    return list(stale.order_by("area").values_list("area", flat=True).distinct())


def renew(*, area: str) -> int:
    """Read every description of an area again and keep anew what is derived of it; answers how many.

    After the normal form or the keys have changed. Links stay as they are, and nobody moves one meanwhile.
    """
    with transaction.atomic():
        locks.hold_area(area=area)
        standing = models.Link.objects.filter(area=area, to_at__isnull=True)
        whose = dict(standing.values_list("description_id", "person_id"))
        for table in (models.Lookup, models.SearchKeys):
            table.objects.filter(description_id__in=list(whose)).delete()
        rows = models.Description.objects.filter(pk__in=list(whose)).iterator(chunk_size=AT_ONCE)
        while some := list(islice(rows, AT_ONCE)):
            add([derived_of(row, person=whose[row.pk]) for row in some])
    return len(whose)
