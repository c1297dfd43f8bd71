"""A concern that is sent: about whom, as which entries, what its writer is told, and the question that it raises."""

import re
from datetime import date, timedelta
from threading import Thread

import pytest
from django.db import connection

from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.identity import operations as describing
from kith.identity import queries as identity
from kith.identity.types import NewDescription
from kith.kernel.clock import now
from kith.patterns import queries as prompts
from kith.web import drafts
from tests.web.concern_forms import (
    CHILD,
    ON_THE_DAY,
    SEEN,
    TODAY,
    URGENT,
    WHERE,
    begin,
    child_known_to,
    entries_of,
    go_through,
    send,
)
from tests.web.forms import bay, page, problems, said, signed_in, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture(autouse=True)
def area():
    return bay()


# A known child


def told_about(child):
    """The entries about a child, but for the one with which the front door took them up."""
    found = chronology.entries_for_page(child=child, as_at=now())
    return [entry for entry in found if entry.kind != "contact_opened"]


def test_about_a_known_child_nothing_known_is_asked_again_and_the_look_is_kept():
    child = child_known_to("joy-okafor")
    client = signed_in("joy-okafor")
    href = begin(client, child)
    assert [one.purpose for one in looks.looks_at(child=child)] == ["record a concern"]
    others = client.get(client.post(href, WHERE).url)
    assert "Concern about Casper Lyle, 4 years" in said(others)
    assert "Which other children are there?" in said(others)
    names = {one.attributes.get("name") for one in page(others).all("input", "textarea")}
    assert not names & {"child_name", "born", "born_about"}


def test_a_concern_about_a_known_child_is_an_entry_about_that_very_child():
    child = child_known_to("joy-okafor")
    client = signed_in("joy-okafor")
    answer = send(client, WHERE, {}, {**SEEN, "worry_about": "neglect"}, URGENT, child=child)
    kinds = [entry.kind for entry in told_about(child)]
    assert sorted(kinds) == ["contact_received", "neglect_observed"]
    assert page(answer).classed("button")[0].attributes["href"] == f"/children/{child}/"


def test_a_brother_whom_the_writer_may_see_can_be_ticked(area):
    child = area.child("Casper Lyle", aged=4)
    brother = area.child("Jude Lyle", aged=8, with_=child)
    hidden = area.child("Mia Lyle", aged=9, with_=child)
    by = worker("joy-okafor")
    for one in (child, brother):
        access.involve(
            child=one.id, whom=Whom(practitioner=by.id), basis="school_of_the_child", by=by, at=now()
        )
    client = signed_in("joy-okafor")
    others = go_through(client, WHERE, child=child.id)
    assert "Jude Lyle" in said(client.get(others))
    assert "Mia Lyle" not in said(client.get(others))
    ticked = {"also_about": [str(brother.id), str(hidden.id)]}
    seen = client.post(others, ticked).url
    check = client.post(client.post(seen, SEEN).url, URGENT).url
    assert "Casper Lyle, Jude Lyle" in said(client.get(check))
    client.post(check)
    area.now = now()
    assert len(told_about(brother.id)) == 1
    assert told_about(hidden.id) == []


def test_a_child_whom_the_writer_may_not_see_is_refused_and_names_nobody(area):
    child = area.child("Casper Lyle", aged=4)
    answer = signed_in("joy-okafor").get("/concern/", {"child": str(child.id)})
    assert answer.status_code == 403
    assert "Casper" not in answer.content.decode()
    assert 'href="/concern/"' in answer.content.decode()


def test_sight_that_ended_while_it_was_written_loses_neither_the_words_nor_the_child():
    child = child_known_to("joy-okafor")
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, {}, SEEN, URGENT, child=child)
    (held,) = looks.involved_with(child=child, at=now())
    from kith.access.models import Involvement

    (row,) = Involvement.objects.filter(child=child)
    access.end_involvement(involvement=row.pk, because="She moved school.", by=worker("joy-okafor"), at=now())
    shown = client.get(check)
    assert "Casper" not in shown.content.decode()
    assert "You may no longer open this child’s page" in page(shown).text
    client.post(check)
    assert len(told_about(child)) == 1
    assert held.name == "Joy Okafor"


def test_one_of_ones_own_children_can_be_chosen_instead_of_described():
    child = child_known_to("joy-okafor")
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE)
    assert "Casper Lyle, 4 years" in said(client.get(href))
    answer = send(client, WHERE, {"child_id": str(child)}, SEEN, URGENT)
    assert answer.status_code == 200
    assert len(told_about(child)) == 1


def test_a_child_who_is_not_ones_own_cannot_be_chosen_by_number(area):
    other = area.child("Amira Haddad", aged=6)
    client = signed_in("joy-okafor")
    answer = client.post(go_through(client, WHERE), {"child_id": str(other.id)})
    assert [field for field, _ in problems(answer)] == ["child_name", "born"]
    assert "Amira" not in answer.content.decode()


# A child described in words


@pytest.mark.parametrize(
    "described",
    [
        {"child_name": "Kaz", "born_about": "about 4"},
        {"child_name": "not known", "born_about": "not known"},
        {"child_name": "a boy called Kaz or Cas", "born_year": "2022"},
        {"child_name": "Casper L?", "born_month": "9", "born_year": "22"},
        {"child_name": "Keren Orrey", "unborn": "yes", "born": "", "born_month": "", "born_year": ""},
        {"child_name": "Kaz", "born_about": "he wears a blue coat"},
    ],
)
def test_a_child_who_is_half_known_is_kept_with_every_word(described):
    client = signed_in("joy-okafor")
    answer = send(client, WHERE, described, SEEN, URGENT)
    contact = entries_of(answer.request["PATH_INFO"])[""]
    assert contact.kind == "contact_received"
    assert SEEN["seen_or_heard"] in contact.text
    assert len(contact.people) == 1


@pytest.fixture
def casper(area):
    """Casper Lyle, whom his surgery has described."""
    described = NewDescription(
        said_by="gp", said_by_area="tolland-bay", full_name="Casper Lyle", born_from=date(2022, 9, 2),
        born_to=date(2022, 9, 2), guardian_names=("Dean Lyle",), postcode="TB1 2AB",
    )  # fmt: skip
    return describing.resolve(description=described, by=worker("dana-ferris"), at=now()).person


def test_a_name_that_is_half_known_waits_for_nobody_and_a_person_is_asked_who_it_is(casper):
    client = signed_in("joy-okafor")
    half = {"child_name": "Casper", "born_month": "9", "born_year": "22",
            "parents": "Dean Lyle", "lives_or_learns": "Quay flats, tb1 2ab"}  # fmt: skip
    answer = send(client, WHERE, half, SEEN, URGENT)
    contact = entries_of(answer.request["PATH_INFO"])[""]
    assert SEEN["seen_or_heard"] in contact.text
    assert contact.people != (casper,)
    (review,) = identity.open_reviews(area="tolland-bay")
    assert review.other_person == casper or review.person == casper
    assert {review.description.id, review.other_description.id} & set(contact.about)


def test_a_name_spelled_otherwise_and_a_month_of_birth_find_the_child(casper):
    client = signed_in("joy-okafor")
    half = {"child_name": "Kaspar Lyle", "born_month": "9", "born_year": "2022", "parents": "Dean Lyle"}
    answer = send(client, WHERE, half, SEEN, URGENT)
    assert entries_of(answer.request["PATH_INFO"])[""].people == (casper,)
    assert [one.kind for one in told_about(casper)] == ["contact_received"]


def test_the_page_after_sending_is_the_same_for_a_child_who_is_known_new_or_possible(casper):
    """What a page says must not tell whoever types a name that the child is known."""
    client = signed_in("joy-okafor")
    pages = [
        said(send(client, WHERE, {**CHILD, **born}, SEEN, URGENT))
        for born in ({}, {"born_year": "2021"}, {"born": "9", "born_month": "2"})
    ]
    without_times = {re.sub(r"\d\d:\d\d", "", words) for words in pages}
    assert len(without_times) == 1
    for word in ("linked", "new child", "possible", "match", "known to"):
        assert word not in pages[0].lower()


def test_a_later_concern_does_not_offer_the_child_with_whom_an_earlier_one_was_matched(casper):
    client = signed_in("joy-okafor")
    half = {"child_name": "Kaspar Lyle", "born_month": "9", "born_year": "2022", "parents": "Dean Lyle"}
    send(client, WHERE, half, SEEN, URGENT)
    following = client.get(go_through(client, WHERE))
    assert "Casper" not in following.content.decode()


# What is sent


def test_the_facts_the_childs_words_and_the_opinion_stand_apart():
    client = signed_in("joy-okafor")
    seen = {
        **SEEN, "worry_about": ["injury", "told", "behaviour"], "childs_words": "Daddy’s light bit me.",
        "my_view": "I think it is a cigarette burn.",
    }  # fmt: skip
    injury = {
        "mark_seen": "yes", "appearance": "burn", "site": ["hand", "finger"], "child_mobile": "yes",
        "explanation": "He fell on the heater.", "explained_by": "Dean, his father", "carer_account": "inconsistent",
    }  # fmt: skip
    answer = send(client, WHERE, CHILD, seen, injury, URGENT)
    found = entries_of(answer.request["PATH_INFO"])
    assert {name: one.kind for name, one in found.items()} == {
        "": "contact_received", "/injury": "injury_seen", "/told": "disclosure", "/behaviour": "behaviour_concern",
        "/view": "other",
    }  # fmt: skip
    mark, told, contact, view = (found[key] for key in ("/injury", "/told", "", "/view"))
    assert mark.details["site"] == ["hand", "finger"]
    assert (mark.claim, mark.details["carer_account"]) == ("observed", "inconsistent")
    assert mark.details["explanation_text"] == "He fell on the heater."
    assert (told.voice, told.childs_words) == ("child", "Daddy’s light bit me.")
    assert contact.childs_words == ""
    assert (view.claim, view.text) == ("opinion", "I think it is a cigarette burn.")
    assert "cigarette" not in contact.text + mark.text
    assert contact.occurrence == mark.occurrence
    assert contact.details["where_now"] == "school"
    assert contact.details["collected_by_text"] == "his father"
    assert contact.details["collected_at"]
    assert [(row.agency, row.how) for row in contact.known_to] == [
        ("school", "said"), ("childrens_social_care", "told"),
    ]  # fmt: skip


def test_an_injury_that_was_only_described_is_reported_and_not_seen():
    client = signed_in("joy-okafor")
    seen = {**SEEN, "who_said": "family", "worry_about": "injury"}
    answer = send(client, WHERE, CHILD, seen, {}, URGENT)
    found = entries_of(answer.request["PATH_INFO"])
    assert found["/injury"].kind == "injury_reported"
    assert (found[""].voice, found[""].claim) == ("family", "reported")


def test_who_must_not_know_stands_first_in_what_the_desk_reads():
    client = signed_in("joy-okafor")
    urgent = {
        "how_soon": "today",
        "family_told": "danger",
        "why_not_told": "She is afraid.",
        "must_not_know": "Lewis Dane",
    }
    answer = send(client, WHERE, CHILD, SEEN, urgent)
    assert entries_of(answer.request["PATH_INFO"])[""].text.startswith("MUST NOT KNOW: Lewis Dane\n")


def test_sent_twice_is_kept_once_and_answered_the_same():
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, CHILD, SEEN, URGENT)
    first, second = client.post(check), client.post(check)
    assert first.url == second.url
    assert said(client.get(first.url)) == said(client.get(second.url))
    (contact,) = entries_of(check).values()
    assert len(told_about(contact.people[0])) == 1
    assert drafts.drafts_of(by=worker("joy-okafor")) == ()
    assert client.get(check).url == first.url


@pytest.mark.django_db(transaction=True)
def test_several_sendings_at_the_same_moment_are_one():
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, CHILD, SEEN, URGENT)
    answers = []

    def press():
        try:
            answers.append(client.post(check))
        finally:
            connection.close()

    both = [Thread(target=press) for _ in range(4)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert {answer.url for answer in answers} == {check.replace("/check/", "/sent/")}
    (contact,) = entries_of(check).values()
    assert len(told_about(contact.people[0])) == 1
    assert drafts.drafts_of(by=worker("joy-okafor")) == ()


# What happens next


def test_the_page_after_sending_says_who_decides_by_when_and_whom_to_ring():
    words = said(send(signed_in("joy-okafor"), WHERE, CHILD, SEEN, URGENT))
    assert "Nobody at the desk has opened it yet." in words
    decides = agencies.holder_of(role="mash_manager", area="tolland-bay", at=now())
    post = decides.title[0].lower() + decides.title[1:]
    assert f"{decides.name}, {post}, answers for what happens next." in words
    assert "A decision is due today by" in words or "At the latest" in words
    assert decides.phone in words
    assert "If nobody has rung you by 23:40, ring 01632 960 140" in words
    assert "Tolland Bay Children’s Services: told" in words
    assert "Ring now" not in words


@pytest.mark.parametrize(("where", "urgent"), [({}, {"how_soon": "now"}), ({"safe_to_go": "no"}, {})])
def test_an_urgent_concern_ends_with_ring_now_do_not_wait_and_the_desk(where, urgent):
    answer = send(signed_in("joy-okafor"), {**WHERE, **where}, CHILD, SEEN, {**URGENT, **urgent})
    (slab,) = page(answer).classed("slab")
    assert slab.text.startswith("Ring now. Do not wait. 01632 960 140")
    assert said(answer).startswith(f"Sent. Now ring. {slab.text}")


def test_nobody_else_reads_what_was_sent():
    answer = send(signed_in("joy-okafor"), WHERE, CHILD, SEEN, URGENT)
    assert signed_in("anneka-bright").get(answer.request["PATH_INFO"]).status_code == 403


# From the page to the question


def test_a_bruise_on_a_baby_becomes_an_entry_and_asks_for_a_paediatrician(area):
    born = TODAY - timedelta(days=90)
    baby = area.child("Noor Haddad", born=born)
    by = worker("bukola-stannard")
    access.involve(child=baby.id, whom=Whom(practitioner=by.id), basis="health_caseload", by=by, at=now())
    client = signed_in("bukola-stannard")
    where = {
        "where_now": "home",
        "collected_by_not_known": "yes",
        "leaves_not_known": "yes",
        "safe_to_go": "not_sure",
    }
    seen = {
        **ON_THE_DAY,
        "seen_or_heard": "A bruise, 2 cm, left cheek.",
        "who_said": "self",
        "worry_about": "injury",
    }
    injury = {"appearance": "bruise", "site": "cheek", "child_mobile": "no", "carer_account": "none_given"}

    send(client, where, {}, seen, injury, {"how_soon": "now", "family_told": "told"}, child=baby.id)

    area.now = now()
    kinds = [entry.kind for entry in told_about(baby.id)]
    assert sorted(kinds) == ["contact_received", "injury_seen"]
    asked = {prompt.step: prompt for prompt in prompts.prompts_about(child=baby.id)}
    assert "obtain_paediatric_opinion" in asked
    prompt = asked["obtain_paediatric_opinion"]
    assert "mark_on_a_baby" in prompt.patterns
    assert prompt.owner == worker("selma-quist").id  # a person, not a team


def test_if_asking_the_rules_fails_the_concern_stands(monkeypatch):
    from kith.journeys import catch_up

    def fail(**_):
        raise RuntimeError("the rules could not be asked")

    monkeypatch.setattr(catch_up, "raise_prompts", fail)
    answer = send(signed_in("joy-okafor"), WHERE, CHILD, SEEN, URGENT)
    assert answer.status_code == 200
    assert len(entries_of(answer.request["PATH_INFO"])) == 1
