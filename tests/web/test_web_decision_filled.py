"""The page of a joint decision on real entries: sealed positions, dissent in its own words, reasons, and without whom."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import operations as access
from kith.access.types import Whom
from kith.decisions import queries as decisions
from kith.journeys.decide_together import open_from_prompt
from kith.kernel.clock import now
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
MOST_QUERIES = 90
POLICE_SAY = "We hold nothing since September. A named man in the house would change it."


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def amira(area):
    return amira_in(area)


@pytest.fixture
def dana(area, amira):
    """Whoever at the front door owns the question."""
    return worker(area, prompt_about(amira).owner)


@pytest.fixture
def opened(area, amira, dana):
    area.now = now()
    return open_from_prompt(
        prompt=prompt_about(amira).id, question="Does Amira need more than each of us does now?",
        also_ask=["school"], by=dana.actor, at=area.now,
    )  # fmt: skip


def asked_for(area, decision, agency):
    """The person of an agency who was asked by name."""
    held = decisions.decision(id=decision, by=area.system)
    (person,) = [one.practitioner for one in held.invitations if one.agency == agency]
    return worker(area, person)


@pytest.fixture
def police(area, opened):
    return signed_in(asked_for(area, opened, "police"))


@pytest.fixture
def nurse(area, opened):
    return signed_in(asked_for(area, opened, "community_health"))


@pytest.fixture
def owner(dana, opened):
    return signed_in(dana)


def writes(client, decision, answer="agree", reasons="In our words.", most="Going there today."):
    typed = {"answer": answer, "reasons": reasons, "most_protective": most}
    return client.post(f"/decisions/{decision}/position", typed, follow=True)


def decides(client, decision, outcome="yes", reasons="Her own words, and a bruise.", told=""):
    typed = {"outcome": outcome, "outcome_reasons": reasons, "parents_told": told}
    return client.post(f"/decisions/{decision}/outcome", typed, follow=True)


def test_it_says_the_question_the_owner_who_is_asked_and_whom_to_ring(owner, opened, dana):
    words = main_of(owner.get(f"/decisions/{opened}/"))
    assert "Does Amira need more than each of us does now?" in words
    assert f"Owner: {dana.actor.name}" in words
    away = page(owner.get(f"/decisions/{opened}/")).classed("away")
    assert len(away) == 4
    assert all(
        "Not written." in one.text and "01632 960" in one.text for one in away if "Social" not in one.text
    )


def test_each_agencys_own_facts_are_there_before_anybody_writes(police, opened):
    shown = page(police.get(f"/decisions/{opened}/"))
    columns = {one.all("h3")[0].text: one.text for one in shown.classed("brings")}
    assert "999 from next door: shouting." in columns["Police"]
    assert SHE_SAID in columns["School"]
    assert "Not asked." in columns["Hospital"]
    assert "Nothing has come from them" in columns["Community health"]


def test_what_another_agency_wrote_stays_closed_until_ones_own_is_written(police, nurse, opened):
    writes(police, opened, "disagree", POLICE_SAY)
    answer = nurse.get(f"/decisions/{opened}/")
    assert "Closed until you write yours." in main_of(answer)
    assert POLICE_SAY not in answer.content.decode()

    after = main_of(writes(nurse, opened))
    assert POLICE_SAY in after
    assert "Most protective thing considered: “Going there today.”" in after


def test_a_position_needs_an_answer_reasons_and_the_most_protective_thing(police, opened):
    answer = police.post(f"/decisions/{opened}/position", {"reasons": "We hold nothing."})
    assert answer.status_code == 422
    summary = page(answer).classed("error-summary")[0].text
    assert "Choose where your agency stands" in summary
    assert "most protective thing" in summary
    assert "We hold nothing." in main_of(answer)


def test_the_owner_writes_their_agencys_position_before_deciding(owner, opened):
    assert "Write your agency’s position first" in main_of(owner.get(f"/decisions/{opened}/"))
    answer = decides(owner, opened)
    assert answer.status_code == 403
    assert "own agency's position first" in main_of(answer)


def test_the_owner_decides_with_reasons_and_the_page_says_without_whom(owner, police, opened, dana):
    writes(police, opened, "disagree", POLICE_SAY)
    writes(owner, opened)
    before = main_of(owner.get(f"/decisions/{opened}/"))
    assert "You may decide; it will say that it was made without them." in before

    answer = owner.post(f"/decisions/{opened}/outcome", {"outcome": "yes"})
    assert answer.status_code == 422
    words = main_of(decides(owner, opened, told="Dana rings her mother at 16:00."))
    assert "Decided More is needed, said in the reasons" in words
    assert "Her own words, and a bruise." in words
    assert "Made without community health and school." in words
    assert "Dana rings her mother at 16:00." in words
    assert f"{dana.actor.name}, " in words


def test_dissent_stays_in_its_own_words(owner, police, opened):
    writes(police, opened, "disagree", POLICE_SAY)
    writes(owner, opened)
    decides(owner, opened)
    shown = page(police.get(f"/decisions/{opened}/"))
    (dissent,) = shown.classed("dissent")
    assert "disagrees with the outcome" in dissent.text
    assert POLICE_SAY in dissent.text


def test_nobody_but_its_owner_decides_and_nobody_twice(owner, police, opened):
    writes(police, opened)
    assert "One named person makes this decision" in main_of(decides(police, opened))
    writes(owner, opened)
    decides(owner, opened)
    assert "This has been decided." in main_of(decides(owner, opened, outcome="no"))


def test_somebody_who_sees_the_child_and_was_not_asked_reads_it_once_it_is_decided(
    area, owner, opened, amira
):
    doctor = by_code(area, "selma-quist")
    access.involve(
        child=amira.id,
        whom=Whom(practitioner=doctor.id),
        basis="treating_encounter",
        by=area.system,
        at=area.now,
    )
    reader = signed_in(doctor)
    answer = reader.get(f"/decisions/{opened}/")
    assert answer.status_code == 403
    assert "not asked about this" in main_of(answer)
    writes(owner, opened)
    decides(owner, opened)
    assert "Her own words, and a bruise." in main_of(reader.get(f"/decisions/{opened}/"))


def test_nobody_who_may_not_see_the_child_reads_it_and_one_that_is_not_there_looks_alike(area, opened):
    stranger = signed_in(by_code(area, "imran-hussain"))
    assert stranger.get(f"/decisions/{opened}/").status_code == 403
    gone = stranger.get(f"/decisions/{uuid4()}/")
    assert gone.status_code == 403
    assert "Nothing is found here that you may open" in main_of(gone)


def test_it_stands_in_the_chronology_with_its_reasons(area, owner, opened, amira):
    writes(owner, opened)
    decides(owner, opened)
    area.now = now()
    (made,) = [one for one in area.entries_about(amira) if one.kind == "decision_made"]
    assert made.details["reason"] == "Her own words, and a bruise."
    assert made.details["absent"] == ["community_health", "police", "school"]


def test_a_decision_is_opened_from_a_childs_page_without_a_prompt(area, amira):
    ruth = by_code(area, "ruth-abara")
    area.involve(ruth, amira, "manages_the_work")
    client = signed_in(ruth)
    form = page(client.get(f"/children/{amira.id}/decisions/new"))
    assert "Strategy discussion" in form.all("main")[0].text

    answer = client.post(f"/children/{amira.id}/decisions/new", {"question": "Is there reasonable cause?"})
    assert answer.status_code == 422
    assert "Choose what is to be decided on." in main_of(answer)
    typed = {"step": "strategy_discussion", "question": "Is there reasonable cause?", "also_ask": "hospital"}
    answer = client.post(f"/children/{amira.id}/decisions/new", typed, follow=True)
    words = main_of(answer)
    assert "Strategy discussion Is there reasonable cause?" in words
    assert "is there reasonable cause?" in words  # the form of one's own position


def test_everybody_sees_their_open_decisions_in_one_list(owner, police, opened):
    assert "Your agency’s position is not written." in main_of(police.get("/decisions/"))
    writes(police, opened)
    assert "They wait for others" in main_of(police.get("/decisions/"))
    assert "You make the decision." in main_of(owner.get("/decisions/"))


def test_it_asks_as_often_of_the_database_however_much_there_is(area, owner, police, opened, amira):
    with CaptureQueriesContext(connection) as few:
        owner.get(f"/decisions/{opened}/")
    area.now = days_ago(0, hour=0)
    for _ in range(3):
        area.police.report(
            amira, "domestic_abuse_incident", on=f"{days_ago(2):%-d %b %Y}", child_present=True
        )
    writes(police, opened)
    with CaptureQueriesContext(connection) as many:
        owner.get(f"/decisions/{opened}/")
    assert len(many) == len(few) <= MOST_QUERIES
