"""A question on one named person's page: taken, done, declined, sent up, challenged; who may see the child through it."""

import pytest

from kith.access import policies
from kith.access import queries as access
from kith.access.types import NotInvolved
from kith.journeys import answer_prompt as answering
from kith.kernel.errors import BadInput, Refused
from kith.patterns import queries as patterns


@pytest.fixture
def amira(area):
    amira = area.child("Amira Haddad", aged=6)
    area.on("3 Apr").police.report(amira, "domestic_abuse_incident", child_present=True)
    area.on("10 Apr").agency("hospital").report(amira, "injury_seen", appearance="bruise", site=["arm"])
    area.on("20 Apr").school.report(amira, "behaviour_concern", aspect="distress")
    return amira


def asked(area, amira):
    return area.mash_manager.only_prompt_for(amira)


def kinds(area, amira) -> list[str]:
    return [entry.kind for entry in area.entries_about(amira)]


def test_whoever_is_asked_may_see_the_child_and_is_said_to(area, amira):
    basis = policies.check_can_see(child=amira.id, by=area.mash_manager.actor, at=area.now)
    assert basis.words == "named to answer a question about this child"
    assert basis.until is not None


def test_nobody_sees_a_sealed_child_because_kith_asked(area):
    from kith.people import operations as people

    ben = area.child("Ben Carlyon", aged=5)
    people.set_tier(person=ben.id, tier="sealed", because="A story.", by=area.system, at=area.now)
    area.on("3 Apr").police.report(ben, "domestic_abuse_incident", child_present=True)
    area.on("10 Apr").agency("hospital").report(ben, "injury_seen", appearance="bruise", site=["arm"])
    area.on("20 Apr").school.report(ben, "behaviour_concern", aspect="distress")

    assert asked(area, ben)
    with pytest.raises(NotInvolved):
        policies.check_can_see(child=ben.id, by=area.mash_manager.actor, at=area.now)


def test_taking_it_acknowledges_each_entry_for_the_agency(area, amira):
    prompt = asked(area, amira)
    answering.acknowledge_prompt(prompt=prompt.id, by=area.mash_manager.actor, at=area.now)
    taken = [
        row for entry in area.entries_about(amira) for row in entry.known_to if row.how == "acknowledged"
    ]
    assert {row.agency for row in taken} == {"childrens_social_care"}
    assert len(taken) == len(prompt.evidence)


def test_what_was_done_stands_in_the_chronology_in_words(area, amira):
    prompt = asked(area, amira)
    answering.act_on_prompt(
        prompt=prompt.id, because="We all spoke at 10:00.", by=area.mash_manager.actor, at=area.now
    )
    newest = area.entries_about(amira)[0]
    assert (newest.kind, newest.text) == ("other", "We all spoke at 10:00.")
    assert {one.entry for one in newest.refers_to} == set(prompt.evidence)


def test_doing_it_without_a_word_is_not_taken(area, amira):
    with pytest.raises(BadInput):
        answering.act_on_prompt(
            prompt=asked(area, amira).id, because=" ", by=area.mash_manager.actor, at=area.now
        )
    assert asked(area, amira).is_open


def test_a_reason_to_decline_stands_in_the_chronology(area, amira):
    prompt = asked(area, amira)
    answering.decline_prompt(
        prompt=prompt.id, because="They met on Monday.", by=area.mash_manager.actor, at=area.now
    )
    assert kinds(area, amira)[0] == "prompt_declined"
    assert patterns.prompt(id=prompt.id).answer == "declined"


def test_when_nobody_is_free_a_named_leader_gets_it_with_the_reason_and_the_clock(area, amira):
    prompt, dana = asked(area, amira), area.mash_manager
    owner = answering.nobody_is_free(prompt=prompt.id, because="Three away ill.", by=dana.actor, at=area.now)

    after = patterns.prompt(id=prompt.id)
    assert (after.owner, after.owner_role) == (owner.practitioner, "service_manager")
    assert after.owner != dana.id
    assert (after.is_open, after.due_at, after.acknowledged_at) == (True, prompt.due_at, None)
    last = patterns.sayings_of(prompt=prompt.id)[-1]
    assert (last.why, last.because, last.put_by) == ("handed_over", "Three away ill.", dana.id)
    assert {one.name for one in access.involved_with(child=amira.id, at=area.now)} >= {"Dana Ferris"}


def test_a_challenge_goes_to_the_leader_above_who_answers_it(area, amira):
    prompt, teacher = asked(area, amira), area.holder("head_teacher")
    answering.decline_prompt(prompt=prompt.id, because="They met.", by=area.mash_manager.actor, at=area.now)
    later = area.on("21 Apr").now
    answering.challenge_answer(prompt=prompt.id, because="We did not.", by=teacher.actor, at=later)

    (waiting,) = patterns.open_challenges_for(owner=area.holder("service_manager").id)
    assert (waiting.prompt, waiting.because, waiting.put_by) == (prompt.id, "We did not.", teacher.id)
    assert kinds(area, amira)[0] == "prompt_challenged"

    leader = area.holder("service_manager")
    answering.answer_challenge(
        prompt=prompt.id, because="We meet today.", by=leader.actor, at=area.on("21 Apr", hour=15).now
    )
    assert patterns.open_challenges_for(owner=leader.id) == ()
    newest = area.entries_about(amira)[0]
    assert newest.kind == "management_decision"
    assert [(one.relation, one.kind) for one in newest.refers_to] == [("answers", "prompt_challenged")]


def test_only_the_leader_who_was_asked_answers_a_challenge(area, amira):
    prompt = asked(area, amira)
    answering.challenge_answer(
        prompt=prompt.id, because="Too late.", by=area.holder("head_teacher").actor, at=area.now
    )
    with pytest.raises(Refused):
        answering.answer_challenge(prompt=prompt.id, because="Fine.", by=area.mash_manager.actor, at=area.now)
