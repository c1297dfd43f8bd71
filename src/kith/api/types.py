"""Frozen values of the JSON door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.kernel.types import Actor


@dataclass(frozen=True, kw_only=True)
class NewToken:
    """What a token is issued for: ``agency`` and ``practitioner`` are codes in the area of whoever issues it.

    The practitioner is the post in whose name the system sends. ``from_at`` is now where it is not given.
    """

    agency: str
    practitioner: str
    purpose: str
    to_at: datetime
    from_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Issued:
    """A token, once: ``secret`` is nowhere else, and nobody can ask for it again."""

    id: UUID
    secret: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class TokenView:
    """A token as an administrator sees it: never the secret."""

    id: UUID
    agency: str
    practitioner: str
    purpose: str
    from_at: datetime
    to_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Whose system is at the door, and at what moment: the clock is read once for a request, here."""

    agency: UUID
    by: Actor
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing to mend. ``field`` is its path in what was sent (``entries[0].details.site``), or a header's name.

    Neither part repeats what was sent: an answer is written down in more places than anybody can count.
    """

    field: str
    problem: str

    @property
    def as_json(self) -> dict[str, str]:
        return {"field": self.field, "problem": self.problem}


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One request: the body as it came, and the items in it, each still as its sender wrote it."""

    key: str
    media_type: str
    body: bytes
    digest: bytes
    """The body's SHA-256."""
    items: tuple[Any, ...]
    agency: Any = None
    """The agency that the body says it is from, where it does: never more than a check on the token's."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one item: kept under ``id``, or refused with ``problems``. Never whose it was found to be."""

    index: int
    id: UUID | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def as_json(self) -> Mapping[str, Any]:
        return {
            "index": self.index,
            "status": "refused" if self.id is None else "kept",
            "id": None if self.id is None else str(self.id),
            "errors": [problem.as_json for problem in self.problems],
        }


class NotTaken(Exception):
    """A request is answered with ``status`` and what to mend; nothing of it was kept."""

    def __init__(self, status: int, *problems: Problem, retry_after: int | None = None) -> None:
        super().__init__(f"{status}: {', '.join(problem.field for problem in problems)}")
        self.status = status
        self.problems = problems
        self.retry_after = retry_after
