"""Recording a concern on real data: from the first topic to the entry in the chronology and the question it raises."""

from datetime import date, timedelta
from threading import Thread
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from kith import rulebook
from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.identity import queries as identity
from kith.kernel.clock import LONDON, now
from kith.patterns import queries as prompts
from kith.people import operations as people
from kith.people.types import Birth, NewPerson
from kith.web import drafts
from kith.web.concern.choices import SITES
from kith.web.concern.questions import TOPICS, WHY_REQUIRED, topics_for
from tests.web.forms import bay, page, problems, said, signed_in, value, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

TODAY = now().astimezone(LONDON).date()
ON_THE_DAY = {"happened": str(TODAY.day), "happened_month": str(TODAY.month), "happened_year": str(TODAY.year)}
WHERE = {"where_now": "here", "collected_by": "his father", "leaves": "23", "leaves_minute": "55", "safe_to_go": "not_sure"}
CHILD = {"child_name": "Casper Lyle", "born": "2", "born_month": "9", "born_year": "2022"}
SEEN = {**ON_THE_DAY, "seen_or_heard": "A round burn, 8 mm, on the right hand.", "who_said": "self"}
URGENT = {"how_soon": "today", "family_told": "told"}


@pytest.fixture(autouse=True)
def area():
    return bay()


def begin(client: Client, child: UUID | str = "") -> str:
    """Where the first topic posts to."""
    answer = client.get("/concern/", {"child": child} if child else {})
    assert answer.status_code == 200
    return page(answer).classed("form")[0].attributes["action"]


def go_through(client: Client, *topics: dict, child: UUID | str = "") -> str:
    """Submit the topics one after another as the pages lead; answers where the last one leads to."""
    href = begin(client, child)
    for answers in topics:
        answer = client.post(href, answers)
        assert answer.status_code == 302, problems(answer)
        href = answer.url
    return href


def send(client: Client, *topics: dict, child: UUID | str = ""):
    """Everything submitted and sent: the page after it."""
    check = go_through(client, *topics, child=child)
    assert check.endswith("/check/")
    answer = client.post(check)
    assert answer.status_code == 302, problems(answer)
    return client.get(answer.url)


def draft_of(href: str) -> UUID:
    return UUID(href.split("/")[2])


def entries_of(href: str, *, key: str = ""):
    """The entries that a sent concern became, by the end of the agency's reference."""
    draft = draft_of(href)
    kinds = ("", "/injury", "/told", "/neglect", "/behaviour", "/view")
    found = chronology.sent_before(
        said_by=key or "school", said_by_area="tolland-bay", sender_keys=[f"{draft}{kind}" for kind in kinds]
    )
    return {name.removeprefix(str(draft)): chronology.entry(one.entry) for name, one in found.items()}


def child_known_to(code: str, name: str = "Casper Lyle", born: date = date(2022, 9, 2)) -> UUID:
    by = worker(code)
    child = people.register_person(
        person=NewPerson(kind="child", display_name=name, birth=Birth.on(born)), by=by, at=now()
    )
    access.involve(child=child, whom=Whom(practitioner=by.id), basis="school_of_the_child", by=by, at=now())
    return child


# What is asked, and why


def test_at_most_twelve_answers_are_needed_on_at_most_six_pages_and_each_has_its_reason():
    required = [field for topic in TOPICS for field in topic.required]
    assert len(required) == len(set(required)) <= 12
    assert set(WHY_REQUIRED) == set(required)
    assert all(len(reason) > 10 for reason in WHY_REQUIRED.values())
    longest = topics_for({"worry_about": "injury"}, is_known=False)
    assert len(longest) == 6


def test_the_body_map_of_the_form_is_the_rulebooks():
    site = rulebook.load("kith.rulebook.england").entry_kind("injury_seen").details["site"]
    assert sorted(one.value for one in SITES) == sorted(site.codes)


def test_the_first_page_asks_where_the_child_is_and_who_collects():
    answer = signed_in("joy-okafor").get("/concern/")
    assert "Where is the child now?" in said(answer)
    assert "Who collects the child today?" in said(answer)
    assert "01632 960 140" in said(answer)


def test_nothing_is_kept_by_looking_at_the_first_page():
    client = signed_in("joy-okafor")
    client.get("/concern/")
    assert drafts.drafts_of(by=worker("joy-okafor")) == ()


# Saving, mending


def test_a_page_with_problems_says_them_first_and_at_each_field_and_is_saved_all_the_same():
    client = signed_in("joy-okafor")
    href = begin(client)
    answer = client.post(href, {"where_now": "home", "leaves": "3"})
    assert answer.status_code == 422
    assert [field for field, _ in problems(answer)] == ["collected_by", "leaves", "safe_to_go"]
    assert page(answer).all("title")[0].text.startswith("Error: ")
    (draft,) = drafts.drafts_of(by=worker("joy-okafor"))
    assert draft.answers["where_now"] == "home"
    assert value(answer, "leaves") == "3"


def test_somebody_who_stops_and_is_signed_out_finds_every_word_again():
    client = signed_in("joy-okafor")
    href = begin(client)
    assert client.post(href, {"collected_by": "his father, Dean", "then": "later"}).url == "/"
    client.logout()
    again = signed_in("joy-okafor")
    link = next(one for one in page(again.get("/concern/")).classed("unsent")[0].all("a"))
    answer = again.get(link.attributes["href"], follow=True)
    assert value(answer, "collected_by") == "his father, Dean"


def test_a_page_that_came_too_late_gives_its_words_back():
    client = signed_in("joy-okafor", enforce_csrf_checks=True)
    answer = client.post(begin(client), {"collected_by": "his father, Dean"})
    assert answer.status_code == 403
    assert "his father, Dean" in said(answer)


def test_the_first_page_submitted_twice_is_one_draft():
    client = signed_in("joy-okafor")
    href = begin(client)
    assert client.post(href, WHERE).url == client.post(href, WHERE).url
    assert len(drafts.drafts_of(by=worker("joy-okafor"))) == 1


def test_a_draft_is_its_writers_alone():
    href = go_through(signed_in("joy-okafor"), WHERE)
    other = signed_in("anneka-bright")
    assert other.get(href).status_code == 403
    assert other.post(href, CHILD).status_code == 403


def test_whoever_changes_one_answer_comes_straight_back_to_the_end():
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, CHILD, SEEN, URGENT)
    where = check.replace("/check/", "/where/")
    assert client.post(where, {**WHERE, "collected_by": "his aunt"}).url == check
    assert "his aunt" in said(client.get(check))


def test_nothing_is_sent_while_something_is_missing():
    client = signed_in("joy-okafor")
    seen = go_through(client, WHERE, CHILD)
    answer = client.post(seen.replace("/seen/", "/check/"))
    assert answer.status_code == 422
    assert [field for field, _ in problems(answer)] == ["happened", "seen_or_heard", "who_said"]


# Bad input


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("31", "2", "2026"), "There is no 31 February 2026"),
        (("0", "13", "2026"), "Enter a date like 5 3 2026"),
        (("11", "11", "1066"), "Enter a year from 1900 on"),
        (("", "", ""), "Enter a date like 5 3 2026"),
        (("soon", "-1", "٢٠x"), "Enter a date like 5 3 2026"),
    ],
)
def test_a_date_that_cannot_have_been_is_named_and_kept(typed, words):
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE, CHILD)
    answers = dict(zip(("happened", "happened_month", "happened_year"), typed, strict=True))
    answer = client.post(href, {**SEEN, **answers})
    ((field, problem),) = problems(answer)
    assert (answer.status_code, field) == (422, "happened")
    assert problem.startswith(words)
    assert value(answer, "happened_year") == typed[2]
    assert value(answer, "seen_or_heard") == SEEN["seen_or_heard"]


def test_tomorrow_is_not_a_fact():
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE, CHILD)
    ahead = TODAY + timedelta(days=1)
    typed = {"happened": str(ahead.day), "happened_month": str(ahead.month), "happened_year": str(ahead.year)}
    assert problems(client.post(href, {**SEEN, **typed})) == [
        ("happened", "Enter a date that is not in the future")
    ]


def test_ten_megabytes_of_words_are_not_cut_but_given_back_with_the_field_named():
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE, CHILD)
    words = "bruise " * (10 * 2**20 // 7)
    answer = client.post(href, {**SEEN, "seen_or_heard": words})
    ((field, problem),) = problems(answer)
    assert (answer.status_code, field) == (422, "seen_or_heard")
    assert "at most 20,000 can be kept" in problem
    assert value(answer, "seen_or_heard") == words.strip()
    (draft,) = drafts.drafts_of(by=worker("joy-okafor"))
    assert "seen_or_heard" not in draft.answers
    assert draft.answers["who_said"] == "self"


def test_a_form_that_is_too_long_to_read_at_all_says_so_on_a_page():
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE, CHILD)
    answer = client.post(href, {**SEEN, "seen_or_heard": "x" * (13 * 2**20)})
    assert answer.status_code == 400
    assert "too much" in said(answer)
    assert "Go back" in said(answer)


def test_a_character_that_nobody_can_read_is_taken_out_and_said():
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE, CHILD)
    answer = client.post(href, {**SEEN, "seen_or_heard": "A mark\x00 on the\x07 cheek."})
    ((field, problem),) = problems(answer)
    assert field == "seen_or_heard"
    assert "U+0000" in problem
    assert value(answer, "seen_or_heard") == "A mark on the cheek."
    assert client.post(href, {**SEEN, "seen_or_heard": value(answer, "seen_or_heard")}).status_code == 302


def test_a_choice_that_no_page_offers_is_not_taken():
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE, CHILD)
    answer = client.post(href, {**SEEN, "who_said": "the_king", "worry_about": ["injury", "magic"]})
    assert [field for field, _ in problems(answer)] == ["who_said"]


def test_what_a_room_cannot_take_comes_back_to_its_field_and_nothing_is_half_kept():
    child = child_known_to("joy-okafor")
    client = signed_in("joy-okafor")
    long_before_birth = {**SEEN, "happened": "", "happened_month": "", "happened_year": "2009"}
    check = go_through(client, WHERE, {}, long_before_birth, URGENT, child=child)
    answer = client.post(check)
    ((field, problem),) = problems(answer)
    assert (answer.status_code, field) == (422, "happened")
    assert "before the child was born" in problem
    assert entries_of(check) == {}
    assert len(drafts.drafts_of(by=worker("joy-okafor"))) == 1
    seen = check.replace("/check/", "/seen/")
    assert client.post(seen, SEEN).url == check
    assert client.post(check).url.endswith("/sent/")


# A known child


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
    kinds = [entry.kind for entry in chronology.entries_for_page(child=child, as_at=now())]
    assert sorted(kinds) == ["contact_received", "neglect_observed"]
    assert page(answer).classed("button")[0].attributes["href"] == f"/children/{child}/"


def test_a_brother_whom_the_writer_may_see_can_be_ticked(area):
    child = area.child("Casper Lyle", aged=4)
    brother = area.child("Jude Lyle", aged=8, with_=child)
    hidden = area.child("Mia Lyle", aged=9, with_=child)
    by = worker("joy-okafor")
    for one in (child, brother):
        access.involve(child=one.id, whom=Whom(practitioner=by.id), basis="school_of_the_child", by=by, at=now())
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
    assert len(area.entries_about(brother)) == 1
    assert area.entries_about(hidden) == []


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
    assert len(chronology.entries_for_page(child=child, as_at=now())) == 1
    assert held.name == "Joy Okafor"


def test_one_of_ones_own_children_can_be_chosen_instead_of_described():
    child = child_known_to("joy-okafor")
    client = signed_in("joy-okafor")
    href = go_through(client, WHERE)
    assert "Casper Lyle, 4 years" in said(client.get(href))
    answer = send(client, WHERE, {"child_id": str(child)}, SEEN, URGENT)
    assert answer.status_code == 200
    assert len(chronology.entries_for_page(child=child, as_at=now())) == 1


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


def test_a_half_known_name_is_kept_and_a_person_is_asked_who_it_is(area):
    from kith.identity import operations as describing
    from kith.identity.types import NewDescription

    by = worker("dana-ferris")
    known = describing.resolve(
        description=NewDescription(
            said_by="gp", said_by_area="tolland-bay", full_name="Casper Lyle", born_from=date(2022, 9, 2),
            born_to=date(2022, 9, 2), guardian_names=("Dean Lyle",), postcode="TB1 2AB",
        ),
        by=by, at=now(),
    )  # fmt: skip
    client = signed_in("joy-okafor")
    half = {"child_name": "Caspar Lyle", "born_month": "9", "born_year": "2022", "parents": "Dean Lyle"}
    answer = send(client, WHERE, half, SEEN, URGENT)
    contact = entries_of(answer.request["PATH_INFO"])[""]
    assert SEEN["seen_or_heard"] in contact.text
    reviews = identity.open_reviews(area="tolland-bay")
    asked = [one for one in reviews if one.description.id in contact.about]
    assert contact.people == (known.person,) or asked


def test_the_page_after_sending_is_the_same_for_a_child_who_is_known_new_or_possible():
    """What a page says must not tell whoever types a name that the child is known."""
    from kith.identity import operations as describing
    from kith.identity.types import NewDescription

    describing.resolve(
        description=NewDescription(
            said_by="gp", said_by_area="tolland-bay", full_name="Casper Lyle", born_from=date(2022, 9, 2),
            born_to=date(2022, 9, 2),
        ),
        by=worker("dana-ferris"), at=now(),
    )  # fmt: skip
    client = signed_in("joy-okafor")
    pages = [
        said(send(client, WHERE, {**CHILD, **born}, SEEN, URGENT))
        for born in ({}, {"born_year": "2021"}, {"born": "9", "born_month": "2"})
    ]
    assert pages[0] == pages[1] == pages[2]
    for word in ("linked", "new child", "possible", "match", "known to"):
        assert word not in pages[0].lower()


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
    urgent = {"how_soon": "today", "family_told": "danger", "why_not_told": "She is afraid.", "must_not_know": "Lewis Dane"}
    answer = send(client, WHERE, CHILD, SEEN, urgent)
    assert entries_of(answer.request["PATH_INFO"])[""].text.startswith("MUST NOT KNOW: Lewis Dane\n")


def test_sent_twice_is_kept_once_and_answered_the_same():
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, CHILD, SEEN, URGENT)
    first, second = client.post(check), client.post(check)
    assert first.url == second.url
    assert said(client.get(first.url)) == said(client.get(second.url))
    (contact,) = entries_of(check).values()
    assert len(chronology.entries_for_page(child=contact.people[0], as_at=now())) == 1
    assert drafts.drafts_of(by=worker("joy-okafor")) == ()
    assert client.get(check).url == first.url


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_are_one():
    client = signed_in("joy-okafor")
    check = go_through(client, WHERE, CHILD, SEEN, URGENT)
    answers = []

    def press():
        try:
            answers.append(client.post(check))
        finally:
            connection.close()

    both = [Thread(target=press), Thread(target=press)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert {answer.url for answer in answers} == {check.replace("/check/", "/sent/")}
    (contact,) = entries_of(check).values()
    assert len(chronology.entries_for_page(child=contact.people[0], as_at=now())) == 1


# What happens next


def test_the_page_after_sending_says_who_decides_by_when_and_whom_to_ring():
    words = said(send(signed_in("joy-okafor"), WHERE, CHILD, SEEN, URGENT))
    assert "Nobody at the desk has opened it yet." in words
    decides = agencies.holder_of(role="mash_manager", area="tolland-bay", at=now())
    post = decides.title[0].lower() + decides.title[1:]
    assert f"{decides.name}, {post}, decides what happens next, by the end of" in words
    assert decides.phone in words
    assert "leaves today at 23:55. If nobody has rung you by 23:40, ring 01632 960 140" in words
    assert "Tolland Bay Children’s Services: told" in words
    assert "Ring now" not in words


@pytest.mark.parametrize(("where", "urgent"), [({}, {"how_soon": "now"}), ({"safe_to_go": "no"}, {})])
def test_an_urgent_concern_ends_with_ring_now_do_not_wait_and_the_desk(where, urgent):
    answer = send(signed_in("joy-okafor"), {**WHERE, **where}, CHILD, SEEN, {**URGENT, **urgent})
    (slab,) = page(answer).classed("slab")
    assert slab.text.startswith("Ring now. Do not wait. 01632 960 140")
    assert said(answer).endswith(slab.text)


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
    where = {"where_now": "home", "collected_by_not_known": "yes", "leaves_not_known": "yes", "safe_to_go": "not_sure"}
    seen = {**ON_THE_DAY, "seen_or_heard": "A bruise, 2 cm, left cheek.", "who_said": "self", "worry_about": "injury"}
    injury = {"appearance": "bruise", "site": "cheek", "child_mobile": "no", "carer_account": "none_given"}

    send(client, where, {}, seen, injury, {"how_soon": "now", "family_told": "told"}, child=baby.id)

    area.now = now()
    kinds = [entry.kind for entry in area.entries_about(baby)]
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
