"""A home over time: who was there or around, who told it, addresses that were wrong, and what two rows of one person leave."""

from datetime import date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people import models, operations, queries
from kith.people.types import Baby, Birth, ConfidentialAddress, NewAddress, NewPerson

pytestmark = pytest.mark.django_db


def actor(name: str) -> Actor:
    return Actor(id=new_id(), area="tolland-bay", agency="police", name=name)


SAM, KIM = actor("Sam Rowe"), actor("Kim Bell")


def day(month: int, number: int) -> datetime:
    return datetime(2026, month, number, 12, tzinfo=LONDON)


doing = {"by": SAM, "at": day(1, 2)}


def person(name: str, kind: str = "child", birth: Birth | None = None):
    new = NewPerson(kind=kind, display_name=name, birth=birth or Birth())
    return operations.register_person(person=new, **doing)


@pytest.fixture
def amira():
    return person("Amira")


@pytest.fixture
def home(amira):
    made = operations.register_household(name="Khan household", **doing)
    operations.start_residency(person=amira, household=made, **doing)
    return made


def stays(child, as_at):
    return queries.home_over_time(child=child, as_at=as_at).stays


def test_a_stay_that_ended_is_one_period_told_by_one_and_its_end_by_another(amira, home):
    dean = person("Dean", "adult")
    stay = operations.start_residency(
        person=dean, household=home, from_on=date(2026, 1, 5), by=SAM, at=day(1, 9)
    )
    operations.end_residency(residency=stay, to_on=date(2026, 3, 1), by=KIM, at=day(3, 4))

    (found,) = [one for one in stays(amira, day(3, 5)) if one.person == dean]
    assert (found.spell.told.by, found.spell.ended.by) == (SAM.id, KIM.id)
    assert (found.spell.from_on, found.spell.to_on) == (date(2026, 1, 5), date(2026, 3, 1))
    assert not found.spell.holds(date(2026, 3, 1))
    (before,) = [one for one in stays(amira, day(3, 3)) if one.person == dean]
    assert (before.spell.to_on, before.spell.ended) == (None, None)
    assert not [one for one in stays(amira, day(1, 8)) if one.person == dean]


def test_what_was_withdrawn_stays_with_who_withdrew_it(amira, home):
    dean = person("Dean", "adult")
    stay = operations.start_residency(person=dean, household=home, by=SAM, at=day(1, 9))
    operations.withdraw_residency(residency=stay, because="Another Dean.", by=KIM, at=day(2, 1))
    (found,) = [one for one in stays(amira, day(2, 2)) if one.person == dean]
    assert found.spell.withdrawn.by == KIM.id
    assert not found.spell.holds(date(2026, 2, 2))


def test_an_adult_is_around_without_living_there_until_they_are_not(amira, home):
    dean = person("Dean", "adult")
    presence = operations.start_presence(
        person=dean, household=home, from_on=date(2026, 1, 5), by=SAM, at=day(1, 9)
    )
    (around,) = [one for one in queries.adults_around(child=amira, as_at=day(1, 10)) if one.id == dean]
    assert (around.relation, around.lives_there) == ("around the home", False)
    assert dean not in {one.id for one in queries.household_of(person=amira, as_at=day(1, 10)).members}

    operations.end_presence(presence=presence, to_on=date(2026, 2, 1), by=KIM, at=day(2, 3))
    assert dean not in {one.id for one in queries.adults_around(child=amira, as_at=day(2, 4))}
    (found,) = [one for one in stays(amira, day(2, 4)) if one.person == dean]
    assert (found.lives_there, found.spell.ended.by) == (False, KIM.id)
    assert [one.what for one in queries.changes_of(person=dean)][-2:] == [
        "presence_started",
        "presence_ended",
    ]


def test_a_presence_is_of_an_adult_and_once_at_a_time_and_is_withdrawn_with_a_reason(amira, home):
    with pytest.raises(BadInput, match="person"):
        operations.start_presence(person=amira, household=home, **doing)
    dean = person("Dean", "adult")
    presence = operations.start_presence(person=dean, household=home, **doing)
    with pytest.raises(BadInput, match="around in that period"):
        operations.start_presence(person=dean, household=home, **doing)
    with pytest.raises(BadInput, match="Say why"):
        operations.withdraw_presence(presence=presence, because=" ", **doing)
    operations.withdraw_presence(presence=presence, because="Another Dean.", by=SAM, at=day(1, 3))
    assert not queries.living_near(person=amira, as_at=day(1, 4))


def test_the_database_keeps_what_was_said_of_a_presence(home):
    dean = person("Dean", "adult")
    presence = operations.start_presence(person=dean, household=home, **doing)
    row = models.Presence.objects.get(pk=presence)
    row.from_on = date(2026, 1, 1)
    with pytest.raises(DatabaseError, match=r"Cannot|permission denied"), transaction.atomic():
        row.save()
    with pytest.raises(DatabaseError, match=r"Cannot|permission denied"), transaction.atomic():
        row.delete()


def test_a_wrong_address_is_corrected_for_the_same_days_and_what_was_believed_stays(amira, home):
    wrong = NewAddress(lines=("12 Gull Street",), from_on=date(2026, 1, 1))
    first = operations.give_address(household=home, address=wrong, by=SAM, at=day(1, 9))
    right = NewAddress(lines=("21 Gull Street",))
    operations.correct_address(address=first, to=right, because="mistyped", by=KIM, at=day(2, 3))

    (now,) = queries.addresses_of(household=home, as_at=day(2, 4))
    assert (now.lines, now.from_on) == (("21 Gull Street",), date(2026, 1, 1))
    (then,) = queries.addresses_of(household=home, as_at=day(2, 2))
    assert then.lines == ("12 Gull Street",)
    told = queries.addresses_over_time(child=amira, as_at=day(2, 4)).addresses
    assert [one.spell.withdrawn.by if one.spell.withdrawn else None for one in told] == [None, KIM.id]
    sentences = [one.sentence for one in queries.changes_of_household(household=home)]
    assert "Withdrew an address, because: it was written down wrongly." in sentences
    assert not [one for one in sentences if "Gull" in one]


def test_an_address_is_withdrawn_for_a_listed_reason_alone_and_once(home):
    address = operations.give_address(household=home, address=NewAddress(lines=("1 A",)), **doing)
    with pytest.raises(BadInput, match="It is one of"):
        operations.withdraw_address(address=address, because="they are at 9 Lamp Lane", **doing)
    operations.withdraw_address(address=address, because="never_there", **doing)
    with pytest.raises(BadInput, match="withdrawn already"):
        operations.withdraw_address(address=address, because="never_there", **doing)
    assert queries.addresses_of(household=home, as_at=day(1, 3)) == ()


def test_a_wrong_address_of_a_hidden_home_is_not_corrected_into_the_open(home):
    operations.give_address(
        household=home,
        address=NewAddress(lines=("1 A",), from_on=date(2026, 1, 1), to_on=date(2026, 2, 1)),
        **doing,
    )
    operations.hold_confidential_address(
        household=home, whereabouts="Elsewhere", from_on=date(2026, 2, 1), **doing
    )
    ended = models.Address.objects.get(household=home)
    with pytest.raises(Refused, match="confidential"):
        operations.correct_address(
            address=ended.pk,
            to=NewAddress(lines=("2 B",), to_on=date(2026, 3, 1)),
            because="mistyped",
            **doing,
        )
    assert models.Address.objects.get(household=home).withdrawn_at is None


def test_a_confidential_address_over_time_is_only_that_it_is_one(amira, home):
    operations.hold_confidential_address(household=home, whereabouts="9 Lamp Lane", **doing)
    (found,) = queries.home_over_time(child=amira, as_at=day(1, 3)).addresses
    assert isinstance(found.address, ConfidentialAddress)
    assert "Lamp" not in repr(found)


def test_whose_children_the_adults_are(amira):
    dean, poppy = person("Dean", "adult"), person("Poppy")
    operations.relate(person=dean, kind="step_parent", other=poppy, **doing)
    (found,) = queries.children_of(adults=[dean], as_at=day(1, 3))
    assert (found.adult, found.child, found.words) == (dean, poppy, "stepchild")


def test_two_rows_of_one_child_leave_one_in_the_home_with_one_mother(home):
    mother = person("Leanne", "adult")
    expected = person("Baby", "unborn", Birth(expected_on=date(2026, 2, 1)))
    noah = person("Noah", birth=Birth.on(date(2026, 1, 30)))
    for child in (expected, noah):
        operations.relate(person=mother, kind="mother", other=child, **doing)
        operations.start_residency(person=child, household=home, **doing)
    operations.carry_over(person=noah, to=expected, because="One child.", by=SAM, at=day(2, 1))
    members = {one.id for one in queries.household_of(person=expected, as_at=day(2, 2)).members}
    assert expected in members
    assert noah not in members
    assert noah not in queries.relations_of(person=expected, as_at=day(2, 2))
    assert queries.mother_of(child=expected, as_at=day(2, 2)).id == mother
    assert noah in {one.id for one in queries.household_of(person=expected, as_at=day(1, 30)).members}


def test_an_unborn_child_is_born_as_the_same_person_and_only_once():
    baby = person("Baby", "unborn", Birth(expected_on=date(2026, 2, 1)))
    born = Baby(born_on=date(2026, 1, 30), display_name="Noah", sex="male")
    operations.record_birth(person=baby, baby=born, by=SAM, at=day(2, 1))
    found = queries.person(id=baby)
    assert (found.kind, found.name, found.sex) == ("child", "Noah", "male")
    with pytest.raises(BadInput, match="born already"):
        operations.record_birth(person=baby, baby=born, by=SAM, at=day(2, 1))


def test_only_a_pregnancy_ends_without_a_birth(amira):
    with pytest.raises(BadInput, match="born already"):
        operations.record_loss(person=amira, ended_on=date(2026, 1, 1), **doing)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Person.objects.filter(pk=amira).update(pregnancy_ended_on=date(2026, 1, 1))
    baby = person("Baby", "unborn", Birth(expected_on=date(2026, 6, 1)))
    with pytest.raises(BadInput, match="future"):
        operations.record_loss(person=baby, ended_on=date(2026, 1, 3), **doing)
    operations.record_loss(person=baby, ended_on=date(2026, 1, 1), **doing)
    born = queries.person(id=baby).birth
    assert queries.age_words(born=born, as_at=day(1, 2)) == "pregnancy ended by 1 January 2026"
    assert queries.age_words(born=born, as_at=datetime(2025, 12, 31, 12, tzinfo=LONDON)).startswith("unborn")
