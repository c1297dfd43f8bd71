"""Finds by their keys the people who may be meant, and reads the short rows by which they are told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kith.identity.asked import Part
from kith.identity.found_words import names_in
from kith.identity.near_spellings import undoubled
from kith.identity.traits import Traits, from_kept

MOST_PEOPLE = 400
"""So many people are read for one search."""
MOST_SLIPS = 1000
"""So many descriptions are read to find the names that are one slip away: a key finds many that are not."""

# The keys are asked first and alone (MATERIALIZED), or the planner would read a table from end to end in the hope of
# filling the limit soon. OFFSET 0 keeps each of the few looked up by itself, or it would hash all that there are.
_LINK = """
     CROSS JOIN LATERAL (
            SELECT person_id, description_id FROM identity_link WHERE {whose} AND from_at <= %(as_at)s
               AND (to_at IS NULL OR to_at > %(as_at)s) OFFSET 0) k
"""
_LINE = """
     CROSS JOIN LATERAL (SELECT traits FROM identity_lookup WHERE description_id = k.description_id OFFSET 0) l
"""
_BORN = """
     CROSS JOIN LATERAL (SELECT born_from, born_to FROM identity_description WHERE id = s.description_id OFFSET 0) d
"""
_FOUND = """
      WITH alike AS MATERIALIZED (SELECT s.description_id, s.keys FROM identity_searchkeys s{born} WHERE {wanted}),
           few AS MATERIALIZED (SELECT description_id, keys FROM alike LIMIT %(most)s)
    SELECT k.person_id{line} FROM few f{lookup}
"""
_KNOWN = f"""
    SELECT k.person_id, s.keys, l.traits FROM unnest(%(people)s::uuid[]) a (person)
    {_LINK.format(whose="person_id = a.person")}{_LINE}
     CROSS JOIN LATERAL (SELECT keys FROM identity_searchkeys WHERE description_id = k.description_id OFFSET 0) s
     ORDER BY k.description_id
"""  # noqa: S608  our own words


@dataclass(frozen=True, kw_only=True)
class Known:
    """What all agencies together say of somebody, as far as a search needs it."""

    keys: frozenset[int]
    traits: tuple[Traits, ...]

    def answers(self, part: Part, *, is_hidden: bool) -> bool:
        """Whether this person is whom one part means; by way of an address never where the address is hidden."""
        return (
            bool(part.keys & self.keys)
            or (part.born is not None and self.may_be_born(*part.born))
            or (not is_hidden and bool(part.doors & self.keys))
            or has_a_slip_of(part, self.traits)
        )

    def may_be_born(self, first: date, last: date) -> bool:
        """Whether any agency's day or days of birth meet these."""
        low, high = f"{first:%Y%m%d}", f"{last:%Y%m%d}"
        return any(one.born_from and one.born_from <= high and low <= one.born_to for one in self.traits)


def has_a_slip_of(part: Part, traits: Iterable[Traits]) -> bool:
    """Whether a name is one slip away from what was typed."""
    return bool(part.slips) and any(undoubled(name) in part.slips for name in names_in(traits))


def found_by(parts: Sequence[Part], *, as_at: datetime) -> tuple[set[UUID], bool]:
    """Everybody with one description that has a key of each part that has any, and whether there were too many."""
    wanted, given = _wanted(parts)
    given |= {"as_at": as_at}
    said = {"wanted": wanted, "born": _BORN if any(part.born for part in parts) else ""}
    link = _LINK.format(whose="description_id = f.description_id")
    if not any(part.slips for part in parts):
        rows = _rows(_FOUND.format(**said, line="", lookup=link), given | {"most": MOST_PEOPLE})
        return {person for (person,) in rows}, len(rows) == MOST_PEOPLE
    statement = _FOUND.format(**said, line=", f.keys, l.traits", lookup=link + _LINE)
    rows = _rows_by_index(statement, given | {"most": MOST_SLIPS})
    people = list(dict.fromkeys(person for person, keys, line in rows if _is_meant(parts, keys, line)))
    return set(people[:MOST_PEOPLE]), len(people) > MOST_PEOPLE or len(rows) == MOST_SLIPS


def _is_meant(parts: Sequence[Part], keys: list[int], line: str) -> bool:
    one = Known(keys=frozenset(keys), traits=(from_kept(line),))
    return all(one.answers(part, is_hidden=False) for part in parts)


def _wanted(parts: Sequence[Part]) -> tuple[str, dict[str, Any]]:
    """The condition for one description: the keys that it must share, and the days of birth that it must meet."""
    said: list[str] = []
    given: dict[str, Any] = {}
    for place, part in enumerate(parts):
        if part.reach:
            said.append(f"s.keys && %(keys_{place})s::int[]")
            given[f"keys_{place}"] = sorted(part.reach)
        if part.born:
            said.append(f"d.born_from <= %(last_{place})s AND d.born_to >= %(first_{place})s")
            given |= {f"first_{place}": part.born[0], f"last_{place}": part.born[1]}
    return " AND ".join(said), given


def known(*, people: Iterable[UUID], as_at: datetime) -> dict[UUID, Known]:
    """What was known of several people at a moment, in one read."""
    keys: dict[UUID, set[int]] = {}
    traits: dict[UUID, list[Traits]] = {}
    for person, some, line in _rows(_KNOWN, {"people": list(people), "as_at": as_at}):
        keys.setdefault(person, set()).update(some)
        traits.setdefault(person, []).append(from_kept(line))
    return {
        person: Known(keys=frozenset(held), traits=tuple(traits[person])) for person, held in keys.items()
    }


def _rows(statement: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _rows_by_index(statement: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    """For a question with hundreds of keys: the planner takes so many for a reason to read the table from end to end."""
    with transaction.atomic():
        _rows("SELECT set_config('enable_seqscan', 'off', true)", {})
        rows = _rows(statement, given)
        _rows("SELECT set_config('enable_seqscan', 'on', true)", {})
    return rows
