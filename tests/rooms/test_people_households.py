"""Who lived where, as true on a day and as known by a moment."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people import models, operations, queries
from kith.people.types import Birth, NewPerson

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 10, tzinfo=LONDON)
SAM = Actor(id=new_id(), area="tolland-bay", agency="childrens_social_care", name="Sam Rowe")
doing = {"by": SAM, "at": AT}


def person(name, kind="child", born=None, sex="not_known"):
    birth = Birth.on(born) if born else Birth()
    return operations.register_person(
        person=NewPerson(kind=kind, display_name=name, birth=birth, sex=sex), **doing
    )


def home(*people, name="Khan household", from_on=date(2026, 1, 1)):
    household = operations.register_household(name=name, **doing)
    for one in people:
        operations.start_residency(person=one, household=household, from_on=from_on, **doing)
    return household


def day(month, number):
    return datetime(2026, month, number, 12, tzinfo=LONDON)


def test_a_household_names_everyone_who_lives_there_with_their_age():
    amira, leanne = person("Amira", born=date(2019, 9, 2)), person("Leanne", "adult")
    home(amira, leanne)

    household = queries.household_of(person=amira, as_at=day(3, 3))

    assert [(member.name, member.age) for member in household.members] == [
        ("Amira", "6 years 6 months"),
        ("Leanne", "age not known"),
    ]


def test_somebody_who_left_is_not_there_on_the_day_they_left():
    amira = person("Amira")
    household = home(amira)
    residency = queries.household_of(person=amira, as_at=day(3, 3)).members[0].residency

    operations.end_residency(residency=residency, to_on=date(2026, 3, 20), by=SAM, at=day(3, 25))

    assert queries.household_of(person=amira, as_at=day(3, 26)) is None
    assert models.Residency.objects.filter(household=household).count() == 2


def test_what_was_believed_before_a_late_telling_stays_readable():
    amira = person("Amira")
    home(amira)
    residency = queries.household_of(person=amira, as_at=day(3, 3)).members[0].residency
    operations.end_residency(residency=residency, to_on=date(2026, 3, 20), by=SAM, at=day(4, 15))

    assert queries.household_of(person=amira, as_at=day(4, 10)) is not None  # nobody had told us yet
    assert queries.household_of(person=amira, as_at=day(4, 16)) is None


def test_nobody_is_known_to_live_there_before_it_was_told():
    amira = person("Amira")
    home(amira, from_on=date(2025, 6, 1))
    assert queries.household_of(person=amira, as_at=AT - timedelta(days=1)) is None
    assert queries.household_of(person=amira, as_at=AT) is not None


def test_a_residency_that_was_never_so_is_withdrawn_with_a_reason():
    amira = person("Amira")
    home(amira)
    residency = queries.household_of(person=amira, as_at=day(3, 3)).members[0].residency

    with pytest.raises(BadInput, match="Say why"):
        operations.withdraw_residency(residency=residency, because="", **doing)
    operations.withdraw_residency(residency=residency, because="Another Amira.", by=SAM, at=day(3, 4))

    assert queries.household_of(person=amira, as_at=day(3, 5)) is None
    assert queries.household_of(person=amira, as_at=day(3, 3)) is not None
    with pytest.raises(BadInput, match="withdrawn already"):
        operations.withdraw_residency(residency=residency, because="Again.", by=SAM, at=day(3, 6))


def test_a_child_with_shared_care_lives_in_two_households():
    amira = person("Amira")
    home(amira, name="Mum's")
    home(amira, name="Dad's", from_on=date(2026, 2, 1))

    assert [one.name for one in queries.households_of(person=amira, as_at=day(3, 3))] == ["Dad's", "Mum's"]
    assert queries.household_of(person=amira, as_at=day(3, 3)).name == "Dad's"


def test_nobody_moves_in_where_they_already_live():
    amira = person("Amira")
    household = home(amira)
    with pytest.raises(BadInput, match="already live"):
        operations.start_residency(person=amira, household=household, from_on=date(2026, 2, 1), **doing)
    with (
        pytest.raises(IntegrityError, match="nobody_lives_in_one_household_twice_at_once"),
        transaction.atomic(),
    ):
        models.Residency.objects.create(
            area="tolland-bay", person_id=amira, household_id=household, known_at=AT, known_by=SAM.id
        )


def test_somebody_who_left_may_move_in_again():
    amira = person("Amira")
    household = home(amira)
    residency = queries.household_of(person=amira, as_at=day(3, 3)).members[0].residency
    operations.end_residency(residency=residency, to_on=date(2026, 3, 20), by=SAM, at=day(3, 25))

    operations.start_residency(
        person=amira, household=household, from_on=date(2026, 5, 1), by=SAM, at=day(5, 2)
    )

    assert queries.household_of(person=amira, as_at=day(5, 3)).id == household


def test_a_stay_ends_after_it_starts():
    amira = person("Amira")
    home(amira)
    residency = queries.household_of(person=amira, as_at=day(3, 3)).members[0].residency
    with pytest.raises(BadInput, match="after the day on which it starts"):
        operations.end_residency(residency=residency, to_on=date(2026, 1, 1), **doing)
    with pytest.raises(BadInput, match="No such residency"):
        operations.end_residency(residency=uuid4(), to_on=date(2026, 4, 1), **doing)


def test_a_household_is_made_of_children_and_adults_and_kin_elsewhere():
    amira = person("Amira", born=date(2019, 9, 2), sex="female")
    jory = person("Jory", born=date(2024, 1, 2), sex="male")
    leanne = person("Leanne", "adult", sex="female")
    dean = person("Dean", "adult", sex="male")
    nan = person("Nan", "adult", sex="female")
    baby = operations.register_person(
        person=NewPerson(kind="unborn", display_name="Baby", birth=Birth(expected_on=date(2026, 6, 1))),
        **doing,
    )
    home(amira, leanne, dean)
    for child in (amira, jory, baby):
        operations.relate(person=leanne, kind="mother", other=child, **doing)
    operations.relate(person=nan, kind="grandparent", other=amira, **doing)

    children = queries.other_children(child=amira, as_at=day(3, 3))
    adults = queries.adults_around(child=amira, as_at=day(3, 3))

    assert [(one.name, one.age, one.relation, one.lives_there) for one in children] == [
        ("Baby", "unborn, due 1 June 2026", "sibling, same mother", False),
        ("Jory", "2 years 2 months", "brother, same mother", False),
    ]
    assert [(one.name, one.relation, one.lives_there) for one in adults] == [
        ("Dean", "in the same household", True),
        ("Leanne", "mother", True),
        ("Nan", "grandmother", False),
    ]
    assert queries.mother_of(child=baby, as_at=day(3, 3)).id == leanne


def test_a_named_relationship_is_said_rather_than_the_one_that_was_worked_out():
    amira, jory = person("Amira", sex="female"), person("Jory", sex="male")
    leanne = person("Leanne", "adult")
    for child in (amira, jory):
        operations.relate(person=leanne, kind="mother", other=child, **doing)
    operations.relate(person=jory, kind="half_sibling", other=amira, **doing)

    assert queries.relations_of(person=amira, as_at=day(3, 3))[jory] == "half-brother"
    assert queries.relations_of(person=jory, as_at=day(3, 3))[amira] == "half-sister"
    assert queries.relations_of(person=leanne, as_at=day(3, 3))[amira] == "daughter"


def test_a_partner_who_left_is_no_longer_around_but_was():
    amira, dean = person("Amira"), person("Dean", "adult")
    carer = operations.relate(person=dean, kind="carer", other=amira, from_on=date(2025, 1, 1), **doing)

    operations.end_relationship(relationship=carer, to_on=date(2026, 4, 1), by=SAM, at=day(4, 2))

    assert [one.name for one in queries.adults_around(child=amira, as_at=day(3, 20))] == ["Dean"]
    assert queries.adults_around(child=amira, as_at=day(4, 3)) == ()


def test_a_relationship_is_of_a_listed_kind_and_with_somebody_else():
    amira = person("Amira")
    with pytest.raises(BadInput) as refused:
        operations.relate(person=amira, kind="boss", other=uuid4(), **doing)
    assert refused.value.field == "kind"
    with pytest.raises(BadInput, match="themselves"):
        operations.relate(person=amira, kind="sibling", other=amira, **doing)
    with pytest.raises(BadInput, match="No such person"):
        operations.relate(person=amira, kind="sibling", other=uuid4(), **doing)
