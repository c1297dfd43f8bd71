"""A decision against somebody's view keeps both, and somebody who did not decide looks at it; a conference asked for is answered."""

import pytest

from kith.access import policies
from kith.agencies import queries as agencies
from kith.decisions import queries as decisions
from kith.decisions.challenges import queries, reviewing
from kith.decisions.policies import check_can_read
from kith.decisions.types import Ending
from kith.journeys import decide_together as deciding
from kith.journeys.ask_for_a_conference import (
    ConferenceAsked,
    answer_conference_request,
    ask_for_a_conference,
)
from kith.journeys.challenge import Disagreement, Thing, disagree
from kith.journeys.override import Overriding, override_a_worker, review_override, say_what_would_change
from kith.journeys.scrutinise import scrutinise
from kith.kernel.errors import BadInput, Refused
from kith.people import operations as people
from tests.support.world import Worker

POLICE_SAY = "We hold three calls. A no is wrong."
SAID = Overriding(
    their_view="She should not go home.",
    decided="She goes home.",
    why="Her aunt moves in.",
    would_change="If the aunt leaves.",
)


@pytest.fixture
def amira(area):
    amira = area.on("3 Mar").child("Amira Haddad", aged=6)
    area.involve(area.mash_manager, amira)
    return amira


def by_code(area, code):
    return Worker(area, agencies.practitioner_by_code(area=area.code, code=code).id)


def told(area, amira, kind):
    return [entry for entry in area.entries_about(amira) if entry.kind == kind]


def decided(area, amira, *, step="strategy_discussion", outcome="no", police="agree"):
    """A decision of the front door's manager, with the position of the police."""
    owner = area.mash_manager.actor
    made = deciding.open_without_prompt(
        children=[amira.id], step=step, question="Is there reasonable cause?", by=owner, at=area.now
    )
    supervisor = area.holder("police_supervisor").actor
    deciding.give_position(decision=made, position=police, reasons=POLICE_SAY, by=supervisor, at=area.now)
    ours = "disagree" if outcome == "no" else "agree"
    deciding.give_position(decision=made, position=ours, reasons="Her words.", by=owner, at=area.now)
    ending = Ending(outcome=outcome, reasons="Not enough.", without_quorum_because="Health did not answer.")
    deciding.decide(decision=made, ending=ending, by=owner, at=area.now)
    return made


def test_a_no_about_section_47_against_an_agencys_yes_is_reviewed_by_itself(area, amira):
    made = decided(area, amira)
    held = reviewing.override_of_decision(decision=made)

    assert held.their_view == f"Police: {POLICE_SAY}"
    assert held.decided == "No to strategy discussion"
    assert held.why == "Not enough."
    assert held.reviewer == by_code(area, "abena-darko").id != held.overridden_by
    assert policies.sees(child=amira.id, by=by_code(area, "abena-darko").actor, at=area.now)


@pytest.mark.parametrize(
    "otherwise",
    [{"police": "disagree"}, {"step": "review_plan"}, {"outcome": "put_off"}, {"outcome": "yes"}],
)
def test_where_nobody_dissents_or_it_is_about_something_else_nothing_is_reviewed(area, amira, otherwise):
    assert reviewing.override_of_decision(decision=decided(area, amira, **otherwise)) is None


def test_a_manager_who_changes_what_a_worker_decided_keeps_both_views(area, amira):
    made = override_a_worker(children=(amira.id,), said=SAID, by=area.mash_manager.actor, at=area.now)
    (entry,) = told(area, amira, "management_decision")
    assert entry.details["overrides_practitioner"] is True
    assert "The worker’s view: She should not go home." in entry.details["text"]
    assert reviewing.override_of(id=made).would_change == "If the aunt leaves."


def test_the_reviewer_says_whether_it_stands_and_nobody_else_does(area, amira):
    made = override_a_worker(children=(amira.id,), said=SAID, by=area.mash_manager.actor, at=area.now)
    with pytest.raises(Refused, match="their own decision"):
        review_override(
            override=made, answer="stands", found="Fine.", by=area.mash_manager.actor, at=area.now
        )
    reviewer = by_code(area, "abena-darko").actor
    review_override(override=made, answer="look_again", found="The aunt left.", by=reviewer, at=area.now)
    with pytest.raises(Refused, match="reviewed already"):
        review_override(override=made, answer="stands", found="Fine.", by=reviewer, at=area.now)
    assert reviewing.override_of(id=made).found == "The aunt left."


def test_a_reviewer_who_overrides_is_reviewed_by_whoever_stands_in(area, amira):
    abena = by_code(area, "abena-darko")
    made = override_a_worker(children=(amira.id,), said=SAID, by=abena.actor, at=area.now)
    assert reviewing.override_of(id=made).reviewer == by_code(area, "fiona-craddock").id


def test_what_would_change_a_joint_decision_is_said_once_by_whoever_made_it(area, amira):
    held = reviewing.override_of_decision(decision=decided(area, amira))
    say_what_would_change(override=held.id, words="A fourth call.", by=area.mash_manager.actor, at=area.now)
    with pytest.raises(Refused, match="says once"):
        say_what_would_change(override=held.id, words="Nothing.", by=area.mash_manager.actor, at=area.now)
    assert reviewing.override_of(id=held.id).would_change == "A fourth call."


@pytest.mark.parametrize("field", ["their_view", "decided", "why", "would_change"])
def test_an_override_lacks_nothing(area, amira, field):
    with pytest.raises(BadInput) as refused:
        override_a_worker(
            children=(amira.id,),
            said=Overriding(**{**SAID.__dict__, field: " "}),
            by=area.mash_manager.actor,
            at=area.now,
        )
    assert refused.value.field == field


# ── a conference is asked for ─────────────────────────────────────────────────────────────────────────────────────


def ask(area, amira, **more):
    asked = ConferenceAsked(**{"why": "Three calls in a month.", "backed_by": "senior_manager", **more})
    made = ask_for_a_conference(
        children=(amira.id,), asked=asked, by=by_code(area, "hamish-orde").actor, at=area.now
    )
    return reviewing.conference_request(id=made)


def test_any_professional_asks_the_conference_chair_who_answers_within_a_working_day(area, amira):
    held = ask(area, amira)
    assert Worker(area, held.owner).actor.roles == ("conference_chair",)
    assert f"{held.due_at:%d %b %H:%M}" == "04 Mar 23:59"
    assert policies.sees(child=amira.id, by=Worker(area, held.owner).actor, at=area.now)
    (entry,) = told(area, amira, "conference_requested")
    assert entry.details["backed_by"] == "senior_manager"


def test_a_no_has_reasons_stands_in_the_chronology_and_is_challenged(area, amira):
    held = ask(area, amira)
    chair = Worker(area, held.owner).actor
    with pytest.raises(BadInput):
        answer_conference_request(asked=held.id, answer="no", reasons=" ", by=chair, at=area.now)
    answer_conference_request(
        asked=held.id, answer="no", reasons="The enquiry goes on.", by=chair, at=area.now
    )
    with pytest.raises(Refused, match="answered already"):
        answer_conference_request(asked=held.id, answer="yes", reasons="Well.", by=chair, at=area.now)
    (made,) = told(area, amira, "decision_made")
    assert (made.details["outcome"], made.details["step"]) == ("no", "initial_conference")

    said = Disagreement(about="other", words="It cannot wait.", would_settle="A conference.")
    thing = Thing(children=(amira.id,), conference=held.id)
    challenged = queries.challenge(
        id=disagree(thing=thing, said=said, by=by_code(area, "hamish-orde").actor, at=area.now)
    )
    assert (challenged.to_agency, challenged.challenged) == ("reviewing_service", chair.id)
    assert challenged.waits_for == by_code(area, "fiona-craddock").id


def test_nobody_but_the_chair_who_was_named_answers(area, amira):
    with pytest.raises(Refused, match="One named conference chair"):
        answer_conference_request(
            asked=ask(area, amira).id, answer="no", reasons="No.", by=area.mash_manager.actor, at=area.now
        )


# ── the scrutineer ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_scrutineer_opens_a_decision_without_anybodys_leave_and_challenges_it(area, amira):
    owner = area.mash_manager.actor
    made = deciding.open_without_prompt(
        children=[amira.id], step="strategy_discussion", question="Is there cause?", by=owner, at=area.now
    )
    gwen = by_code(area, "gwen-ashdown").actor
    assert not policies.sees(child=amira.id, by=gwen, at=area.now)

    scrutinise(children=(amira.id,), why="Four calls and no discussion.", by=gwen, at=area.now)

    assert policies.check_can_see(child=amira.id, by=gwen, at=area.now).code == "scrutinises"
    check_can_read(decision=made, by=gwen)
    assert decisions.decision(id=made, by=gwen)
    said = Disagreement(about="section_47_threshold", words="It is met.", would_settle="An enquiry.")
    held = queries.challenge(
        id=disagree(thing=Thing(children=(amira.id,), decision=made), said=said, by=gwen, at=area.now)
    )
    assert (held.agency, held.to_agency) == ("reviewing_service", "childrens_social_care")


def test_nobody_else_is_let_in_as_the_scrutineer_and_no_sealed_child_is_opened(area, amira):
    with pytest.raises(Refused, match="independent scrutineer alone"):
        scrutinise(children=(amira.id,), why="To see.", by=area.mash_manager.actor, at=area.now)
    people.set_tier(person=amira.id, tier="sealed", because="A threat.", by=area.system, at=area.now)
    gwen = by_code(area, "gwen-ashdown").actor
    scrutinise(children=(amira.id,), why="To see.", by=gwen, at=area.now)
    assert not policies.sees(child=amira.id, by=gwen, at=area.now)
