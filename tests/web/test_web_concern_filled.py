"""The topics of a concern on real data: what is asked, saved, mended, and what cannot be."""

from datetime import timedelta

import pytest

from kith import rulebook
from kith.kernel.clock import now
from kith.kernel.errors import BadInput
from kith.people.types import Birth
from kith.web import drafts
from kith.web.concern.choices import SITES
from kith.web.concern.questions import TOPICS, WHY_REQUIRED, topics_for
from kith.web.reading.born import read_birth
from tests.web.concern_forms import (
    CHILD,
    SEEN,
    TODAY,
    URGENT,
    WHERE,
    begin,
    child_known_to,
    entries_of,
    go_through,
)
from tests.web.forms import bay, page, problems, said, signed_in, value, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture(autouse=True)
def area():
    return bay()


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


@pytest.mark.parametrize(
    ("words", "youngest", "oldest"),
    [
        ("4", 4, 5), ("about 4", 3, 6), ("4 or 5", 4, 6), ("four", 4, 5), ("he is 4 years old", 4, 5),
        ("6 weeks", 0, 1), ("about three months", 0, 1), ("newborn", 0, 1),
    ],
)  # fmt: skip
def test_an_age_in_words_is_an_interval_as_wide_as_the_words(words, youngest, oldest):
    birth = read_birth({"born_about": words}, at=now())
    years = [(TODAY - day).days / 365.25 for day in (birth.born_to, birth.born_from)]
    assert youngest - 0.01 <= years[0] < years[1] <= oldest + 0.01


@pytest.mark.parametrize("words", ["not known", "unknown", "I don’t know", "?", "in a blue coat"])
def test_no_age_is_no_birth(words):
    assert read_birth({"born_about": words}, at=now()) == Birth()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"born": "31", "born_month": "2", "born_year": "2022"}, "There is no 31 February 2022"),
        (
            {"born_year": "2099"},
            "Enter a date that is not in the future, or tick that the baby is not born yet",
        ),
        ({"born_year": "1971"}, "Check the year: somebody born in 1971 is not a child"),
        ({"born_about": "44"}, "Check the age: a child is under 18"),
        ({}, "Enter a date of birth, or about how old"),
        ({"unborn": "yes", "born": "1", "born_month": "1", "born_year": "2099"}, "Check the due date"),
        (
            {"unborn": "yes", "born": "x", "born_month": "1", "born_year": "2027"},
            "Enter the due date in figures",
        ),
    ],
)
def test_a_birth_that_cannot_be_says_what_to_type(typed, words):
    with pytest.raises(BadInput) as bad:
        read_birth(typed, at=now())
    assert (bad.value.field, bad.value.problem[: len(words)]) == ("born", words)


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
