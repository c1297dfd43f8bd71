"""Frozen values that every room may use."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who does a thing: the ``by`` of every operation. ``id`` is the practitioner's."""

    id: UUID
    area: str
    agency: str
    """The agency's code in the rulebook's closed list, such as ``police``."""
    name: str
    roles: tuple[str, ...] = ()
