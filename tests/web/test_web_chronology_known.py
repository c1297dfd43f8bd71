"""The chronology as known at a moment and to one agency; who may not see what, and who has read it."""

import re
from uuid import uuid4

import pytest

from kith.access import queries as looks
from kith.chronology import queries as chronology
from kith.kernel.clock import now
from kith.people import operations as people
from kith.people import queries as homes
from tests.support.world import tolland_bay
from tests.web.filled import entry, opened, rolled_back
from tests.web.living import by_code, days_ago, page, signed_in
from tests.web.many_entries import case, first_child_of
from tests.web.tams_family import HER_WORDS, Family, involve, tams_family

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def family() -> Family:
    made = tams_family()
    involve(made, "dana-ferris", "manages_the_work")
    return made


@pytest.fixture(scope="module")
def hers(django_db_setup, django_db_blocker):
    """Tam's chronology as Dana Ferris sees it, drawn once."""
    with rolled_back(django_db_blocker):
        made = tams_family()
        involve(made, "dana-ferris", "manages_the_work")
        return page(of(made))


def of(family: Family, query: str = "", *, code: str = "dana-ferris"):
    """Tam's chronology as the practitioner of that key gets it."""
    return opened(family.area, family.tam.id, f"chronology/{query}", code=code)


# As known at


def test_as_known_at_a_moment_nothing_later_is_there_and_the_answer_says_which(family):
    day = days_ago(150)
    tree = page(of(family, f"?day={day.day}&month={day.month}&year={day.year}&time=&known_to=everyone"))
    assert "Three round bruises" in tree.text and "The worry is borne out" not in tree.text
    answer = tree.classed("asat__say")[0].text
    assert answer.startswith("Not now. Everyone together, at the end of")
    assert "What an agency held is not what a person opened" in answer


def test_one_agency_alone_sees_what_it_held(family):
    tree = page(of(family, "?known_to=police"))
    assert "Three round bruises" in tree.text  # told on the day
    assert HER_WORDS not in tree.text
    assert "Police alone, at" in tree.classed("asat__say")[0].text
    assert {one.attributes["value"]: "selected" in one.attributes for one in tree.all("option")}["police"]


def test_the_answer_says_what_ones_own_agency_alone_would_miss(hers):
    said = hers.classed("asat__say")[0].text
    assert re.search(r"Social care alone would see \d+ of these 27 entries, and not Tamsin’s words of", said)


def test_what_social_care_held_of_a_published_case_on_the_seventeenth():
    area = tolland_bay(now())
    child = first_child_of(case("solihull-2020.json"), area)
    tree = page(
        signed_in(by_code(area, "dana-ferris")).get(
            f"/children/{child}/chronology/?day=17&month=4&year=2020&time=23:59&known_to=childrens_social_care"
        )
    )
    assert "Police decide not to attend" in tree.text
    assert "photograph" not in tree.text
    assert (
        "Social care alone, at the end of Friday 17 April 2020: 9 entries."
        in tree.classed("asat__say")[0].text
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"day": "31", "month": "2", "year": "2026", "time": "10:40"}, "There is no 31 February 2026."),
        ({"day": "", "month": "3", "year": "2026", "time": ""}, "Enter the day, the month and the year"),
        ({"day": "1", "month": "1", "year": "2999", "time": ""}, "not in the future"),
        ({"day": "1", "month": "3", "year": "2026", "time": "tea time"}, "Enter a time like 10:40"),
    ],
)
def test_a_moment_that_cannot_be_is_said_and_every_typed_word_stays(family, typed, words):
    client = signed_in(by_code(family.area, "dana-ferris"))
    answer = client.get(f"/children/{family.tam.id}/chronology/", typed)
    tree = page(answer)
    assert answer.status_code == 422
    assert tree.all("title")[0].text.startswith("Error: ")
    summary = tree.classed("error-summary")[0].all("a")[0]
    assert words in summary.text
    assert summary.attributes["href"] in ("#day", "#time")
    assert words in tree.classed("field--error")[0].text and "What is shown is now." in tree.text
    fields = {
        one.attributes.get("name"): one.attributes.get("value")
        for one in tree.classed("asat")[0].all("input")
    }
    assert {name: fields[name] for name in typed} == typed


def test_an_agency_that_is_none_is_said(family):
    answer = of(family, "?known_to=the_milkman")
    assert answer.status_code == 422
    assert "Choose everyone together or one of the agencies" in page(answer).classed("error-summary")[0].text


def test_the_filter_stays_at_the_moment_that_is_shown_and_at_now_stays_now(family):
    kept = page(of(family, f"?as_at={days_ago(150).date()}&known_to=police")).classed("filters")[0]
    hidden = {
        one.attributes["name"]: one.attributes["value"]
        for one in kept.all("input")
        if one.attributes["type"] == "hidden"
    }
    assert hidden["known_to"] == "police" and hidden["as_at"].startswith(f"{days_ago(150).date()}T23:59")
    now_kept = page(of(family)).classed("filters")[0]
    assert not [one for one in now_kept.all("input") if one.attributes["type"] == "hidden"]


# Who may see, who has read


def test_some_entries_are_left_out_of_list_lanes_and_counts_and_the_desk_is_named(family):
    involve(family, "tomasz-wilk", "open_request")
    tree = page(of(family, code="tomasz-wilk"))
    assert "I know what you drive" not in tree.text and "non-molestation" not in tree.text
    assert "Two more exist that you may not see: ring the desk" in tree.text
    assert "25 entries." in tree.classed("asat__say")[0].text


def test_reading_the_page_opens_nothing_and_saying_that_one_has_read_it_does(family):
    told = family.entries["the night"]
    of(family)
    assert "opened" not in {row.how for row in chronology.entry(told).known_to}

    form = entry(page(of(family)), HER_WORDS).classed("read")[0]
    assert form.all("button")[0].text.startswith("I have read this")
    answer = signed_in(by_code(family.area, "dana-ferris")).post(form.attributes["action"])

    assert answer.status_code == 302 and answer.url.endswith(f"#entry-{told}")
    (row,) = [row for row in chronology.entry(told).known_to if row.how == "opened"]
    assert (row.agency, row.by) == ("childrens_social_care", by_code(family.area, "dana-ferris").id)
    after = entry(page(of(family)), HER_WORDS)
    assert "Dana Ferris" in after.classed("known")[0].text and not after.classed("read")


def test_nobody_says_by_a_link_that_they_have_read(family):
    href = f"/children/{family.tam.id}/chronology/{family.entries['the night']}/read"
    assert signed_in(by_code(family.area, "dana-ferris")).get(href).status_code == 405


def test_only_an_entry_of_this_child_that_one_may_see_can_be_said_to_be_read(family):
    involve(family, "tomasz-wilk", "open_request")
    client = signed_in(by_code(family.area, "tomasz-wilk"))
    for other in (uuid4(), family.entries["protective_order-116"]):
        answer = client.post(f"/children/{family.tam.id}/chronology/{other}/read")
        assert answer.status_code == 403
        assert "There is no such entry here that you may see." in page(answer).text
    order = chronology.entry(family.entries["protective_order-116"])
    assert "opened" not in {row.how for row in order.known_to}


def test_somebody_who_is_not_involved_may_not_say_that_they_have_read(family):
    href = f"/children/{family.tam.id}/chronology/{family.entries['the night']}/read"
    assert signed_in(by_code(family.area, "tomasz-wilk")).post(href).status_code == 403


def test_what_ones_own_agency_said_needs_no_reading_and_the_past_none_either(family):
    assert not entry(page(of(family)), "Upstairs not seen").classed("read")
    past = page(of(family, f"?as_at={days_ago(2).date()}"))
    assert not past.classed("read")


def test_a_printed_chronology_is_one_long_page_and_its_own_look(family):
    answer = of(family, "print/?kind=story&kind=routine")
    assert "27 shown." in page(answer).text
    look = looks.looks_at(child=family.tam.id)[0]
    assert look.purpose == "print the chronology"


def test_paper_never_says_words_that_could_say_where_a_hidden_home_is(family):
    home = homes.household_of(person=family.tam.id, as_at=now())
    people.hold_confidential_address(
        household=home.id, whereabouts="14 Harbour Row", by=family.area.system, at=now()
    )
    assert "in the garden, 25 minutes" in page(of(family)).text
    printed = of(family, "print/").content.decode()
    assert "in the garden, 25 minutes" not in printed and "Harbour Row" not in printed
