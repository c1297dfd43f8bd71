"""An agency's system asks what stands ready for it and fetches a child's file: its own, by its own reference, and no more."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from kith.agencies import queries as agencies
from kith.chronology import queries as ledger
from kith.giving import operations, queries
from kith.giving.adapters import FORMS
from kith.giving.booking import put_ready
from kith.giving.types import NewReceiver
from kith.people import operations as people
from tests.api.conftest import item, kept, person
from tests.rooms.giving_world import lets_in

TYPES = {"csv": "text/csv; charset=utf-8", "fhir": "application/fhir+json", "pdf": "application/pdf"}


@pytest.fixture(autouse=True)
def files_of_their_own(settings, tmp_path):
    settings.KITH_FILES = str(tmp_path)


def given_to(area, system):
    new = NewReceiver(agency=system.agency, practitioner=system.post, name=f"System of {system.agency}")
    return operations.register(receiver=new, by=area.system, at=area.now).id


def asked(system, path="", **query):
    return system.client.get(f"/api/v1/given{path}", query, headers=system._with({}))


def changes(area, system, **query):
    put_ready(at=area.now)
    answer = asked(system, **query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_what_it_sent_stands_ready_and_its_file_is_fetched_in_every_form(area, school):
    given_to(area, school)
    entry = kept(school.send(item(sender_reference="cpoms-1")))
    (change,) = changes(area, school)["changes"]
    assert (change["reference"], change["entry"], change["what"], change["kind"]) == (
        "pupil-7",
        str(entry.id),
        "said",
        "injury_seen",
    )
    for form in FORMS:
        answer = asked(school, f"/{change['child']}/{form}")
        assert (answer.status_code, answer["Content-Type"]) == (200, TYPES[form])
        assert (
            answer["Content-Disposition"].startswith("attachment") and answer["Cache-Control"] == "no-store"
        )
    assert "cpoms-1" in asked(school, f"/{change['child']}/csv").content.decode()


def test_the_list_holds_codes_and_the_agencys_own_reference_and_no_word(area, school):
    given_to(area, school)
    kept(school.send(item()))
    put_ready(at=area.now)
    text = asked(school).content.decode()
    assert not [word for word in ("Amira", "Haddad", "bruise", "2019") if word in text]
    (child,) = ledger.children_of(entry=json.loads(text)["changes"][0]["entry"])
    assert str(child) not in text


def test_a_cursor_goes_on_where_it_was_and_asking_again_answers_the_same(area, school):
    given_to(area, school)
    kept(school.send(item()))
    first = changes(area, school)
    kept(school.send(item(people=[person(full_name="Tom Pascoe", born="2021-09-09", sender_key="p-9")])))
    second = changes(area, school, after=first["next"])
    assert [one["reference"] for one in second["changes"]] == ["p-9"] and second["more"] is False
    assert changes(area, school, after=second["next"]) == {
        "changes": [],
        "next": second["next"],
        "more": False,
    }
    assert changes(area, school, after=first["next"]) == second


def test_more_than_a_page_comes_in_pages_and_nothing_is_left_out(area, school, monkeypatch):
    monkeypatch.setattr(queries, "ON_A_PAGE", 2)
    given_to(area, school)
    for number in range(5):
        kept(school.send(item(sender_reference=f"r-{number}")))
    page, found = changes(area, school), []
    while True:
        found += [one["entry"] for one in page["changes"]]
        if not page["more"]:
            break
        page = asked(school, after=page["next"]).json()
    assert len(set(found)) == len(found) == 5


def test_an_agency_that_is_given_nothing_is_told_so(area, school):
    answer = asked(school)
    assert (answer.status_code, answer.json()["errors"][0]["problem"]) == (
        404,
        "No system of your agency is given anything here.",
    )


def test_nobody_is_answered_without_a_token(area, school):
    given_to(area, school)
    for path in ("", f"/{uuid4()}/csv"):
        assert school.client.get(f"/api/v1/given{path}").status_code == 401


@pytest.mark.parametrize("after", ["-1", "1.5", "x", "", "1" * 19, "١", "0x1", "1 ", "%00"])
def test_a_cursor_that_is_none_is_refused_in_words_that_do_not_repeat_it(area, school, after):
    given_to(area, school)
    answer = asked(school, after=after)
    assert answer.status_code == 400
    assert answer.json() == {
        "errors": [{"field": "after", "problem": "Give the next of the last answer, or leave it out."}]
    }


def test_anothers_file_a_file_of_nobody_and_nonsense_are_answered_alike(area, school, police):
    for system in (school, police):
        given_to(area, system)
    kept(school.send(item()))
    (change,) = changes(area, school)["changes"]
    paths = [
        f"/{change['child']}/csv",
        f"/{uuid4()}/csv",
        "/nonsense/csv",
        f"/{change['child']}/docx",
        f"/{uuid4()}/x%00",
    ]
    answers = [asked(police, path) for path in paths]
    assert {(one.status_code, one.content) for one in answers} == {(404, answers[0].content)}
    own = asked(school, f"/{change['child']}/docx")
    assert (own.status_code, own.content) == (404, answers[0].content)


def test_sending_and_asking_says_the_same_whoever_the_child_was_found_to_be(area, school, police):
    """The police told schools of one child; of the other nobody told anything."""
    given_to(area, school)
    kept(police.send(item(told=["school"])))
    known = kept(school.send(item()))
    stranger = kept(
        school.send(item(people=[person(full_name="Tom Pascoe", born="2021-09-09", sender_key="p-9")]))
    )
    assert ledger.children_of(entry=known.id) != ledger.children_of(entry=stranger.id)
    found = changes(area, school)["changes"]
    assert [(one["what"], one["reference"]) for one in found] == [("said", "pupil-7"), ("said", "p-9")]
    files = [asked(school, f"/{one['child']}/csv").content.decode() for one in found]
    assert len({len(one.splitlines()) for one in files}) == 1


def test_what_the_police_told_of_a_child_of_the_school_is_in_its_file(area, school, police):
    given_to(area, school)
    own = kept(school.send(item()))
    kept(police.send(item(told=["school"], text="We went there at night.")))
    lets_in(area, school.post, ledger.children_of(entry=own.id)[0])
    found = changes(area, school)["changes"]
    assert [(one["what"], one["reference"]) for one in found] == [("said", "pupil-7"), ("told", "pupil-7")]
    assert "We went there at night." in asked(school, f"/{found[0]['child']}/csv").content.decode()


def test_what_says_where_a_hidden_child_lives_is_held_and_the_answer_does_not_say_what(area, school):
    given_to(area, school)
    own = kept(school.send(item(text="She lives at 14 Quarry Rise now.")))
    (child,) = ledger.children_of(entry=own.id)
    by = {"by": area.system, "at": area.now}
    home = people.register_household(name="A home", **by)
    people.start_residency(person=child, household=home, from_on=area.now.date(), **by)
    people.hold_confidential_address(
        household=home, whereabouts="14 Quarry Rise, Nettlecombe, ZX9 0AA", from_on=area.now.date(), **by
    )
    area.now += timedelta(minutes=1)
    (change,) = changes(area, school)["changes"]
    for form in FORMS:
        answer = asked(school, f"/{change['child']}/{form}")
        assert answer.status_code == 423 and "Quarry" not in answer.content.decode()
        assert agencies.duty_desk(area=area.code) in answer.json()["errors"][0]["problem"]


def test_a_system_that_was_ended_is_answered_like_one_that_never_was(area, school):
    id = given_to(area, school)
    kept(school.send(item()))
    (change,) = changes(area, school)["changes"]
    operations.end(id, by=area.system, at=area.now)
    assert asked(school).status_code == 404 and asked(school, f"/{change['child']}/csv").status_code == 404
