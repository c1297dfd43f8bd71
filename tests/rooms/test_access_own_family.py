"""Nobody opens their own family, whatever they hold; it looks like a child who is not there; a guardian may lift it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from kith.access import models, operations, policies, queries
from kith.access.types import NotInvolved
from kith.kernel.errors import BadInput, Refused
from kith.people import operations as people
from kith.people.nearness import near
from kith.people.types import NewAddress, NewPerson
from tests.rooms.access_world import AREA, AT, actor, child, involve, load

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


def by():
    return {"by": actor("dana-ferris"), "at": AT}


def adult(name):
    return people.register_person(person=NewPerson(kind="adult", display_name=name), **by())


def home_of(*who, door=None):
    made = people.register_household(name="A home", **by())
    for one in who:
        people.start_residency(person=one, household=made, **by())
    if door:
        people.give_address(household=made, address=door, **by())
    return made


def they_are(code, person):
    return operations.say_who_they_are(
        practitioner=actor(code).id, person=person, by=actor("philippa-venn"), at=AT
    )


def sees(who, code="joel-prewett", at=AT):
    return policies.sees(child=who, by=actor(code), at=at)


def test_a_worker_who_holds_a_child_of_their_own_family_is_shown_nothing():
    amira, joel = child(), adult("Joel Prewett")
    involve(amira, "joel-prewett")
    people.relate(person=joel, kind="aunt_or_uncle", other=amira, **by())
    assert sees(amira)
    they_are("joel-prewett", joel)
    assert not sees(amira)
    assert models.Conflict.objects.get().had_sight


def test_the_refusal_is_that_of_a_child_who_is_not_there():
    amira, joel = child(), adult("Joel Prewett")
    involve(amira, "joel-prewett")
    home_of(joel, amira)
    they_are("joel-prewett", joel)
    said = []
    for who in (amira, uuid4()):
        for ask in (policies.check_can_see, _open_in_emergency):
            with pytest.raises(NotInvolved) as refused:
                ask(child=who, by=actor("joel-prewett"), at=AT)
            said.append(refused.value.reason)
    assert len(set(said)) == 1
    assert queries.refusals_in(area=AREA, since=AT)[-1].what in ("own_family", "unknown")


def test_to_have_a_family_changes_nothing_of_how_another_child_is_refused():
    amira, joel, sealed = child(), adult("Joel Prewett"), child(tier="sealed")
    people.relate(person=joel, kind="aunt_or_uncle", other=amira, **by())
    they_are("joel-prewett", joel)
    for who, why in ((amira, "own_family"), (sealed, "sealed"), (uuid4(), "unknown")):
        with pytest.raises(NotInvolved) as refused:
            policies.check_can_see(child=who, by=actor("joel-prewett"), at=AT)
        assert refused.value.what == why


def test_an_emergency_does_not_open_a_child_of_ones_own_family_and_opens_another():
    amira, tam, joel = child(), child("Tam"), adult("Joel Prewett")
    people.relate(person=joel, kind="aunt_or_uncle", other=amira, **by())
    they_are("joel-prewett", joel)
    with pytest.raises(NotInvolved):
        _open_in_emergency(child=amira, by=actor("joel-prewett"), at=AT)
    assert not models.EmergencyOpening.objects.exists() and not models.Involvement.objects.exists()
    _open_in_emergency(child=tam, by=actor("joel-prewett"), at=AT)
    assert sees(tam)


def _open_in_emergency(**asked):
    because = "I was told about her at the family party, today."
    operations.open_in_emergency(category="other", because=because, **asked)


def test_lists_leave_the_child_out_too():
    amira, joel = child(), adult("Joel Prewett")
    involve(amira, "joel-prewett")
    home_of(joel, amira)
    they_are("joel-prewett", joel)
    assert list(policies.visible_to(by=actor("joel-prewett"), at=AT)) == []
    assert queries.children_of(by=actor("joel-prewett"), at=AT) == ()


def test_others_of_the_team_go_on_seeing_the_child():
    amira, joel = child(), adult("Joel Prewett")
    involve(amira, "folasade-adeyemi")
    home_of(joel, amira)
    they_are("joel-prewett", joel)
    assert sees(amira, "folasade-adeyemi")


def test_near_is_two_steps_and_no_more():
    ex, theirs, cousin, joel = adult("Ex"), child("Theirs"), child("Far"), adult("Joel")
    people.relate(person=ex, kind="former_partner", other=joel, **by())
    people.relate(person=ex, kind="mother", other=theirs, **by())
    people.relate(person=theirs, kind="cousin", other=cousin, **by())
    assert near(people=[joel], steps=1, as_at=AT) == {ex}
    assert near(people=[joel], steps=2, as_at=AT) == {ex, theirs}
    assert near(people=[joel], steps=3, as_at=AT) == {ex, theirs, cousin}


def test_a_friend_of_the_family_is_not_near():
    amira, joel = child(), adult("Joel")
    people.relate(person=joel, kind="family_friend", other=amira, **by())
    assert near(people=[joel], steps=2, as_at=AT) == frozenset()


def test_two_households_behind_one_door_are_one_home():
    amira, joel = child(), adult("Joel")
    home_of(joel, door=NewAddress(lines=("7 Quay Street", "Tolland Bay"), postcode="TQ12 3AB"))
    home_of(amira, door=NewAddress(lines=("7 quay street",), postcode="tq12 3ab"))
    home_of(child("Next door"), door=NewAddress(lines=("9 Quay Street",), postcode="TQ12 3AB"))
    assert near(people=[joel], steps=1, as_at=AT) == {amira}


def test_a_family_that_grows_is_found_when_it_is_asked_again():
    joel, partner = adult("Joel"), adult("A partner")
    they_are("joel-prewett", joel)
    amira = child()
    involve(amira, "joel-prewett")
    people.relate(person=partner, kind="partner", other=joel, **by())
    people.relate(person=partner, kind="mother", other=amira, **by())
    assert sees(amira)
    assert operations.look_for_own_family(at=AT + timedelta(hours=23)) == 0
    assert operations.look_for_own_family(at=AT + timedelta(days=1)) == 1
    assert not sees(amira)
    assert operations.look_for_own_family(at=AT + timedelta(days=1)) == 0


def test_one_child_may_be_near_to_two_who_work_here():
    amira, joel, siobhan = child(), adult("Joel Prewett"), adult("Siobhan Keane")
    for code, one in (("joel-prewett", joel), ("siobhan-keane", siobhan)):
        involve(amira, code)
        people.relate(person=one, kind="aunt_or_uncle", other=amira, **by())
        they_are(code, one)
    assert not sees(amira) and not sees(amira, "siobhan-keane")


def test_who_somebody_is_is_said_once_and_not_asked_about_any_more_when_it_is_withdrawn():
    joel, amira = adult("Joel Prewett"), child()
    row = they_are("joel-prewett", joel)
    assert they_are("joel-prewett", joel) == row
    models.OwnPerson.objects.filter(pk=row).update(withdrawn_at=AT, withdrawn_by=actor("philippa-venn").id)
    people.relate(person=joel, kind="aunt_or_uncle", other=amira, **by())
    assert operations.look_for_own_family(at=AT + timedelta(days=2)) == 0
    assert not models.Conflict.objects.exists()


def test_whoever_was_not_asked_about_today_is_asked_about_next():
    for code in ("joel-prewett", "siobhan-keane"):
        they_are(code, adult(code))
    later = AT + timedelta(days=1)
    assert [operations.look_for_own_family(at=later, limit=1) for _ in range(3)] == [1, 1, 0]


def lift(code="philippa-venn", because="She has no contact with them, and asked for it.", conflict=None):
    row = conflict or models.Conflict.objects.get().pk
    operations.lift_conflict(conflict=row, because=because, by=actor(code), at=AT + timedelta(hours=1))


@pytest.fixture
def closed():
    amira, joel = child(), adult("Joel Prewett")
    involve(amira, "joel-prewett")
    home_of(joel, amira)
    they_are("joel-prewett", joel)
    return amira


def test_the_guardian_lifts_it_once_with_a_reason_and_it_stays_lifted(closed):
    lift()
    assert sees(closed)
    operations.look_for_own_family(at=AT + timedelta(days=2))
    assert sees(closed)
    with pytest.raises(Refused, match="already"):
        lift()


@pytest.mark.parametrize("code", ["dana-ferris", "joel-prewett"])
def test_nobody_else_says_who_somebody_is_or_lifts_it(closed, code):
    with pytest.raises(Refused):
        lift(code)
    with pytest.raises(Refused):
        operations.say_who_they_are(
            practitioner=actor("ruth-abara").id, person=adult("Ruth"), by=actor(code), at=AT
        )


def test_no_guardian_decides_about_themselves(closed):
    with pytest.raises(Refused, match="Somebody else"):
        they_are("philippa-venn", adult("Philippa"))
    of_her = models.Conflict.objects.create(
        area=AREA, practitioner_id=actor("philippa-venn").id, child_id=closed, found_at=AT, had_sight=False
    )
    with pytest.raises(Refused, match="about you"):
        lift(conflict=of_her.pk)


def test_the_conflict_that_is_named_is_lifted_and_none_of_another_area(closed):
    tam = child("Tam")
    involve(tam, "joel-prewett")
    rows = [
        models.Conflict.objects.create(
            area=area, practitioner_id=actor(code).id, child_id=tam, found_at=AT, had_sight=False
        ).pk
        for area, code in ((AREA, "joel-prewett"), ("elsewhere", "siobhan-keane"))
    ]
    lift(conflict=rows[0])
    assert sees(tam) and not sees(closed)
    for wrong in (rows[1], uuid4()):
        with pytest.raises(BadInput) as bad:
            lift(conflict=wrong)
        assert bad.value.field == "conflict"


def test_bad_input_is_named(closed):
    guardian = {"by": actor("philippa-venn"), "at": AT}
    for wrong, field in (
        ({"practitioner": uuid4(), "person": adult("X")}, "practitioner"),
        ({"practitioner": actor("ruth-abara").id, "person": closed}, "person"),
        ({"practitioner": actor("ruth-abara").id, "person": uuid4()}, "person"),
    ):
        with pytest.raises(BadInput) as bad:
            operations.say_who_they_are(**wrong, **guardian)
        assert bad.value.field == field
    with pytest.raises(BadInput, match="because"):
        lift(because=" ")
