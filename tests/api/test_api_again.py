"""The same request again has no second effect; a key stands for one body."""

import json
import threading

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from kith.api import sendings
from kith.api.models import Sending
from tests.api.conftest import item, kept, person
from tests.api.test_api_send import entries_kept, rows_kept


def test_the_same_key_and_body_are_answered_again_without_a_second_effect(area, school):
    nameless = item(people=[{"key": "child", "full_name": "A boy in a red coat"}])
    first = school.send(item(), nameless, item(kind="nonsense"), key="monday")
    before = rows_kept()
    area.on("3 Feb")

    again = school.send(item(), nameless, item(kind="nonsense"), key="monday")

    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert rows_kept() == before


def test_the_same_key_with_another_body_is_a_conflict(school):
    kept(school.send(item(), key="monday"))
    for body in (
        json.dumps({"entries": [item(text="Other.")]}),
        "{",
        json.dumps({"entries": [item()]}, indent=1),
    ):
        answer = school.send_body(body, key="monday")
        assert answer.status_code == 409
        assert answer.json()["errors"][0]["field"] == "Idempotency-Key"
    assert entries_kept() == 1


def test_a_key_is_one_agencys_own(school, police):
    kept(school.send(item(), key="monday"))
    kept(police.send(item(text="Seen by police."), key="monday"))
    assert entries_kept() == 2


def test_a_key_is_not_spent_on_a_body_that_is_no_letter(school):
    assert school.send_body("{", key="monday").status_code == 400
    kept(school.send(item(), key="monday"))


def test_a_new_token_of_the_agency_gets_the_same_answer(school, system_of):
    first = school.send(item(), key="monday")
    assert system_of("school").send(item(), key="monday").content == first.content
    assert entries_kept() == 1


def test_a_reference_keeps_an_entry_once_whatever_the_key(school):
    first = kept(school.send(item(sender_reference="cpoms-1"), key="monday"))
    again = kept(school.send(item(sender_reference="cpoms-1"), key="tuesday"))
    assert first.id == again.id
    changed = school.send(item(sender_reference="cpoms-1", text="Changed."), key="wednesday")
    assert changed.json()["errors"][0]["field"] == "entries[0].sender_reference"
    assert entries_kept() == 1


def test_a_person_without_a_key_is_described_once_when_the_same_letter_comes_again(school):
    nameless = item(people=[{"key": "child", "full_name": "A boy in a red coat"}], sender_reference="cpoms-1")
    kept(school.send(nameless, key="monday"))
    before = rows_kept()
    kept(school.send(nameless, key="tuesday"))
    assert rows_kept() == before


def test_an_entry_told_in_two_letters_is_one_where_its_words_are_the_same(school):
    first = kept(school.send(item(sender_reference="cpoms-1")))
    both = school.send(item(sender_reference="cpoms-1"), item(sender_reference="cpoms-2", text="More."))
    assert both.status_code == 201
    assert both.json()["entries"][0]["id"] == str(first.id)
    assert entries_kept() == 2


def test_a_letter_that_says_nothing_new_is_not_kept(school):
    first = school.send(item(sender_reference="cpoms-1"))
    before = rows_kept()
    again = school.send(item(sender_reference="cpoms-1", claim="reported"))
    assert again.json() == first.json()
    assert rows_kept() == before


def test_an_answer_is_never_changed(school):
    school.send(item(), key="monday")
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        Sending.objects.update(answer="another")


def test_the_database_itself_knows_a_key_once(school):
    school.send(item(), key="monday")
    kept_before = Sending.objects.get()
    with pytest.raises(IntegrityError, match="an_agency_uses_a_key_once"), transaction.atomic():
        Sending.objects.create(
            area=kept_before.area, agency_id=kept_before.agency_id, key="monday", digest=bytes(32),
            received_at=kept_before.received_at, received_by=kept_before.received_by,
        )  # fmt: skip


def _at_once(*sends):
    """Each in a thread with a connection of its own, from one start; their answers in the order of ``sends``."""
    start, answers = threading.Barrier(len(sends)), [None] * len(sends)

    def run(place, send):
        try:
            start.wait()
            answers[place] = send()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(sends)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


@pytest.mark.django_db(transaction=True)
def test_two_identical_requests_at_once_have_one_effect(school):
    items = [
        item(),
        item(text="Another.", people=[person(key="child", full_name="Nobody known", sender_key="x")]),
    ]
    answers = _at_once(*[lambda: school.send(*items, key="monday")] * 4)
    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.content for answer in answers}) == 1
    assert entries_kept() == 2


@pytest.mark.django_db(transaction=True)
def test_two_bodies_at_once_under_one_key_are_one_kept_and_one_conflict(school):
    answers = _at_once(
        lambda: school.send(item(text="One."), key="monday"),
        lambda: school.send(item(text="Two."), key="monday"),
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert entries_kept() == 1


@pytest.mark.django_db(transaction=True)
def test_a_repeat_that_waits_too_long_is_asked_to_come_again(school, area, monkeypatch):
    from kith.api import queries

    monkeypatch.setattr(sendings, "LONGEST_WAIT", "0.1")
    caller = queries.caller(secret=school.issued.secret, at=area.now)
    with sendings.one_at_a_time(caller=caller, key="monday"):
        (answer,) = _at_once(lambda: school.send(item(), key="monday"))
    assert answer.status_code == 409
    assert answer["Retry-After"] == "5"
    assert "being taken in now" in answer.json()["errors"][0]["problem"]
    kept(school.send(item(), key="monday"))
