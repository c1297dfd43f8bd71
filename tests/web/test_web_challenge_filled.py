"""Disagreeing on real pages: one click from a decision or a child, stages, two answers at once, words that are never lost."""

from uuid import uuid4

import pytest

from kith.access import operations as access
from kith.access import policies
from kith.decisions.challenges import queries, reviewing
from kith.decisions.types import Ending
from kith.journeys.decide_together import decide, give_position, open_without_prompt
from kith.kernel.clock import now
from tests.web.living import amira_in, by_code, living_area, main_of, page, signed_in, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
WORDS = "He was in the house again.\nNobody asked her alone."
SAID = {"about": "plan_drifts", "words": WORDS, "would_settle": "Somebody sees her alone.", "to_agency": "childrens_social_care"}  # fmt: skip


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def amira(area):
    amira = amira_in(area)
    area.now = now()
    for code in ("hamish-orde", "ruth-abara", "ellie-thorne", "maureen-tully"):
        area.involve(by_code(area, code), amira)
    return amira


@pytest.fixture
def hamish(area, amira):
    return signed_in(by_code(area, "hamish-orde"))


@pytest.fixture
def decision(area, amira):
    return open_without_prompt(
        children=[amira.id], step="strategy_discussion", question="Is there cause?", by=by_code(area, "ruth-abara").actor, at=area.now,
    )  # fmt: skip


@pytest.fixture
def challenge(hamish, amira):
    answer = hamish.post(f"/children/{amira.id}/challenge/", SAID)
    assert answer.status_code == 302, main_of(answer)
    return queries.challenge(id=answer.url.split("/")[2])


def answerer(area, challenge):
    return worker(area, queries.challenge(id=challenge.id).waits_for)


def links_of(answer):
    return {one.attributes["href"]: one.text for one in page(answer).all("a") if "href" in one.attributes}


def test_one_click_leads_from_the_child_and_from_the_decision_to_the_form(hamish, amira, decision):
    assert f"/children/{amira.id}/challenge/" in links_of(hamish.get(f"/children/{amira.id}/"))
    assert f"/decisions/{decision}/challenge/" in links_of(hamish.get(f"/decisions/{decision}/"))
    words = main_of(hamish.get(f"/decisions/{decision}/challenge/"))
    assert "A joint decision that is not made yet: strategy discussion" in words
    assert "it climbs by itself where nobody answers in time" in words


def test_the_page_says_the_words_who_answers_and_by_when(area, hamish, challenge):
    words = main_of(hamish.get(f"/challenges/{challenge.id}/"))
    assert "Nobody asked her alone." in words
    assert f"It waits for {answerer(area, challenge).actor.name} to answer." in words
    assert "Nothing waits for a challenge" in words


def test_what_is_missing_is_said_and_every_typed_word_comes_back(hamish, amira):
    answer = hamish.post(f"/children/{amira.id}/challenge/", {"words": WORDS, "about": "other"})
    assert answer.status_code == 422
    assert "Say what would settle it for you." in page(answer).classed("error-summary")[0].text
    assert "Nobody asked her alone." in main_of(answer)


def test_whoever_must_answer_and_then_whoever_disagrees_finds_it_in_what_needs_them(area, hamish, challenge):
    who = signed_in(answerer(area, challenge))
    assert "Police disagrees: Amira Haddad" in main_of(who.get("/"))
    who.post(f"/challenges/{challenge.id}/answer", {"answer": "explained", "words": "Her aunt has her."})

    assert "Police disagrees" not in main_of(who.get("/"))
    words = main_of(hamish.get("/"))
    assert "Your challenge was answered: Amira Haddad" in words
    assert "Her aunt has her." in words


def test_of_two_answers_at_once_the_second_sees_the_first_and_keeps_their_words(area, challenge):
    who = signed_in(answerer(area, challenge))
    who.post(f"/challenges/{challenge.id}/answer", {"answer": "explained", "words": "Her aunt has her."})
    again = who.post(f"/challenges/{challenge.id}/answer", {"answer": "changed", "words": "We go today."})

    assert again.status_code == 409
    words = main_of(again)
    assert "Her aunt has her." in words
    assert "We go today." in words
    assert "answered already" in words
    added = who.post(
        f"/challenges/{challenge.id}/say", {"what": "added", "said": "We go today."}, follow=True
    )
    assert "added: We go today." in main_of(added)


def test_somebody_who_was_not_named_is_refused_and_keeps_their_words(area, challenge):
    maureen = signed_in(by_code(area, "maureen-tully"))
    answer = maureen.post(f"/challenges/{challenge.id}/answer", {"answer": "changed", "words": "I go."})
    assert answer.status_code == 403
    assert "I go." in main_of(answer)
    assert "One named person answers" in main_of(answer)
    assert queries.challenge(id=challenge.id).last.waits


def test_pressing_on_before_an_answer_is_due_needs_the_reason(hamish, challenge):
    here = {"after": "1", "to_stage": "senior_managers"}
    answer = hamish.post(f"/challenges/{challenge.id}/press", here)
    assert answer.status_code == 422
    assert "cannot wait" in page(answer).classed("error-summary")[0].text

    after = hamish.post(
        f"/challenges/{challenge.id}/press", {**here, "why": "He has her at three."}, follow=True
    )
    assert "He has her at three." in main_of(after)
    twice = hamish.post(f"/challenges/{challenge.id}/press", {**here, "why": "He has her at three."})
    assert (twice.status_code, len(queries.challenge(id=challenge.id).stages)) == (409, 2)


def test_whoever_disagreed_settles_it_and_it_stands_as_settled(area, hamish, challenge):
    refused = signed_in(answerer(area, challenge)).post(
        f"/challenges/{challenge.id}/settle", {"outcome": "accepted", "settled": "Done."}
    )
    assert refused.status_code == 403
    done = hamish.post(
        f"/challenges/{challenge.id}/settle", {"outcome": "accepted", "settled": "She was seen."}, follow=True
    )
    assert "Settled: the reasons are accepted." in main_of(done)


def test_nobody_who_may_not_see_the_child_reads_a_challenge_and_one_that_is_not_there_looks_alike(
    area, challenge
):
    stranger = signed_in(by_code(area, "imran-hussain"))
    assert stranger.get(f"/challenges/{challenge.id}/").status_code == 403
    assert "house again" not in main_of(stranger.get(f"/challenges/{challenge.id}/"))
    assert "Nothing is found here that you may open" in main_of(stranger.get(f"/challenges/{uuid4()}/"))


def test_where_it_was_decided_again_meanwhile_the_challenge_says_so(area, hamish, amira, decision):
    ruth = by_code(area, "ruth-abara").actor
    give_position(
        decision=decision, position="disagree", reasons="No.", most_protective="x", by=ruth, at=area.now
    )
    because = "Nobody else answered."
    no = Ending(outcome="no", reasons="No.", without_quorum_because=because)
    decide(decision=decision, ending=no, by=ruth, at=area.now)
    made = hamish.post(f"/decisions/{decision}/challenge/", SAID).url
    later = now()
    second = open_without_prompt(
        children=[amira.id], step="strategy_discussion", question="And now?", by=ruth, at=later
    )
    give_position(decision=second, position="agree", reasons="Yes.", most_protective="x", by=ruth, at=later)
    yes = Ending(outcome="yes", reasons="Yes.", without_quorum_because=because)
    decide(decision=second, ending=yes, by=ruth, at=now())

    assert "Decided again meanwhile" in main_of(hamish.get(made))
    assert "Police disagrees about a plan that drifts: open" in main_of(hamish.get(f"/decisions/{decision}/"))


def test_a_challenge_stands_in_the_story_and_in_the_chronology_with_its_words(hamish, amira, challenge):
    story = page(hamish.get(f"/children/{amira.id}/")).classed("line")
    assert "Police He was in the house again." in story[-1].text
    shown = main_of(hamish.get(f"/children/{amira.id}/chronology/"))
    assert "Nobody asked her alone." in shown


def test_a_conference_is_asked_for_answered_no_and_challenged_in_one_click(area, hamish, amira):
    assert "should normally be agreed" in main_of(hamish.get(f"/children/{amira.id}/conference/"))
    assert hamish.post(f"/children/{amira.id}/conference/", {"why": ""}).status_code == 422
    made = hamish.post(
        f"/children/{amira.id}/conference/", {"why": "Three calls.", "backed_by": "senior_manager"}
    ).url
    asked = reviewing.conference_request(id=made.split("/")[2])
    chair = signed_in(worker(area, asked.owner))
    assert "Police asks for a conference: Amira Haddad" in main_of(chair.get("/"))
    assert hamish.post(made, {"answer": "no", "reasons": "No."}).status_code == 403
    assert chair.post(made, {"answer": "no"}).status_code == 422
    chair.post(made, {"answer": "no", "reasons": "The enquiry goes on."})

    assert "Your request for a conference was answered" in main_of(hamish.get("/"))
    assert f"{made}challenge/" in links_of(hamish.get(made))
    assert "Your request for a conference" not in main_of(hamish.get("/"))
    form = main_of(hamish.get(f"{made}challenge/"))
    assert "The answer to a request for a conference" in form
    typed = {"about": "other", "words": "It cannot wait.", "would_settle": "A conference."}
    assert "It cannot wait." in main_of(hamish.post(f"{made}challenge/", typed, follow=True))


def test_an_override_is_written_reviewed_and_shown_against_what_came_later(area, amira):
    ruth = signed_in(by_code(area, "ruth-abara"))
    typed = {
        "their_view": "She stays.",
        "decided": "She goes home.",
        "why": "Her aunt.",
        "would_change": "If she leaves.",
    }
    assert ruth.post(f"/children/{amira.id}/override/", {**typed, "why": ""}).status_code == 422
    made = ruth.post(f"/children/{amira.id}/override/", typed).url
    assert ruth.post(made, {"what": "review", "answer": "stands", "found": "Fine."}).status_code == 403

    abena = signed_in(by_code(area, "abena-darko"))
    assert "Review a decision against another view: Amira Haddad" in main_of(abena.get("/"))
    done = abena.post(
        made, {"what": "review", "answer": "look_again", "found": "The aunt left."}, follow=True
    )
    assert "It is to be decided again. Abena Darko" in main_of(done)

    area.now = now()
    area.police.report(amira, "domestic_abuse_incident", child_present=True)
    shown = main_of(ruth.get(made))
    assert "What happened since" in shown
    assert "Nothing that you may read" not in shown


def test_the_scrutineer_finds_it_without_a_name_opens_it_and_asks(area, challenge):
    gwen = signed_in(by_code(area, "gwen-ashdown"))
    assert gwen.get(f"/challenges/{challenge.id}/").status_code == 403
    shown = main_of(gwen.get("/scrutiny/"))
    assert "Police disagrees with social care about a plan that drifts" in shown
    assert "Amira" not in shown
    thing = f"challenge-{challenge.id}"
    assert gwen.post("/scrutiny/", {"thing": thing}).status_code == 422
    opened = gwen.post("/scrutiny/", {"thing": thing, "why": "It drifts."}, follow=True)
    assert "Nobody asked her alone." in main_of(opened)
    asked = gwen.post(
        f"/challenges/{challenge.id}/say", {"what": "asked", "said": "Who saw her last?"}, follow=True
    )
    assert "Gwen Ashdown asked" in main_of(asked)
    assert "The scrutineer asks you" not in main_of(signed_in(answerer(area, challenge)).get("/"))
    assert signed_in(by_code(area, "ruth-abara")).get("/scrutiny/").status_code == 403


def test_whoever_sees_the_child_no_longer_reads_no_name_in_what_needs_them(area, amira, challenge):
    who = answerer(area, challenge)
    held = policies.sight(by=who.actor, at=now()).filter(child=amira.id).values_list("pk", flat=True)
    for one in list(held):
        access.end_involvement(involvement=one, because="Held closely.", by=area.system, at=now())
    words = main_of(signed_in(who).get("/"))
    assert "Police disagrees: a child who is held closely" in words
    assert "Amira" not in words
    assert "house again" not in words


def test_a_question_of_the_scrutineers_after_the_answer_waits_for_whoever_answered_until_they_add(
    area, amira, challenge
):
    who, gwen = signed_in(answerer(area, challenge)), by_code(area, "gwen-ashdown")
    who.post(f"/challenges/{challenge.id}/answer", {"answer": "explained", "words": "Her aunt has her."})
    area.involve(gwen, amira, "scrutinises")
    signed_in(gwen).post(f"/challenges/{challenge.id}/say", {"what": "asked", "said": "Who saw her last?"})

    assert "The scrutineer asks you: Amira Haddad" in main_of(who.get("/"))
    who.post(f"/challenges/{challenge.id}/say", {"what": "added", "said": "Miss Hale, on Friday."})
    assert "The scrutineer asks you" not in main_of(who.get("/"))
