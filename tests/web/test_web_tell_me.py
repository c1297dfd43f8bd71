"""A child tells by their own door: a face or a few words, kept as they typed them, and a number for now."""

import pytest
from django.test import Client

from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.kernel.clock import now
from kith.pathway import queries as pathway
from kith.web.models import Telling
from kith.web.tell.pace import PACE
from kith.web.tell_child.views import _name_in
from tests.web.forms import bay, page, said, signed_in
from tests.web.telling import carried, five_words, heading

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def nobody():
    PACE.forget()
    bay()
    return Client()


def tell(client: Client, **told: str):
    return client.post("/tell/me/", {**carried(client.get("/tell/me/")), **told})


def contact():
    return chronology.entry(Telling.objects.get().contact)


def test_the_page_asks_four_things_at_most_and_says_whom_to_ring_and_when_it_is_read(nobody):
    answer = nobody.get("/tell/me/")
    form = page(answer).classed("panel")[0]
    names = {
        one.attributes["name"]
        for one in form.all("input", "textarea")
        if one.attributes.get("type") != "hidden"
    }
    assert names == {"face", "words", "who", "reach"}
    assert {"tel:999", "tel:08001111"} <= {one.attributes["href"] for one in page(answer).all("a")}
    assert "A real person reads this" in said(answer)


def test_a_childs_words_stay_in_their_own_spelling(nobody):
    words = "he cums in my room wen mum is at werk\nplese dont tell her"
    answer = tell(
        nobody,
        words=words,
        who="Tam Okafor, 9, Harbour School",
        face="scared",
        reach="miss Hale. not my uncle",
    )
    assert heading(answer) == "We have it. Thank you for telling us." and len(five_words(answer).split()) == 5
    entry = contact()
    assert entry.childs_words == words and entry.voice == "child"
    assert entry.text.startswith("A CHILD WROTE THIS THEMSELVES.") and "not my uncle" in entry.text
    assert entry.details["referrer_role"] == "the child" and "Feels: Scared" in entry.text
    (waits,) = pathway.open_contacts(area="tolland-bay")
    owner = agencies.practitioner(id=waits.owner)
    assert "Contact from a child: Tam Okafor" in said(signed_in(owner.code).get("/"))


def test_one_face_alone_is_taken_and_nothing_at_all_is_asked_again(nobody):
    empty = tell(nobody)
    assert empty.status_code == 422 and "Pick a face or write a word." in said(empty)
    assert heading(tell(nobody, face="sad")) == "We have it. Thank you for telling us."
    assert "Feels: Sad" in contact().text


def test_pressing_twice_sends_once_and_words_added_on_the_way_back_are_kept_too(nobody):
    form = carried(nobody.get("/tell/me/"))
    first, second = (nobody.post("/tell/me/", {**form, "words": "help"}) for _ in range(2))
    assert five_words(first) == five_words(second)
    nobody.post("/tell/me/", {**form, "words": "i am hungry"})
    told = ("contact_received",)
    entries = chronology.entries_for_page(child=contact().people[0], as_at=now(), kinds=told)
    assert sorted(one.childs_words for one in entries) == ["help", "i am hungry"]


def test_words_too_long_come_back_whole(nobody):
    answer = tell(nobody, words="why " * 6_000)
    assert answer.status_code == 422 and answer.content.decode().count("why ") == 6_000 - 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Tam Okafor, 9, Harbour School", "Tam Okafor"), ("Tam 9", "Tam"), ("Zoë O’Neill-Brown", "Zoë O’Neill-Brown"),
        ("i dont want to say my name", ""), ("", ""), ("9", ""),
    ],
)  # fmt: skip
def test_a_name_is_read_from_what_a_child_typed_where_there_is_one(typed, name):
    assert _name_in(typed) == name
