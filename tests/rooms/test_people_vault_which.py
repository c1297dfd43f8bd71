"""Which address or name a vault keeps, ends, moves and reveals: the one that is asked for, with what is said of it."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import serializers
from django.core.exceptions import FieldError

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people import models, operations, queries
from kith.people.referrer_types import NewReferrer
from kith.people.types import ConfidentialAddress, NewAddress, NewPerson
from kith.people.withheld import WithheldField

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=LONDON)
SAM = Actor(id=new_id(), area="tolland-bay", agency="childrens_social_care", name="Sam Rowe")
GUARDIAN = Actor(
    id=new_id(),
    area="tolland-bay",
    agency="childrens_social_care",
    name="Philippa Venn",
    roles=("information_guardian",),
)
doing = {"by": SAM, "at": AT}


def home(name):
    return operations.register_household(name=name, **doing)


def hide(household, words, **period):
    return operations.hold_confidential_address(household=household, whereabouts=words, **period, **doing)


def revealed(address):
    return operations.reveal(address=address, purpose="Visit.", **doing)


def trail(household):
    return [one.what for one in queries.changes_of_household(household=household)]


@pytest.fixture
def two():
    """Two households, each with a confidential address."""
    homes = home("Okafor household"), home("Sayed household")
    return [
        (one, hide(one, words)) for one, words in zip(homes, ("14 Quarry Rise", "2 Hidden Row"), strict=True)
    ]


def test_the_address_that_is_asked_for_is_revealed_and_the_trail_is_of_its_household(two):
    (first_home, first), (second_home, second) = two
    assert (revealed(second), revealed(first)) == ("2 Hidden Row", "14 Quarry Rise")
    revealed(second)
    assert trail(first_home).count("address_revealed") == 1
    assert trail(second_home).count("address_revealed") == 2


def test_the_address_that_is_named_ends_and_no_other(two):
    (_, first), (_, second) = two
    operations.end_confidential_address(address=second, to_on=date(2026, 9, 1), **doing)
    ends = dict(models.ConfidentialAddress.objects.values_list("pk", "to_on"))
    assert ends == {first.id: None, second.id: date(2026, 9, 1)}


def test_an_address_that_is_not_held_does_not_end():
    nowhere = ConfidentialAddress(id=uuid4(), household=uuid4())
    with pytest.raises(BadInput) as bad:
        operations.end_confidential_address(address=nowhere, to_on=date(2026, 9, 1), **doing)
    assert bad.value.field == "address"


def test_a_confidential_address_does_not_end_before_it_begins():
    begun = date(2026, 2, 1)
    with pytest.raises(BadInput) as bad:
        hide(home("Okafor household"), "14 Quarry Rise", from_on=begun, to_on=begun)
    assert bad.value.field == "to_on"
    held = hide(home("Sayed household"), "2 Hidden Row", from_on=begun)
    with pytest.raises(BadInput) as bad:
        operations.end_confidential_address(address=held, to_on=begun, **doing)
    assert bad.value.field == "to_on"
    assert models.ConfidentialAddress.objects.get().to_on is None


def test_no_address_is_held_for_a_household_that_is_not_there():
    with pytest.raises(BadInput) as bad:
        hide(uuid4(), "14 Quarry Rise")
    assert bad.value.field == "household"
    assert not models.ConfidentialAddress.objects.exists()


def test_where_nothing_moves_into_the_vault_the_trail_does_not_say_that_something_did(two):
    (household, _), _ = two
    assert trail(household) == ["household_registered", "confidential_address_held"]


def test_only_the_addresses_of_the_household_that_hides_move_into_the_vault():
    hidden, open_ = home("Okafor household"), home("Sayed household")
    for household, line in ((hidden, "14 Quarry Rise"), (open_, "3 Bay Road")):
        operations.give_address(household=household, address=NewAddress(lines=(line,)), **doing)
    hide(hidden, "Elsewhere")
    assert [one.household_id for one in models.Address.objects.all()] == [open_]
    assert trail(hidden)[-1] == "address_moved_to_vault"
    assert "address_moved_to_vault" not in trail(open_)


def test_a_withheld_column_says_so_wherever_it_holds_something_and_is_never_asked_by():
    field = WithheldField()
    assert field.from_db_value("14 Quarry Rise", None, None) == "Address withheld"
    assert field.from_db_value(None, None, None) is None
    for ask in (lambda: field.get_lookup("startswith"), lambda: field.get_transform("lower")):
        with pytest.raises(FieldError, match="cannot be looked up"):
            ask()


def test_a_row_of_the_vault_that_is_written_out_says_withheld(two):
    row = models.Whereabouts(address_id=two[0][1].id, area="tolland-bay", words="14 Quarry Rise")
    written = serializers.serialize("json", [row])
    assert "Address withheld" in written and "Quarry" not in written


def child(name):
    return operations.register_person(person=NewPerson(kind="child", display_name=name), **doing)


def told(who, by=SAM, **more):
    new = NewReferrer(told_as="public", **more)
    return operations.hold_referrer(referrer=new, child=who, by=by, at=AT)


def who_told(referrer, by=GUARDIAN):
    at = AT + timedelta(hours=1)
    return operations.reveal_referrer(referrer=referrer, purpose="To ring them back.", by=by, at=at)


def test_the_name_that_is_asked_for_is_revealed_and_that_is_kept_of_it_alone():
    amira = child("Amira")
    first, second = told(amira, name="Zebedee"), told(amira, name="Ottoline")
    assert who_told(second).name == "Ottoline"
    asked = [[one.what for one in queries.asked_who_told(referrer=one)] for one in (first, second)]
    assert asked == [["referrer_held"], ["referrer_held", "referrer_revealed"]]


@pytest.mark.parametrize(
    "given",
    [{"name": "Zebedee"}, {"telephone": "07700 900321"}, {"unnamed_as": uuid4()}],
    ids=["a name", "a number", "neither, by an id made by chance"],
)
def test_a_name_or_a_number_or_an_id_made_by_chance_is_enough_to_be_counted_by(given):
    held = told(child("Amira"), **given)
    assert held.informant and who_told(held).name == given.get("name", "")


def test_who_told_is_kept_without_the_blanks_around_it():
    assert who_told(told(child("Amira"), name="  Zebedee ")).name == "Zebedee"


def test_words_of_the_longest_length_are_kept_and_no_longer_ones():
    amira = child("Amira")
    assert len(who_told(told(amira, name="Z", safe_hours="x" * 300)).safe_hours) == 300
    with pytest.raises(BadInput) as bad:
        told(amira, name="Z", safe_hours="x" * 301)
    assert bad.value.field == "safe_hours"


def test_nobody_told_of_a_child_who_is_not_there():
    with pytest.raises(BadInput) as bad:
        told(uuid4(), name="Zebedee")
    assert bad.value.field == "child"
    assert not models.Referrer.objects.exists()


def test_who_told_in_one_area_cannot_be_counted_with_who_told_in_another():
    """Each area has a secret of its own, so that the same person has another id there."""
    amira = child("Amira")
    there = Actor(id=new_id(), area="another-area", agency="childrens_social_care", name="Kim Bell")
    here = told(amira, name="Zebedee")
    assert told(amira, by=there, name="Zebedee").informant != here.informant
    assert told(amira, name="Zebedee").informant == here.informant
