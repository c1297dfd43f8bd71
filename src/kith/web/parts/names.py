"""Practitioners by name, as a sentence says them."""

from collections.abc import Mapping
from uuid import UUID

from kith.agencies.types import Practitioner

People = Mapping[UUID, Practitioner]
"""Practitioners by their id: read once for a page."""


def name_of(person: UUID | None, people: People) -> str:
    """Their name, or that nobody who works here is known by it."""
    found = people.get(person) if person else None
    return found.name if found else "somebody who no longer works here"
