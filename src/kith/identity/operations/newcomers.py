"""Registers the people whom new descriptions are the first to describe."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.identity import models
from kith.identity.types import NewDescription
from kith.kernel.ids import new_id
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people.types import Birth, NewPerson

UNKNOWN = {"child": "Unknown child", "adult": "Unknown adult", "unborn": "Unborn baby"}
LONGEST_NAME = 200


def register(
    newly: Sequence[tuple[NewDescription, str]], *, by: Actor, at: datetime
) -> list[tuple[UUID, UUID]]:
    """A person for each (description, reason), in their order: the person's id and that of the step that made them."""
    ids = people.register_people(people=[as_person(said) for said, _ in newly], by=by, at=at)
    steps = [
        models.IdentityStep(
            id=new_id(), area=by.area, kind="create", person_id=id, because=because, taken_at=at
        )
        for id, (_, because) in zip(ids, newly, strict=True)
    ]
    add_rows(steps)
    return [(id, step.pk) for id, step in zip(ids, steps, strict=True)]


def as_person(said: NewDescription | models.Description) -> NewPerson:
    """The person of whom nothing is known but this description."""
    return NewPerson(
        kind=said.kind,
        display_name=name_to_show(said)[:LONGEST_NAME],
        known_as=said.known_as.strip()[:LONGEST_NAME],
        sex=said.sex or "not_known",
        birth=Birth(born_from=said.born_from, born_to=said.born_to, expected_on=said.expected_on),
    )


def name_to_show(said: NewDescription | models.Description) -> str:
    """What a page calls them: their name, "Baby of ..." for an unborn child, or that nobody knows it."""
    name = said.full_name.strip() or said.known_as.strip()
    if not name and said.kind == "unborn" and said.guardian_names:
        return f"Baby of {said.guardian_names[0]}"
    return name or UNKNOWN[said.kind]
