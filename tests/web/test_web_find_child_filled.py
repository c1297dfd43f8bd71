"""Finding a child on real entries: known or not, to whom, whom to ring; never that a child is not known."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import operations as access
from kith.identity import queries as identity
from kith.kernel.clock import now
from kith.people import operations as people
from tests.web.living import (
    SHE_SAID,
    amira_in,
    by_code,
    days_ago,
    living_area,
    main_of,
    page,
    signed_in,
)  # fmt: skip

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
MOST_QUERIES = 40


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def amira(area):
    return amira_in(area)


@pytest.fixture
def nurse(area):
    """Somebody who works with none of these children."""
    return signed_in(by_code(area, "tunde-alabi"))


def looked_for(client, **typed):
    return client.post("/children/", typed)


def test_somebody_who_is_not_involved_learns_who_knows_the_child_and_whom_to_ring_and_nothing_else(
    area, amira, nurse
):
    access.allocate(
        child=amira.id, practitioner=by_code(area, "joel-prewett").id, role="allocated_social_worker",
        by=area.system, at=area.now,
    )  # fmt: skip
    answer = looked_for(nurse, name="amira hadad")
    shown = page(answer).classed("found")[0]
    assert re.search(r"Known to: .*police \(last told .+\).*school \(last told .+\)", shown.text)
    assert "born" not in shown.text.lower(), "the age is enough to choose by"
    assert "ring Joel Prewett, 01632 960 113" in shown.text
    assert "You are not involved" in shown.text
    assert "Record a concern" in shown.text
    assert f"/children/{amira.id}" not in answer.content.decode()
    for content in (SHE_SAID, "bruise", "shouting"):
        assert content not in answer.content.decode()


def test_somebody_involved_goes_straight_to_the_child(area, amira):
    anneka = by_code(area, "anneka-bright")
    area.involve(anneka, amira, "school_of_the_child")
    answer = looked_for(signed_in(anneka), name="Amira")
    assert page(answer).classed("found")[0].all("a")[0].attributes["href"] == f"/children/{amira.id}/"
    assert f"/concern/?child={amira.id}" in answer.content.decode()


def test_nobody_is_ever_said_to_be_unknown_but_where_was_looked_and_how_fresh_it_is(amira, nurse):
    words = main_of(looked_for(nurse, name="Zebedee Quill"))
    assert re.search(
        r"Nothing found in Tolland Bay: hospital, police and school, as of \d\d:\d\d today\.", words
    )
    assert "received up to" in words
    assert "has sent nothing since" in words
    assert "Not looked in: " in words and "other areas." in words
    assert "That is not the same as no worry." in words
    assert "not known" not in words.lower()


def test_a_sealed_child_looks_exactly_like_nothing_found(area, amira, nurse):
    nothing = looked_for(nurse, name="Zebedee Quill")
    people.set_tier(person=amira.id, tier="sealed", because="A story.", by=area.system, at=now())
    sealed = looked_for(nurse, name="Amira Haddad")
    assert masked(sealed) == masked(nothing)
    assert (sealed.status_code, sealed.headers.items() >= set()) == (nothing.status_code, True)


def masked(answer) -> str:
    """The page without what was typed, the forgery token and the minute."""
    html = answer.content.decode()
    for typed in (
        "Zebedee Quill",
        "Amira Haddad",
        "called Zebedee, called Quill",
        "called Amira, called Haddad",
    ):
        html = html.replace(typed, "…")
    return re.sub(r'value="[A-Za-z0-9]{64}"|\d\d:\d\d', "…", html)


def test_the_desk_is_told_in_silence_who_looked_for_a_sealed_child(area, amira, nurse):
    from kith.kernel.models import OutboxItem

    people.set_tier(person=amira.id, tier="sealed", because="A story.", by=area.system, at=now())
    looked_for(nurse, name="Amira Haddad")
    looked_for(nurse, name="Zebedee Quill")
    told = [
        row.payload["sealed"] for row in OutboxItem.objects.filter(topic="child_looked_for").order_by("id")
    ]
    assert told == [[str(amira.id)], []]


def test_a_restricted_child_is_said_to_exist_and_the_desk_to_be_rung(area, amira, nurse):
    people.set_tier(person=amira.id, tier="restricted", because="A story.", by=area.system, at=now())
    answer = looked_for(nurse, name="Amira Haddad")
    assert "A child who may be the one is known, and held closely." in main_of(answer)
    assert "01632 960 140" in page(answer).classed("found__restricted")[0].text
    assert not page(answer).classed("found")
    assert "Known to" not in main_of(answer)


def test_a_birthday_and_a_nickname_find_and_say_why(area, nurse):
    tom = area.child("Thomas Pascoe", aged=9)
    area.now = days_ago(3)
    area.school.report(tom, "child_seen", seen_alone=True)
    shown = page(looked_for(nurse, name=f"Tommy {tom.born:%d/%m/%Y}")).classed("found")[0].text
    assert "Thomas Pascoe" in shown
    assert "Tommy is a way of saying it." in shown
    assert "Born" in shown


def test_what_was_typed_stands_in_the_form_and_in_no_address(amira, nurse):
    answer = looked_for(nurse, name="Amira Haddad")
    assert answer.status_code == 200
    assert page(answer).all("form")[-1].attributes["action"] == "/children/"
    assert 'value="Amira Haddad"' in answer.content.decode()
    assert "Amira" not in page(answer).all("title")[0].text


def test_asking_nothing_says_what_to_type(nurse):
    answer = looked_for(nurse, name=" ")
    assert answer.status_code == 422
    assert "Type a name, a birthday" in page(answer).classed("error-summary")[0].text


def test_before_asking_ones_own_children_stand_there(area, amira):
    joel = by_code(area, "joel-prewett")
    access.allocate(
        child=amira.id, practitioner=joel.id, role="allocated_social_worker", by=area.system, at=area.now
    )
    words = main_of(signed_in(joel).get("/children/"))
    assert "Amira Haddad" in words
    assert "You: allocated to this child." in words
    assert "Nothing found" not in words


def test_an_adult_is_no_hit(area, amira, nurse):
    from kith.people.types import NewPerson

    people.register_person(
        person=NewPerson(kind="adult", display_name="Zora Quill"), by=area.system, at=now()
    )
    assert identity.find(text="Zora Quill", area=area.code, as_at=now())
    assert not page(looked_for(nurse, name="Zora Quill")).classed("found")


def test_it_asks_as_often_of_the_database_however_many_are_found(area, amira, nurse):
    looked_for(nurse, name="Haddad")  # a session that was not seen for a while is written down once
    with CaptureQueriesContext(connection) as few:
        looked_for(nurse, name="Haddad")
    for name in ("Noor", "Yusuf", "Layla"):
        child = area.child(f"{name} Haddad", aged=5)
        area.now = days_ago(1, hour=14)
        area.school.report(child, "child_seen", seen_alone=True)
    with CaptureQueriesContext(connection) as many:
        answer = looked_for(nurse, name="Haddad")
    assert len(page(answer).classed("found")) == 4
    assert len(many) == len(few) <= MOST_QUERIES


def test_namesakes_are_told_apart_by_their_birthdays(area, amira, nurse):
    other = area.child("Amira Haddad", aged=7)
    area.school.report(other, "child_seen", seen_alone=True)
    shown = page(looked_for(nurse, name="Amira Haddad")).classed("found")
    assert len(shown) == 2
    assert all(", born " in one.text for one in shown)


def test_one_box_takes_a_slip_and_an_age_and_says_that_nobody_fits_whole(amira, nurse):
    answer = looked_for(nurse, name="Amira Hadadd aged 7")
    assert "Nobody fits all of it." not in main_of(answer)
    answer = looked_for(nurse, name="Amira Hazdad aged 7")
    assert "Nobody fits all of it. This child fits some of it, or nearly." in main_of(answer)
    assert "nearly Hazdad." in page(answer).classed("found")[0].text
    assert "Read as: aged 7 now, called Amira, called Hazdad." in main_of(answer)
    assert len(page(answer).classed("find-form")[0].all("input")) == 2, "the forgery token and the one box"


def test_what_was_typed_is_never_markup(nurse):
    answer = looked_for(nurse, name="<script>alert(1)</script> kate")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
