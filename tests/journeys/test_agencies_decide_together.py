"""A joint decision: who is asked, whose words wait for whose, what the chronology is told and when."""

import pytest

from kith.access import operations as access
from kith.access import policies
from kith.access.types import NotInvolved, Whom
from kith.decisions import queries
from kith.decisions.types import Ending
from kith.journeys import decide_together as deciding
from kith.journeys.asking_agencies import health_for
from kith.kernel.errors import Refused
from kith.people import queries as people


@pytest.fixture
def amira(area):
    amira = area.child("Amira Haddad", aged=6)
    area.involve(area.mash_manager, amira)
    area.on("2 Apr").school.report(amira, "child_seen", seen_alone=True)
    area.on("3 Apr").police.report(amira, "domestic_abuse_incident", child_present=True)
    return amira


@pytest.fixture
def decision(area, amira):
    return deciding.open_without_prompt(
        children=[amira.id], step="strategy_discussion", question="Is there reasonable cause?",
        also_ask=["school"], by=area.mash_manager.actor, at=area.now,
    )  # fmt: skip


def write(area, decision, role, position="agree", reasons="In our words.", **more):
    actor = area.holder(role).actor
    deciding.give_position(
        decision=decision, position=position, reasons=reasons, by=actor, at=area.now, **more
    )


def told(area, amira, kind):
    return [entry for entry in area.entries_about(amira) if entry.kind == kind]


def test_social_care_police_and_the_health_agency_of_her_age_are_asked_each_by_a_person(area, decision):
    held = queries.decision(id=decision, by=area.mash_manager.actor)
    asked = {one.agency: one.practitioner for one in held.invitations}
    assert set(asked) == {"childrens_social_care", "police", "community_health", "school"}
    assert asked["childrens_social_care"] == area.mash_manager.id
    assert asked["community_health"] == area.holder("named_nurse").id


def test_health_is_the_midwife_before_birth_and_the_health_visitor_under_five(area):
    baby = people.person(id=area.child("Noor Haddad", aged=2).id)
    assert health_for(child=baby, at=area.now) == "health_visiting"


def test_a_school_is_asked_through_whoever_of_it_knows_the_child(area, amira, decision):
    held = queries.decision(id=decision, by=area.mash_manager.actor)
    (asked,) = [one.practitioner for one in held.invitations if one.agency == "school"]
    assert asked == area.holder("head_teacher").id  # who recorded that the child was seen


def test_where_nobody_of_a_school_is_known_no_school_of_the_area_is_let_in(area):
    tom = area.child("Tom Pascoe", aged=9)
    area.involve(area.mash_manager, tom)
    made = deciding.open_without_prompt(
        children=[tom.id], step="strategy_discussion", question="Is there reasonable cause?",
        also_ask=["school"], by=area.mash_manager.actor, at=area.now,
    )  # fmt: skip
    held = queries.decision(id=made, by=area.mash_manager.actor)
    assert [one.practitioner for one in held.invitations if one.agency == "school"] == [None]
    with pytest.raises(NotInvolved):
        policies.check_can_see(child=tom.id, by=area.holder("head_teacher").actor, at=area.now)


def test_whoever_is_asked_may_see_the_child(area, amira, decision):
    basis = policies.check_can_see(child=amira.id, by=area.holder("named_nurse").actor, at=area.now)
    assert basis.code == "invited_to_decision"


def test_no_word_of_a_position_reaches_the_chronology_before_all_have_written(area, amira, decision):
    write(area, decision, "police_supervisor", "disagree", "We hold nothing that says so.")
    (entry,) = told(area, amira, "position_given")
    assert set(entry.details) == {"step", "decision"}
    assert "We hold nothing" not in str(queries.decision(id=decision, by=area.mash_manager.actor).positions)


def test_once_all_have_written_each_position_stands_in_its_own_words_as_one_occurrence(area, amira, decision):
    write(area, decision, "police_supervisor", "disagree", "We hold nothing that says so.")
    area.on("3 Apr", hour=13)
    write(area, decision, "named_nurse", most_protective="See her today.")
    write(area, decision, "head_teacher")
    write(area, decision, "mash_manager")

    entries = told(area, amira, "position_given")
    said = {entry.said_by: entry.details["reason"] for entry in entries if "position" in entry.details}
    assert said["police"] == "We hold nothing that says so."
    assert said["community_health"] == "In our words. The most protective thing considered: See her today."
    assert set(said) == {"police", "community_health", "school", "childrens_social_care"}
    assert len({entry.occurrence for entry in entries}) == 4


def test_the_owner_writes_before_deciding(area, decision):
    with pytest.raises(Refused, match="own agency's position first"):
        deciding.decide(
            decision=decision,
            ending=Ending(outcome="yes", reasons="Because.", without_quorum_because="Tonight."),
            by=area.mash_manager.actor,
            at=area.now,
        )


def test_a_decision_made_without_some_says_without_whom_and_keeps_dissent(area, amira, decision):
    write(area, decision, "police_supervisor", "disagree", "We hold nothing that says so.")
    write(area, decision, "mash_manager")
    deciding.decide(
        decision=decision, by=area.mash_manager.actor, at=area.on("3 Apr", hour=14).now,
        ending=Ending(
            outcome="yes", reasons="Her own words.", parents_told="Nobody yet.",
            without_quorum_because="Health did not answer and she goes home at three.",
        ),
    )  # fmt: skip

    (made,) = told(area, amira, "decision_made")
    assert made.details["dissenting"] == ["police"]
    assert made.details["absent"] == ["community_health", "school"]
    (discussion,) = told(area, amira, "strategy_discussion")
    assert discussion.details["outcome"] == "section_47_single"
    opened = [entry for entry in told(area, amira, "position_given") if "position" in entry.details]
    assert {entry.said_by for entry in opened} == {"police", "childrens_social_care"}


def test_a_decision_keeps_the_time_limit_of_the_question_that_led_to_it(area, amira):
    area.on("10 Apr").agency("hospital").report(amira, "injury_seen", appearance="bruise", site=["arm"])
    area.on("20 Apr").school.report(amira, "behaviour_concern", aspect="distress")
    prompt = area.mash_manager.only_prompt_for(amira)
    later = area.on("21 Apr").now
    made = deciding.open_from_prompt(
        prompt=prompt.id, question="What do we know?", by=area.mash_manager.actor, at=later
    )
    held = queries.decision(id=made, by=area.mash_manager.actor)
    assert held.due_at == prompt.due_at
    (opening,) = told(area, amira, "decision_opened")
    assert {one.entry for one in opening.refers_to} == set(prompt.evidence)


def test_somebody_who_sees_the_child_and_was_not_asked_reads_no_position_before_it_is_decided(
    area, amira, decision
):
    from kith.decisions.policies import check_can_read

    doctor = area.holder("named_doctor")
    access.involve(
        child=amira.id, whom=Whom(practitioner=doctor.id), basis="demonstration", by=area.system, at=area.now
    )
    with pytest.raises(Refused, match="not asked"):
        check_can_read(decision=decision, by=doctor.actor)
