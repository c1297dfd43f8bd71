"""Registers many people at once: the same rows that registering each of them would leave."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations.register import check_person
from kith.people.types import NewPerson

WORDS = {"child": "a child", "adult": "an adult", "unborn": "an unborn child"}


def register_people(*, people: Sequence[NewPerson], by: Actor, at: datetime) -> list[UUID]:
    """New people in the actor's area, all or none; answers their ids in order. BadInput as for ``register_person``."""
    for person in people:
        check_person(person)
        if len(person.display_name.strip()) > 200 or len(person.known_as.strip()) > 200:
            raise BadInput("display_name", "A name to show has at most 200 characters.")
    rows = [_row(person, by=by, at=at) for person in people]
    changes = [_change(row, by=by, at=at) for row in rows]
    with transaction.atomic():
        add_rows(rows)
        add_rows(changes)
    return [row.pk for row in rows]


def _row(person: NewPerson, *, by: Actor, at: datetime) -> models.Person:
    return models.Person(
        area=by.area,
        kind=person.kind,
        display_name=person.display_name.strip(),
        known_as=person.known_as.strip(),
        sex=person.sex,
        pronouns=person.pronouns,
        language=person.language,
        born_from=person.birth.born_from,
        born_to=person.birth.born_to,
        expected_on=person.birth.expected_on,
        died_on=person.died_on,
        registered_at=at,
        registered_by=by.id,
    )


def _change(row: models.Person, *, by: Actor, at: datetime) -> models.PeopleChange:
    return models.PeopleChange(
        area=by.area,
        person_id=row.pk,
        what="person_registered",
        sentence=f"Registered {WORDS[row.kind]}.",
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )
