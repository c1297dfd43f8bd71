"""The one way in which links change: a link step is appended, and the links that follow from it are kept with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from kith.identity import bands, lookup, models
from kith.identity.model import model_in_use
from kith.identity.projection import CLOSING, OPENING, Said, fold
from kith.identity.types import Candidate, Evidence
from kith.kernel.errors import BadInput
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One link step to be appended. ``decided_by`` None: it is automatic. ``is_first``: its description is new."""

    description: UUID
    person: UUID
    status: str
    because: str
    band: str = "confirmed"
    weight: float | None = None
    evidence: tuple[Evidence, ...] = ()
    decided_by: UUID | None = None
    step: UUID | None = None
    is_first: bool = False


def append(moves: Sequence[Move], *, area: str, at: datetime) -> list[UUID]:
    """Append link steps in their order and keep the links in line with them; answers the steps' ids."""
    numbers = _numbers_so_far(move.description for move in moves if not move.is_first)
    rows = []
    for move in moves:
        numbers[move.description] = numbers.get(move.description, 0) + 1
        rows.append(_row(move, number=numbers[move.description], area=area, at=at))
    _end_links({row.description_id for row in rows if row.status in CLOSING and row.number > 1}, at)
    add_rows(rows)
    lookup.move(
        {row.description_id: row.person_id for row in rows if row.status in OPENING and row.number > 1}
    )
    spans = fold(_as_said(row) for row in rows)
    add_rows(
        [
            models.Link(
                id=span.id,
                area=area,
                description_id=span.description,
                person_id=span.person,
                from_at=span.from_at,
                to_at=span.to_at,
            )
            for span in spans
        ]
    )
    return [row.pk for row in rows]


def _row(move: Move, *, number: int, area: str, at: datetime) -> models.LinkStep:
    return models.LinkStep(
        area=area,
        description_id=move.description,
        number=number,
        person_id=move.person,
        status=move.status,
        evidence=evidence_as_kept(move.evidence),
        weight=move.weight,
        band=move.band,
        model_version=model_in_use().version,
        policy_version=bands.POLICY_VERSION,
        step_id=move.step,
        decided_at=at,
        decided_by=move.decided_by,
        because=move.because,
    )


def _as_said(row: models.LinkStep) -> Said:
    return Said(
        id=row.pk,
        description=row.description_id,
        number=row.number,
        person=row.person_id,
        status=row.status,
        decided_at=row.decided_at,
    )


def _numbers_so_far(descriptions: Iterable[UUID]) -> dict[UUID, int]:
    wanted = set(descriptions)
    if not wanted:
        return {}
    counted = models.LinkStep.objects.filter(description__in=wanted).values_list("description")
    return dict(counted.annotate(last=Max("number")))


def _end_links(descriptions: set[UUID], at: datetime) -> None:
    """End what is open. History is not rewritten: a moment before the link began is refused."""
    if not descriptions:
        return
    standing = models.Link.objects.filter(description__in=descriptions, to_at__isnull=True)
    if standing.filter(from_at__gt=at).exists():
        raise BadInput("at", "This link was made after that moment.")
    standing.update(to_at=at)


def evidence_as_kept(evidence: Iterable[Evidence]) -> list[list[Any]]:
    """Evidence as JSON: ``[[comparison, bits, words], ...]``."""
    return [[one.comparison, one.bits, one.words] for one in evidence]


def take_step(
    kind: str,
    *,
    person: UUID,
    because: str,
    by: Actor,
    at: datetime,
    other: UUID | None = None,
    undoes: UUID | None = None,
) -> UUID:
    """Append one row, taken by a person, to the trail of identities; answers its id."""
    row = models.IdentityStep.objects.create(
        area=by.area,
        kind=kind,
        person_id=person,
        other_id=other,
        undoes_id=undoes,
        because=because,
        taken_at=at,
        taken_by=by.id,
    )
    return row.pk


def open_reviews(
    asked: Sequence[tuple[UUID, Candidate]], *, area: str, at: datetime, owner_role: str
) -> list[UUID]:
    """Ask a person about each (description, candidate); answers the reviews' ids, in that order."""
    rows = [
        models.Review(
            area=area,
            description_id=description,
            other_description_id=one.description,
            reasons=list(one.held_back_by) or ["The match is possible, not certain."],
            evidence=evidence_as_kept(one.evidence),
            weight=one.weight,
            band=one.band,
            owner_role=owner_role,
            opened_at=at,
        )
        for description, one in asked
    ]
    add_rows(rows)
    return [row.pk for row in rows]


def check_said(because: str) -> str:
    """A reason is a sentence, not a blank."""
    said = because.strip()
    if not said:
        raise BadInput("because", "Say why, in a sentence.")
    return said
