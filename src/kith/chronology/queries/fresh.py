"""How fresh what each agency sends is: silence is never shown as safety."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.chronology.taking import rulebook
from kith.chronology.types import Fresh
from kith.kernel.errors import BadInput

_OF_CHILD = """
    SELECT c.said_by, c.said_by_area, max(v.recorded_at)
      FROM entry_linked v JOIN chronology_entry_content c ON c.entry_id = v.entry
     WHERE v.child = %s AND v.scope = 'own' AND v.recorded_at <= %s AND v.linked_from <= %s
       AND (v.linked_to IS NULL OR %s < v.linked_to)
     GROUP BY 1, 2 ORDER BY 1, 2
"""
_OF_AREA = """
    SELECT a.code, %s, k.latest
      FROM unnest(%s::text[]) AS a(code)
     CROSS JOIN LATERAL (SELECT max(recorded_at) AS latest FROM chronology_entry_known_to
                          WHERE how = 'said' AND agency = a.code AND agency_area = %s AND recorded_at <= %s) k
     WHERE k.latest IS NOT NULL ORDER BY 1
"""


def freshness(*, as_at: datetime, area: str | None = None, child: UUID | None = None) -> tuple[Fresh, ...]:
    """Per agency, when something was last received from it: about one child, or by the agencies of one area.

    An agency that never said anything is absent, which a page must say in words. Give ``area`` or ``child``, not both;
    raises BadInput otherwise.
    """
    if (area is None) == (child is None):
        raise BadInput("area", "Ask about one area or about one child.")
    with connection.cursor() as cursor:
        if child is not None:
            cursor.execute(_OF_CHILD, [child, as_at, as_at, as_at])
        else:
            cursor.execute(_OF_AREA, [area, list(rulebook().agencies), area, as_at])
        rows = cursor.fetchall()
    return tuple(
        Fresh(agency=agency, agency_area=where, received_at=latest) for agency, where, latest in rows
    )
