"""Whom agencies' descriptions were linked to at a moment, and when they say that those people can have been born."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

_SQL = """
    SELECT d.id, CASE WHEN d.kind = 'child' THEN d.born_from END, l.person_id, l.from_at, l.to_at
      FROM identity_description d
      LEFT JOIN identity_link l ON l.description_id = d.id
     WHERE d.id = ANY(%s)
"""


@dataclass(frozen=True, kw_only=True)
class _Linked:
    person: UUID
    from_at: datetime
    to_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Descriptions:
    """Those descriptions that exist, with their links, past and present."""

    links: Mapping[UUID, tuple[_Linked, ...]] = field(default_factory=dict)
    births: Mapping[UUID, date | None] = field(default_factory=dict)
    """The first day on which each can have been born, in the sender's own words; None for adults, and where it is not said."""

    def missing(self, about: Iterable[UUID]) -> tuple[UUID, ...]:
        return tuple(description for description in about if description not in self.links)

    def people(self, about: Iterable[UUID], *, at: datetime) -> tuple[UUID, ...]:
        """Everybody whom these were linked to at a moment, each once."""
        return tuple(dict.fromkeys(link.person for link in self._at(about, at)))

    def earliest_birth(self, about: Iterable[UUID]) -> date | None:
        """The first day on which a child concerned can have been born; None unless all are children with a birth.

        As whoever says the entry describes them: what others know of a child must neither hold an entry back nor,
        by a refusal, tell its sender that the child was found.
        """
        births = [self.births.get(description) for description in about]
        known = [born for born in births if born]
        return min(known) if known and len(known) == len(births) else None

    def _at(self, about: Iterable[UUID], at: datetime) -> list[_Linked]:
        links = (link for description in about for link in self.links.get(description, ()))
        return [link for link in links if link.from_at <= at and (link.to_at is None or at < link.to_at)]


def descriptions(ids: Iterable[UUID]) -> Descriptions:
    """One read for all of them. Those that do not exist are ``missing``."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [list(ids)])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    links: dict[UUID, tuple[_Linked, ...]] = {}
    births: dict[UUID, date | None] = {}
    for description, born, person, from_at, to_at in rows:
        linked = () if person is None else (_Linked(person=person, from_at=from_at, to_at=to_at),)
        links[description] = links.get(description, ()) + linked
        births[description] = born
    return Descriptions(links=links, births=births)
