"""Reads of what a step of the trail moved, and of why each description is whose it is."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from kith.identity import models
from kith.identity.projection import OPENING
from kith.identity.queries.held import COLUMNS, described, linked, links_at
from kith.identity.types import KeptApart, Linked, Moved, Step


def step(*, id: UUID) -> Step | None:
    """One row of the trail, or ``None``."""
    row = models.IdentityStep.objects.filter(pk=id).first()
    return as_step(row) if row else None


def as_step(row: models.IdentityStep) -> Step:
    """A row of the trail as it leaves the room."""
    return Step(
        id=row.pk,
        kind=row.kind,
        person=row.person_id,
        other=row.other_id,
        undoes=row.undoes_id,
        because=row.because,
        taken_at=row.taken_at,
        taken_by=row.taken_by,
    )


def area_of_step(*, id: UUID) -> str:
    """The area that a step was taken in, or an empty string where there is none such."""
    return models.IdentityStep.objects.filter(pk=id).values_list("area", flat=True).first() or ""


def links_of(*, person: UUID, as_at: datetime) -> tuple[Linked, ...]:
    """Every description that was a person's at a moment, with the evidence and the word that made it so."""
    return linked(models.Link.objects.filter(links_at(as_at), person=person))


def merged_away(*, people: Collection[UUID], as_at: datetime) -> frozenset[UUID]:
    """Those of these people for whom somebody else goes on: ``stands_for`` says who."""
    merges = models.IdentityStep.objects.filter(kind="merge", other__in=people, taken_at__lte=as_at)
    return frozenset(merges.exclude(undone_by__taken_at__lte=as_at).values_list("other_id", flat=True))


def kept_apart_from(*, person: UUID) -> tuple[KeptApart, ...]:
    """Every "not the same" that stands between a person and somebody else now, the first one first."""
    standing = models.Link.objects.filter(to_at__isnull=True)
    own = standing.filter(person=person).values("description")
    mine = models.NonLinkSide.objects.filter(description__in=own, non_link__withdrawn_at__isnull=True)
    sides = dict(mine.values_list("non_link_id", "side"))
    across = models.NonLinkSide.objects.filter(non_link__in=sides).values_list(
        "non_link_id", "side", "description_id"
    )
    beyond = {wall: [id for one, side, id in across if one == wall and side != sides[wall]] for wall in sides}
    every = {id for ids in beyond.values() for id in ids}
    whose = dict(standing.filter(description__in=every).values_list("description_id", "person_id"))
    return tuple(
        KeptApart(
            id=wall.pk,
            others=tuple(dict.fromkeys(whose[id] for id in sorted(beyond[wall.pk]))),
            because=wall.because,
            said_at=wall.said_at,
            said_by_name=wall.said_by_name,
        )
        for wall in models.NonLink.objects.filter(pk__in=sides).order_by("said_at", "id")
    )


def moved_by(*, step: UUID) -> tuple[Moved, ...]:
    """Exactly what a step moved, in the order in which the descriptions came."""
    said = models.LinkStep.objects.filter(step=step, status__in=OPENING)
    to = dict(said.values_list("description_id", "person_id"))
    rows = models.Description.objects.filter(pk__in=to).order_by("received_at", "id").values(*COLUMNS)
    before = _before(step, to)
    return tuple(
        Moved(
            description=described(row),
            from_person=before.get(row["id"]),
            to_person=to[row["id"]],
        )
        for row in rows
    )


def _before(step: UUID, to: dict[UUID, UUID]) -> dict[UUID, UUID]:
    """Whose each was before the step: the person of the opening step before it."""
    numbers = dict(
        models.LinkStep.objects.filter(step=step, status__in=OPENING).values_list("description_id", "number")
    )
    earlier = models.LinkStep.objects.filter(description__in=to, status__in=OPENING).order_by("number")
    return {
        description: person
        for description, number, person in earlier.values_list("description_id", "number", "person_id")
        if number < numbers[description]
    }


def spans_on(*, step: Step) -> tuple[tuple[datetime, datetime], ...]:
    """The periods in which what a step took from ``other`` had stood on their page: since the merge that it undoes, if it does."""
    moved = models.LinkStep.objects.filter(step=step.id, status__in=OPENING).values("description")
    rows = models.Link.objects.filter(description__in=moved, person=step.other, to_at__lte=step.taken_at)
    if step.undoes:
        merged_at = models.IdentityStep.objects.values_list("taken_at", flat=True).get(pk=step.undoes)
        rows = rows.filter(from_at__gte=merged_at)
    return tuple(sorted({(one.from_at, one.to_at) for one in rows if one.to_at}))
