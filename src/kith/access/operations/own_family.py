"""Nobody opens their own family: who a practitioner is, which children are near to them, and a guardian's lifting of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from kith.access import models, policies
from kith.access.operations import trail
from kith.access.policies import GUARDIAN, check_answers_as
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.nearness import near

ASKED_EVERY = timedelta(days=1)
STEPS = 2
"""So near is family: a partner's child, a sister's household, a former partner's home [P]."""


@transaction.atomic
def say_who_they_are(*, practitioner: UUID, person: UUID, by: Actor, at: datetime) -> UUID:
    """A guardian says who a practitioner is among the people held; children near to them are closed to them at once."""
    check_answers_as(GUARDIAN, area=by.area, by=by, at=at)
    if practitioner == by.id:
        raise Refused("Somebody else says who you are. Ring the duty desk.")
    if agencies.practitioner(id=practitioner) is None:
        raise BadInput("practitioner", "No such practitioner is held.")
    held = people.person(id=person)
    if held is None or held.kind != "adult":
        raise BadInput("person", "No such adult is held.")
    row, _ = models.OwnPerson.objects.get_or_create(
        practitioner_id=practitioner,
        person_id=person,
        withdrawn_at=None,
        defaults={"area": by.area, "said_at": at, "said_by": by.id, "asked_at": at},
    )
    _find([row], at)
    return row.pk


@transaction.atomic
def look_for_own_family(*, at: datetime, limit: int = 200) -> int:
    """Ask again, once a day, of those who are held, since families change; answers of how many was asked."""
    due = models.OwnPerson.objects.filter(withdrawn_at__isnull=True, asked_at__lte=at - ASKED_EVERY)
    rows = list(due.select_for_update(skip_locked=True).order_by("asked_at", "pk")[:limit])
    _find(rows, at)
    models.OwnPerson.objects.filter(pk__in=[row.pk for row in rows]).update(asked_at=at)
    return len(rows)


def _find(own: Iterable[models.OwnPerson], at: datetime) -> None:
    for one in own:
        close = near(people=[one.person_id], steps=STEPS, as_at=at)
        children = [child.id for child in people.persons(ids=close).values() if child.kind != "adult"]
        known = set(
            models.Conflict.objects.filter(practitioner=one.practitioner_id).values_list(
                "child_id", flat=True
            )
        )
        for child in sorted(set(children) - known):
            _close(one, child, at)


def _close(own: models.OwnPerson, child: UUID, at: datetime) -> None:
    who = agencies.actor(practitioner=own.practitioner_id, at=at)
    models.Conflict.objects.create(
        area=own.area,
        practitioner_id=own.practitioner_id,
        child_id=child,
        found_at=at,
        had_sight=policies.sees(child=child, by=who, at=at),
    )


@transaction.atomic
def lift_conflict(*, conflict: UUID, because: str, by: Actor, at: datetime) -> None:
    """A guardian says why somebody may work with a child who is near to them. Never about themselves."""
    row = models.Conflict.objects.select_for_update().filter(pk=conflict, area=by.area).first()
    check_answers_as(GUARDIAN, area=by.area, by=by, at=at)
    if row is None:
        raise BadInput("conflict", "Nothing such is held.")
    if row.practitioner_id == by.id:
        raise Refused("This is about you, so somebody else decides. Ring the duty desk.")
    if row.lifted_at is not None:
        raise Refused("It was lifted already.")
    row.lifted_because = trail.check_said(because, field="because")
    row.lifted_at, row.lifted_by = at, by.id
    row.save(update_fields=["lifted_because", "lifted_at", "lifted_by"])
