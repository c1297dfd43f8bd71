"""An agency may ask how far its own entries have come, and learns nothing that others say."""

from uuid import uuid4

from kith.agencies import queries as agencies
from kith.chronology import operations as chronology
from tests.api.conftest import item, kept, person


def test_an_entry_is_received_told_opened_and_acknowledged(area, school):
    entry = kept(school.send(item(told=["police"], sender_reference="cpoms-1")))
    manager = area.on("2 Feb", hour=9).mash_manager.actor
    chronology.deliver(entry.id, agency="childrens_social_care", by=manager, at=area.now)
    area.on("2 Feb", hour=10)
    chronology.open(entry.id, by=manager, at=area.now)
    area.on("2 Feb", hour=11)
    chronology.acknowledge(entry.id, by=manager, at=area.now)

    answer = school.state(entry.id)

    assert answer.status_code == 200
    care = {"agency": "childrens_social_care", "area": "tolland-bay"}
    assert answer.json() == {
        "id": str(entry.id),
        "sender_reference": "cpoms-1",
        "received_at": "2026-02-01T12:00:00Z",
        "told": [
            {"agency": "police", "area": "tolland-bay", "how": "told", "at": "2026-02-01T12:00:00Z"},
            {**care, "how": "delivered", "at": "2026-02-02T09:00:00Z"},
        ],
        "opened": [{**care, "roles": ["mash_manager"], "at": "2026-02-02T10:00:00Z"}],
        "acknowledged": [{**care, "roles": ["mash_manager"], "at": "2026-02-02T11:00:00Z"}],
    }


def test_nobodys_name_and_nothing_that_others_said_is_in_it(area, school, police):
    entry = kept(school.send(item(told=["police"])))
    police.send(
        item(text="We searched the house.", references=[{"relation": "answers", "id": str(entry.id)}])
    )
    manager = area.mash_manager.actor
    chronology.open(entry.id, by=manager, at=area.now)

    told = school.state(entry.id).content.decode()

    assert "searched" not in told
    for worker in agencies.practitioners_in(area=area.code):
        assert worker.name not in told
        assert str(worker.id) not in told


def test_another_agencys_entry_looks_like_none(school, police):
    entry = kept(school.send(item(told=["police"])))
    answers = [police.state(one) for one in (entry.id, uuid4(), "nonsense", "%00")]
    assert {(one.status_code, one.content) for one in answers} == {(404, answers[0].content)}


def test_it_says_the_same_whoever_the_child_was_found_to_be(area, school, police):
    """One child is known here and one is not: the sender sees no difference."""
    kept(police.send(item()))
    known = kept(school.send(item()))
    stranger = kept(
        school.send(item(people=[person(full_name="Tom Pascoe", born="2021-09-09", sender_key="p-9")]))
    )
    states = [{**school.state(entry.id).json(), "id": None} for entry in (known, stranger)]
    assert states[0] == states[1]
    assert states[0]["sender_reference"] is None
