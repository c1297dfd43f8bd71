"""Merges two people who are one, and undoes it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from kith.identity import locks, models
from kith.identity.operations import grounds, trail
from kith.identity.operations.settle import settle_reviews
from kith.identity.operations.trail import Move
from kith.identity.projection import CLOSING
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor


@transaction.atomic
def merge(*, keep: UUID, other: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """The two are one person, who goes on as ``keep``. Answers the step by which it can be undone exactly.

    Descriptions stay as each agency gave them; only their links move. Refused where somebody said that the two are
    not the same. What else hangs on ``other`` (involvement, allocation, household) is for journeys to carry over;
    ``queries.stands_for`` says who goes on for whom.
    """
    said = trail.check_said(because)
    locks.hold_area(area=by.area)
    return merge_in(keep=keep, other=other, because=said, by=by, at=at)


def merge_in(*, keep: UUID, other: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """The same inside a transaction that holds the area's lock."""
    for person, field in ((keep, "keep"), (other, "other")):
        grounds.person_here(person, by=by, at_field=field)
        grounds.not_merged_away(person, at_field=field)
    if keep == other:
        raise BadInput("other", "That is one person already.")
    moving = grounds.standing_descriptions(other)
    grounds.nobody_said_apart(moving, person=keep)
    settle_reviews(keep, other, decision="same", because=because, by=by, at=at)
    step = trail.take_step("merge", person=keep, other=other, because=because, by=by, at=at)
    _move(moving, to=keep, because=because, step=step, by=by, at=at)
    return step


def _move(descriptions: list[UUID], *, to: UUID, because: str, step: UUID, by: Actor, at: datetime) -> None:
    moves = [
        Move(description=one, person=to, status="reassigned", because=because, decided_by=by.id, step=step)
        for one in descriptions
    ]
    trail.append(moves, area=by.area, at=at)


@transaction.atomic
def unmerge(*, step: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """They were two people after all. Every description that the merge moved goes back, unless it was moved since.

    What arrived after the merge stays where it was linked. Answers the step that undoes the other.
    """
    said = trail.check_said(because)
    locks.hold_area(area=by.area)
    merged = _merge_to_undo(step, by=by)
    kept, other = merged.person_id, merged.other_id
    if other is None:
        raise BadInput("step", "No such merge was made.")
    back = _moved_by(merged)
    undoing = trail.take_step("split", person=other, other=kept, undoes=step, because=said, by=by, at=at)
    _move(back, to=other, because=said, step=undoing, by=by, at=at)
    return undoing


def _moved_by(merged: models.IdentityStep) -> list[UUID]:
    """What a merge moved and has stayed there; later merges may have carried it along, if they have been undone."""
    moved = models.LinkStep.objects.filter(step=merged).order_by("number", "id")
    since = models.LinkStep.objects.filter(
        description=OuterRef("description"), number__gt=OuterRef("number"), status__in=CLOSING
    ).exclude(Q(step__kind="merge") | Q(step__undoes__isnull=False))
    still_there = models.Link.objects.filter(
        description=OuterRef("description"), person=merged.person_id, to_at__isnull=True
    )
    rows = moved.filter(Exists(still_there), ~Exists(since))
    return list(rows.values_list("description_id", flat=True))


def _merge_to_undo(step: UUID, *, by: Actor) -> models.IdentityStep:
    merged = models.IdentityStep.objects.filter(pk=step, kind="merge").first()
    if merged is None:
        raise BadInput("step", "No such merge was made.")
    if merged.area != by.area:
        raise Refused(grounds.ELSEWHERE)
    if models.IdentityStep.objects.filter(undoes=merged).exists():
        raise BadInput("step", "It was undone already.")
    if grounds.is_merged_away(merged.person_id):
        raise Refused("They were merged again since. Undo that merge first.")
    return merged
