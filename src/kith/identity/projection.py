"""Folds link steps into links: what the table of links must always equal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

OPENING = frozenset({"linked", "reassigned"})
CLOSING = OPENING | {"unlinked"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One link step, as far as the fold needs it. ``number`` orders the steps of one description."""

    id: UUID
    description: UUID
    number: int
    person: UUID
    status: str
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One link: a description is a person's from one moment until another. ``id`` is its opening step's."""

    id: UUID
    description: UUID
    person: UUID
    from_at: datetime
    to_at: datetime | None = None


def fold(steps: Iterable[Said]) -> list[Span]:
    """The links that link steps amount to, in the order in which they opened, description by description.

    ``linked`` and ``reassigned`` end the link before and open one, ``unlinked`` ends it, ``possible`` changes nothing.
    """
    by_description: dict[UUID, list[Said]] = {}
    for step in steps:
        by_description.setdefault(step.description, []).append(step)
    return [
        span
        for said in by_description.values()
        for span in _fold_one(sorted(said, key=lambda one: one.number))
    ]


def _fold_one(steps: Sequence[Said]) -> list[Span]:
    spans: list[Span] = []
    for step in steps:
        if step.status in CLOSING and spans and spans[-1].to_at is None:
            spans[-1] = replace(spans[-1], to_at=step.decided_at)
        if step.status in OPENING:
            spans.append(
                Span(id=step.id, description=step.description, person=step.person, from_at=step.decided_at)
            )
    return spans
