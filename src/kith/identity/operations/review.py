"""Decides a review: the same, not the same, or nobody can tell yet."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.identity import locks, models
from kith.identity.operations import grounds, trail
from kith.identity.operations.merge import merge_in
from kith.identity.operations.move import take_away
from kith.identity.operations.say import keep_apart
from kith.identity.operations.settle import settle_reviews
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor


@transaction.atomic
def decide_review(*, review: UUID, decision: str, because: str, by: Actor, at: datetime) -> UUID | None:
    """A person answers whether two descriptions are of one person, with their reasons.

    ``same`` merges the two people into the one known before and answers that step. ``not_the_same`` keeps them apart
    and answers the id by which that can be withdrawn. Where both are one person's already, it takes the description
    away instead and answers whose it is then. ``cannot_tell`` changes no link, and what is possible stays so.
    """
    said = trail.check_said(because)
    if decision not in models.DECISIONS:
        raise BadInput("decision", "It is same, not_the_same or cannot_tell.")
    locks.hold_area(area=by.area)
    asked = _open(review, by=by, at=at)
    link, other = (
        grounds.standing_link(one, by=by) for one in (asked.description_id, asked.other_description_id)
    )
    if link.person_id != other.person_id:
        done = _of_two(decision, link.person_id, other.person_id, said, by, at)
    else:
        done = _of_one(decision, link, said, by, at)
    models.Review.objects.filter(pk=review, decided_at__isnull=True).update(
        decision=decision, because=said, decided_at=at, decided_by=by.id
    )
    return done


def _open(review: UUID, *, by: Actor, at: datetime) -> models.Review:
    asked = models.Review.objects.filter(pk=review).first()
    if asked is None:
        raise BadInput("review", "No such review is held.")
    if asked.area != by.area:
        raise Refused(grounds.ELSEWHERE)
    if asked.decided_at is not None:
        raise BadInput("review", "It has been decided already.")
    if at < asked.opened_at:
        raise BadInput("at", "It had not been asked at that moment.")
    return asked


def _of_two(decision: str, person: UUID, other: UUID, said: str, by: Actor, at: datetime) -> UUID | None:
    """Two people as things stand. ``other`` is whose description was known before: they go on."""
    if decision == "same":
        return merge_in(keep=other, other=person, because=said, by=by, at=at)
    if decision == "not_the_same":
        sides = [grounds.standing_descriptions(one) for one in (person, other)]
        wall = keep_apart(*sides, because=said, by=by, at=at)
        settle_reviews(person, other, decision=decision, because=said, by=by, at=at)
        return wall
    return None


def _of_one(decision: str, link: models.Link, said: str, by: Actor, at: datetime) -> UUID | None:
    """Both are one person's already: a sender's word was doubted, or the two were merged since."""
    if decision != "not_the_same":
        return None
    if models.LinkStep.objects.filter(pk=link.pk, step__kind="merge").exists():
        raise Refused("They have been merged since. Undo the merge first.")
    return take_away(link, because=said, by=by, at=at)
