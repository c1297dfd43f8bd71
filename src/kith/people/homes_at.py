"""Where many people lived, each at a moment of their own, and which children lived there then: one statement."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

_HELD = """
    ({row}.from_on IS NULL OR {row}.from_on <= {at}.day) AND ({row}.to_on IS NULL OR {row}.to_on > {at}.day)
    AND {row}.known_at <= {at}.at AND ({row}.withdrawn_at IS NULL OR {row}.withdrawn_at > {at}.at)
"""
_HOMES = f"""
    WITH asked AS (
        SELECT a.person, a.at, a.place, (a.at AT TIME ZONE 'Europe/London')::date AS day
          FROM unnest(%(people)s::uuid[], %(moments)s::timestamptz[]) WITH ORDINALITY AS a(person, at, place)
    ), own AS (
        SELECT DISTINCT ON (a.place) a.place, a.at, a.day, r.household_id
          FROM asked a JOIN people_residency r ON r.person_id = a.person AND {_HELD.format(row="r", at="a")}
         ORDER BY a.place, r.from_on DESC NULLS LAST, r.known_at
    )
    SELECT o.place, o.household_id, array_agg(m.person_id ORDER BY m.person_id)
      FROM own o
      JOIN people_residency m ON m.household_id = o.household_id AND {_HELD.format(row="m", at="o")}
      JOIN people_person p ON p.id = m.person_id AND p.kind <> 'adult'
     GROUP BY o.place, o.household_id
"""  # noqa: S608  names of our own columns

Home = tuple[UUID, tuple[UUID, ...]]
"""A household, and the children who lived in it, unborn ones too, in the order of their ids."""


def homes_at(*, moments: Sequence[tuple[UUID, datetime]]) -> list[Home | None]:
    """For each (person, moment) the household that ``household_of`` answers, with its children; None where nobody knows."""
    given = {"people": [person for person, _ in moments], "moments": [at for _, at in moments]}
    with connection.cursor() as cursor:
        cursor.execute(_HOMES, given)
        found: dict[int, Home] = {
            place: (home, tuple(children)) for place, home, children in cursor.fetchall()
        }
    return [found.get(place) for place in range(1, len(moments) + 1)]
