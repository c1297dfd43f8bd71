"""Two children were taken for one: what was theirs goes back, sight ends, and whoever was misled is known and told."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from kith.access import operations as access
from kith.access import policies
from kith.access import queries as sight
from kith.access.types import NotInvolved, Whom
from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.identity import operations, queries
from kith.identity.types import NewDescription
from kith.journeys.receive_concern import receive_concern
from kith.journeys.say_who_it_is import say_who_it_is
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.journeys.undo_a_match import (
    know_that_undone,
    let_them_be_joined,
    take_a_description_away,
    undo_a_match,
)
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.patterns import queries as patterns
from kith.people import operations as people
from kith.people import queries as homes
from tests.support.world import Worker

BRUISE = {"appearance": "bruise", "site": ["arm"]}
BORN = date(2019, 5, 3)
BECAUSE = "His mother and the school both say so."


def told(area, agency, name, kind="domestic_abuse_incident", *, whose=None, born=None, **details):
    """An agency tells of somebody whom it names; identity finds out who that is, where the agency does not say."""
    described = NewDescription(
        said_by=agency, said_by_area=area.code, full_name=name, sex="male", born_from=born or BORN,
        born_to=born or BORN, postcode="" if born else "TQ12 3AB", guardian_names=() if born else ("Amal Rahman",),
    )  # fmt: skip
    said = EntrySaid(
        key="it", kind=kind, happened_from=area.now, happened_to=area.now, about=("child",), details=details
    )
    concern = Concern(
        said_by=agency,
        said_by_area=area.code,
        people=(PersonSaid(key="child", description=described, person=whose),),
        entries=(said,),
    )
    received = receive_concern(concern=concern, by=area.agency(agency).actor, at=area.now)
    return received.people["child"], received.entries["it"]


@pytest.fixture
def boys(area):
    """Hassan of whom the school tells, Hussain of whom the police do, and the question whether they are one."""
    area.on("1 May")
    hassan, at_school = told(area, "school", "Hassan Rahman", "behaviour_concern", aspect="distress")
    area.on("5 May")
    hussain, by_police = told(area, "police", "Hussain Rahman", child_present=True)
    return hassan, hussain, at_school, by_police


@pytest.fixture
def dana(area):
    return by_code(area, "dana-ferris").actor


def by_code(area, code):
    return Worker(area, agencies.practitioner_by_code(area=area.code, code=code).id)


def joined(area, boys, dana):
    """The front door says that they are one, on 10 May; the step by which it can be undone."""
    hassan, hussain, *_ = boys
    area.on("10 May")
    say_who_it_is(review=hussain.reviews[0], decision="same", because=BECAUSE, by=dana, at=area.now)
    assert queries.stands_for(person=hussain.person, as_at=area.now) == hassan.person
    return queries.steps_of(person=hassan.person)[-1].id


def shown(person, area):
    return {one.id for one in chronology.entries_for_page(child=person, as_at=area.now)}


def test_every_entry_is_shown_where_it_was_before(area, boys, dana):
    hassan, hussain, at_school, by_police = boys
    step = joined(area, boys, dana)
    assert shown(hassan.person, area) == {at_school, by_police}
    assert shown(hussain.person, area) == set()

    area.on("12 May")
    undoing = undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)

    assert shown(hassan.person, area) == {at_school}
    assert shown(hussain.person, area) == {by_police}
    (moved,) = queries.moved_by(step=undoing)
    assert (moved.from_person, moved.to_person) == (hassan.person, hussain.person)
    assert moved.description.full_name == "Hussain Rahman"


def test_they_are_kept_apart_until_somebody_takes_that_back(area, boys, dana):
    hassan, hussain, *_ = boys
    step = joined(area, boys, dana)
    area.on("12 May")
    undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)
    with pytest.raises(Refused, match="Two brothers"):
        operations.merge(keep=hassan.person, other=hussain.person, because="Hm.", by=dana, at=area.now)
    (wall,) = queries.kept_apart_from(person=hussain.person)
    assert (wall.others, wall.because, wall.said_by_name) == (
        (hassan.person,),
        "Two brothers.",
        "Dana Ferris",
    )
    joel = by_code(area, "joel-prewett").actor
    with pytest.raises(Refused, match="for the mash manager"):
        let_them_be_joined(non_link=wall.id, people_of=[], because="A slip.", by=joel, at=area.now)
    let_them_be_joined(
        non_link=wall.id, people_of=[hassan.person, hussain.person], because="A slip.", by=dana, at=area.now
    )
    assert queries.kept_apart_from(person=hassan.person) == ()
    operations.merge(keep=hassan.person, other=hussain.person, because="One.", by=dana, at=area.now)


def test_whoever_works_with_the_one_sees_the_one_that_goes_on_and_no_longer_when_it_is_undone(
    area, boys, dana
):
    hassan, hussain, *_ = boys
    joel = by_code(area, "joel-prewett")
    access.allocate(
        child=hussain.person,
        practitioner=joel.id,
        role="allocated_social_worker",
        by=area.system,
        at=area.now,
    )
    with pytest.raises(NotInvolved):
        policies.check_can_see(child=hassan.person, by=joel.actor, at=area.now)

    step = joined(area, boys, dana)
    assert policies.check_can_see(child=hassan.person, by=joel.actor, at=area.now).code == "allocated"
    assert sight.responsible_for(child=hassan.person, at=area.now).worker.id == joel.id

    area.on("12 May")
    undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)
    with pytest.raises(NotInvolved):
        policies.check_can_see(child=hassan.person, by=joel.actor, at=area.now)
    assert sight.responsible_for(child=hassan.person, at=area.now).nobody_is_allocated
    assert sight.responsible_for(child=hussain.person, at=area.now).worker.id == joel.id
    said = [one.sentence for one in sight.changes_of(child=hassan.person)]
    assert any("Carried over, because: two records were found to be of one child" in one for one in said)


def test_what_was_theirs_before_the_match_and_what_was_given_since_stays(area, boys, dana):
    hassan, hussain, *_ = boys
    joel, siobhan = by_code(area, "joel-prewett"), by_code(area, "siobhan-keane")
    for person in (hassan.person, hussain.person):
        access.involve(
            child=person, whom=Whom(practitioner=joel.id), basis="demonstration", by=area.system, at=area.now
        )
    step = joined(area, boys, dana)
    access.involve(
        child=hassan.person, whom=Whom(practitioner=siobhan.id), basis="demonstration", by=dana, at=area.now
        + timedelta(hours=1),
    )  # fmt: skip
    area.on("12 May")
    undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)
    for worker in (joel, siobhan):
        assert policies.check_can_see(child=hassan.person, by=worker.actor, at=area.now)


def test_a_second_worker_keeps_sight_for_ten_working_days_and_the_first_stays_responsible(area, boys, dana):
    hassan, hussain, *_ = boys
    joel, siobhan = by_code(area, "joel-prewett"), by_code(area, "siobhan-keane")
    for worker, person in ((joel, hassan.person), (siobhan, hussain.person)):
        access.allocate(
            child=person, practitioner=worker.id, role="allocated_social_worker", by=area.system, at=area.now
        )
    joined(area, boys, dana)
    assert sight.responsible_for(child=hassan.person, at=area.now).worker.id == joel.id
    basis = policies.check_can_see(child=hassan.person, by=siobhan.actor, at=area.now)
    assert basis.until.astimezone(LONDON).date() == date(2026, 5, 23)


def test_a_home_goes_with_them_and_is_taken_back(area, boys, dana):
    hassan, hussain, *_ = boys
    home = people.register_household(name="Rahman", by=area.system, at=area.now)
    sister = area.child("Layla Rahman", aged=9)
    for person in (hussain.person, sister.id):
        people.start_residency(person=person, household=home, by=area.system, at=area.now)
    step = joined(area, boys, dana)
    assert homes.household_of(person=hassan.person, as_at=area.now).id == home

    area.on("12 May")
    undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)
    assert homes.household_of(person=hassan.person, as_at=area.now) is None
    assert homes.household_of(person=hussain.person, as_at=area.now).id == home


def test_one_who_is_held_closely_stays_so_and_nobody_is_let_in_by_a_match(area, boys, dana):
    hassan, hussain, *_ = boys
    joel = by_code(area, "joel-prewett")
    access.involve(
        child=hussain.person,
        whom=Whom(practitioner=joel.id),
        basis="demonstration",
        by=area.system,
        at=area.now,
    )
    people.set_tier(person=hassan.person, tier="sealed", because="A story.", by=area.system, at=area.now)
    joined(area, boys, dana)
    with pytest.raises(NotInvolved):
        policies.check_can_see(child=hassan.person, by=joel.actor, at=area.now)


def test_what_was_held_closely_is_so_after_it_was_joined_and_stays_so(area, boys, dana):
    hassan, hussain, *_ = boys
    people.set_tier(person=hussain.person, tier="restricted", because="A story.", by=area.system, at=area.now)
    step = joined(area, boys, dana)
    assert homes.person(id=hassan.person).tier == "restricted"
    area.on("12 May")
    undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)
    assert homes.person(id=hassan.person).tier == "restricted"


def test_those_who_may_have_read_it_are_known_each_once(area, boys, dana):
    hassan, *_ = boys
    joel, siobhan = by_code(area, "joel-prewett"), by_code(area, "siobhan-keane")
    for worker in (joel, siobhan):
        access.involve(
            child=hassan.person, whom=Whom(practitioner=worker.id), basis="demonstration", by=area.system,
            at=area.now,
        )  # fmt: skip
    access.open_child(child=hassan.person, purpose="read", by=siobhan.actor, at=area.now)
    step = joined(area, boys, dana)
    for days in (11, 12):
        area.on(f"{days} May")
        access.open_child(child=hassan.person, purpose="read", by=joel.actor, at=area.now)
    area.on("13 May")
    undoing = undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)
    access.open_child(child=hassan.person, purpose="read", by=siobhan.actor, at=area.on("14 May").now)

    (saw,) = queries.who_saw(step=queries.step(id=undoing))
    assert (saw.name, saw.agency, saw.looks) == ("Joel Prewett", "childrens_social_care", 2)
    assert (saw.first_at.day, saw.last_at.day) == (11, 12)


def test_the_owner_of_a_question_that_rested_on_it_is_told_until_they_say_that_they_know(area, boys, dana):
    hassan, *_ = boys
    step = joined(area, boys, dana)
    area.on("11 May")
    told(area, "hospital", "Hassan Rahman", "injury_seen", whose=hassan.person, **BRUISE)
    (asked,) = [
        one for one in patterns.prompts_about(child=hassan.person) if "each_holds_a_piece" in one.patterns
    ]

    area.on("12 May")
    undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)

    (notice,) = [one for one in patterns.matches_undone_for(owner=asked.owner) if one.prompt == asked.id]
    assert "Dana Ferris undid a match on 12 May 2026" in notice.because
    assert "Rahman" not in notice.because
    with pytest.raises(Refused):
        know_that_undone(prompt=asked.id, by=by_code(area, "joel-prewett").actor, at=area.now)
    owner = Worker(area, asked.owner).actor
    for _ in range(2):
        know_that_undone(prompt=asked.id, by=owner, at=area.on("13 May").now)
    assert asked.id not in {one.prompt for one in patterns.matches_undone_for(owner=asked.owner)}


def test_the_rulebook_is_asked_again_of_both(area, boys, dana):
    _, hussain, *_ = boys
    told(area, "hospital", "Hussain Rahman", "injury_seen", whose=hussain.person, **BRUISE)
    told(area, "school", "Hussain", "behaviour_concern", whose=hussain.person, aspect="distress")
    before = {one.household for one in patterns.prompts_about(child=hussain.person)}
    assert before
    step = joined(area, boys, dana)
    area.on("12 May")
    undo_a_match(step=step, because="Two brothers.", by=dana, at=area.now)
    assert {one.household for one in patterns.prompts_about(child=hussain.person)} == before


def test_a_description_that_is_taken_away_is_looked_after(area, dana):
    first, at_school = told(
        area.on("1 May"), "school", "Hassan Rahman", "behaviour_concern", aspect="distress"
    )
    second, by_police = told(area.on("5 May"), "police", "Hassan Rahman", child_present=True)
    officer = area.police.actor
    assert second.person == first.person
    people.set_tier(person=first.person, tier="restricted", because="A story.", by=area.system, at=area.now)

    area.on("10 May")
    step = take_a_description_away(description=second.description, because=BECAUSE, by=dana, at=area.now)

    (moved,) = queries.moved_by(step=step)
    assert moved.from_person == first.person
    assert shown(moved.to_person, area) == {by_police}
    assert shown(first.person, area) == {at_school}
    assert homes.person(id=moved.to_person).tier == "restricted"
    assert policies.check_can_see(child=moved.to_person, by=dana, at=area.now).is_personal
    heard = {one.whom.practitioner for one in sight.involved_with(child=moved.to_person, at=area.now)}
    assert heard == {dana.id, officer.id}


def test_it_is_for_whoever_holds_the_role_in_the_area_with_a_reason_and_once(area, boys, dana):
    hassan, hussain, *_ = boys
    step = joined(area, boys, dana)
    joel = by_code(area, "joel-prewett").actor
    elsewhere = type(dana)(id=dana.id, area="elsewhere", agency=dana.agency, name="Nadia", roles=dana.roles)
    for who in (joel, elsewhere):
        with pytest.raises(Refused, match="for the mash manager to say"):
            undo_a_match(step=step, because=BECAUSE, by=who, at=area.now)
        with pytest.raises(Refused, match="for the mash manager to say"):
            take_a_description_away(description=hassan.description, because=BECAUSE, by=who, at=area.now)
    with pytest.raises(BadInput) as no_reason:
        undo_a_match(step=step, because="  ", by=dana, at=area.now)
    assert no_reason.value.field == "because"
    for unknown in (uuid4(), queries.steps_of(person=hussain.person)[0].id):
        with pytest.raises(BadInput, match="No such merge"):
            undo_a_match(step=unknown, because=BECAUSE, by=dana, at=area.now)
    with pytest.raises(BadInput, match="No such description"):
        take_a_description_away(description=uuid4(), because=BECAUSE, by=dana, at=area.now)
    undo_a_match(step=step, because=BECAUSE, by=dana, at=area.on("12 May").now)
    with pytest.raises(BadInput, match="undone already"):
        undo_a_match(step=step, because=BECAUSE, by=dana, at=area.now)


def test_nothing_of_it_stays_where_it_cannot_be_undone(area, boys, dana):
    hassan, hussain, *_ = boys
    step = joined(area, boys, dana)
    third = area.child("Somebody Else", aged=6)
    area.school.report(third, "behaviour_concern", aspect="distress")
    operations.merge(keep=third.id, other=hassan.person, because="One boy.", by=dana, at=area.now)
    with pytest.raises(Refused, match="merged again since"):
        undo_a_match(step=step, because=BECAUSE, by=dana, at=area.on("12 May").now)
    assert queries.stands_for(person=hussain.person, as_at=area.now) == third.id


def test_at_the_weekend_whoever_stands_in_for_the_front_door_says_who_it_is(area, boys):
    _, hussain, *_ = boys
    area.on("10 May")  # a Sunday
    lorna = area.mash_manager.actor
    assert "mash_manager" not in lorna.roles
    say_who_it_is(review=hussain.reviews[0], decision="cannot_tell", because=BECAUSE, by=lorna, at=area.now)
    assert queries.review(id=hussain.reviews[0]) is None


def test_a_doubt_about_what_is_one_already_takes_the_description_away_with_all_that_goes_with_it(area, dana):
    hassan, _ = told(area.on("1 May"), "school", "Hassan Rahman", "behaviour_concern", aspect="distress")
    leo, by_police = told(area, "police", "Leo Brandt", whose=hassan.person, born=date(2013, 9, 9))
    officer = area.police.actor
    (asked,) = queries.open_reviews_of(person=hassan.person)
    assert asked.person == asked.other_person == hassan.person

    area.on("10 May")
    say_who_it_is(review=asked.id, decision="not_the_same", because=BECAUSE, by=dana, at=area.now)

    person = queries.link_as_at(description=leo.description, as_at=area.now).person
    assert person != hassan.person
    assert shown(person, area) == {by_police}
    assert policies.check_can_see(child=person, by=dana, at=area.now)
    assert officer.id in {one.whom.practitioner for one in sight.involved_with(child=person, at=area.now)}
    assert queries.kept_apart_from(person=person)[0].others == (hassan.person,)
