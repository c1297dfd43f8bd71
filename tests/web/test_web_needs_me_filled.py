"""What needs somebody, on real entries: their questions by the clock, their clocks, and what came in since they looked."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import operations as access
from kith.journeys import answer_prompt as answering
from kith.journeys.decide_together import open_from_prompt
from kith.kernel.clock import now
from kith.people import operations as people
from kith.web import drafts, models
from kith.web.needs_me.filling import greeting
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
MOST_QUERIES = 75


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def joel(area):
    """A social worker, to whom children are allocated."""
    return by_code(area, "joel-prewett")


def allocated(area, joel, name, aged, *, since=10):
    area.now = days_ago(since)
    child = area.child(name, aged=aged)
    access.allocate(
        child=child.id, practitioner=joel.id, role="allocated_social_worker", by=area.system, at=area.now
    )
    return child


def was_here(who, area, days):
    models.LastHere.objects.create(practitioner_id=who.id, area=area.code, opened_at=days_ago(days))


def groups(answer) -> dict[str, str]:
    return {one.all("h3")[0].text: one.text for one in page(answer).classed("need-group")}


def news(answer) -> dict[str, str]:
    blocks = page(answer).classed("since")[0].parts
    return {one.all("a")[0].text: one.text for one in blocks}


@pytest.mark.parametrize(
    ("name", "hour", "said"),
    [
        ("Dana Ferris", 9, "Good morning, Dana."),
        ("Dr Selma Quist", 13, "Good afternoon, Dr Quist."),
        ("Joel Prewett", 19, "Good evening, Joel."),
    ],
)
def test_it_greets_by_name_and_by_the_clock_in_london(name, hour, said):
    assert greeting(name, days_ago(1, hour=hour)) == said


def test_a_question_waits_by_its_clock_with_why_it_is_asked(area):
    amira = amira_in(area)
    asked = prompt_about(amira)
    answer = signed_in(worker(area, asked.owner)).get("/")
    words = main_of(answer)
    assert "Can everyone who knows something about Amira Haddad put it together?" in words
    assert "Three or more agencies each hold a worry" in words
    assert "Nobody has said that they have it." in words
    assert f"/prompts/{asked.id}/" in answer.content.decode()
    assert "When it is done, this page will say so." in words


def test_a_question_about_a_sealed_child_waits_without_a_name(area):
    amira = area.child("Amira Haddad", aged=7)
    people.set_tier(person=amira.id, tier="sealed", because="A story.", by=area.system, at=area.now)
    area.now = days_ago(20)
    area.police.report(amira, "domestic_abuse_incident", child_present=True)
    area.now = days_ago(12)
    area.agency("hospital").report(amira, "injury_seen", appearance="bruise", site=["arm"])
    area.now = days_ago(1)
    area.school.report(amira, "behaviour_concern", aspect="distress", words=SHE_SAID)
    answer = signed_in(worker(area, prompt_about(amira).owner)).get("/")
    assert "a child who is held closely" in main_of(answer)
    assert "Amira" not in answer.content.decode()
    assert SHE_SAID not in answer.content.decode()


def test_decisions_wait_for_whoever_must_write_and_for_whoever_decides(area):
    amira = amira_in(area)
    asked = prompt_about(amira)
    dana = worker(area, asked.owner)
    area.now = now()
    open_from_prompt(prompt=asked.id, question="What do we know?", by=dana.actor, at=area.now)
    police = signed_in(area.holder("police_supervisor"))
    assert "Your agency’s position is not written." in main_of(police.get("/"))
    assert "You make the decision." in main_of(signed_in(dana).get("/"))
    assert "Discussion between the agencies: Amira Haddad" in main_of(signed_in(dana).get("/"))


def test_a_challenge_waits_for_the_leader_who_is_asked_to_look_again(area):
    amira = amira_in(area)
    asked = prompt_about(amira)
    anneka = by_code(area, "anneka-bright")
    answering.challenge_answer(prompt=asked.id, because="Too slow.", by=anneka.actor, at=now())
    leader = answering.leader_above(prompt=asked, by=anneka.actor, at=now())
    words = main_of(signed_in(worker(area, leader[0].id)).get("/"))
    assert "Look again: Can everyone who knows something about Amira Haddad" in words
    assert "Too slow." in words


def test_clocks_wait_from_a_week_before_they_are_due_and_say_when_they_are_over(area, joel):
    soon = allocated(area, joel, "Casper Lyle", 8)
    late = allocated(area, joel, "Amos Tranter", 11, since=60)
    area.now = days_ago(50)
    area.social_care.report(late, "strategy_discussion", outcome="section_47_joint")
    area.now = days_ago(10)
    area.social_care.report(soon, "plan", stage="started", plan_type="child_protection", category="neglect")
    shown = groups(signed_in(joel).get("/"))
    assert "Casper Lyle" in " ".join(shown.values())
    assert "Amos Tranter" in shown["Overdue"]
    assert "Nobody has told us that it happened." in shown["Overdue"]


def test_of_many_clocks_of_one_child_the_earliest_stand_and_the_rest_are_one_line(area, joel):
    amos = allocated(area, joel, "Amos Tranter", 11, since=90)
    area.now = days_ago(80)
    area.social_care.report(amos, "contact_received", nature="neglect")
    area.social_care.report(amos, "referral_decision", outcome="assessment")
    area.social_care.report(amos, "looked_after", step="started")
    overdue = groups(signed_in(joel).get("/"))["Overdue"]
    assert overdue.count("Nobody has told us that it happened.") == 3
    assert "more time limits for Amos Tranter" in overdue
    assert "First looked after review" in overdue


def test_an_unsent_concern_waits_to_be_carried_on(area, joel):
    drafts.begin(task="concern", answers={"child_name": "Amos"}, by=joel.actor, at=now())
    answer = signed_in(joel).get("/")
    assert "A concern that you began and have not sent" in main_of(answer)
    assert "Amos" not in main_of(answer)


def test_since_they_last_looked_each_thing_is_one_line_whoever_said_it(area, joel):
    amos = allocated(area, joel, "Amos Tranter", 11)
    allocated(area, joel, "Wilf Denby", 3)
    was_here(joel, area, 3)
    area.now = days_ago(4)
    area.school.report(amos, "child_seen", seen_alone=True, text="Before: not news.")
    area.now = days_ago(2)
    area.school.report(amos, "child_seen", seen_alone=True, text="Told Miss Hale he “slept right through”.")
    area.now = days_ago(1)
    area.police.report(amos, "contact_received", voice="family", text="Aunt rang: wants a call.")
    answer = signed_in(joel).get("/")
    told = news(answer)
    assert set(told) == {"Amos Tranter"}
    assert "slept right through" in told["Amos Tranter"]
    assert "Family, neighbours: Aunt rang: wants a call." in told["Amos Tranter"]
    assert "Before: not news." not in told["Amos Tranter"]
    assert "Nothing received about your other child. That is not the same as nothing happening." in main_of(
        answer
    )


def test_news_stays_while_the_sitting_lasts_and_is_gone_when_the_child_was_looked_at(area, joel):
    amos = allocated(area, joel, "Amos Tranter", 11)
    was_here(joel, area, 3)
    area.now = days_ago(1)
    area.police.report(amos, "contact_received", voice="public", text="A neighbour rang.")
    client = signed_in(joel)
    assert "A neighbour rang." in main_of(client.get("/"))
    assert "A neighbour rang." in main_of(client.get("/"))
    client.get(f"/children/{amos.id}/")
    assert "A neighbour rang." not in main_of(client.get("/"))


def test_the_next_sitting_begins_where_the_last_one_ended(area, joel):
    amos = allocated(area, joel, "Amos Tranter", 11)
    area.now = days_ago(1)
    area.police.report(amos, "contact_received", voice="public", text="A neighbour rang.")
    client = signed_in(joel)
    assert "A neighbour rang." in main_of(client.get("/"))
    models.LastHere.objects.update(opened_at=now() - timedelta(hours=2))
    assert "A neighbour rang." not in main_of(client.get("/"))


def test_nobody_is_told_their_own_words_as_news(area, joel):
    amos = allocated(area, joel, "Amos Tranter", 11)
    area.now = days_ago(1)
    area.agency("childrens_social_care").report(amos, "visit", seen=True, text="By the manager.")
    manager = area.agency("childrens_social_care").actor
    area.involve(worker(area, manager.id), amos)
    assert "By the manager." in main_of(signed_in(joel).get("/"))
    assert "By the manager." not in main_of(signed_in(worker(area, manager.id)).get("/"))


def test_what_only_deciders_may_read_is_counted_and_not_told(area):
    amos = area.child("Amos Tranter", aged=11)
    anneka = by_code(area, "anneka-bright")
    area.now = days_ago(9)
    area.involve(anneka, amos, "school_of_the_child")
    area.now = days_ago(1)
    area.police.report(amos, "protective_order", order_type="non_molestation", text="Kept from the door.")
    words = main_of(signed_in(anneka).get("/"))
    assert "Kept from the door." not in words
    assert "1 more came that you may not see here." in words


def test_agencies_that_went_quiet_are_named_with_their_number(area, joel):
    amos = allocated(area, joel, "Amos Tranter", 11, since=20)
    area.now = days_ago(15)
    area.school.report(amos, "child_seen", seen_alone=True)
    was_here(joel, area, 3)
    quiet = page(signed_in(joel).get("/")).classed("since__none")[0].text
    assert "School, 01632 960" in quiet
    assert "has sent nothing since" in quiet


def test_when_nothing_waits_it_says_so_and_what_that_does_not_mean(area):
    words = main_of(signed_in(by_code(area, "imran-hussain")).get("/"))
    assert "Nothing needs you now. You are told here, and rung for what cannot wait." in words
    assert "You work with no child in Kith now" in words


def test_it_asks_to_sign_in_first(client):
    assert client.get("/").url.startswith("/sign-in")


def test_it_asks_as_often_of_the_database_however_many_children_and_things_there_are(area, joel):
    for number in range(2):
        child = allocated(area, joel, f"Child {number}", 5 + number)
        area.now = days_ago(2)
        area.school.report(child, "child_seen", seen_alone=True)
    client = signed_in(joel)
    client.get("/")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    for number in range(2, 7):
        child = allocated(area, joel, f"Child {number}", 5 + number)
        area.now = days_ago(2)
        area.school.report(child, "child_seen", seen_alone=True)
        area.now = days_ago(1)
        area.police.report(child, "contact_received", voice="public", text="A neighbour rang.")
    with CaptureQueriesContext(connection) as many:
        client.get("/")
    assert len(many) == len(few) <= MOST_QUERIES
