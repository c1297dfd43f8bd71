"""Whatever cannot be taken names the field, and its answer repeats nothing that was sent."""

import json

import pytest

from tests.api.conftest import ADDRESS, item, kept, person
from tests.api.test_api_send import entries_kept

FIVE_MB = 5 * 1024 * 1024


FAULTS = [
    ({"kind": "alien_abduction"}, "kind"),
    ({"kind": "decision_made"}, "kind"),
    ({"kind": 7}, "kind"),
    ({"kind": ...}, "kind"),
    ({"happened": "2026-02-31"}, "happened"),
    ({"happened": "31/01/2026"}, "happened"),
    ({"happened": "2026-02-02"}, "happened"),
    ({"happened": "2026-01-20T09:30:00"}, "happened"),
    ({"happened": "2026-01-20T25:30:00Z"}, "happened"),
    ({"happened": "0001-01-01T00:00:00+14:00"}, "happened"),
    ({"happened": {"from": "2026-01-20", "to": "2026-01-19"}}, "happened.to"),
    ({"happened": {"from": "2026-01-20", "to": "2026-03-01"}}, "happened.to"),
    ({"happened": {"from": "2026-01-20", "precision": "week"}}, "happened.precision"),
    ({"happened": {"from": "2026-01-20", "precision": "time"}}, "happened.from"),
    ({"happened": {"to": "2026-01-20"}}, "happened.from"),
    ({"happened": 20260120}, "happened"),
    ({"happened": "2018-01-20"}, "happened"),
    ({"captured_at": "2026-02-03"}, "captured_at"),
    ({"captured_at": "soon"}, "captured_at"),
    ({"details": {"site": ["wing"]}}, "details.site"),
    ({"details": {"site": 7}}, "details.site"),
    ({"details": {"child_asked_alone": "yes"}}, "details.child_asked_alone"),
    ({"details": {"age_months": "six"}}, "details.age_months"),
    ({"details": {"count": 0}}, "details.count"),
    ({"details": {"wings": 2}}, "details.wings"),
    ({"details": ["arm"]}, "details"),
    ({"text": 7}, "text"),
    ({"text": None}, "text"),
    ({"text": "x" * 100_001}, "text"),
    ({"text": "a\x00b"}, "text"),
    ({"childs_words": "bell\x07"}, "childs_words"),
    ({"details": {"explanation_text": "\x1b[31m"}}, "details.explanation_text"),
    ({"voice": "shouting"}, "voice"),
    ({"claim": True}, "claim"),
    ({"told": ["wizards"]}, "told[0]"),
    ({"told": "police"}, "told"),
    ({"about": []}, "about"),
    ({"about": ["stranger"]}, "about[0]"),
    ({"about": [{"key": "child"}]}, "about[0]"),
    ({"people": []}, "people"),
    ({"people": {}}, "people"),
    ({"people": [7]}, "people[0]"),
    ({"people": [person(), person()]}, "people[1].key"),
    ({"people": [person(born="2019-02-30")]}, "people[0].born"),
    ({"people": [person(born={"from": "2019-02-03", "to": "2019-02-01"})]}, "people[0].born.to"),
    ({"people": [person(born="2026-02-02")]}, "people[0].born"),
    ({"people": [person(kind="unborn")]}, "people[0].born"),
    ({"people": [person(kind="adult", expected_on="2026-05-01")]}, "people[0].expected_on"),
    (
        {"people": [{"key": "child", "kind": "unborn", "expected_on": "2027-05-01"}]},
        "people[0].expected_on",
    ),
    ({"people": [person(kind="dragon")]}, "people[0].kind"),
    ({"people": [person(sex="F")]}, "people[0].sex"),
    ({"people": [person(full_name="x" * 301)]}, "people[0].full_name"),
    ({"people": [person(full_name="Ami\u0000ra")]}, "people[0].full_name"),
    ({"people": [person(full_name="half \ud83d of it")]}, "people[0].full_name"),
    ({"people": [person(nhs_number="9" * 21)]}, "people[0].nhs_number"),
    ({"people": [person(guardian_names="Sara")]}, "people[0].guardian_names"),
    ({"people": [person(sender_key="a\nb")]}, "people[0].sender_key"),
    (
        {"references": [{"relation": "likes", "id": "0199f7a8-0000-7000-8000-000000000001"}]},
        "references[0].relation",
    ),
    ({"references": [{"relation": "about", "id": "7"}]}, "references[0].id"),
    ({"references": [{"relation": "about"}]}, "references[0]"),
    (
        {"references": [{"relation": "about", "id": "0199f7a8-0000-7000-8000-000000000001"}]},
        "references[0]",
    ),
    ({"references": [{"relation": "about", "sender_reference": "never sent"}]}, "references[0]"),
    ({"sender_reference": ""}, "sender_reference"),
    ({"sender_reference": "x" * 201}, "sender_reference"),
    ({"sender_reference": "idempotency:mine:0"}, "sender_reference"),
    ({"address": "12 Harbour Street"}, "address"),
    ({"area": "elsewhere"}, "area"),
    ({"recorded_by": "me"}, "recorded_by"),
    ({"id": "0199f7a8-0000-7000-8000-000000000001"}, "id"),
    ({"sensitivity": "none"}, "sensitivity"),
]


def test_each_fault_is_named_by_its_field_and_nothing_is_kept(school):
    answer = school.send(*[item(**changed) for changed, _ in FAULTS])
    assert answer.status_code == 422
    for told, (changed, field) in zip(answer.json()["entries"], FAULTS, strict=True):
        named = [error["field"] for error in told["errors"]]
        assert named == [f"entries[{told['index']}].{field}"], (changed, told["errors"])
    assert entries_kept() == 0


def test_everything_that_is_wrong_is_told_at_once(school):
    bad = item(
        kind="injury_seen",
        happened="2026-02-31",
        details={"site": ["wing"], "appearance": "sparkle"},
        people=[person(born="2019-13-01")],
    )
    assert set(school.problems(bad)) == {"entries[0].happened", "entries[0].people[0].born"}
    bad = item(
        kind="injury_seen",
        details={"site": ["wing"], "appearance": "sparkle"},
        told=["wizards"],
        happened="2027-01-01",
    )
    assert set(school.problems(bad)) == {
        "entries[0].details.site", "entries[0].details.appearance", "entries[0].told[0]", "entries[0].happened",
    }  # fmt: skip


def test_an_item_that_is_no_object_is_refused_by_itself(school):
    answer = school.send(item(), "an item", None, [[]])
    assert [one["status"] for one in answer.json()["entries"]] == ["kept", "refused", "refused", "refused"]
    assert [error["field"] for error in answer.json()["errors"]] == ["entries[1]", "entries[2]", "entries[3]"]


SECRET = "12 Harbour Street, TB1 1AA"


SECRETIVE = [
    {"kind": SECRET},
    {"happened": SECRET},
    {"details": {"site": SECRET}},
    {"details": {"site": [SECRET]}},
    {"details": {"appearance": SECRET}},
    {"details": {"age_months": SECRET}},
    {"details": {"child_mobile": SECRET}},
    {"details": {"explained_by": SECRET}},
    {"details": {SECRET: 1}},
    {"details": {"site": {SECRET: SECRET}}},
    {SECRET: 1},
    {"about": [SECRET]},
    {"told": [SECRET]},
    {"voice": SECRET},
    {"agency": SECRET},
    {"people": [person(born=SECRET)]},
    {"people": [person(**{SECRET: 1})]},
    {"people": [person(postcode=SECRET)]},
    {"people": [person(sex=SECRET)]},
    {"references": [{"relation": SECRET, "id": SECRET}]},
    {"references": [{"relation": "about", "sender_reference": SECRET}]},
    {"sender_reference": SECRET + "\n"},
]


def test_an_answer_never_says_an_address_back(school):
    answer = school.send(*[item(**changed) for changed in SECRETIVE])
    assert [one["status"] for one in answer.json()["entries"]] == ["refused"] * len(SECRETIVE)
    assert b"Harbour" not in answer.content
    assert b"TB1" not in answer.content


def test_a_number_that_may_be_a_property_is_not_said_back(school):
    assert b"100012345678" not in school.send(item(details={"count": 100012345678})).content


NO_LETTERS = [
    (b" ", 400, "body"),
    (b"{", 400, "body"),
    (b"\xff\xfe", 400, "body"),
    (b'{"entries": [], "entries": []}', 400, "body"),
    (b'{"entries": [NaN]}', 400, "body"),
    (b'{"entries": [1e999]}', 400, "body"),
    (b'{"entries": [' + b"9" * 5000 + b"]}", 400, "body"),
    (b"[" * 100_000, 400, "body"),
    (b'{"entries": ' + b"[" * 30 + b"]" * 30 + b"}", 422, "body"),
    (b"[]", 422, "body"),
    (b"null", 422, "body"),
    (b"{}", 422, "entries"),
    (b'{"entries": []}', 422, "entries"),
    (b'{"entries": {}}', 422, "entries"),
    (b'{"entries": [' + b",".join([b"{}"] * 501) + b"]}", 422, "entries"),
    (b'{"entries": [{}], "priority": 1}', 422, "priority"),
    (b'{"entries": ["' + b"x" * FIVE_MB + b'"]}', 413, "body"),
    (b'{"entries": ["' + b"x" * 2 * FIVE_MB + b'"]}', 413, "body"),
]


def test_a_body_that_is_no_letter_is_refused_whole(school):
    for body, status, field in NO_LETTERS:
        answer = school.send_body(body)
        told = answer.status_code, [error["field"] for error in answer.json()["errors"]]
        assert told == (status, [field]), (body[:40], answer.content)
    assert entries_kept() == 0


def test_a_body_may_be_five_megabytes_and_hold_five_hundred_items(school):
    body = json.dumps({"entries": [item(text="x")] * 500})
    assert b"at most" not in school.send_body(json.dumps({"entries": [{}] * 500})).content
    assert len(body) < FIVE_MB
    filled = json.dumps({"entries": [{}]}) + " " * FIVE_MB
    assert school.send_body(filled[:FIVE_MB]).status_code == 422
    assert school.send_body(filled[: FIVE_MB + 1]).status_code == 413


def test_a_body_that_says_it_is_too_long_is_not_read(school):
    answer = school.client.post(
        ADDRESS, data=b"{}", content_type="application/json", CONTENT_LENGTH=str(FIVE_MB + 1),
        headers={"Authorization": f"Bearer {school.issued.secret}", "Idempotency-Key": "k"},
    )  # fmt: skip
    assert answer.status_code == 413


def test_a_body_of_a_length_that_nobody_told_is_not_taken_for_an_empty_one(school):
    answer = school.client.post(
        ADDRESS, data=b"{}", content_type="application/json", CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked",
        headers={"Authorization": f"Bearer {school.issued.secret}", "Idempotency-Key": "k"},
    )  # fmt: skip
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (411, "Content-Length")


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", ""],
)
def test_only_json_in_utf_8_is_taken(school, content_type):
    answer = school.send_body(json.dumps({"entries": [item()]}), **{"Content-Type": content_type})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (415, "Content-Type")


def test_json_may_say_that_it_is_utf_8(school):
    kept(
        school.send_body(
            json.dumps({"entries": [item()]}), **{"Content-Type": "application/json; charset=UTF-8"}
        )
    )


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 101, "schlüssel"])
def test_a_request_needs_a_key_of_its_own(school, key):
    answer = school.send_body("{}", **{"Idempotency-Key": key})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "Idempotency-Key")


def test_two_items_may_not_share_a_reference(school):
    """Otherwise the second would be taken for the first come again, and be lost."""
    answer = school.send(item(sender_reference="one"), item(sender_reference="one", text="Something else."))
    assert [one["status"] for one in answer.json()["entries"]] == ["kept", "refused"]
    assert answer.json()["errors"][0]["field"] == "entries[1].sender_reference"


def test_an_entry_long_before_the_child_is_told_by_the_senders_own_words(school):
    (problem,) = school.problems(item(happened="2017-06-01")).values()
    assert "40 weeks" in problem
