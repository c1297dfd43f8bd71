"""Moves one description: away from somebody it is not of, or to somebody it is of."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.identity import locks, models
from kith.identity.apart import said_apart
from kith.identity.operations import grounds, newcomers, trail
from kith.identity.operations.say import keep_apart
from kith.identity.operations.trail import Move
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import operations as people


@transaction.atomic
def unlink(*, description: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """This description is not of the person it is linked to. Answers whose it is now, for it is always somebody's.

    It goes back to whoever it was linked to before, or to somebody new; and the two are kept apart from now on, so
    that nothing links them again. Refused where it is all that is known of the person. A whole merge is undone by
    ``unmerge``.
    """
    said = trail.check_said(because)
    locks.hold_area(area=by.area)
    return take_away(grounds.standing_link(description, by=by), because=said, by=by, at=at)


def take_away(link: models.Link, *, because: str, by: Actor, at: datetime) -> UUID:
    """The same inside a transaction that holds the area's lock."""
    description = link.description_id
    others = [one for one in grounds.standing_descriptions(link.person_id) if one != description]
    if not others:
        raise Refused("This is the only description of this person, so there is nobody to take it away from.")
    person, step = _back_to(link, because, by, at)
    keep_apart([description], others, because=because, by=by, at=at)
    moves = [
        Move(
            description=description,
            person=whom,
            status=status,
            because=because,
            decided_by=by.id,
            step=step,
        )
        for whom, status in ((link.person_id, "unlinked"), (person, "linked"))
    ]
    trail.append(moves, area=by.area, at=at)
    return person


def _back_to(link: models.Link, said: str, by: Actor, at: datetime) -> tuple[UUID, UUID]:
    """Whose the description becomes, and the step that says so."""
    before = models.Link.objects.filter(description=link.description_id).exclude(person=link.person_id)
    last = before.order_by("-to_at", "-id").first()
    if last and _may_have_it_back(last):
        kind, person = "reassign", last.person_id
    else:
        as_person = newcomers.as_person(link.description)
        kind, person = "split", people.register_person(person=as_person, by=by, at=at)
    return person, trail.take_step(kind, person=person, other=link.person_id, because=said, by=by, at=at)


def _may_have_it_back(last: models.Link) -> bool:
    gone = grounds.is_merged_away(last.person_id)
    return not gone and said_apart(descriptions=[last.description_id], person=last.person_id) is None


@transaction.atomic
def relink(*, description: UUID, to: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """This description is of that person. Answers the step. Refused where somebody said that they are not the same."""
    said = trail.check_said(because)
    locks.hold_area(area=by.area)
    link = grounds.standing_link(description, by=by)
    grounds.person_here(to, by=by, at_field="to")
    grounds.not_merged_away(to, at_field="to")
    if link.person_id == to:
        raise BadInput("to", "It is theirs already.")
    grounds.nobody_said_apart([description], person=to)
    step = trail.take_step("reassign", person=to, other=link.person_id, because=said, by=by, at=at)
    move = Move(
        description=description, person=to, status="reassigned", because=said, decided_by=by.id, step=step
    )
    trail.append([move], area=by.area, at=at)
    return step
