"""Registering many people leaves what registering each of them would."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models, operations
from kith.people.types import Birth, NewPerson

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 9, tzinfo=UTC)
SAM = Actor(id=UUID(int=1), area="brackley", agency="childrens_social_care", name="Sam Reed")
PEOPLE = [
    NewPerson(
        kind="child",
        display_name=" Amira Rahman ",
        known_as="Mimi",
        sex="female",
        birth=Birth.on(date(2019, 5, 3)),
    ),
    NewPerson(kind="adult", display_name="Leila Rahman"),
    NewPerson(kind="unborn", display_name="Baby of Leila Rahman", birth=Birth(expected_on=date(2026, 6, 10))),
]


def rows():
    """All people with their trail, without ids."""
    return [
        (
            models.Person.objects.filter(pk=pk).values().get() | {"id": None},
            list(
                models.PeopleChange.objects.filter(person=pk).values_list(
                    "what", "sentence", "done_by_name", "details"
                )
            ),
        )
        for pk in models.Person.objects.order_by("pk").values_list("pk", flat=True)
    ]


def test_the_rows_are_those_of_one_by_one():
    ids = operations.register_people(people=PEOPLE, by=SAM, at=AT)
    together = rows()
    alone = [operations.register_person(person=person, by=SAM, at=AT) for person in PEOPLE]

    assert rows() == together + together
    assert len({*ids, *alone}) == 6


def test_one_who_cannot_be_taken_keeps_all_out():
    with pytest.raises(BadInput):
        operations.register_people(people=[*PEOPLE, NewPerson(kind="child", display_name=" ")], by=SAM, at=AT)
    assert not rows()


def test_nobody_at_all_is_no_fault():
    assert operations.register_people(people=[], by=SAM, at=AT) == []
