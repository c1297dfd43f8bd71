"""Whom agencies' descriptions were linked to at a moment, and when those people can have been born."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

_SQL = """
    SELECT d.id, l.person_id, l.from_at, l.to_at, p.kind, p.born_from
      FROM identity_description d
      LEFT JOIN identity_link l ON l.description_id = d.id
      LEFT JOIN people_person p ON p.id = l.person_id
     WHERE d.id = ANY(%s)
"""


@dataclass(frozen=True, kw_only=True)
class _Linked:
    person: UUID
    from_at: datetime
    to_at: datetime | None
    kind: str
    born_from: date | None


@dataclass(frozen=True, kw_only=True)
class Descriptions:
    """Those descriptions that exist, with their links, past and present."""

    links: Mapping[UUID, tuple[_Linked, ...]] = field(default_factory=dict)

    def missing(self, about: Iterable[UUID]) -> tuple[UUID, ...]:
        return tuple(description for description in about if description not in self.links)

    def people(self, about: Iterable[UUID], *, at: datetime) -> tuple[UUID, ...]:
        """Everybody whom these were linked to at a moment, each once."""
        return tuple(dict.fromkeys(link.person for link in self._at(about, at)))

    def earliest_birth(self, about: tuple[UUID, ...], *, at: datetime) -> date | None:
        """The first day on which a child concerned can have been born; None unless everybody is a child whose birth is known.

        An adult has a past before any pregnancy, and of somebody who is not linked yet nothing is known.
        """
        found = self._at(about, at)
        births = [link.born_from for link in found if link.kind == "child" and link.born_from]
        everybody = (
            len(births) == len(found) and {link.person for link in found} and self._all_linked(about, at)
        )
        return min(births) if everybody else None

    def _all_linked(self, about: tuple[UUID, ...], at: datetime) -> bool:
        return all(self._at([description], at) for description in about)

    def _at(self, about: Iterable[UUID], at: datetime) -> list[_Linked]:
        links = (link for description in about for link in self.links.get(description, ()))
        return [link for link in links if link.from_at <= at and (link.to_at is None or at < link.to_at)]


def descriptions(ids: Iterable[UUID]) -> Descriptions:
    """One read for all of them. Those that do not exist are ``missing``."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [list(ids)])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    links: dict[UUID, tuple[_Linked, ...]] = {}
    for description, person, from_at, to_at, kind, born_from in rows:
        linked = (
            ()
            if person is None
            else (_Linked(person=person, from_at=from_at, to_at=to_at, kind=kind, born_from=born_from),)
        )
        links[description] = links.get(description, ()) + linked
    return Descriptions(links=links)
