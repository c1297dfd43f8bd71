"""A child's home over time, as far as one reader may know of who lived there and who was around."""

from datetime import date, timedelta

import pytest

from kith.access import queries
from kith.people import operations as people
from kith.people.types import Birth, NewPerson
from tests.rooms.access_world import AT, actor, child, involve, load

pytestmark = pytest.mark.django_db
SINCE = date(2026, 3, 2)
A_RECORD_EXISTS = "A record exists: ring the desk"


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


def by():
    return {"by": actor("dana-ferris"), "at": AT}


def adult(name, tier="normal"):
    made = people.register_person(person=NewPerson(kind="adult", display_name=name), **by())
    if tier != "normal":
        people.set_tier(person=made, tier=tier, because="A story.", **by())
    return made


@pytest.fixture
def amira():
    return child()


@pytest.fixture
def home(amira):
    made = people.register_household(name="Khan household", **by())
    people.start_residency(person=amira, household=made, **by())
    return made


@pytest.fixture
def dean(amira, home):
    """Answers a maker: her stepfather, who moved in on 2 March and has a child elsewhere, held as closely as it is told."""

    def made(tier="normal"):
        one, poppy = adult("Dean", tier), child("Poppy")
        people.start_residency(person=one, household=home, from_on=SINCE, **by())
        people.relate(person=one, kind="step_parent", other=amira, from_on=SINCE, **by())
        people.relate(person=one, kind="father", other=poppy, **by())
        return one

    return made


def seen(amira, code="anneka-bright"):
    at = AT + timedelta(hours=1)
    return queries.home_over_time(child=amira, by=actor(code), at=at, as_at=at)


def the_stays_of(person, home):
    return [one.stay.spell.from_on for one in home.stays if one.person == person]


def test_an_adult_of_the_home_is_named_with_since_when_and_whose_parent_they_are(amira, dean):
    one = dean()
    shown = seen(amira)

    (around,) = shown.adults
    assert (around.who.name, around.person) == ("Dean", one)
    assert (around.related.from_on, around.related.told.by) == (SINCE, actor("dana-ferris").id)
    assert the_stays_of(one, shown) == [SINCE]
    assert [(kin.name, kin.relation) for kin in shown.children] == [("Poppy", "child of Dean")]


def test_of_a_restricted_adult_no_period_no_name_and_no_child_elsewhere_is_told(amira, dean):
    one = dean("restricted")
    shown = seen(amira)

    (around,) = shown.adults
    assert (around.who.name, around.who.relation, around.who.id) == (A_RECORD_EXISTS, "", None)
    assert around.related is None
    assert the_stays_of(one, shown) == []
    assert shown.children == ()


def test_whoever_works_with_a_restricted_adult_is_told_all_of_it(amira, dean):
    one = dean("restricted")
    involve(one, "anneka-bright")
    shown = seen(amira)

    (around,) = shown.adults
    assert (around.who.name, around.who.id, around.related.from_on) == ("Dean", one, SINCE)
    assert the_stays_of(one, shown) == [SINCE]
    assert [kin.relation for kin in shown.children] == ["child of Dean"]
    assert seen(amira, "david-mensah").children == ()


def test_an_adult_who_is_said_to_be_no_kin_has_no_date_since_when_they_are(amira, home):
    people.start_presence(person=adult("Rob"), household=home, from_on=SINCE, **by())
    (around,) = seen(amira).adults
    assert (around.who.name, around.related) == ("Rob", None)


@pytest.mark.parametrize(("tier", "names"), [("restricted", [A_RECORD_EXISTS]), ("sealed", [])])
def test_a_brother_or_sister_who_is_held_closely_has_no_period_in_the_home(amira, home, tier, names):
    tam = child("Tam", tier)
    people.start_residency(person=tam, household=home, from_on=SINCE, **by())
    shown = seen(amira)
    assert [kin.name for kin in shown.children] == names
    assert the_stays_of(tam, shown) == []

    involve(tam, "anneka-bright")
    shown = seen(amira)
    assert [(kin.name, kin.id) for kin in shown.children] == [("Tam", tam)]
    assert the_stays_of(tam, shown) == [SINCE]


def test_what_was_learned_since_is_not_in_a_home_as_it_was_known_before(amira, dean):
    dean()
    earlier = AT - timedelta(days=1)
    shown = queries.home_over_time(child=amira, by=actor("anneka-bright"), at=AT, as_at=earlier)
    assert (shown.adults, shown.stays, shown.children) == ((), (), ())


def test_age_and_whether_they_live_there_are_told_of_a_child_who_is_not_held_closely_alone(amira, home):
    born = Birth.on(date(2019, 5, 2))
    tam, jory, far = (
        people.register_person(person=NewPerson(kind="child", display_name=name, birth=born), **by())
        for name in ("Tam", "Jory", "Wenna")
    )
    for one in (tam, jory):
        people.start_residency(person=one, household=home, **by())
    people.relate(person=far, kind="cousin", other=amira, **by())
    people.set_tier(person=tam, tier="restricted", because="A story.", **by())

    shown = queries.other_children(child=amira, by=actor("anneka-bright"), at=AT + timedelta(hours=1))
    assert [(kin.name, kin.age, kin.lives_there) for kin in shown] == [
        ("Jory", "7 years 6 months", True),
        (A_RECORD_EXISTS, "", False),
        ("Wenna", "7 years 6 months", False),
    ]
