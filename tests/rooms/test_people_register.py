"""People come into being, are named, are born and die, and the trail keeps what was."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, transaction

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people import models, operations, queries
from kith.people.types import Birth, NewPerson

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 10, tzinfo=LONDON)
SAM = Actor(id=new_id(), area="tolland-bay", agency="childrens_social_care", name="Sam Rowe")


def register(name="Amira Khan", kind="child", **more):
    return operations.register_person(person=NewPerson(kind=kind, display_name=name, **more), by=SAM, at=AT)


def test_a_registered_child_is_found_by_id_and_called_by_the_name_they_use():
    amira = register(known_as="Mira", birth=Birth.on(date(2019, 5, 24)), sex="female")

    found = queries.person(id=amira)

    assert (found.name, found.display_name, found.area, found.tier) == (
        "Mira",
        "Amira Khan",
        "tolland-bay",
        "normal",
    )
    assert queries.person(id=uuid4()) is None


@pytest.mark.parametrize(
    ("person", "field"),
    [
        (
            NewPerson(kind="adult", display_name="Leanne", birth=Birth(expected_on=date(2027, 1, 24))),
            "expected_on",
        ),
        (NewPerson(kind="unborn", display_name="Baby", birth=Birth.on(date(2026, 1, 1))), "born_from"),
        (NewPerson(kind="child", display_name="  "), "display_name"),
        (NewPerson(kind="client", display_name="Amira"), "kind"),
        (NewPerson(kind="child", display_name="Amira", sex="girl"), "sex"),
        (NewPerson(kind="child", display_name="Amira", birth=Birth(born_from=date(2019, 1, 1))), "born_to"),
        (
            NewPerson(
                kind="child",
                display_name="A",
                birth=Birth(born_from=date(2019, 2, 1), born_to=date(2019, 1, 1)),
            ),
            "born_to",
        ),
        (
            NewPerson(
                kind="child", display_name="A", birth=Birth.on(date(2019, 2, 1)), died_on=date(2019, 1, 1)
            ),
            "died_on",
        ),
    ],
)
def test_what_cannot_be_true_of_a_person_is_refused_by_the_name_of_its_field(person, field):
    with pytest.raises(BadInput) as refused:
        operations.register_person(person=person, by=SAM, at=AT)

    assert refused.value.field == field
    assert models.Person.objects.count() == 0


def test_the_trail_keeps_the_name_that_a_child_had():
    amira = register()

    operations.rename(person=amira, display_name="Amira Okafor", by=SAM, at=AT + timedelta(hours=1))

    renamed = queries.changes_of(person=amira)[-1]
    assert queries.person(id=amira).name == "Amira Okafor"
    assert renamed.details["before"]["display_name"] == "Amira Khan"
    assert (renamed.done_by, renamed.done_by_name) == (SAM.id, "Sam Rowe")


def test_an_unborn_child_is_born_and_remains_the_same_person():
    baby = register("Baby of Leanne", kind="unborn", birth=Birth(expected_on=date(2027, 1, 24)))
    born_at = datetime(2027, 1, 20, 9, tzinfo=LONDON)

    operations.register_birth(person=baby, birth=Birth.on(date(2027, 1, 20)), by=SAM, at=born_at)

    child = queries.person(id=baby)
    assert (child.kind, child.birth.born_from, child.birth.expected_on) == (
        "child",
        date(2027, 1, 20),
        date(2027, 1, 24),
    )


def test_a_death_before_the_birth_is_refused():
    amira = register(birth=Birth.on(date(2019, 5, 24)))
    with pytest.raises(BadInput, match="before they are born"):
        operations.register_death(person=amira, died_on=date(2019, 5, 23), by=SAM, at=AT)

    operations.register_death(person=amira, died_on=date(2026, 11, 1), by=SAM, at=AT)
    assert queries.person(id=amira).died_on == date(2026, 11, 1)


def test_sealing_a_child_needs_a_reason():
    amira = register()
    with pytest.raises(BadInput, match="Say why"):
        operations.set_tier(person=amira, tier="sealed", because=" ", by=SAM, at=AT)

    operations.set_tier(person=amira, tier="sealed", because="Witness protection.", by=SAM, at=AT)
    assert queries.person(id=amira).tier == "sealed"
    assert "Witness protection" in queries.changes_of(person=amira)[-1].sentence


def test_nobody_who_is_not_held_is_changed():
    with pytest.raises(BadInput, match="No such person"):
        operations.rename(person=uuid4(), display_name="Amira", by=SAM, at=AT)


@pytest.mark.parametrize("change", [{"kind": "adult", "expected_on": date(2027, 1, 1)}, {"tier": "secret"}])
def test_the_database_itself_refuses_what_the_operation_would(change):
    amira = register()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Person.objects.filter(pk=amira).update(**change)


def test_the_trail_is_never_altered_nor_removed():
    register()
    for attempt in (
        lambda: models.PeopleChange.objects.update(sentence="Nothing happened."),
        lambda: models.PeopleChange.objects.all().delete(),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic():
            attempt()
    assert models.PeopleChange.objects.get().what == "person_registered"


@pytest.mark.django_db(transaction=True)
def test_not_even_the_owner_of_the_tables_alters_the_trail(test_database):
    register()
    with test_database.acting_as("owner"):
        for attempt in (
            lambda: models.PeopleChange.objects.update(sentence="Nothing happened."),
            lambda: models.PeopleChange.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError, match="pgtrigger: Cannot"), transaction.atomic():
                attempt()
