"""The page of a question on real entries: what makes Kith ask, who answers, in which ways, and who may come in."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import queries as looks
from kith.decisions import queries as decisions
from kith.patterns import queries as patterns
from tests.web.living import (
    SHE_SAID,
    amira_in,
    by_code,
    days_ago,
    living_area,
    main_of,
    page,
    prompt_about,
    signed_in,
    worker,
)  # fmt: skip

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


MOST_QUERIES = 80


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def amira(area):
    return amira_in(area)


@pytest.fixture
def asked(amira):
    return prompt_about(amira)


@pytest.fixture
def owner(area, asked):
    return signed_in(worker(area, asked.owner))


@pytest.fixture
def teacher(area, amira):
    """Somebody involved who does not own the question."""
    anneka = by_code(area, "anneka-bright")
    area.involve(anneka, amira, "school_of_the_child")
    return signed_in(anneka)


def address(prompt, what=""):
    return f"/prompts/{prompt.id}/{what}"


def test_it_quotes_what_makes_kith_ask_and_links_each_entry(owner, asked, amira):
    shown = page(owner.get(address(asked)))
    evidence = shown.classed("ask__ev")[0]
    assert SHE_SAID in evidence.text
    links = [one.attributes["href"] for one in evidence.all("a")]
    assert len(links) == 3
    for entry in asked.evidence:
        assert any(
            link.endswith(f"#entry-{entry}") and f"/children/{amira.id}/chronology/" in link for link in links
        )


def test_it_says_what_would_make_it_wrong_who_owns_it_and_by_when(owner, asked):
    words = main_of(owner.get(address(asked)))
    assert "This would be wrong if They are copies of one occurrence" in words
    assert "Can everyone who knows something about Amira put it together?" in words
    assert re.search(r"Owner: \w+ \w+ , 01632 960 \d{3}", words)
    assert "Nobody has said that they have this." in words


def test_reading_it_keeps_a_look(owner, asked, amira):
    owner.get(address(asked))
    assert "read a question about this child" in {look.purpose for look in looks.looks_at(child=amira.id)}


def test_nobody_who_may_not_see_the_child_reads_it(area, asked, amira):
    answer = signed_in(by_code(area, "imran-hussain")).get(address(asked))
    assert answer.status_code == 403
    assert "Amira" not in answer.content.decode()


def test_a_question_that_is_not_there_is_refused_like_a_child_who_is_not(owner):
    answer = owner.get(f"/prompts/{uuid4()}/")
    assert answer.status_code == 403
    assert "Nothing is found here that you may open" in main_of(answer)


def test_i_have_it(owner, asked):
    answer = owner.post(address(asked, "acknowledge"), follow=True)
    assert "said that they have it" in main_of(answer)
    assert patterns.prompt(id=asked.id).acknowledged_by == asked.owner


def test_one_button_opens_the_decision_with_the_question_written_and_those_ticked_who_said_it(owner, asked):
    shown = page(owner.get(address(asked)))
    form = next(one for one in shown.all("form") if one.attributes["action"].endswith("/discussion"))
    question = form.all("textarea")[0].text
    ticked = [one.attributes["value"] for one in form.all("input") if "checked" in one.attributes]
    assert question.startswith("What do we know about Amira ")
    assert ticked == ["school", "hospital"]

    answer = owner.post(address(asked, "discussion"), {"question": question, "also_ask": ticked})
    assert answer.status_code == 302
    after = patterns.prompt(id=asked.id)
    assert answer.url == f"/decisions/{after.decision}/"
    held = decisions.decision(id=after.decision, by=worker_actor(asked))
    assert {one.agency for one in held.invitations} == {
        "childrens_social_care", "police", "community_health", "school", "hospital",
    }  # fmt: skip


def worker_actor(asked):
    from kith.agencies import queries as agencies
    from kith.kernel.clock import now

    return agencies.actor(practitioner=asked.owner, at=now())


def test_a_decision_without_a_question_is_not_opened_and_the_page_says_so(owner, asked):
    answer = owner.post(address(asked, "discussion"), {"question": " ", "also_ask": "school"})
    assert answer.status_code == 422
    assert "Write the question that is to be decided." in main_of(answer)
    assert patterns.prompt(id=asked.id).is_open


def test_what_was_done_is_said_in_words(owner, asked):
    assert owner.post(address(asked, "done"), {"done": ""}).status_code == 422
    answer = owner.post(
        address(asked, "done"), {"done": "We all spoke at 10:00, with Dr Quist."}, follow=True
    )
    assert "Acted on." in main_of(answer)
    assert "We all spoke at 10:00, with Dr Quist." in main_of(answer)


def test_declining_needs_a_choice_and_words_and_keeps_what_was_typed(owner, asked):
    answer = owner.post(address(asked, "decline"), {"words": "They met on Monday."})
    assert answer.status_code == 422
    shown = page(answer)
    assert "Choose why not" in shown.classed("error-summary")[0].text
    assert "They met on Monday." in shown.all("main")[0].text

    answer = owner.post(
        address(asked, "decline"), {"why": "looked_at", "words": "They met on Monday."}, follow=True
    )
    assert "It has been looked at together already, and I will say when: They met on Monday." in main_of(
        answer
    )
    assert patterns.prompt(id=asked.id).answer == "declined"


def test_when_nobody_is_free_it_goes_to_the_named_leader_with_its_clock(owner, asked):
    choices = [one.text for one in page(owner.get(address(asked))).classed("choice")]
    (sent_to,) = [words for words in choices if words.startswith("Nobody is free: send it to ")]
    answer = owner.post(
        address(asked, "decline"), {"why": "nobody_free", "words": "Three away ill."}, follow=True
    )

    after = patterns.prompt(id=asked.id)
    assert (after.is_open, after.due_at) == (True, asked.due_at)
    assert after.owner != asked.owner
    words = main_of(answer)
    assert "Nobody was free" in words and "Three away ill." in words
    assert sent_to.removeprefix("Nobody is free: send it to ").partition(",")[0] in words


def test_only_its_owner_may_answer(teacher, asked):
    shown = main_of(teacher.get(address(asked)))
    assert "I have it" not in shown
    assert "Challenge the question or its owner" in shown
    for what, typed in (
        ("acknowledge", {}),
        ("done", {"done": "x"}),
        ("decline", {"why": "not_so", "words": "x"}),
    ):
        answer = teacher.post(address(asked, what), typed)
        assert answer.status_code == 403, what
        assert "waits on somebody else" in main_of(answer)


def test_anyone_involved_may_challenge_and_a_named_leader_answers(area, teacher, owner, asked):
    owner.post(address(asked, "decline"), {"why": "not_so", "words": "It is about her cousin."})
    shown = main_of(teacher.get(address(asked)))
    assert "Challenge this answer" in shown
    answer = teacher.post(
        address(asked, "challenge"), {"challenge": "It is about her. I saw her."}, follow=True
    )
    assert "Challenged by Anneka Bright" in main_of(answer)

    (challenge,) = [one for one in patterns.sayings_of(prompt=asked.id) if one.why == "challenged"]
    leader = signed_in(worker(area, challenge.owner))
    assert "You are asked to look again." in main_of(leader.get(address(asked)))
    answer = leader.post(
        address(asked, "challenge/answer"), {"looked_again": "It is. We meet at 15:00."}, follow=True
    )
    assert "looked again: It is. We meet at 15:00." in main_of(answer)
    assert "You are asked to look again." not in main_of(answer)


def test_a_child_to_be_seen_alone_has_the_visit_one_click_away(area):
    tom = area.child("Tom Pascoe", aged=9)
    for days in (6, 5):
        area.now = days_ago(days)
        area.social_care.report(tom, "visit", outcome="completed", seen=True, seen_alone=False)
    area.now = days_ago(1)
    area.school.report(tom, "behaviour_concern", aspect="distress")
    (asked,) = [one for one in patterns.prompts_about(child=tom.id) if one.step == "see_child_alone"]
    shown = page(signed_in(worker(area, asked.owner)).get(address(asked)))
    (step,) = [one for one in shown.classed("steps-to-take")[0].all("a")]
    assert (step.text, step.attributes["href"]) == (
        "Write a visit: Tom seen alone",
        f"/children/{tom.id}/visit/",
    )


def test_it_asks_as_often_of_the_database_however_much_there_is(area, owner, asked, amira):
    owner.get(address(asked))  # a session that was not seen for a while is written down once
    with CaptureQueriesContext(connection) as few:
        owner.get(address(asked))
    area.now = days_ago(1, hour=14)
    for _ in range(3):
        area.police.report(amira, "domestic_abuse_incident", child_present=True)
    with CaptureQueriesContext(connection) as many:
        owner.get(address(asked))
    assert len(many) == len(few) <= MOST_QUERIES


def test_evidence_that_only_deciders_may_read_is_counted_and_not_told(area, amira, asked, teacher):
    area.now = days_ago(1, hour=14)
    threat = area.police.report(amira, "threat_to_worker", text="He said he would wait outside the school.")
    again = patterns.prompt(id=asked.id)
    assert threat in again.evidence
    shown = main_of(teacher.get(address(again)))
    assert "One more entry speaks for it that you may not see: ring the desk, 01632 960 140" in shown
    assert "wait outside the school" not in shown
