"""Says that two people are not the same, and withdraws it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.identity import locks, models
from kith.identity.operations import grounds, trail
from kith.identity.operations.settle import settle_reviews
from kith.kernel.errors import BadInput, Refused
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor


@transaction.atomic
def say_not_the_same(*, person: UUID, other: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """These two people are not the same: nothing that is said of the one now is ever linked to the other.

    Answers the id by which it can be withdrawn. Open reviews between the two are decided with it.
    """
    said = trail.check_said(because)
    locks.hold_area(area=by.area)
    for one, field in ((person, "person"), (other, "other")):
        grounds.person_here(one, by=by, at_field=field)
    if person == other:
        raise BadInput("other", "That is one person. Unlink what is not theirs.")
    sides = [grounds.standing_descriptions(one) for one in (person, other)]
    for descriptions, field in zip(sides, ("person", "other"), strict=True):
        if not descriptions:
            raise BadInput(field, "No agency describes them now, so there is nothing to keep apart.")
    wall = keep_apart(*sides, because=said, by=by, at=at)
    settle_reviews(person, other, decision="not_the_same", because=said, by=by, at=at)
    return wall


def keep_apart(one: Sequence[UUID], other: Sequence[UUID], *, because: str, by: Actor, at: datetime) -> UUID:
    """Write the wall between two sets of descriptions; answers its id."""
    wall = models.NonLink.objects.create(
        area=by.area, because=because, said_at=at, said_by=by.id, said_by_name=by.name
    )
    add_rows(
        [
            models.NonLinkSide(area=by.area, non_link=wall, description_id=description, side=side)
            for side, descriptions in ((1, one), (2, other))
            for description in descriptions
        ]
    )
    return wall.pk


@transaction.atomic
def withdraw_not_the_same(*, non_link: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was a mistake: they may be linked again. What was said, and that it was withdrawn, both stay readable."""
    said = trail.check_said(because)
    locks.hold_area(area=by.area)
    wall = models.NonLink.objects.filter(pk=non_link).first()
    if wall is None:
        raise BadInput("non_link", "Nobody said that.")
    if wall.area != by.area:
        raise Refused(grounds.ELSEWHERE)
    if wall.withdrawn_at is not None:
        raise BadInput("non_link", "It was withdrawn already.")
    if at < wall.said_at:
        raise BadInput("at", "It had not been said at that moment.")
    wall.withdrawn_at, wall.withdrawn_by, wall.withdrawn_because = at, by.id, said
    wall.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
