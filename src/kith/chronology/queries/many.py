"""The same reads for several children or entries at once, so that a page about many asks as often as a page about one."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.chronology.queries.known import known_row, rows_of_each, rows_over_time
from kith.chronology.queries.pages import MOST_ON_A_PAGE
from kith.chronology.queries.views import views
from kith.chronology.types import EntryView
from kith.grammar.known import Known

_SINCE = """
    SELECT DISTINCT v.recorded_at, v.entry, v.child
      FROM unnest(%(children)s::uuid[], %(moments)s::timestamptz[]) AS asked(child, at)
      JOIN entry_linked v ON v.child = asked.child
     WHERE v.scope = 'own' AND greatest(v.recorded_at, v.linked_from) > asked.at
       AND v.recorded_at <= %(as_at)s AND v.linked_from <= %(as_at)s
       AND (v.linked_to IS NULL OR %(as_at)s < v.linked_to)
     ORDER BY 1 DESC, 2 DESC LIMIT %(limit)s
"""
_TOLD = """
    SELECT DISTINCT c.said_by, c.said_by_area
      FROM entry_linked v JOIN chronology_entry_content c ON c.entry_id = v.entry
     WHERE v.child = ANY(%(children)s) AND v.scope = 'own' AND v.recorded_at <= %(as_at)s
       AND v.linked_from <= %(as_at)s AND (v.linked_to IS NULL OR %(as_at)s < v.linked_to)
     ORDER BY 1, 2
"""


def entries(*, ids: Collection[UUID], as_at: datetime) -> list[EntryView]:
    """Several entries as at a moment, in the order of their ids as given; those not here, or erased, are left out."""
    return views(list(ids), as_at=as_at, basis="recorded", linked_at=as_at)


def since_each(*, since: Mapping[UUID, datetime], as_at: datetime) -> dict[UUID, list[EntryView]]:
    """For each child the entries that were recorded, or linked to the child, after its own moment; the latest first.

    Children of whom nothing came are absent.
    """
    given: dict[str, Any] = {
        "children": list(since),
        "moments": list(since.values()),
        "as_at": as_at,
        "limit": MOST_ON_A_PAGE,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SINCE, given)
        pairs = [(child, entry) for _, entry, child in cursor.fetchall()]
    found = {view.id: view for view in entries(ids=dict.fromkeys(entry for _, entry in pairs), as_at=as_at)}
    news: dict[UUID, list[EntryView]] = {}
    for child, entry in pairs:
        if entry in found:
            news.setdefault(child, []).append(found[entry])
    return news


def known_entries_each(*, children: Collection[UUID], as_at: datetime) -> dict[UUID, list[Known]]:
    """What ``known_entries`` gives, as recorded, for several children in one statement; oldest first."""
    known: dict[UUID, list[Known]] = {child: [] for child in children}
    for child, *row in rows_of_each(children=children, as_at=as_at):
        known[child].append(known_row(tuple(row)))
    return {child: sorted(rows, key=lambda row: row.order) for child, rows in known.items()}


def known_entries_over_time(*, children: Collection[UUID]) -> dict[UUID, list[Known]]:
    """Everything recorded of several children at any time, in one statement: ``known_by`` takes one moment out of it."""
    known: dict[UUID, list[Known]] = {child: [] for child in children}
    for child, *row in rows_over_time(children=children):
        known[child].append(known_row(tuple(row)))
    return known


def agencies_that_told(*, children: Collection[UUID], as_at: datetime) -> tuple[tuple[str, str], ...]:
    """The agencies (code, area) that had said anything about any of these children."""
    with connection.cursor() as cursor:
        cursor.execute(_TOLD, {"children": list(children), "as_at": as_at})
        return tuple((code, area) for code, area in cursor.fetchall())
