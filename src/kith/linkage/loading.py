"""Fills the table in which matches are looked for, by COPY, and builds its index afterwards."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection

TABLE = "identity_lookup"
COLUMNS = "description_id, person_id, keys, traits"
_INDEXES = """
    SELECT indexname, indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = %s AND indexname NOT IN
           (SELECT conname FROM pg_constraint WHERE contype = 'p')
"""


def fill(
    admin: "psycopg.Connection[Any]",
    *,
    lines: Sequence[str],
    keys: Sequence[Sequence[int]],
    whose: Iterable[int],
) -> None:
    """Copy descriptions in, by their places (``place_id``), and index them. The table must be empty."""
    with admin.transaction():
        indexes = admin.execute(_INDEXES, [TABLE]).fetchall()
        for name, _ in indexes:
            admin.execute(f"DROP INDEX {name}")
        with admin.cursor().copy(f"COPY {TABLE} ({COLUMNS}) FROM STDIN") as copy:
            for place, (line, some, person) in enumerate(zip(lines, keys, whose, strict=True)):
                written = line.replace("\\", "\\\\").replace("\t", "\\t")
                copy.write(
                    f"{place_id(place)}\t{place_id(person)}\t{{{','.join(map(str, some))}}}\t{written}\n"
                )
        admin.execute("SET LOCAL maintenance_work_mem = '1GB'")
        for _, definition in indexes:
            admin.execute(definition)
    admin.execute(f"ANALYZE {TABLE}")


def place_id(place: int) -> UUID:
    """The id that a description, or a person, has by its place in a file."""
    return UUID(int=place + 1)


def place_of(id: UUID) -> int:
    """The place that an id stands for."""
    return id.int - 1


def sizes() -> dict[str, int]:
    """Bytes of the table and of each of its indexes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_table_size(%s::regclass)", [TABLE])
        found = {"table": cursor.fetchone()[0]}
        cursor.execute(
            "SELECT indexrelid::regclass::text, pg_relation_size(indexrelid) FROM pg_index WHERE indrelid = %s::regclass",
            [TABLE],
        )
        return found | dict(cursor.fetchall())
