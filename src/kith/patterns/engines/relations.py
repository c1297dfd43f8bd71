"""Where a statement's ``moments`` and ``known`` come from: the ledger, or rows given with the question."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from kith.grammar.known import Known, Moment

_ASKED = (
    "unnest(%(children)s::uuid[], %(instants)s::timestamptz[]) WITH ORDINALITY AS a(child, as_at, moment)"
)

GIVEN = f"""given AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(%(rows)s::jsonb) AS g(child uuid, entry uuid, scope text,
    kind text, said_by text, said_by_area text, voice text, claim text, happened_from timestamptz, happened_to timestamptz,
    known_from timestamptz, until timestamptz, details jsonb, refs jsonb, occurrence uuid)),
births AS (SELECT * FROM jsonb_to_recordset(%(births)s::jsonb) AS b(child uuid, born_from date, born_to date)),
moments AS MATERIALIZED (SELECT a.moment, a.child, a.as_at, b.born_from, b.born_to FROM {_ASKED} LEFT JOIN births b USING (child)),
known AS MATERIALIZED (SELECT m.moment, m.as_at, m.born_from, m.born_to, g.entry, g.scope, g.kind, g.said_by, g.said_by_area,
    g.voice, g.claim, g.happened_from, g.happened_to, g.details, g.refs, g.occurrence
    FROM moments m JOIN given g ON g.child = m.child AND g.known_from <= m.as_at AND (g.until IS NULL OR m.as_at < g.until))"""  # noqa: S608


_LEDGER = f"""moments AS MATERIALIZED (SELECT a.moment, a.child, a.as_at, coalesce(p.born_from, p.expected_on) AS born_from,
    coalesce(p.born_to, p.expected_on) AS born_to FROM {_ASKED} JOIN people_person p ON p.id = a.child),
held AS MATERIALIZED (SELECT c.child, v.entry, v.scope, v.since, v.until FROM (SELECT DISTINCT child FROM moments) c
    CROSS JOIN LATERAL (SELECT k.entry, k.scope, k.SINCE AS since, k.until FROM entry_as_known k WHERE k.child = c.child) v),
refs AS MATERIALIZED (SELECT r.entry_id AS entry, jsonb_object_agg(r.relation, r.tos) AS refs FROM (SELECT x.entry_id, x.relation,
    jsonb_agg(x.to_id) AS tos FROM chronology_entry_reference x WHERE x.entry_id IN (SELECT h.entry FROM held h)
    GROUP BY x.entry_id, x.relation) r GROUP BY r.entry_id),
known AS MATERIALIZED (SELECT DISTINCT ON (m.moment, h.entry) m.moment, m.as_at, m.born_from, m.born_to, h.entry, h.scope, c.kind,
    c.said_by, c.said_by_area, c.voice, c.claim, c.happened_from, c.happened_to, jsonb_strip_nulls(c.details) AS details,
    coalesce(r.refs, '{{}}'::jsonb) AS refs, c.occurrence
    FROM moments m JOIN held h ON h.child = m.child AND h.since <= m.as_at AND (h.until IS NULL OR m.as_at < h.until)
    JOIN chronology_entry_content c ON c.entry_id = h.entry LEFT JOIN refs r ON r.entry = h.entry
    ORDER BY m.moment, h.entry, h.scope DESC)"""  # noqa: S608
RECORDED, KNOWN = _LEDGER.replace("SINCE", "recorded_from"), _LEDGER.replace("SINCE", "known_from")
"""From the ledger: entries count from when they were recorded (live), or from when somebody knew them (replay)."""


def given(moments: Iterable[Moment]) -> dict[str, str]:
    """Parameters for `GIVEN`: the rows and births of moments; one child's moments must agree on both."""
    children = {moment.child: moment for moment in moments}
    rows = [_row(child, row) for child, moment in children.items() for row in moment.rows]
    births = [
        {"child": str(child), "born_from": _text(moment.born_from), "born_to": _text(moment.born_to)}
        for child, moment in children.items()
    ]
    return {"rows": json.dumps(rows), "births": json.dumps(births)}


def _row(child: UUID, row: Known) -> dict[str, Any]:
    refs: dict[str, list[str]] = {}
    for relation, entry in row.references:
        refs.setdefault(relation, []).append(str(entry))
    return {
        "child": str(child),
        "entry": str(row.entry),
        "scope": row.scope,
        "kind": row.kind,
        "said_by": row.said_by,
        "said_by_area": row.said_by_area,
        "voice": row.voice,
        "claim": row.claim,
        "happened_from": row.happened_from.isoformat(),
        "happened_to": row.happened_to.isoformat(),
        "known_from": row.known_from.isoformat(),
        "until": _text(row.until),
        "details": {name: value for name, value in row.details.items() if value is not None},
        "refs": refs,
        "occurrence": str(row.occurrence) if row.occurrence else None,
    }


def _text(value: Any) -> str | None:
    return None if value is None else value.isoformat()
