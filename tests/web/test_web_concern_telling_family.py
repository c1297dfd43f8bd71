"""Whether the family knows: where telling could endanger somebody, the safe answer is chosen, and each question says why."""

from itertools import product

import pytest

from kith.web.concern.choices import WORRY_ABOUT
from kith.web.concern.questions import ASKED, WHY_REQUIRED, topics_for
from kith.web.concern.telling_family import ASK_DESK, MAY_ENDANGER, could_endanger
from tests.web.concern_forms import CHILD, SEEN, WHERE, begin, entries_of, go_through
from tests.web.forms import bay, page, said, signed_in

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
real = pytest.mark.django_db
MOST_REQUIRED = 12


@pytest.fixture
def area():
    return bay()


def chosen(answer) -> list[str]:
    """Which answer about the family stands chosen on the page."""
    inputs = page(answer).all("input")
    return [
        one.attributes["value"]
        for one in inputs
        if one.attributes.get("name") == "family_told" and "checked" in one.attributes
    ]


@pytest.mark.parametrize(
    ("tick", "is_known"), list(product([one.value for one in WORRY_ABOUT], [True, False]))
)
def test_no_kind_of_concern_needs_more_than_twelve_answers_and_each_has_its_reason(tick, is_known):
    topics = topics_for({"worry_about": tick}, is_known=is_known)
    required = [field for topic in topics for field in topic.required]
    assert len(required) == len(set(required)) <= MOST_REQUIRED
    assert all(len(WHY_REQUIRED[field]) > 20 and ASKED[field] for field in required)


@real
def test_each_page_says_why_each_answer_is_needed(area):
    client = signed_in("joy-okafor")
    href = begin(client)
    client.post(href, {})
    for answers in (WHERE, CHILD, SEEN):
        reasons = {one.text for one in page(client.get(href)).classed("why")[0].all("dd")}
        key = href.split("/")[3]
        topic = next(one for one in topics_for({}, is_known=False) if one.key == key)
        assert reasons == {WHY_REQUIRED[field] for field in topic.required}
        href = client.post(href, answers).url
    assert WHY_REQUIRED["family_told"] in said(client.get(href))


@pytest.mark.parametrize("tick", MAY_ENDANGER)
def test_what_could_endanger_by_being_told_is_said_in_words(tick):
    assert could_endanger({"worry_about": f"neglect {tick}"}) == (MAY_ENDANGER[tick],)


@pytest.mark.parametrize(("answers", "is_grave"), [
    ({"appearance": "burn"}, True), ({"mark_2_appearance": "bite"}, True), ({"child_mobile": "no"}, True),
    ({"appearance": "bruise", "child_mobile": "yes"}, False), ({}, False),
])  # fmt: skip
def test_an_injury_that_may_be_serious_is_one_of_them(answers, is_grave):
    assert bool(could_endanger({"worry_about": "injury", **answers})) == is_grave


@real
def test_the_safe_answer_is_chosen_and_says_why_and_the_page_after_sending_says_tell_nobody(area):
    client = signed_in("joy-okafor")
    urgent = go_through(client, WHERE, CHILD, {**SEEN, "worry_about": ["sexual"]})
    answer = client.get(urgent)
    assert chosen(answer) == [ASK_DESK]
    assert "is chosen for you, because this is about sexual harm." in said(answer)
    check = client.post(urgent, {"how_soon": "today", "family_told": ASK_DESK}).url
    sent = client.get(client.post(check).url)
    assert "Tell nobody in the family yet. Ask the desk whether, how and by whom:" in said(sent)
    contact = entries_of(sent.request["PATH_INFO"])[""]
    assert "Family told: Not yet: I tell nobody until the desk says whether and how" in contact.text


@real
def test_an_answer_that_was_given_is_never_changed_and_other_worries_choose_nothing(area):
    client = signed_in("joy-okafor")
    urgent = go_through(client, WHERE, CHILD, {**SEEN, "worry_about": ["neglect"]})
    assert chosen(client.get(urgent)) == []
    client.post(urgent, {"how_soon": "today", "family_told": "told"})
    client.post(urgent.replace("/urgent/", "/seen/"), {**SEEN, "worry_about": ["violence"]})
    answer = client.get(urgent)
    assert chosen(answer) == ["told"] and "chosen for you" not in said(answer)


@real
def test_worries_that_no_code_holds_are_read_by_the_desk_in_words(area):
    client = signed_in("joy-okafor")
    seen = {**SEEN, "worry_about": ["honour"]}
    check = go_through(client, WHERE, CHILD, seen, {"how_soon": "today", "family_told": ASK_DESK})
    contact = entries_of(client.post(check).url)[""]
    assert "About: Forced marriage, cutting (FGM), or harm in the name of honour" in contact.text
