"""A discussion while it goes on: who is there, what each brings, what it may be, who does what, and each child."""

import pytest

from kith.clocks import queries as clocks
from kith.decisions import operations as decisions
from kith.decisions import queries
from kith.decisions.types import Ending, NewAction, NewExplanation, NewForChild
from kith.journeys import decide_together as deciding
from kith.journeys import discuss
from kith.kernel.errors import BadInput, Refused

WITHOUT = "Health was rung twice; she goes home at three."


@pytest.fixture
def amira(area):
    amira = area.child("Amira Haddad", aged=6)
    area.involve(area.mash_manager, amira)
    area.on("3 Apr").police.report(amira, "domestic_abuse_incident", child_present=True)
    return amira


@pytest.fixture
def decision(area, amira):
    return deciding.open_without_prompt(
        children=[amira.id], step="strategy_discussion", question="Is there reasonable cause?",
        by=area.mash_manager.actor, at=area.now,
    )  # fmt: skip


@pytest.fixture
def manager(area):
    return area.mash_manager.actor


@pytest.fixture
def sergeant(area):
    return area.holder("police_supervisor").actor


def view(decision, by):
    return queries.decision(id=decision, by=by)


def writes(area, decision, by, position="agree"):
    deciding.give_position(decision=decision, position=position, reasons="In our words.", by=by, at=area.now)


def ends(area, decision, by, outcome="yes", **more):
    ending = Ending(outcome=outcome, reasons="Her own words.", **more)
    return deciding.decide(decision=decision, ending=ending, by=by, at=area.now)


def asks(area, decision, owner, by, what="See Amira alone at school", **more):
    due = area.on("4 Apr", hour=14).now
    area.on("3 Apr", hour=12)
    action = NewAction(sort="see_child_alone", what=what, owner=owner.id, due_at=due, **more)
    return discuss.ask_for_action(decision=decision, action=action, by=by, at=area.now)


def told(area, amira, kind):
    return [entry for entry in area.entries_about(amira) if entry.kind == kind]


def test_without_health_a_decision_asks_why_it_is_made_all_the_same(area, amira, decision, manager, sergeant):
    writes(area, decision, manager)
    writes(area, decision, sergeant)
    with pytest.raises(BadInput, match="without health") as problem:
        ends(area, decision, manager)
    assert problem.value.field == "without_quorum_because"

    ends(area, decision, manager, without_quorum_because=WITHOUT)
    (made,) = told(area, amira, "decision_made")
    assert made.details["without_quorum_because"] == WITHOUT


def test_whoever_is_on_the_telephone_sits_in_their_seat(area, amira, decision, manager, sergeant):
    writes(area, decision, manager)
    writes(area, decision, sergeant)
    decisions.say_who_is_there(
        decision=decision, agency="community_health", agency_area=area.code, how="by_telephone",
        name="Dr Selma Quist, paediatrician", by=manager, at=area.now,
    )  # fmt: skip
    ends(area, decision, manager)
    (discussion,) = told(area, amira, "strategy_discussion")
    assert "community_health" in discussion.details["attended"]
    assert "absent" not in discussion.details or "community_health" not in discussion.details["absent"]


def test_who_was_rung_and_is_not_here_leaves_the_seat_empty(area, decision, manager):
    decisions.say_who_is_there(
        decision=decision, agency="police", agency_area=area.code, how="not_here", words="Rung 10:02 and 10:20",
        by=manager, at=area.now,
    )  # fmt: skip
    held = view(decision, manager)
    assert "police" not in held.heard
    assert held.presences[0].words == "Rung 10:02 and 10:20"


def test_putting_it_off_needs_no_reason_for_who_is_missing(area, amira, decision, manager):
    writes(area, decision, manager)
    ends(area, decision, manager, outcome="put_off")
    (made,) = told(area, amira, "decision_made")
    assert made.details["outcome"] == "put_off"


def test_an_enquiry_that_begins_is_joint_where_police_agree_and_is_led_by_a_named_social_worker(
    area, amira, decision, manager, sergeant
):
    worker = area.holder("allocated_social_worker")
    writes(area, decision, manager)
    writes(area, decision, sergeant)
    ends(area, decision, manager, without_quorum_because=WITHOUT, enquiry="joint", led_by=worker.id)
    (enquiry,) = told(area, amira, "section_47_enquiry")
    assert enquiry.details["stage"] == "started"
    assert worker.actor.name in enquiry.details["led_by"]
    assert told(area, amira, "strategy_discussion")[0].details["outcome"] == "section_47_joint"


def test_what_an_agency_brings_is_an_entry_and_what_it_thinks_is_kept_apart(area, amira, decision, sergeant):
    discuss.bring(
        decision=decision, knows="No answer at the door at 00:35.", may_be_told="no",
        thinks="It reads like he is back.", by=sergeant, at=area.now,
    )  # fmt: skip
    (fact,) = told(area, amira, "information_provided")
    assert (fact.claim, fact.details["parents_may_be_told"]) == ("reported", "no")
    (thought,) = [entry for entry in told(area, amira, "other") if entry.claim == "opinion"]
    assert thought.text == "It reads like he is back."


def test_what_is_brought_says_whether_parents_may_be_told(area, decision, sergeant):
    with pytest.raises(BadInput, match="parents may be told"):
        discuss.bring(decision=decision, knows="A call at night.", may_be_told="", by=sergeant, at=area.now)


def test_of_two_who_change_one_explanation_the_second_is_told_and_both_stand_in_the_end(
    area, decision, manager, sergeant
):
    first = decisions.explain(
        decision=decision, explanation=NewExplanation(words="He stays at night."), by=manager, at=area.now
    )
    theirs = NewExplanation(words="He stays at night, in the loft.", replaces=first)
    decisions.explain(decision=decision, explanation=theirs, by=sergeant, at=area.now)
    mine = NewExplanation(words="He stays at weekends.", replaces=first)
    with pytest.raises(BadInput, match="Somebody changed this while you wrote"):
        decisions.explain(decision=decision, explanation=mine, by=manager, at=area.now)
    assert [one.words for one in view(decision, manager).explanations] == ["He stays at night, in the loft."]


def test_an_action_is_asked_of_one_person_who_says_yes_and_what_came_of_it(
    area, amira, decision, manager, sergeant
):
    worker = area.holder("allocated_social_worker")
    action = asks(area, decision, worker, manager)
    assert [one.id for one in queries.open_actions_of(owner=worker.id)] == [action]
    decisions.answer_action(action=action, answer="accepted", by=worker.actor, at=area.now)
    writes(area, decision, manager)
    ends(area, decision, manager, outcome="no", without_quorum_because=WITHOUT)
    discuss.end_action(
        action=action, ended="done", words="Seen alone, she is well.", by=worker.actor, at=area.now
    )

    (agreed,) = told(area, amira, "action_agreed")
    assert agreed.details["answer"] == "accepted"
    (ended,) = told(area, amira, "action_ended")
    assert ended.details["result"] == "Seen alone, she is well."
    assert queries.open_actions_of(owner=worker.id) == ()


def test_who_says_no_says_why_and_it_goes_back_to_whoever_decides(area, decision, manager):
    worker = area.holder("allocated_social_worker")
    action = asks(area, decision, worker, manager)
    with pytest.raises(BadInput, match="why not"):
        decisions.answer_action(action=action, answer="declined", by=worker.actor, at=area.now)
    decisions.answer_action(
        action=action, answer="declined", words="On leave from noon.", by=worker.actor, at=area.now
    )
    assert [one.id for one in queries.actions_returned_to(owner=manager.id, at=area.now)] == [action]
    assert queries.open_actions_of(owner=worker.id) == ()


def test_an_action_that_nobody_did_in_time_comes_back_to_whoever_decided(area, decision, manager):
    worker = area.holder("allocated_social_worker")
    action = asks(area, decision, worker, manager, said_yes=True)
    assert queries.actions_returned_to(owner=manager.id, at=area.now) == ()
    later = area.on("4 Apr", hour=15).now
    assert [one.id for one in queries.actions_returned_to(owner=manager.id, at=later)] == [action]


def test_nobody_but_whoever_does_it_or_decides_answers_for_an_action(area, decision, manager, sergeant):
    action = asks(area, decision, area.holder("allocated_social_worker"), manager)
    with pytest.raises(Refused, match="says yes or no"):
        decisions.answer_action(action=action, answer="accepted", by=sergeant, at=area.now)
    with pytest.raises(Refused, match="says that it is done"):
        decisions.end_action(action=action, ended="done", words="Done.", by=sergeant, at=area.now)


def test_an_action_has_a_time_that_is_still_to_come(area, decision, manager):
    action = NewAction(sort="check", what="Bail conditions", owner=manager.id, due_at=area.now)
    with pytest.raises(BadInput, match="still to come"):
        discuss.ask_for_action(decision=decision, action=action, by=manager, at=area.now)


def test_each_child_is_decided_for_with_a_reason_and_a_medical_that_was_considered(
    area, amira, decision, manager
):
    new = NewForChild(
        child=amira.id, outcome="section_47", reasons="She said so.", medical="not_needed",
        medical_because="No injury is said or seen; Dr Quist agrees.",
    )  # fmt: skip
    discuss.decide_for_child(decision=decision, new=new, by=manager, at=area.now)
    assert told(area, amira, "decided_for_child") == []
    writes(area, decision, manager)
    ends(area, decision, manager, without_quorum_because=WITHOUT)
    assert told(area, amira, "decided_for_child")[0].details == {
        "outcome": "section_47",
        "reason": "She said so.",
    }
    assert told(area, amira, "medical_considered")[0].details["basis"].startswith("No injury")


def test_a_medical_without_its_reason_is_asked_for(area, amira, decision, manager):
    new = NewForChild(child=amira.id, outcome="section_47", reasons="She said so.", medical="not_needed")
    with pytest.raises(BadInput) as problem:
        discuss.decide_for_child(decision=decision, new=new, by=manager, at=area.now)
    assert problem.value.field == "medical_because"


def test_a_child_who_was_forgotten_is_decided_for_afterwards_and_it_stands_at_once(
    area, amira, decision, manager
):
    writes(area, decision, manager)
    ends(area, decision, manager, outcome="no", without_quorum_because=WITHOUT)
    new = NewForChild(child=amira.id, outcome="no_more", reasons="School sees her daily.")
    discuss.decide_for_child(decision=decision, new=new, by=manager, at=area.now)
    assert [entry.details["outcome"] for entry in told(area, amira, "decided_for_child")] == ["no_more"]


def test_a_child_of_another_family_is_not_decided_for_here(area, decision, manager):
    other = area.child("Noor Vale", aged=9)
    new = NewForChild(child=other.id, outcome="no_more", reasons="None.")
    with pytest.raises(BadInput, match="neither of the discussion"):
        discuss.decide_for_child(decision=decision, new=new, by=manager, at=area.now)


def test_only_whoever_decides_writes_what_is_decided_for_a_child(area, amira, decision, sergeant):
    new = NewForChild(child=amira.id, outcome="no_more", reasons="None.")
    with pytest.raises(Refused, match="Whoever makes the decision"):
        discuss.decide_for_child(decision=decision, new=new, by=sergeant, at=area.now)


def test_once_it_is_decided_the_record_is_closed(area, decision, manager, sergeant):
    writes(area, decision, manager)
    ends(area, decision, manager, outcome="no", without_quorum_because=WITHOUT)
    for write in (
        lambda: discuss.bring(decision=decision, knows="More.", may_be_told="no", by=sergeant, at=area.now),
        lambda: decisions.explain(
            decision=decision, explanation=NewExplanation(words="Else."), by=sergeant, at=area.now
        ),
    ):
        with pytest.raises(Refused, match="record is closed"):
            write()


def test_what_might_be_happening_stands_in_the_chronology_as_a_possibility_and_never_as_a_fact(
    area, amira, decision, manager
):
    explanation = NewExplanation(words="He stays at night.", would_tell="Ask Amira alone.")
    decisions.explain(decision=decision, explanation=explanation, by=manager, at=area.now)
    writes(area, decision, manager)
    ends(area, decision, manager, outcome="no", without_quorum_because=WITHOUT)
    (stands,) = told(area, amira, "explanation")
    assert stands.claim == "hypothesis"
    assert stands.details == {"what": "He stays at night.", "would_tell": "Ask Amira alone."}


def test_who_is_asked_to_do_something_reads_the_discussion_and_no_position_before_it_is_decided(
    area, decision, manager, sergeant
):
    outsider = area.holder("probation_manager")
    asks(area, decision, outsider, manager)
    writes(area, decision, sergeant)
    held = view(decision, outsider.actor)
    assert all(one.sealed and not one.reasons for one in held.positions)


def test_the_record_is_ready_when_it_ends_and_no_clock_waits_for_it(area, amira, decision, manager):
    writes(area, decision, manager)
    ends(area, decision, manager, outcome="no", without_quorum_because=WITHOUT)
    (sent,) = told(area, amira, "minutes_sent")
    assert sent.details["to"] == ["childrens_social_care", "community_health", "police"]
    states = {
        one.clock: one.state for one in clocks.running(child=amira.id, as_at=area.now, basis="recorded")
    }
    assert states["strategy_discussion_minutes_sent"] == "met"


def test_a_brother_is_decided_for_by_who_sees_him_and_by_nobody_else(area, amira, decision, manager):
    brother = area.child("Yusuf Haddad", aged=3, with_=amira)
    new = NewForChild(child=brother.id, outcome="assessment", reasons="He was in the room.")
    with pytest.raises(BadInput, match="neither of the discussion"):
        discuss.decide_for_child(decision=decision, new=new, by=manager, at=area.now)
    area.involve(area.mash_manager, brother)
    discuss.decide_for_child(decision=decision, new=new, by=manager, at=area.now)
    assert [one.child for one in view(decision, manager).for_children] == [brother.id]
