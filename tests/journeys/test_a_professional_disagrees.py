"""Professional disagreement: in their own words, answered by one named person of the other side, stage by stage, by the calendar."""

from datetime import datetime

import pytest

from kith.access import policies
from kith.agencies import operations as agencies_operations
from kith.agencies import queries as agencies
from kith.decisions.challenges import queries
from kith.decisions.types import Ending
from kith.journeys import decide_together as deciding
from kith.journeys.challenge import (
    Disagreement,
    Thing,
    answer_challenge,
    disagree,
    press_on,
    say_more,
    settle_challenge,
)
from kith.journeys.climb_challenges import climb_challenges, follow_those_who_left
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from tests.support.world import Worker

WORDS = "He was in the house again on Tuesday.\nNobody has asked her alone."
SETTLES = "Somebody sees her alone at school tomorrow."


@pytest.fixture
def amira(area):
    amira = area.on("3 Mar").child("Amira Haddad", aged=6)
    area.involve(area.mash_manager, amira)
    return amira


@pytest.fixture
def decision(area, amira):
    return deciding.open_without_prompt(
        children=[amira.id], step="strategy_discussion", question="Is there reasonable cause?",
        also_ask=["school"], by=area.mash_manager.actor, at=area.now,
    )  # fmt: skip


def by_code(area, code):
    return Worker(area, agencies.practitioner_by_code(area=area.code, code=code).id)


def challenge(
    area, amira, *, who="hamish-orde", about="section_47_threshold", thing=None, to="childrens_social_care"
):
    said = Disagreement(about=about, words=WORDS, would_settle=SETTLES, to_agency=to)
    made = disagree(
        thing=thing or Thing(children=(amira.id,)), said=said, by=by_code(area, who).actor, at=area.now
    )
    return queries.challenge(id=made)


def again(held):
    return queries.challenge(id=held.id)


def answerer(area, held):
    return Worker(area, held.waits_for)


def told(area, amira, kind):
    return [entry for entry in area.entries_about(amira) if entry.kind == kind]


def press(area, held, *, who="hamish-orde", **more):
    return press_on(
        challenge=held.id, after=held.last.number, by=by_code(area, who).actor, at=area.now, **more
    )


def test_one_named_person_of_the_other_side_answers_who_is_on_neither_side_and_may_see_the_child(
    area, amira, decision
):
    held = challenge(area, amira, thing=Thing(children=(amira.id,), decision=decision))

    assert held.challenged == area.mash_manager.id
    assert answerer(area, held).actor.agency == "childrens_social_care"
    assert "team_manager" in answerer(area, held).actor.roles
    assert held.waits_for not in {held.challenged, held.opened_by}
    assert policies.sees(child=amira.id, by=answerer(area, held).actor, at=area.now)


def test_a_decision_is_disagreed_with_before_it_is_made_and_goes_on_all_the_same(area, amira, decision):
    challenge(area, amira, thing=Thing(children=(amira.id,), decision=decision))
    deciding.give_position(
        decision=decision, position="agree", reasons="We go.", by=area.mash_manager.actor, at=area.now
    )
    deciding.decide(
        decision=decision,
        by=area.mash_manager.actor,
        at=area.now,
        ending=Ending(outcome="no", reasons="Not yet.", without_quorum_because="Nobody else answered."),
    )

    assert told(area, amira, "decision_made")


def test_the_words_stand_in_the_chronology_as_they_were_written(area, amira):
    challenge(area, amira)
    (entry,) = told(area, amira, "dissent")
    assert entry.details["reason"] == WORDS
    assert entry.details["would_settle"] == SETTLES
    assert (entry.details["about"], entry.details["to"]) == ("section_47_threshold", "childrens_social_care")
    assert entry.said_by == "police"


def test_the_clock_leaves_christmas_out(area, amira):
    area.on("24 Dec", hour=15)
    held = challenge(area, amira)
    assert held.last.due_at == datetime(2026, 12, 29, 23, 59, 59, tzinfo=LONDON)


def test_a_colleague_of_the_same_agency_who_disagrees_with_the_same_thing_joins(area, amira):
    first = challenge(area, amira)
    second = challenge(area, amira, who="ellie-thorne")

    assert second.id == first.id
    assert [(one.what, WORDS in one.words) for one in second.said] == [("joined", True)]
    assert len(told(area, amira, "dissent")) == 1
    assert challenge(area, amira, who="bukola-stannard").id != first.id


def test_an_answer_stands_in_the_chronology_and_the_challenger_says_that_it_is_settled(area, amira):
    held = challenge(area, amira)
    answer_challenge(
        challenge=held.id,
        answer="changed",
        words="We see her tomorrow.",
        by=answerer(area, held).actor,
        at=area.now,
    )
    settle_challenge(
        challenge=held.id, outcome="changed", words="She was seen.", by=by_code(area, "hamish-orde").actor,
        at=area.on("5 Mar").now,
    )  # fmt: skip

    (dissent,) = told(area, amira, "dissent")
    (answer,) = told(area, amira, "management_decision")
    (resolved,) = told(area, amira, "escalation_resolved")
    assert [(one.entry, one.relation) for one in answer.refers_to] == [(dissent.id, "answers")]
    assert [(one.entry, one.relation) for one in resolved.refers_to] == [(dissent.id, "settles")]
    assert not again(held).is_open


def test_whoever_answers_does_not_say_that_it_is_settled(area, amira):
    held = challenge(area, amira)
    with pytest.raises(Refused, match="Whoever disagreed says"):
        settle_challenge(
            challenge=held.id, outcome="accepted", words="Done.", by=answerer(area, held).actor, at=area.now
        )


def test_pressed_on_it_goes_to_service_managers_directors_and_the_scrutineer_and_to_nobody_twice(area, amira):
    held = challenge(area, amira, about="plan_drifts")
    named = [held.waits_for]
    for day in ("10 Mar", "20 Mar", "30 Mar"):
        area.on(day)
        assert press(area, again(held))
        named.append(again(held).waits_for)

    stages = [one.stage for one in again(held).stages]
    assert stages == ["line_managers", "senior_managers", "directors", "scrutineer"]
    assert named[2:] == [by_code(area, "anjum-sayeed").id, by_code(area, "gwen-ashdown").id]
    assert len(set(named)) == 4
    assert [entry.details["stage"] for entry in reversed(told(area, amira, "escalation"))] == stages[1:]
    assert [one.answer for one in again(held).stages[:-1]] == ["no_answer"] * 3


def test_after_the_last_stage_it_says_what_there_is_still(area, amira):
    held = challenge(area, amira)
    press(area, held, to_stage="scrutineer", why="He has her now.")
    with pytest.raises(Refused, match=r"last stage.*01632 960 140"):
        press(area, again(held))


@pytest.mark.parametrize("to_stage", ["", "directors"])
def test_a_stage_is_passed_over_only_with_the_reason(area, amira, to_stage):
    held = challenge(area, amira)
    with pytest.raises(BadInput) as refused:
        press(area, held, to_stage=to_stage)
    assert refused.value.field == "why"

    assert press(area, held, to_stage=to_stage, why="He collects her at three.")
    last = again(held).last
    assert (last.because, last.why) == ("passed_over", "He collects her at three.")


def test_two_who_press_at_once_go_on_once(area, amira):
    held = challenge(area, amira, about="other")
    area.on("20 Mar")
    assert press(area, held)
    assert press(area, held) is False
    assert len(again(held).stages) == 2


@pytest.mark.parametrize("about", ["section_47_threshold", "immediate_safety"])
def test_what_is_about_safety_climbs_by_itself_when_its_time_is_over_and_once(area, amira, about):
    held = challenge(area, amira, about=about)
    assert climb_challenges(at=held.last.due_at, limit=10) == 0

    later = area.on("5 Mar", hour=9).now
    assert climb_challenges(at=later, limit=10) == 1
    assert climb_challenges(at=later, limit=10) == 0
    first, second = again(held).stages
    assert (first.answer, second.because, second.stage) == ("no_answer", "climbed", "senior_managers")
    assert not told(area, amira, "escalation")  # time passing writes no entry


def test_what_is_about_anything_else_waits_for_the_challenger(area, amira):
    held = challenge(area, amira, about="plan_drifts")
    assert climb_challenges(at=area.on("30 Mar").now, limit=10) == 0
    assert again(held).last.is_overdue(at=area.now)


def test_it_climbs_no_further_than_the_last_stage(area, amira):
    held = challenge(area, amira)
    for day in ("1 Apr", "1 May", "1 Jun", "1 Jul", "1 Aug"):
        climb_challenges(at=area.on(day).now, limit=10)
    assert [one.stage for one in again(held).stages][-1] == "scrutineer"
    assert len(again(held).stages) == 4


def test_what_was_answered_in_time_does_not_climb(area, amira):
    held = challenge(area, amira)
    answer_challenge(
        challenge=held.id,
        answer="explained",
        words="Her aunt has her.",
        by=answerer(area, held).actor,
        at=area.now,
    )
    assert climb_challenges(at=area.on("30 Mar").now, limit=10) == 0


def test_where_the_person_who_must_answer_left_somebody_else_answers_by_the_same_time(area, amira):
    held = challenge(area, amira)
    left = answerer(area, held)
    for role in agencies.roles_of(practitioner=left.id, at=area.now):
        agencies_operations.end_role(held=role.id, by=area.system, at=area.on("3 Mar", hour=13).now)

    assert follow_those_who_left(at=area.now, limit=10) == 1
    assert follow_those_who_left(at=area.now, limit=10) == 0
    now = again(held)
    assert now.waits_for not in (None, left.id)
    assert now.last.due_at == held.last.due_at
    assert left.actor.name in now.said[-1].words
    assert policies.sees(child=amira.id, by=answerer(area, now).actor, at=area.now)


def test_where_nobody_holds_the_post_the_desk_is_rung_and_the_challenge_stands(area, amira):
    gwen = by_code(area, "gwen-ashdown")
    area.involve(gwen, amira, "scrutinises")
    held = challenge(area, amira, who="gwen-ashdown")
    press(area, held, who="gwen-ashdown", to_stage="scrutineer", why="Nobody moves.")

    assert again(held).is_open
    assert again(held).waits_for is None  # nobody stands in for the scrutineer, who is the challenger


def test_a_school_that_does_not_know_the_child_never_answers_about_her(area, amira):
    held = challenge(area, amira, to="school", about="information_not_shared")
    assert held.waits_for is None or answerer(area, held).actor.agency != "school"


def test_the_lead_of_her_own_school_answers_for_it(area, amira):
    joy = by_code(area, "joy-okafor")
    area.involve(joy, amira, "school_of_the_child")
    held = challenge(area, amira, to="school", about="information_not_shared")
    assert held.waits_for == joy.id


def test_the_second_of_two_answers_is_refused_and_the_first_stands(area, amira):
    held = challenge(area, amira)
    who = answerer(area, held).actor
    answer_challenge(challenge=held.id, answer="explained", words="Her aunt has her.", by=who, at=area.now)
    with pytest.raises(Refused, match="answered already"):
        answer_challenge(challenge=held.id, answer="changed", words="We go.", by=who, at=area.now)
    assert again(held).last.answer_words == "Her aunt has her."

    say_more(challenge=held.id, what="added", words="We go.", by=who, at=area.now)
    assert again(held).said[-1].words == "We go."


def test_only_the_person_who_was_named_answers(area, amira):
    held = challenge(area, amira)
    with pytest.raises(Refused, match="One named person"):
        answer_challenge(
            challenge=held.id, answer="explained", words="No.", by=area.mash_manager.actor, at=area.now
        )


def test_whoever_owns_a_decision_challenges_another_agency_and_never_themselves(area, amira, decision):
    thing = Thing(children=(amira.id,), decision=decision)
    dana = agencies.practitioner(id=area.mash_manager.id)
    with pytest.raises(BadInput) as refused:
        challenge(area, amira, who=dana.code, thing=thing, to="childrens_social_care")
    assert refused.value.field == "to_agency"
    assert challenge(area, amira, who=dana.code, thing=thing, to="police").to_agency == "police"


@pytest.mark.parametrize(
    ("without", "field"),
    [({"about": "weather"}, "about"), ({"words": " "}, "words"), ({"would_settle": ""}, "would_settle"), ({"to_agency": "nobody"}, "to_agency")],
)  # fmt: skip
def test_what_is_missing_is_said_and_nothing_is_kept(area, amira, without, field):
    said = {
        "about": "other",
        "words": WORDS,
        "would_settle": SETTLES,
        "to_agency": "childrens_social_care",
        **without,
    }
    with pytest.raises(BadInput) as refused:
        disagree(
            thing=Thing(children=(amira.id,)),
            said=Disagreement(**said),
            by=by_code(area, "hamish-orde").actor,
            at=area.now,
        )
    assert refused.value.field == field
    assert not told(area, amira, "dissent")


def test_of_a_sealed_child_nobody_is_let_in_by_a_challenge(area, amira):
    from kith.people import operations as people

    people.set_tier(person=amira.id, tier="sealed", because="A threat.", by=area.system, at=area.now)
    held = challenge(area, amira)
    assert held.waits_for is None or policies.sees(child=amira.id, by=answerer(area, held).actor, at=area.now)
