"""Says in whose descriptions a search looked, and how fresh each agency's are."""

from datetime import datetime
from typing import Any

from django.db import connection

from kith.identity.types import KnownTo

_LOOKED_IN = """
    WITH RECURSIVE agencies AS (
        (SELECT said_by_area, said_by FROM identity_description
          WHERE area = %(area)s ORDER BY said_by_area, said_by LIMIT 1)
        UNION ALL
        SELECT following.* FROM agencies a CROSS JOIN LATERAL (
            SELECT d.said_by_area, d.said_by FROM identity_description d
             WHERE d.area = %(area)s AND (d.said_by_area, d.said_by) > (a.said_by_area, a.said_by)
             ORDER BY d.said_by_area, d.said_by LIMIT 1) following
    )
    SELECT said_by, said_by_area, last_at FROM agencies a CROSS JOIN LATERAL (
        SELECT max(d.received_at) AS last_at FROM identity_description d
         WHERE d.area = %(area)s AND d.said_by_area = a.said_by_area AND d.said_by = a.said_by
           AND d.received_at <= %(as_at)s) latest
     WHERE last_at IS NOT NULL ORDER BY said_by, said_by_area
"""


def looked_in(*, area: str, as_at: datetime) -> tuple[KnownTo, ...]:
    """Each agency that had described anybody by then: the index is hopped along, however many descriptions there are."""
    with connection.cursor() as cursor:
        cursor.execute(_LOOKED_IN, {"area": area, "as_at": as_at})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return tuple(KnownTo(agency=agency, area=of_area, last_at=last_at) for agency, of_area, last_at in rows)
