"""The outbox, dead letters and the transaction that knows who acts."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from kith.kernel import dead_letters, outbox
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.kernel.models import OutboxItem
from kith.kernel.transaction import ACTOR, acting
from kith.kernel.types import Actor

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
SAM = Actor(id=new_id(), area="northfield", agency="police", name="Sam Okoro")


def put(number, **given):
    return outbox.put(topic="told", payload={"number": number}, area="northfield", at=AT, **given)


def taken(at=AT, limit=10):
    with transaction.atomic():
        return [item.payload["number"] for item in outbox.take(topic="told", at=at, limit=limit)]


@pytest.mark.django_db
def test_work_is_taken_oldest_first_and_not_again_once_done():
    first, _ = put(1), put(2)
    assert taken() == [1, 2]
    outbox.done(first, at=AT)
    assert taken() == [2]


@pytest.mark.django_db
def test_work_that_is_not_due_waits():
    put(1, due_at=AT + timedelta(hours=1))
    assert taken() == []
    assert taken(at=AT + timedelta(hours=1)) == [1]


@pytest.mark.django_db
def test_another_topic_is_left_alone():
    outbox.put(topic="another", payload={}, area="northfield", at=AT)
    assert taken() == []


@pytest.mark.django_db
def test_what_failed_is_tried_again_later_and_later():
    item = put(1)
    assert outbox.put_back(item, error="no line", at=AT)
    first = OutboxItem.objects.get().due_at - AT
    assert outbox.put_back(item, error="no line", at=AT)
    assert OutboxItem.objects.get().due_at - AT == 2 * first
    assert taken() == []
    assert taken(at=AT + 2 * first) == [1]


@pytest.mark.django_db
def test_what_failed_too_often_is_given_up_and_shown_until_somebody_tries_again():
    item = put(1)
    tries = [outbox.put_back(item, error="no line", at=AT) for _ in range(outbox.MOST_ATTEMPTS)]
    assert tries == [True] * (outbox.MOST_ATTEMPTS - 1) + [False]
    assert taken(at=AT + timedelta(days=30)) == []
    assert [given_up.id for given_up in outbox.given_up(area="northfield")] == [item]
    outbox.try_again(item, at=AT)
    assert taken() == [1]


@pytest.mark.django_db
def test_how_far_behind_the_workers_are_can_be_asked():
    assert outbox.waiting_since(topic="told") is None
    item = put(1)
    assert outbox.waiting_since(topic="told") == AT
    outbox.done(item, at=AT)
    assert outbox.waiting_since(topic="told") is None


@pytest.mark.django_db
def test_done_work_can_be_cleared_and_waiting_work_cannot():
    outbox.done(put(1), at=AT)
    put(2)
    assert outbox.clear_done(before=AT + timedelta(days=1)) == 1
    assert taken() == [2]


@pytest.mark.django_db
def test_the_outbox_row_disappears_with_its_transaction():
    with pytest.raises(KeyError), transaction.atomic():
        put(1)
        raise KeyError
    assert taken() == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_hold_the_same_item():
    put(1), put(2)
    seen: list[list[int]] = []

    def work():
        try:
            seen.append(taken())
        finally:
            connection.close()

    with transaction.atomic():
        mine = [item.payload["number"] for item in outbox.take(topic="told", at=AT, limit=1)]
        other = threading.Thread(target=work)
        other.start()
        other.join()
    assert (mine, seen) == ([1], [[2]])


@pytest.mark.django_db(transaction=True)
def test_items_are_taken_inside_a_transaction_only():
    with pytest.raises(RuntimeError):
        outbox.take(topic="told", at=AT, limit=1)


@pytest.mark.django_db
def test_a_dead_letter_is_kept_whole_until_somebody_settles_it_with_a_reason():
    letter = dead_letters.keep(
        area="northfield",
        came_by="police_ppn",
        media_type="text/xml",
        body=b"<a>\x00",
        problem="no date",
        at=AT,
    )
    assert [(row.id, row.body) for row in dead_letters.waiting(area="northfield")] == [(letter, b"<a>\x00")]
    with pytest.raises(BadInput):
        dead_letters.settle(letter, because="  ", by=SAM, at=AT)
    dead_letters.settle(letter, because="Sent again by the police.", by=SAM, at=AT)
    assert dead_letters.waiting() == []
    with pytest.raises(Refused):
        dead_letters.settle(letter, because="Again.", by=SAM, at=AT)


@pytest.mark.django_db
def test_settled_letters_can_be_cleared_and_waiting_ones_cannot():
    given = {
        "area": "northfield",
        "came_by": "x",
        "media_type": "text/xml",
        "body": b"",
        "problem": "p",
        "at": AT,
    }
    dead_letters.settle(dead_letters.keep(**given), because="Empty.", by=SAM, at=AT)
    dead_letters.keep(**given)
    assert dead_letters.clear_settled(before=AT + timedelta(days=1)) == 1
    assert len(dead_letters.waiting()) == 1


def actor_in_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [ACTOR])
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_the_database_knows_who_acts_until_the_transaction_ends():
    other = Actor(id=new_id(), area="northfield", agency="school", name="Ada Lee")
    with acting(by=SAM):
        assert actor_in_the_database() == str(SAM.id)
        with acting(by=other):
            assert actor_in_the_database() == str(other.id)
        assert actor_in_the_database() == str(SAM.id)
    assert actor_in_the_database() == ""
