"""An address can kill: a confidential one has one way out, and that way leaves a trail."""

import copy
import json
import pickle
from dataclasses import asdict
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, transaction
from django.template import Context, Engine
from jinja2 import Environment

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people import models, operations, queries
from kith.people.operations import vault
from kith.people.types import ConfidentialAddress, NewAddress, NewPerson

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 10, tzinfo=LONDON)
SAM = Actor(id=new_id(), area="tolland-bay", agency="childrens_social_care", name="Sam Rowe")
CANARY = "Larkspur House, 14 Quarry Rise, ZX9 0AA"
doing = {"by": SAM, "at": AT}


@pytest.fixture
def household():
    return operations.register_household(name="Okafor household", **doing)


@pytest.fixture
def held(household):
    return operations.hold_confidential_address(household=household, whereabouts=CANARY, **doing)


@pytest.mark.parametrize(
    "rendering",
    [
        str,
        repr,
        lambda value: f"{value}",
        lambda value: f"{value!r:>30}",
        lambda value: "%s" % value,  # noqa: UP031
        lambda value: value.__html__(),
        lambda value: "The address is " + value,
        lambda value: json.dumps({"address": value}),
        lambda value: json.dumps({"address": value}, cls=DjangoJSONEncoder),
        lambda value: json.dumps(value.__json__()),
        lambda value: Environment(autoescape=True).from_string("{{ address }}").render(address=value),
        lambda value: Engine().from_string("{{ address }}").render(Context({"address": value})),
        lambda value: str([value]) + str({"a": value}),
        lambda value: str(value.encode()),
        lambda value: str(copy.deepcopy(value)),
        lambda value: str(copy.copy(value)),
    ],
)
def test_every_rendering_says_address_withheld(held, rendering):
    said = rendering(held)
    assert "Address withheld" in said
    assert "Quarry" not in said and "ZX9" not in said


def test_the_value_that_travels_holds_no_address_at_all(held):
    inside = [held.id, held.household, *(getattr(held, name, "") for name in dir(held))]
    assert not any("Quarry" in repr(part) for part in inside)
    assert not hasattr(held, "__dict__")


def test_it_is_neither_pickled_nor_changed(held):
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(held)
    with pytest.raises(AttributeError):
        held.id = uuid4()


def test_two_confidential_addresses_are_told_apart_although_they_look_alike(held):
    other = ConfidentialAddress(id=uuid4(), household=held.household)
    assert held != other
    assert held == ConfidentialAddress(id=held.id, household=held.household)
    assert str(held) == str(other)


def test_revealing_it_writes_who_and_why_first(held, household):
    words = operations.reveal(address=held, purpose="Visit on 3 March.", by=SAM, at=AT + timedelta(hours=1))

    assert words == CANARY
    last = queries.changes_of_household(household=household)[-1]
    assert (last.what, last.done_by_name) == ("address_revealed", "Sam Rowe")
    assert "Visit on 3 March." in last.sentence


def test_it_is_not_revealed_without_a_purpose_nor_to_another_area(held):
    with pytest.raises(BadInput) as refused:
        operations.reveal(address=held, purpose="  ", **doing)
    assert refused.value.field == "purpose"
    stranger = Actor(id=new_id(), area="another-area", agency="police", name="A Stranger")
    with pytest.raises(Refused, match="another area"):
        operations.reveal(address=held, purpose="Curious.", by=stranger, at=AT)
    with pytest.raises(BadInput, match="No such address"):
        operations.reveal(
            address=ConfidentialAddress(id=uuid4(), household=uuid4()), purpose="Visit.", **doing
        )


def test_no_trail_row_no_address(held, monkeypatch):
    def broken(*args, **more):
        raise DatabaseError("the trail could not be written")

    monkeypatch.setattr(vault, "_keep", broken)
    with pytest.raises(DatabaseError):
        operations.reveal(address=held, purpose="Visit.", **doing)


def test_the_database_shows_the_row_only_to_whoever_has_just_written_why(held):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("kith_app",)
        cursor.execute("SELECT words FROM people_whereabouts")
        assert cursor.fetchall() == []
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(uuid4())])
        cursor.execute("SELECT words FROM people_whereabouts")
        assert cursor.fetchall() == []

    operations.reveal(address=held, purpose="Visit.", **doing)

    assert models.Whereabouts.objects.count() == 0  # and the way is shut again behind it


def test_one_trail_row_opens_one_address_only(held):
    other = operations.register_household(name="Another household", **doing)
    operations.hold_confidential_address(household=other, whereabouts="2 Hidden Row", **doing)
    operations.reveal(address=held, purpose="Visit.", **doing)
    said = models.PeopleChange.objects.get(what="address_revealed")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(said.pk)])
        cursor.execute("SELECT words FROM people_whereabouts")
        assert cursor.fetchall() == [(CANARY,)]
        cursor.execute("SELECT set_config('kith.revealing', '', true)")


def test_nothing_reads_it_back_through_the_orm_even_with_the_wall_open(held):
    operations.reveal(address=held, purpose="Visit.", **doing)
    said = models.PeopleChange.objects.get(what="address_revealed")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(said.pk)])
    row = models.Whereabouts.objects.get()

    assert row.words == "Address withheld"
    assert str(row) == repr(row) == "Address withheld"
    assert list(models.Whereabouts.objects.values_list("words", flat=True)) == ["Address withheld"]
    assert "Quarry" not in serializers.serialize("json", [row])
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(row)
    for question in ({"words__startswith": "Lark"}, {"words": CANARY}, {"words__contains": "14"}):
        with pytest.raises(FieldError):
            list(models.Whereabouts.objects.filter(**question))


def test_a_failing_database_does_not_quote_the_address(household, caplog):
    too_long = Actor(id=SAM.id, area="x" * 61, agency="police", name="Sam Rowe")
    with pytest.raises(BadInput) as refused:
        operations.hold_confidential_address(household=household, whereabouts=CANARY, by=too_long, at=AT)

    assert "Quarry" not in str(refused.value) + caplog.text
    assert refused.value.__cause__ is None and refused.value.__context__ is None


def test_no_row_of_the_trail_holds_an_address(household):
    ordinary = NewAddress(lines=("14 Quarry Rise",), postcode="ZX9 0AA", from_on=date(2026, 1, 1))
    operations.give_address(household=household, address=ordinary, **doing)
    held = operations.hold_confidential_address(household=household, whereabouts=CANARY, **doing)
    operations.end_confidential_address(address=held, to_on=date(2026, 9, 1), **doing)

    trail = [asdict(change) for change in queries.changes_of_household(household=household)]
    assert len(trail) == 5
    assert "Quarry" not in str(trail) and "ZX9" not in str(trail)


def test_ordinary_addresses_of_the_same_days_move_into_the_vault(household):
    ordinary = NewAddress(lines=("14 Quarry Rise",), postcode="zx9 0aa", from_on=date(2026, 1, 1))
    given = operations.give_address(household=household, address=ordinary, **doing)
    operations.end_address(address=given, to_on=date(2026, 6, 1), by=SAM, at=AT + timedelta(days=1))

    operations.hold_confidential_address(
        household=household, whereabouts=CANARY, from_on=date(2026, 2, 1), by=SAM, at=AT + timedelta(days=2)
    )

    assert models.Address.objects.count() == 0  # the withdrawn row too
    told = queries.addresses_of(household=household, as_at=AT + timedelta(days=3))
    assert [str(one) for one in told] == ["Address withheld", "Address withheld"]
    words = {operations.reveal(address=one, purpose="Visit.", **doing) for one in told}
    assert words == {CANARY, "14 Quarry Rise\nZX9 0AA"}


def test_a_household_whose_address_is_confidential_is_given_no_ordinary_one(held, household):
    with pytest.raises(Refused, match="confidential"):
        operations.give_address(household=household, address=NewAddress(postcode="ZX9 0AA"), **doing)

    operations.end_confidential_address(address=held, to_on=date(2026, 6, 1), **doing)
    later = NewAddress(lines=("3 Bay Road",), postcode="ZX1 1AA", from_on=date(2026, 6, 1))
    operations.give_address(household=household, address=later, **doing)
    after = queries.addresses_of(household=household, as_at=datetime(2026, 7, 1, 12, tzinfo=LONDON))
    assert [one.postcode for one in after] == ["ZX1 1AA"]


def test_an_address_says_something(household):
    with pytest.raises(BadInput) as refused:
        operations.give_address(household=household, address=NewAddress(lines=(" ",)), **doing)
    assert refused.value.field == "lines"
    with pytest.raises(BadInput):
        operations.hold_confidential_address(household=household, whereabouts=" ", **doing)


def test_whose_address_it_is_follows_who_lives_there(held, household):
    amira = operations.register_person(person=NewPerson(kind="child", display_name="Amira"), **doing)
    operations.start_residency(person=amira, household=household, **doing)
    assert queries.whose_address(address=held, as_at=AT) == {amira}


@pytest.mark.django_db(transaction=True)
def test_the_rules_own_role_never_sees_it(test_database):
    household = operations.register_household(name="Okafor household", **doing)
    held = operations.hold_confidential_address(household=household, whereabouts=CANARY, **doing)
    operations.reveal(address=held, purpose="Visit.", **doing)
    said = models.PeopleChange.objects.get(what="address_revealed")

    with test_database.acting_as("asker"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(said.pk)])
        cursor.execute("SELECT words FROM people_whereabouts")
        assert cursor.fetchall() == []
