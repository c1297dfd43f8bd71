"""An unborn child is born, alone or with a twin; or the pregnancy ends."""

from datetime import date

import pytest

from kith.access import operations as access
from kith.access import queries as sight
from kith.access.types import NotInvolved, Whom
from kith.chronology import queries as chronology
from kith.clocks import queries as clocks
from kith.identity import operations as identity_operations
from kith.identity import queries as identity
from kith.identity.types import NewDescription
from kith.journeys.birth_of_a_child import Born, tell_birth, tell_loss, withdraw_loss
from kith.journeys.births_proposed import births_proposed
from kith.kernel.errors import BadInput
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import Baby, Birth, NewPerson
from tests.support.world import Area, Child

DUE = date(2026, 5, 20)


@pytest.fixture
def keren(area: Area):
    new = NewPerson(kind="adult", display_name="Keren Orrey", sex="female")
    person = people.register_person(person=new, by=area.system, at=area.now)
    home = people.register_household(name="Orrey household", by=area.system, at=area.now)
    people.start_residency(person=person, household=home, by=area.system, at=area.now)
    return person


@pytest.fixture
def baby(area: Area, keren) -> Child:
    new = NewPerson(kind="unborn", display_name="Unborn baby of Keren Orrey", birth=Birth(expected_on=DUE))
    child = people.register_person(person=new, by=area.system, at=area.now)
    people.relate(person=keren, kind="mother", other=child, by=area.system, at=area.now)
    home = held.household_of(person=keren, as_at=area.now)
    people.start_residency(person=child, household=home.id, by=area.system, at=area.now)
    found = Child(child, new.display_name, DUE)
    area.involve(area.mash_manager, found, "manages_the_work")
    return found


def by(area: Area) -> dict:
    return {"by": area.mash_manager.actor, "at": area.now}


def _involved(child, area: Area) -> set:
    return {(one.whom, one.bases) for one in sight.involved_with(child=child, at=area.now)}


def born(day: date = date(2026, 5, 11), name: str = "Noah Orrey", already=None) -> Born:
    return Born(baby=Baby(born_on=day, display_name=name, sex="male"), already=already)


def test_the_same_child_goes_on_with_a_name_and_an_entry_of_the_birth(area, baby):
    area.social_care.report(baby, "pregnancy_booked", weeks=11)

    ids = tell_birth(child=baby.id, born=[born()], **by(area.on("12 May")))

    assert ids == (baby.id,)
    noah = held.person(id=baby.id)
    assert (noah.kind, noah.name, noah.sex, noah.birth.born_from) == (
        "child", "Noah Orrey", "male", date(2026, 5, 11),
    )  # fmt: skip
    assert noah.birth.expected_on == DUE
    assert {one.kind for one in area.entries_about(baby)} == {"pregnancy_booked", "birth"}
    change = held.changes_of(person=baby.id)[-1]
    assert (change.what, change.details["before"]["kind"]) == ("born", "unborn")
    assert change.done_by == area.mash_manager.id


def test_a_birth_that_an_agency_told_of_is_not_told_twice(area, baby):
    area.on("11 May").agency("midwifery").report(baby, "birth", weeks=39)
    tell_birth(child=baby.id, born=[born()], **by(area.on("12 May")))
    assert [one.kind for one in area.entries_about(baby)] == ["birth"]


def test_a_twin_is_a_child_of_their_own_in_the_same_home_seen_by_the_same_people(area, baby, keren):
    noah, ada = tell_birth(
        child=baby.id, born=[born(), born(date(2026, 5, 12), "Ada Orrey")], **by(area.on("12 May"))
    )
    assert (noah, held.person(id=ada).birth.born_from) == (baby.id, date(2026, 5, 12))
    members = {one.id for one in held.household_of(person=noah, as_at=area.now).members}
    assert members == {noah, ada, keren}
    assert held.mother_of(child=ada, as_at=area.now).id == keren
    assert _involved(ada, area) == _involved(noah, area) != set()
    assert held.changes_of(person=ada)[0].what == "person_registered"
    assert [one.kind for one in chronology.entries_for_page(child=ada, as_at=area.now)] == ["birth"]
    assert held.relations_of(person=noah, as_at=area.now)[ada]


def test_the_twin_of_a_sealed_child_is_sealed(area, baby):
    people.set_tier(person=baby.id, tier="sealed", because="A story.", by=area.system, at=area.now)
    _, ada = tell_birth(child=baby.id, born=[born(), born(name="Ada Orrey")], **by(area.on("12 May")))
    assert held.person(id=ada).tier == "sealed"


def test_a_child_born_about_then_in_the_mothers_home_is_proposed_and_becomes_the_same_child(area, baby):
    area.on("12 May")
    new = area.child("Noah Orrey", born=date(2026, 5, 11))
    home = held.household_of(person=baby.id, as_at=area.now)
    people.start_residency(person=new.id, household=home.id, by=area.system, at=area.now)
    expected = held.person(id=baby.id)
    assert births_proposed(expected=expected, **by(area)) == ()
    area.involve(area.mash_manager, new)
    area.agency("midwifery").report(new, "birth", weeks=39)

    (proposed,) = births_proposed(expected=expected, **by(area))
    assert (proposed.child, proposed.name, proposed.born_on) == (new.id, "Noah Orrey", date(2026, 5, 11))
    tell_birth(child=baby.id, born=[born(already=proposed.child)], **by(area))

    assert identity.stands_for(person=new.id, as_at=area.now) == baby.id
    assert [one.kind for one in area.entries_about(baby)] == ["birth"]
    assert new.id not in {one.id for one in held.household_of(person=baby.id, as_at=area.now).members}
    assert new.id not in held.relations_of(person=baby.id, as_at=area.now)


@pytest.mark.parametrize(("day", "is_proposed"), [
    (date(2026, 4, 8), True), (date(2026, 4, 7), False), (date(2026, 6, 17), True), (date(2026, 6, 18), False),
])  # fmt: skip
def test_a_birth_is_proposed_from_six_weeks_before_to_four_after_the_day(area, baby, day, is_proposed):
    area.on("18 Jun").agency("midwifery").report(baby, "birth", on=f"{day.day} {day:%b}")
    days = {one.born_on for one in births_proposed(expected=held.person(id=baby.id), **by(area))}
    assert (day in days) is is_proposed


def test_an_agencys_own_word_that_the_expected_child_is_born_is_a_proposal(area, baby):
    area.on("12 May")
    described = NewDescription(
        said_by="midwifery", said_by_area=area.code, full_name="Noah Orrey",
        born_from=date(2026, 5, 11), born_to=date(2026, 5, 11), sex="male",
    )  # fmt: skip
    identity_operations.resolve_known(description=described, person=baby.id, by=area.system, at=area.now)
    (proposed,) = births_proposed(expected=held.person(id=baby.id), **by(area))
    assert (proposed.name, proposed.born_on, proposed.child) == ("Noah Orrey", date(2026, 5, 11), None)


def test_a_day_too_far_from_the_expected_one_and_one_to_come_are_refused(area, baby):
    area.on("20 Jun")
    with pytest.raises(BadInput, match="too far"):
        tell_birth(child=baby.id, born=[born(date(2026, 6, 19))], **by(area))
    area.on("10 May")
    with pytest.raises(BadInput, match="not in the future"):
        tell_birth(child=baby.id, born=[born()], **by(area))
    assert held.person(id=baby.id).kind == "unborn"


def test_a_child_whom_one_may_not_see_is_not_named_as_the_baby_and_nothing_is_kept(area, baby):
    other = area.on("12 May").child("Noah Orrey", born=date(2026, 5, 11))
    with pytest.raises(NotInvolved):
        tell_birth(child=baby.id, born=[born(already=other.id)], **by(area))
    assert held.person(id=baby.id).kind == "unborn"


def test_a_child_who_is_born_is_not_born_again(area, baby):
    tell_birth(child=baby.id, born=[born()], **by(area.on("12 May")))
    with pytest.raises(BadInput, match="born already"):
        tell_birth(child=baby.id, born=[born()], **by(area))
    with pytest.raises(BadInput, match="born already"):
        tell_loss(child=baby.id, ended_on=date(2026, 5, 12), **by(area))


def test_a_loss_is_kept_with_everything_before_it_and_no_clock_runs_on(area, baby):
    area.on("3 Mar").social_care.report(baby, "referral_decision", outcome="assessment")
    assert [one for one in clocks.running(child=baby.id, as_at=area.now) if one.waiting]

    tell_loss(child=baby.id, ended_on=date(2026, 3, 20), **by(area.on("21 Mar")))

    assert clocks.running(child=baby.id, as_at=area.now) == ()
    assert clocks.running_each(children=[baby.id], as_at=area.now) == {baby.id: ()}
    lost = held.person(id=baby.id)
    assert held.age_words(born=lost.birth, as_at=area.now) == "pregnancy ended by 20 March 2026"
    assert {one.kind for one in area.entries_about(baby)} == {"referral_decision", "other"}
    with pytest.raises(BadInput, match="Withdraw that first"):
        tell_birth(child=baby.id, born=[born(date(2026, 5, 11))], **by(area.on("12 May")))


def test_a_loss_that_was_a_mistake_is_withdrawn_and_the_trail_says_both(area, baby):
    tell_loss(child=baby.id, ended_on=date(2026, 3, 20), **by(area.on("21 Mar")))
    withdraw_loss(child=baby.id, because="It was her sister.", **by(area.on("22 Mar")))
    assert held.person(id=baby.id).birth.ended_on is None
    assert [one.what for one in held.changes_of(person=baby.id)][-2:] == [
        "pregnancy_ended", "pregnancy_end_withdrawn",
    ]  # fmt: skip
    access.involve(
        child=baby.id, whom=Whom(practitioner=area.mash_manager.id), basis="manages_the_work", **by(area)
    )
    tell_birth(child=baby.id, born=[born()], **by(area.on("12 May")))
    assert held.person(id=baby.id).kind == "child"
