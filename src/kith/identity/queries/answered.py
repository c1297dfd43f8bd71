"""Reads of the questions that a person has answered, and of what the answers did."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.identity import models
from kith.identity.queries.held import COLUMNS, described
from kith.identity.queries.reviews import listed
from kith.identity.types import AnsweredReview

Done = Mapping[tuple[datetime, UUID, UUID], UUID]
"""The moment of an answer, whose it was, and a description that it moved or stood beside: what it made."""


def answered_review(*, id: UUID) -> AnsweredReview | None:
    """One answered review with what can be taken back, or ``None`` where there is none or it still waits."""
    rows = models.Review.objects.filter(pk=id, decided_at__isnull=False)
    return next(iter(_answered(list(rows))), None)


def answered_reviews(
    *, area: str, roles: Collection[str], since: datetime, limit: int
) -> tuple[AnsweredReview, ...]:
    """The answers given since a moment in an area to questions of these roles, the newest first; nobody sealed is among them."""
    rows = models.Review.objects.filter(area=area, owner_role__in=roles, decided_at__gte=since)
    return _answered(list(listed(rows).order_by("-decided_at", "-id")[:limit]))


def _answered(rows: Sequence[models.Review]) -> tuple[AnsweredReview, ...]:
    """A fixed number of statements, however many there are."""
    ids = {id for row in rows for id in (row.description_id, row.other_description_id)}
    kept = models.Description.objects.filter(pk__in=ids).values(*COLUMNS)
    sides = {one["id"]: described(one) for one in kept}
    standing = models.Link.objects.filter(description__in=ids, to_at__isnull=True)
    people = dict(standing.values_list("description_id", "person_id"))
    done = _what_each_did(rows, ids)
    return tuple(
        AnsweredReview(
            id=row.pk,
            area=row.area,
            description=sides[row.description_id],
            other_description=sides[row.other_description_id],
            person=people[row.description_id],
            other_person=people[row.other_description_id],
            owner_role=row.owner_role,
            opened_at=row.opened_at,
            decision=row.decision,
            because=row.because,
            decided_at=row.decided_at,  # type: ignore[arg-type]
            decided_by=row.decided_by,  # type: ignore[arg-type]
            **done.get(row.pk, {}),
        )
        for row in rows
    )


def _what_each_did(rows: Iterable[models.Review], ids: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    """By review: the step or the wall that the answer made, and by whom it was taken back."""
    moments = {row.decided_at for row in rows}
    merged, walls = _merges(moments, ids), _walls(moments, ids)
    undone = _undone(merged.values())
    withdrawn = _withdrawn(walls.values())
    found: dict[UUID, dict[str, Any]] = {}
    for row in rows:
        if row.decision == "same" and (step := _made(row, merged)):
            found[row.pk] = {"merged": step, **undone.get(step, {})}
        if row.decision == "not_the_same" and (wall := _made(row, walls)):
            found[row.pk] = {"kept_apart": wall, **withdrawn.get(wall, {})}
    return found


def _made(row: models.Review, done: Done) -> UUID | None:
    """What carries the answer's moment, its person and one of its descriptions."""
    assert row.decided_at is not None
    assert row.decided_by is not None
    keys = ((row.decided_at, row.decided_by, id) for id in (row.description_id, row.other_description_id))
    return next((done[key] for key in keys if key in done), None)


def _merges(moments: Collection[datetime | None], ids: Collection[UUID]) -> Done:
    rows = models.LinkStep.objects.filter(step__kind="merge", step__taken_at__in=moments, description__in=ids)
    columns = ("step__taken_at", "step__taken_by", "description_id", "step_id")
    return {(at, by, id): step for at, by, id, step in rows.values_list(*columns)}


def _walls(moments: Collection[datetime | None], ids: Collection[UUID]) -> Done:
    rows = models.NonLinkSide.objects.filter(non_link__said_at__in=moments, description__in=ids)
    columns = ("non_link__said_at", "non_link__said_by", "description_id", "non_link_id")
    return {(at, by, id): wall for at, by, id, wall in rows.values_list(*columns)}


def _undone(steps: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = models.IdentityStep.objects.filter(undoes__in=list(steps))
    columns = ("undoes_id", "taken_at", "taken_by", "because")
    return {step: _taken_back(at, by, because) for step, at, by, because in rows.values_list(*columns)}


def _withdrawn(walls: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = models.NonLink.objects.filter(pk__in=list(walls), withdrawn_at__isnull=False)
    columns = ("id", "withdrawn_at", "withdrawn_by", "withdrawn_because")
    return {wall: _taken_back(at, by, because) for wall, at, by, because in rows.values_list(*columns)}


def _taken_back(at: datetime, by: UUID, because: str) -> dict[str, Any]:
    return {"undone_at": at, "undone_by": by, "undone_because": because}
