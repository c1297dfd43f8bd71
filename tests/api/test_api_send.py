"""What an agency's system sends becomes entries, each by itself."""

import json
from uuid import UUID

import pytest
from django.db import connection

from kith.agencies import queries as agencies
from kith.api import taking
from kith.chronology import queries as chronology
from kith.identity import queries as identity
from kith.journeys import receive_concern
from kith.pathway import queries as contacts
from kith.patterns import queries as prompts
from tests.api.conftest import item, kept, person


def entries_kept() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM chronology_entry")
        return cursor.fetchone()[0]


def rows_kept() -> dict[str, int]:
    with connection.cursor() as cursor:
        tables = (
            "chronology_entry",
            "chronology_envelope",
            "identity_description",
            "people_person",
            "kernel_outbox_item",
        )
        found = {}
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
            found[table] = cursor.fetchone()[0]
        return found


def test_an_entry_is_kept_as_the_tokens_agency_said_it(area, school):
    entry = kept(
        school.send(
            item(
                happened={"from": "2026-01-20T09:30:00+00:00"},
                voice="child",
                claim="observed",
                childs_words="It was the door.",
                captured_at="2026-01-20",
                told=["police"],
                sender_reference="cpoms-1",
            )
        )
    )
    assert (entry.said_by, entry.said_by_area, entry.kind) == ("school", "tolland-bay", "injury_seen")
    assert (entry.voice, entry.claim, entry.childs_words) == ("child", "observed", "It was the door.")
    assert entry.when.precision == "time"
    assert entry.details == {"site": ["arm"], "appearance": "bruise"}
    assert entry.sender_key == "cpoms-1"
    assert {(row.agency, row.how) for row in entry.known_to} == {("school", "said"), ("police", "told")}
    assert entry.recorded_by == agencies.practitioner_by_code(area=area.code, code=school.post).id


def test_everything_that_describes_somebody_reaches_identity(school):
    described = person(
        known_as="Mimi",
        born={"from": "2019-05-01", "to": "2019-05-31"},
        sex="female",
        nhs_number="9990000018",
        upn="A123456789012",
        postcode="TB1 1AA",
        phone="01632 960001",
        guardian_names=["Sara Haddad"],
    )
    entry = kept(school.send(item(people=[described])))
    held = identity.description(id=entry.about[0])
    assert (held.full_name, held.known_as, held.sex, held.sender_key) == (
        "Amira Haddad",
        "Mimi",
        "female",
        "pupil-7",
    )
    assert (held.born_from.isoformat(), held.born_to.isoformat()) == ("2019-05-01", "2019-05-31")
    assert (held.nhs_number, held.upn, held.guardian_names) == (
        "9990000018",
        "A123456789012",
        ("Sara Haddad",),
    )


def test_an_unborn_child_is_expected_and_not_born(school):
    unborn = {"key": "child", "kind": "unborn", "expected_on": "2026-05-01"}
    entry = kept(school.send(item(people=[unborn], kind="carer_concern", details={})))
    assert identity.description(id=entry.about[0]).expected_on.isoformat() == "2026-05-01"


def test_the_answer_says_kept_and_never_whose_it_was_found_to_be(school):
    first, again = school.send(item()), school.send(item(text="Another bruise."))
    for answer in (first, again):
        assert set(answer.json()) == {"entries", "errors"}
        assert set(answer.json()["entries"][0]) == {"index", "status", "id", "errors"}
    words = (first.content + again.content).decode()
    assert not any(word in words for word in ("linked", "new", "possible", "person"))


def test_the_rulebook_is_asked_about_what_comes_in_by_this_door(area, system_of):
    area.on("20 Apr")
    baby = person(full_name="Noor Haddad", born="2026-03-20", sender_key="baby-1")
    seen = item(people=[baby], happened="2026-04-20", details={"site": ["cheek"], "appearance": "bruise"})
    entry = kept(system_of("health_visiting").send(seen))
    assert {prompt.step for prompt in prompts.prompts_about(child=entry.people[0])} >= {"strategy_discussion"}


def test_what_waits_from_before_does_not_keep_a_letter_from_being_asked_about(area, system_of, monkeypatch):
    with monkeypatch.context() as stopped:
        stopped.setattr(receive_concern, "catch_up", lambda **_: 0)
        for name in ("Tom Reeve", "Ivo Hartley"):
            area.school.report(area.child(name, aged=8), "behaviour_concern", aspect="distress")
    baby = person(full_name="Noor Haddad", born="2026-03-20", sender_key="baby-1")
    seen = item(people=[baby], happened="2026-04-19", details={"site": ["cheek"], "appearance": "bruise"})
    area.on("20 Apr")
    entry = kept(system_of("health_visiting").send(seen))
    assert prompts.prompts_about(child=entry.people[0])


def test_the_letter_is_kept_once_as_it_came_and_each_entry_rests_on_it(school):
    body = json.dumps({"entries": [item(), item(text="A second."), item(text="A third.")]}, indent=3)
    answer = school.send_body(body)
    envelopes = {chronology.entry(UUID(one["id"])).envelope for one in answer.json()["entries"]}
    assert len(envelopes) == 1
    held = chronology.envelope(id=envelopes.pop())
    assert (held.body, held.media_type) == (body.encode(), "application/json")
    assert rows_kept()["chronology_envelope"] == 1


def test_one_bad_item_does_not_hold_the_others_back(school):
    answer = school.send(item(), item(details={"site": ["wing"]}), item(text="A third."))
    assert answer.status_code == 207
    told = answer.json()["entries"]
    assert [one["status"] for one in told] == ["kept", "refused", "kept"]
    assert [one["index"] for one in told] == [0, 1, 2]
    assert told[1]["errors"][0]["field"] == "entries[1].details.site"
    assert entries_kept() == 2


def test_what_is_refused_leaves_nothing_behind(school):
    before = rows_kept()
    school.problems(item(happened="2027-01-01"))
    school.problems(
        item(
            people=[person(), person(key="other", sender_key="pupil-8")],
            references=[{"relation": "about", "id": str(UUID(int=7))}],
        )
    )
    assert rows_kept() == before


def test_what_only_the_ledger_can_refuse_leaves_nothing_behind_either(area, school):
    """The people of an item are described before its entry is appended: they go again when it cannot be."""
    kept(school.send(item(sender_reference="cpoms-1")))
    before = rows_kept()
    somebody = person(key="child", full_name="Tom Pascoe", sender_key="pupil-9")
    problems = school.problems(item(people=[somebody], sender_reference="cpoms-1", text="Something else."))
    assert list(problems) == ["entries[0].sender_reference"]
    assert rows_kept() == before


def test_an_item_that_fails_by_our_fault_is_taken_when_it_is_sent_again(school, monkeypatch):
    real = taking.keep_concern

    def breaks_on_the_second(*, concern, by, at):
        if concern.entries[0].text == "The second.":
            raise RuntimeError("A bruise at 12 Harbour Street")
        return real(concern=concern, by=by, at=at)

    items = [item(text="The first."), item(text="The second."), item(text="The third.")]
    with monkeypatch.context() as broken:
        broken.setattr(taking, "keep_concern", breaks_on_the_second)
        answer = school.send(*items, key="night-run")
    assert answer.status_code == 500
    assert [error["field"] for error in answer.json()["errors"]] == ["entries[1]"]
    assert b"Harbour" not in answer.content
    assert entries_kept() == 2

    again = school.send(*items, key="night-run")

    assert again.status_code == 201
    assert entries_kept() == 3
    envelopes = {chronology.entry(UUID(one["id"])).envelope for one in again.json()["entries"]}
    assert len(envelopes) == 1
    assert rows_kept()["chronology_envelope"] == 1


@pytest.mark.parametrize("said", ["school", "police", "wizards"])
def test_the_agency_is_the_tokens_and_a_body_that_names_another_is_refused(school, said):
    inside, outside = item(agency=said), {"entries": [item()], "agency": said}
    answers = [school.send(inside), school.send_body(json.dumps(outside))]
    if said == "school":
        assert [answer.status_code for answer in answers] == [201, 201]
        return
    assert [answer.status_code for answer in answers] == [422, 422]
    assert [answer.json()["errors"][0]["field"] for answer in answers] == ["entries[0].agency", "agency"]
    assert entries_kept() == 0


def contact_about(school, **more):
    sent = {"kind": "contact_received", "details": {"nature": "neglect"}, "text": "No coat again.", **more}
    entry = kept(school.send(item(**sent)))
    return contacts.contacts_of(told=[entry.id]).get(entry.id, ())


def test_what_another_agencys_system_tells_social_care_is_one_named_persons_to_decide(area, school):
    (contact,) = contact_about(school, told=["childrens_social_care"], happened=f"{area.now:%Y-%m-%d}")

    assert (contact.came_from, contact.owner_role, contact.is_open) == ("school", "screener", True)
    assert contact.due_at > area.now


@pytest.mark.parametrize(
    "sent", [{"told": ["police"]}, {"told": ["childrens_social_care"], "happened": "2019-02-01"}]
)
def test_what_was_told_to_others_or_is_history_waits_for_nobodys_decision(school, sent):
    assert contact_about(school, **sent) == ()
