"""What was known of a child at a moment, as rules see it."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import connection

from kith.chronology.codes import HOLDING
from kith.grammar.known import Known

Basis = Literal["recorded", "known"]
"""``recorded``: what Kith could have asked (live); ``known``: what somebody could have known (replay, "what they knew")."""
FROM_COLUMN: dict[Basis, str] = {"recorded": "recorded_from", "known": "known_from"}

_COLUMNS = """v.entry, v.scope, v.{since}, v.until, c.kind, c.said_by, c.said_by_area, c.happened_from, c.happened_to,
           c.actor_role, c.voice, c.claim, c.precision, c.details, c.occurrence,
           (SELECT json_agg(json_build_array(r.relation, r.to_id) ORDER BY r.relation, r.to_id)
              FROM chronology_entry_reference r WHERE r.entry_id = v.entry)"""
_SQL = f"""
    SELECT DISTINCT ON (v.entry) {_COLUMNS}
      FROM {{view}} v JOIN chronology_entry_content c ON c.entry_id = v.entry
     WHERE v.child = %(child)s AND v.{{since}} <= %(as_at)s AND (v.until IS NULL OR %(as_at)s < v.until) {{whose}}
     ORDER BY v.entry, v.scope DESC, v.{{since}}
"""  # noqa: S608
_EACH = """unnest(%(children)s::uuid[]) AS g(child)
      CROSS JOIN LATERAL (SELECT k.* FROM entry_as_known k WHERE k.child = g.child OFFSET 0) v"""
"""Child by child, by index: a plan for all children at once may join whole tables first."""
_SQL_EACH = f"""
    SELECT DISTINCT ON (v.child, v.entry) v.child, {_COLUMNS}
      FROM {_EACH} JOIN chronology_entry_content c ON c.entry_id = v.entry
     WHERE v.{{since}} <= %(as_at)s AND (v.until IS NULL OR %(as_at)s < v.until)
     ORDER BY v.child, v.entry, v.scope DESC, v.{{since}}
"""  # noqa: S608
_SQL_OVER_TIME = f"""
    SELECT v.child, {_COLUMNS}
      FROM {_EACH} JOIN chronology_entry_content c ON c.entry_id = v.entry
     ORDER BY v.child, v.entry, v.scope DESC, v.{{since}}
"""  # noqa: S608
_WHOSE = "AND v.agency = %(agency)s AND v.agency_area = %(agency_area)s AND v.how = ANY(%(holding)s)"


def known_entries(
    *, child: UUID, as_at: datetime, basis: Basis = "recorded", agency: tuple[str, str] | None = None
) -> list[Known]:
    """The entries about a child, and about other children of the household, as known at a moment; oldest first.

    ``agency`` is (code, area): then only what that agency held, and since it did. Without it, what the partnership
    could have known. An entry about both is the child's own. What was withdrawn or corrected by then, or whose link was undone, is left out.
    """
    view, whose = ("entry_as_known_to", _WHOSE) if agency else ("entry_as_known", "")
    code, area = agency or ("", "")
    query = _SQL.format(view=view, since=FROM_COLUMN[basis], whose=whose)
    given: dict[str, Any] = {
        "child": child,
        "as_at": as_at,
        "agency": code,
        "agency_area": area,
        "holding": list(HOLDING),
    }
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        rows = [known_row(row) for row in cursor.fetchall()]
    return sorted(rows, key=lambda row: row.order)


def rows_of_each(*, children: Collection[UUID], as_at: datetime) -> list[tuple[Any, ...]]:
    """A row for each child and entry as recorded by a moment: the child first, then what ``known_row`` reads."""
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL_EACH.format(since=FROM_COLUMN["recorded"]), {"children": list(children), "as_at": as_at}
        )
        return list(cursor.fetchall())


def rows_over_time(*, children: Collection[UUID]) -> list[tuple[Any, ...]]:
    """The same at whatever moment, with since when and until when each row holds: an entry may have several."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL_OVER_TIME.format(since=FROM_COLUMN["recorded"]), {"children": list(children)})
        return list(cursor.fetchall())


def known_by(rows: Iterable[Known], *, as_at: datetime) -> list[Known]:
    """Of what ``known_entries_over_time`` gives for a child, what ``known_entries`` gives at a moment."""
    found: dict[UUID, Known] = {}
    for row in rows:
        if row.known_from <= as_at and (row.until is None or as_at < row.until):
            found.setdefault(row.entry, row)
    return sorted(found.values(), key=lambda row: row.order)


def known_row(row: tuple[Any, ...]) -> Known:
    """One row of the statements above as rules see it."""
    entry, scope, known_from, until, kind, said_by, said_by_area, happened_from, happened_to = row[:9]
    actor_role, voice, claim, precision, details, occurrence, references = row[9:]
    return Known(
        entry=entry,
        scope=scope,
        known_from=known_from,
        until=until,
        kind=kind,
        said_by=said_by,
        said_by_area=said_by_area,
        happened_from=happened_from,
        happened_to=happened_to,
        actor_role=actor_role,
        voice=voice,
        claim=claim,
        precision=precision,
        details=_loaded(details),
        occurrence=occurrence,
        references=tuple((relation, UUID(to)) for relation, to in _loaded(references) or ()),
    )


def _loaded(value: Any) -> Any:
    """JSON as Django's connection gives it: text, unless the driver has read it already."""
    return json.loads(value) if isinstance(value, str) else value
