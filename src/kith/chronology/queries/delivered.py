"""Which entries about some children were put where an agency reads, and who of them has opened or taken them in."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.chronology.types import Delivered

_QUERY = """
    SELECT l.person_id, d.entry_id, min(d.known_at),
           array_remove(array_agg(DISTINCT r.by), NULL)
      FROM identity_link l
      JOIN chronology_entry_about a ON a.description_id = l.description_id
      JOIN chronology_entry_known_to d ON d.entry_id = a.entry_id AND d.how = 'delivered'
       AND d.agency = %(agency)s AND d.agency_area = %(area)s AND d.recorded_at <= %(as_at)s
      LEFT JOIN chronology_entry_known_to r ON r.entry_id = a.entry_id AND r.how IN ('opened', 'acknowledged')
       AND r.agency = %(agency)s AND r.agency_area = %(area)s AND r.recorded_at <= %(as_at)s
     WHERE l.person_id = ANY(%(children)s) AND l.to_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM chronology_entry_reference w
                        WHERE w.to_id = a.entry_id AND w.relation IN ('withdraws', 'corrects'))
     GROUP BY 1, 2 ORDER BY 3, 2
"""


def delivered(
    *, children: Collection[UUID], agency: str, agency_area: str, as_at: datetime
) -> tuple[Delivered, ...]:
    """Each entry with the child and when it was delivered, the earliest first; what was withdrawn is left out."""
    if not children:
        return ()
    given: dict[str, Any] = {
        "children": list(children),
        "agency": agency,
        "area": agency_area,
        "as_at": as_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, given)
        rows = cursor.fetchall()
    return tuple(
        Delivered(child=child, entry=entry, delivered_at=at, read_by=tuple(read_by))
        for child, entry, at, read_by in rows
    )
