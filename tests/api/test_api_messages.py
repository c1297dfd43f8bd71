"""``POST /api/feeds/<feed>/``: a message in an agency's own format is let in by its token, and answered without its words."""

import json
from uuid import UUID

import pytest

from kith.agencies import models as agencies
from kith.chronology import queries as chronology
from kith.journeys.feeding import receiving
from kith.kernel import dead_letters
from tests.feeds.world import rows, told

NOTICE = {"incident": "TC-5", "happened": "2026-01-30", "category": "welfare", "account": "Out alone by Quarry Rise.",
          "children": [{"person": "P-5", "name": "Nedward Fry", "born": "2015-02-20"}, {"name": "Zebedee Fry", "born": "?"}]}  # fmt: skip


@pytest.fixture
def police(system_of):
    return system_of("police")


def sent(system, body, feed="police_notice", **headers):
    given = {
        "content_type": headers.pop("content_type", "application/json"),
        "headers": system._with(headers),
    }
    return system.client.post(f"/api/feeds/{feed}/", data=body, **given)


def test_a_message_is_taken_with_what_a_person_must_look_at(police):
    answer = sent(police, json.dumps(NOTICE))
    said = answer.json()
    assert answer.status_code == 202
    assert (said["taken"], said["finished"], said["came_before"], said["nothing_to_report"]) == (
        1,
        True,
        False,
        False,
    )
    (letter,) = said["letters"]
    assert letter["place"] == "child 2"
    assert letter["problems"][0]["field"] == "children[0].born"
    assert dead_letters.letter(UUID(letter["id"])).came_by == "police_notice"
    assert chronology.envelope(id=UUID(said["message"])).body == json.dumps(NOTICE).encode()


def test_the_answer_repeats_nothing_and_says_of_nobody_who_they_were_found_to_be(police):
    words = sent(police, json.dumps(NOTICE)).content.decode()
    assert not any(word in words for word in ("Nedward", "Zebedee", "Quarry", "P-5", "linked", "person"))


def test_the_same_again_is_answered_the_same_and_has_no_effect(police):
    first, again = (sent(police, json.dumps(NOTICE)).json() for _ in range(2))
    assert again == first | {"came_before": True}
    assert (told(), rows("kernel_dead_letter")) == (1, 1)


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"<xml/>", b"[]", b"{}", b"null", b"0" * 9999])
def test_nothing_is_refused_for_being_imperfect(police, body):
    answer = sent(police, body, content_type="application/octet-stream")
    assert answer.status_code == 202 and len(answer.json()["letters"]) == 1
    assert rows("kernel_dead_letter") == 1


def test_another_agencys_feed_looks_like_one_that_is_not_there(police):
    other, none = (sent(police, b"{}", feed=feed) for feed in ("gp_leavers", "weather"))
    assert other.status_code == none.status_code == 404
    assert other.content == none.content
    assert rows("chronology_envelope") == 0


def test_a_feed_that_the_area_has_switched_off_takes_nothing(police):
    agencies.Area.objects.update(feeds=["police_missing"])
    assert sent(police, json.dumps(NOTICE)).status_code == 404
    assert rows("chronology_envelope") == 0


def test_without_a_token_nothing_comes_in(police):
    answer = police.client.post("/api/feeds/police_notice/", data=b"{}", content_type="application/json")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert rows("chronology_envelope") == 0


def test_a_message_is_kept_and_told_so_when_kith_fails_at_it(police, monkeypatch):
    def fails(*_):
        raise RuntimeError("Nedward Fry")

    monkeypatch.setattr(receiving, "_take_all", fails)
    answer = sent(police, json.dumps(NOTICE))
    assert (answer.status_code, answer.json()["finished"], answer.json()["taken"]) == (202, False, 0)
    assert rows("chronology_envelope") == 1


def test_one_that_is_too_large_is_refused_before_it_is_read(police):
    answer = police.client.generic(
        "POST", "/api/feeds/police_notice/", b"{}", content_type="application/json",
        headers=police._with({}), CONTENT_LENGTH=str(25 * 1024 * 1024 + 1),
    )  # fmt: skip
    assert answer.status_code == 413
