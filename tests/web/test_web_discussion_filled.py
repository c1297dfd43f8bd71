"""The page of a discussion while agencies talk: who is there, what each brings, explanations, actions, each child, the end."""

from datetime import timedelta

import pytest

from kith.decisions import queries as decisions
from kith.journeys.decide_together import open_without_prompt
from kith.kernel.clock import LONDON, now
from tests.web.living import amira_in, by_code, living_area, main_of, page, signed_in, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def area():
    area = living_area()
    area.now = now()
    return area


@pytest.fixture
def amira(area):
    amira = amira_in(area)
    area.now = now()
    area.involve(area.mash_manager, amira)
    return amira


@pytest.fixture
def discussion(area, amira):
    return open_without_prompt(
        children=[amira.id], step="strategy_discussion", question="Is there reasonable cause?",
        by=area.mash_manager.actor, at=area.now,
    )  # fmt: skip


@pytest.fixture
def owner(area, discussion):
    return signed_in(area.mash_manager)


@pytest.fixture
def police(area, discussion):
    held = decisions.decision(id=discussion, by=area.system)
    (person,) = [one.practitioner for one in held.invitations if one.agency == "police"]
    return signed_in(worker(area, person))


def at(discussion, part=""):
    return f"/decisions/{discussion}/{part}"


def tomorrow():
    return (now() + timedelta(days=1)).astimezone(LONDON).date().isoformat()


def asks(client, discussion, who, **more):
    typed = {
        "sort": "see_child_alone",
        "what": "See Amira alone at school",
        "owner": str(who.id),
        "day": tomorrow(),
        "time": "14:00",
    }
    return client.post(at(discussion, "action"), {**typed, **more}, follow=True)


def ends(client, discussion, **more):
    typed = {
        "outcome": "yes",
        "outcome_reasons": "Her own words.",
        "without_quorum_because": "Health was rung twice.",
    }
    return client.post(at(discussion, "outcome"), {**typed, **more}, follow=True)


def writes(client, discussion):
    typed = {"answer": "agree", "reasons": "In our words.", "most_protective": "Going there today."}
    return client.post(at(discussion, "position"), typed)


def part_of(answer, id):
    return next(one for one in page(answer).all() if one.attributes.get("id") == id).text


def test_an_open_discussion_hears_of_changes_and_may_ask_this_site_alone(owner, discussion):
    answer = owner.get(at(discussion))
    assert [
        one
        for one in page(answer).all("div")
        if one.attributes.get("data-live", "").startswith("/live/decisions/")
    ]
    policy = answer.headers["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert "script-src 'self'" in policy


def test_who_says_that_they_are_here_sits_in_their_seat(owner, police, discussion):
    assert "nobody of social care, police and health" in part_of(owner.get(at(discussion)), "part-here")
    police.post(at(discussion, "here"), {"me": "yes"})
    assert "nobody of social care and health" in part_of(owner.get(at(discussion)), "part-here")


def test_who_was_rung_in_vain_is_said_loudly_with_the_times(owner, discussion):
    typed = {"agency": "community_health", "how": "not_here", "words": "Rung 10:02 and 10:20"}
    shown = owner.post(at(discussion, "here"), typed, follow=True)
    (away,) = [one.text for one in page(shown).classed("away") if "Community health" in one.text]
    assert "Not here." in away
    assert "Rung 10:02 and 10:20." in away


def test_what_police_bring_everybody_reads_at_once_with_whether_parents_may_be_told(
    owner, police, discussion
):
    typed = {
        "knows": "No answer at the door at 00:35.",
        "may_be_told": "no",
        "thinks": "It reads like he is back.",
    }
    police.post(at(discussion, "bring"), typed)
    column = next(
        one.text for one in page(owner.get(at(discussion))).classed("brings") if "Police" in one.text
    )
    assert "No answer at the door at 00:35." in column
    assert "Parents must not be told" in column
    assert "“It reads like he is back.”" in column


def test_a_form_that_needs_mending_stands_open_with_every_word(police, discussion):
    answer = police.post(
        at(discussion, "bring"), {"knows": "No answer at the door.", "thinks": "He is back."}
    )
    assert answer.status_code == 422
    assert "whether the parents may be told" in page(answer).classed("error-summary")[0].text
    (opened,) = [one for one in page(answer).all("details") if "open" in one.attributes]
    assert "No answer at the door." in opened.text
    assert "He is back." in opened.text


def test_explanations_stand_side_by_side(owner, police, discussion):
    owner.post(at(discussion, "explanation"), {"words": "He stays at night", "would_tell": "Ask Amira alone"})
    police.post(at(discussion, "explanation"), {"words": "A different man stays"})
    shown = part_of(owner.get(at(discussion)), "part-might-be")
    assert "He stays at night" in shown
    assert "Ask Amira alone" in shown
    assert "A different man stays" in shown


def test_an_action_stands_with_a_name_and_a_time_and_on_the_first_page_of_whoever_does_it(
    area, owner, discussion
):
    social_worker = area.holder("allocated_social_worker")
    shown = part_of(asks(owner, discussion, social_worker), "part-actions")
    assert social_worker.actor.name in shown
    assert "Asked, not answered" in shown
    theirs = signed_in(social_worker)
    assert "You are asked to do something" in main_of(theirs.get("/"))
    action = decisions.decision(id=discussion, by=area.system).actions[0]
    theirs.post(at(discussion, f"actions/{action.id}"), {"answer": "accepted"})
    assert "Said yes" in part_of(owner.get(at(discussion)), "part-actions")


def test_who_says_no_is_heard_by_whoever_decides(area, owner, discussion):
    social_worker = area.holder("allocated_social_worker")
    asks(owner, discussion, social_worker)
    action = decisions.decision(id=discussion, by=area.system).actions[0]
    typed = {"answer": "declined", "action_words": "On leave from noon."}
    signed_in(social_worker).post(at(discussion, f"actions/{action.id}"), typed)
    assert "An action of your discussion came back to you" in main_of(owner.get("/"))
    assert "On leave from noon." in part_of(owner.get(at(discussion)), "part-actions")


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"day": "", "time": ""}, "Give a day and a time"), ({"owner": ""}, "Choose one person")],
)
def test_an_action_without_a_time_or_a_person_says_what_is_missing(area, owner, discussion, typed, said):
    answer = asks(owner, discussion, area.mash_manager, **typed)
    assert said in page(answer).classed("error-summary")[0].text
    assert "See Amira alone at school" in answer.content.decode()


def test_each_child_is_decided_for_and_the_medical_is_considered(owner, discussion, amira):
    typed = {
        "child": str(amira.id), "outcome": "section_47", "reasons": "She said so.", "medical": "not_needed",
        "medical_because": "No injury is told of.",
    }  # fmt: skip
    shown = part_of(owner.post(at(discussion, "children"), typed, follow=True), "part-children")
    assert "A section 47 enquiry: She said so." in shown
    assert "Medical: not needed" in shown


def test_deciding_without_health_asks_why_and_says_so_ever_after(owner, police, discussion):
    writes(owner, discussion)
    writes(police, discussion)
    asked = ends(owner, discussion, without_quorum_because="")
    assert "Say why it is decided without health." in page(asked).classed("error-summary")[0].text
    assert "Her own words." in asked.content.decode()
    shown = main_of(ends(owner, discussion))
    assert "Not enough were there. Decided all the same" in shown
    assert "Health was rung twice." in shown


def test_a_decision_by_social_care_alone_says_so_in_its_title(owner, discussion):
    writes(owner, discussion)
    shown = page(ends(owner, discussion))
    assert shown.all("h1")[0].text == "Strategy discussion, decided by social care alone"


def test_an_enquiry_that_begins_names_who_leads_it(area, owner, police, discussion):
    writes(owner, discussion)
    writes(police, discussion)
    shown = main_of(ends(owner, discussion, enquiry="joint", led_by=str(area.mash_manager.id)))
    assert f"Police and social care together. Led by {area.mash_manager.actor.name}" in shown


def test_nobody_writes_in_it_once_it_is_decided(owner, police, discussion):
    writes(owner, discussion)
    ends(owner, discussion)
    for part in ("here", "bring", "explanation", "action"):
        assert police.post(at(discussion, part), {"me": "yes"}).status_code == 403
    assert "data-live" not in owner.get(at(discussion)).content.decode()


def test_whoever_could_do_it_is_proposed_with_what_they_are_authorised_for(area, owner, discussion, amira):
    area.involve(by_code(area, "folasade-adeyemi"), amira)
    assert "until 30 September 2027" in main_of(owner.get(at(discussion)))
