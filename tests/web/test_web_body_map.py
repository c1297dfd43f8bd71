"""The body map: its drawings, its marks in a draft, in entries, and where they are read."""

import re
from datetime import timedelta
from itertools import combinations

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.chronology import operations as ledger
from kith.kernel.clock import now
from kith.rulebook.england.body_map import REGIONS, VIEWS
from kith.web.concern import marks
from kith.web.pictures.body import Mark, figure_for, place_words, shown, spot_of, views
from kith.web.pictures.body_places import TARGET, WORDS
from tests.web.concern_forms import CHILD, SEEN, URGENT, WHERE, entries_of, go_through, send
from tests.web.drawing import drawn
from tests.web.forms import bay, page, problems, said, signed_in, value, worker

real = pytest.mark.django_db
pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
MARKED = {**SEEN, "worry_about": ["injury"]}


@pytest.fixture
def area():
    return bay()


def at_the_body_map(client) -> str:
    """Where the body map posts to, in a concern that has come so far."""
    href = go_through(client, WHERE, CHILD, MARKED)
    assert href.endswith("/injury/")
    return href


def put(client, href: str, *places: str, **answers: str) -> None:
    for place in places:
        assert client.post(href, {**answers, "mark": place}).status_code == 302


# The drawings


@pytest.mark.parametrize("figure", ["child", "infant"])
def test_no_two_places_of_a_drawing_can_be_taken_for_each_other(figure):
    for view in views(figure):
        for one, other in combinations(view.places, 2):
            assert max(abs(one.x - other.x), abs(one.y - other.y)) >= TARGET, (
                view.code,
                one.code,
                other.code,
            )
            assert one.code != other.code
        for one in view.places:
            assert TARGET / 2 <= one.x <= 320 - TARGET / 2
            assert TARGET / 2 <= one.y <= view.outline.height - TARGET / 2


def test_every_drawing_and_place_is_in_the_rulebooks_body_map_and_a_child_and_an_infant_have_the_same():
    assert tuple(WORDS) == VIEWS == tuple(view.code for view in views("child"))
    codes = [
        [place.code for view in views(figure) for place in view.places] for figure in ("child", "infant")
    ]
    assert codes[0] == codes[1]
    assert {code.rpartition(".")[2] for code in codes[0]} <= set(REGIONS)


def test_the_childs_left_is_on_the_right_of_a_child_who_faces_us_and_on_the_left_from_behind():
    x = {place.code: place.x for view in views("child") for place in view.places}
    assert x["front.left.hand"] > 160 > x["front.right.hand"]
    assert x["back.left.hand"] < 160 < x["back.right.hand"]
    assert x["palms.right.hand"] < 160 < x["palms.left.hand"]


def test_the_genital_area_is_on_no_drawing():
    assert not [place for view in views("child") for place in view.places if place.region == "genital_area"]
    assert shown(figure="child", marks=[Mark(number=1, region="genital_area")]) == ()


def test_until_two_years_the_outline_is_an_infants():
    assert [figure_for(months) for months in (0, 23.9, 24, None)] == ["infant", "infant", "child", "child"]


@pytest.mark.parametrize(
    ("mark", "spot"),
    [
        (Mark(number=1, region="hand", side="left", view="palms"), "palms.left.hand"),
        (Mark(number=1, region="nose"), "face.middle.nose"),
        (Mark(number=1, region="upper_arm", side="left"), ""),  # front, back or side: nobody said
        (Mark(number=1, region="knee", view="front"), ""),  # left or right: nobody said
    ],
)
def test_a_mark_is_drawn_only_where_its_place_was_said_and_never_guessed(mark, spot):
    assert spot_of(mark) == spot


def test_a_place_reads_as_people_say_it():
    assert place_words(region="upper_arm", side="left", view="front") == "Left upper arm, front"
    assert place_words(region="inside_mouth", side="middle", view="face") == "Inside of the mouth"


def test_a_drawing_to_point_at_has_a_named_button_for_each_place_and_one_to_read_has_none():
    html = drawn("concern-injury")
    names = re.findall(r'aria-label="Add a mark: ([^"]+)"', html)
    assert len(names) == len(set(names)) == sum(len(view.places) for view in views("child"))
    assert "Left upper arm, front" in names
    (read, *_) = shown(figure="child", marks=[Mark(number=1, region="nose")])
    assert "<button" not in read.picture and "Face and mouth: marks 1" in read.picture


# A draft


@real
def test_a_place_that_is_pointed_at_gets_a_number_and_what_was_typed_stays(area):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    put(client, href, "front.left.upper_arm", mark_seen="yes", explanation="He fell.")
    answer = client.get(href)
    legend, *_ = page(answer).classed("one-mark")[0].all("legend")
    assert legend.text == "1 Left upper arm, front"
    assert value(answer, "explanation") == "He fell."
    put(client, href, "face.right.cheek", mark_1_length="2 cm", mark_1_colour="purple")
    answer = client.get(href)
    assert value(answer, "mark_1_length") == "2 cm"
    assert len(page(answer).classed("one-mark")) == 2


@real
def test_a_mark_that_is_taken_away_goes_with_its_number_and_the_others_keep_their_words(area):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    put(client, href, "front.left.upper_arm", "face.right.cheek")
    client.post(href, {"mark_1_length": "20", "mark_2_length": "8", "unmark": "1"})
    answer = client.get(href)
    (left,) = page(answer).classed("one-mark")
    assert left.all("legend")[0].text == "1 Right cheek"
    assert value(answer, "mark_2_length") == "8"


@real
def test_places_ticked_in_the_list_are_numbered_and_a_second_submit_adds_nothing(area):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    for _ in range(2):
        client.post(href, {"site": ["ear", "genital_area"], "then": "number"})
    legends = [one.all("legend")[0].text for one in page(client.get(href)).classed("one-mark")]
    assert legends == ["1 Ear", "2 Genital area"]


@real
@pytest.mark.parametrize(
    "place", ["front.left.wing", "", "front.left.upper_arm;drop", "x" * 500, "..genital_area"]
)
def test_a_place_that_no_drawing_has_adds_no_mark(area, place):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    assert client.post(href, {"mark": place}).status_code == 302
    assert not page(client.get(href)).classed("one-mark")


@real
def test_twenty_marks_are_the_most_and_the_page_says_so(area):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    put(client, href, *["front.left.thigh"] * 21)
    answer = client.get(href)
    assert len(page(answer).classed("one-mark")) == 20
    assert "Twenty marks are numbered, which is the most" in said(answer)


@real
@pytest.mark.parametrize("typed", ["two", "-3", "0", "2000", "8 inches", "1e3", "٨٨٨٨٨"])
def test_a_size_that_nobody_can_read_is_named_and_kept(area, typed):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    put(client, href, "front.left.upper_arm")
    answer = client.post(href, {"mark_1_length": typed})
    ((field, words),) = problems(answer)
    assert (answer.status_code, field) == (422, "mark_1_length")
    assert words.startswith("Mark 1: enter the length in millimetres")
    assert value(answer, "mark_1_length") == typed


@pytest.mark.parametrize(("typed", "mm"), [("8", 8), ("8 mm", 8), ("2 cm", 20), ("1,5cm", 15), ("", None)])
def test_a_size_is_read_in_millimetres_or_centimetres(typed, mm):
    assert marks.read_mm(typed) == mm


@real
def test_a_choice_that_no_list_has_is_not_taken_for_a_mark(area):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    put(client, href, "front.left.upper_arm")
    client.post(href, {"mark_1_colour": ["purple", "two_days_old"], "mark_1_shape": "star", "then": "number"})
    html = client.get(href).content.decode()
    assert 'value="purple" checked' in html and "two_days_old" not in html


# Entries


@real
def test_each_mark_with_something_of_its_own_is_an_entry_and_all_are_one_occurrence(area):
    client = signed_in("joy-okafor")
    href = at_the_body_map(client)
    put(client, href, "back.left.upper_arm", "face.right.cheek")
    injury = {
        "mark_seen": "yes",
        "appearance": "bruise",
        "explanation": "She bangs into things.",
        "explained_by": "Keren, her mother",
        "carer_account": "inconsistent",
        "mark_1_length": "2 cm",
        "mark_1_width": "10",
        "mark_1_colour": ["purple", "blue"],
        "mark_1_shape": "fingertips",
        "mark_1_present": "Lewis",
        "mark_2_appearance": "cut",
        "mark_2_account": "A toy.",
        "mark_2_account_by": "Lewis",
    }
    urgent = client.post(href, injury).url
    check = client.post(urgent, URGENT).url
    shown_before_sending = said(client.get(check))
    assert "1. Left upper arm, back; fingertips; red" not in shown_before_sending
    assert "1. Left upper arm, back; fingertips; purple, blue; 2 cm by 10" in shown_before_sending
    sent = client.get(client.post(check).url)
    found = entries_of(sent.request["PATH_INFO"])
    first, second = found["/injury"], found["/injury-2"]
    assert first.details["site"] == ["upper_arm"] and second.details["site"] == ["cheek"]
    assert (first.details["side"], first.details["view"]) == ("left", "back")
    assert (first.details["length_mm"], first.details["width_mm"]) == (20, 10)
    assert first.details["colour"] == ["purple", "blue"]
    assert first.details["others_present_text"] == "Lewis"
    assert first.details["explanation_text"] == "She bangs into things."
    assert (second.details["appearance"], second.details["explanation_text"]) == ("cut", "A toy.")
    assert second.details["explained_by_text"] == "Lewis"
    assert "carer_account" not in second.details
    assert first.occurrence == second.occurrence == found[""].occurrence


@real
def test_marks_are_read_with_numbers_and_a_table_on_the_childs_page_in_the_chronology_and_on_paper(area):
    child = area.child("Amira Haddad", aged=7)
    by = worker("joel-prewett")
    access.involve(child=child.id, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())
    area.now = now() - timedelta(days=2)
    area.school.report(
        child, "injury_seen", appearance="bruise", site=["upper_arm"], side="left", view="back", length_mm=20,
        colour=["purple"], explanation_text="She fell.",
    )  # fmt: skip
    area.school.report(child, "injury_reported", site=["knee"])
    client = signed_in("joel-prewett")
    for path in ("", "chronology/", "chronology/print/"):
        answer = client.get(f"/children/{child.id}/{path}")
        words = said(answer)
        assert "Left upper arm, back" in words and "A bruise; 20 mm; colour: purple" in words, path
        assert "Knee (not drawn)" in words and "described, not seen" in words
        assert 'aria-label="Back: marks 1"' in answer.content.decode()


@real
def test_a_withdrawn_mark_is_drawn_no_more(area):
    child = area.child("Amira Haddad", aged=7)
    by = worker("joel-prewett")
    access.involve(child=child.id, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())
    entry = area.school.report(child, "injury_seen", site=["nose"])
    area.now = now()
    ledger.withdraw(entry, because="Written about another child.", by=worker("joy-okafor"), at=now())
    assert "Marks on the body" not in said(signed_in("joel-prewett").get(f"/children/{child.id}/"))


@real
def test_without_a_place_a_mark_is_still_an_entry(area):
    answer = send(signed_in("joy-okafor"), WHERE, CHILD, MARKED, {"appearance": "bruise"}, URGENT)
    mark = entries_of(answer.request["PATH_INFO"])["/injury"]
    assert mark.details["appearance"] == "bruise" and "site" not in mark.details
