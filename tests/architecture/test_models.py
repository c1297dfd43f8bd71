"""Tables point downwards, and whatever a person did to a row says who did it."""

from collections.abc import Iterable
from types import SimpleNamespace

import pytest
from django.apps import apps

from tests.architecture.source import modules, report, rooms_by_height

NO_PERSON_ACTS = {
    "at": "the moment that the row is about, beside the person under a name of the room's own",
    "from_at": "one end of a period: who opened it is said under a name of the room's own",
    "to_at": "the other end of a period",
    "known_at": "when an agency knew, which is a fact about that agency; how it knew is beside it",
    "captured_at": "when the words were first written down, which may have been on paper; said_by is beside it",
    "recorded_at": "when the database took the row; who recorded it is in what can be erased",
    "received_at": "when a message came in by a door",
    "heard_at": "when a line was last heard: a system sent, in the name of the post beside it",
    "put_at": "when the outbox took it, in the transaction of whoever wrote",
    "due_at": "a time to come: nobody has acted",
    "climbs_at": "a time to come: nobody has acted",
    "done_at": "when the machine had done it",
    "given_up_at": "when the machine had tried often enough",
    "kept_at": "when the machine kept what it could not take",
    "opened_at": "when Kith raised its question; the person it went to is the owner beside it",
    "fired_at": "when the answer turned to yes",
    "said_at": "when Kith said it again",
    "last_said_at": "when Kith said it last",
    "reasons_at": "the owner writes the reasons, and the owner is beside them",
    "prompts_shown_at": "when the owner first saw them",
    "refused_at": "when Kith refused; who asked is beside it",
    "found_at": "when Kith found that a child is near to somebody",
    "asked_at": "when a search was made; whoever made it is the practitioner beside it",
    "told_at": "when Kith told somebody; who was told is the practitioner beside it",
    "read_at": "when whoever was told had read it: the practitioner beside it",
    "review_due_at": "a time to come: nobody has acted",
    "looked_at": "a look names its practitioner in a column of its own",
}


def without_a_person(fields: Iterable[str]) -> list[str]:
    """Columns ``<done>_at`` that neither have ``<done>_by`` beside them nor stand in the list above."""
    names = set(fields)
    acts = (name for name in names if name.endswith("_at") and name not in NO_PERSON_ACTS)
    return sorted(name for name in acts if f"{name.removesuffix('_at')}_by" not in names)


def points_upwards(room: str, to_room: str) -> bool:
    """Whether a foreign key from one room to another goes up, or sideways to a sibling."""
    height = rooms_by_height()
    return room != to_room and height[to_room] >= height[room]


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("kith.")]


def keys_to_other_rows():
    """Every foreign key of ours to a table of ours, as (model, field, the other model)."""
    for model in our_models():
        for field in model._meta.local_concrete_fields:
            other = field.remote_field and field.remote_field.model
            if other and other.__module__.startswith("kith."):
                yield model, field, other


def room_of(model) -> str:
    return model.__module__.split(".")[1]


def test_foreign_keys_between_rooms_point_downwards():
    found = {
        f"{model.__name__}.{field.name}": f"{room_of(model)} -> {room_of(other)}"
        for model, field, other in keys_to_other_rows()
        if points_upwards(room_of(model), room_of(other))
    }
    assert not found, report(found)


def test_whatever_a_person_did_at_a_time_says_by_whom():
    found = {
        model.__name__: missing
        for model in our_models()
        if (missing := without_a_person(field.name for field in model._meta.local_concrete_fields))
    }
    assert not found, report(found)


def test_the_times_without_a_person_are_all_still_columns():
    columns = {field.name for model in our_models() for field in model._meta.local_concrete_fields}
    assert set(NO_PERSON_ACTS) <= columns | {"at"}


def test_foreign_keys_between_rooms_name_the_other_table_in_words():
    """``ForeignKey(Person)`` would need the other room's models; ``ForeignKey("people.Person")`` does not."""
    found = {
        module.path: line
        for module in modules()
        if module.path.endswith("models.py")
        for line in module.text.splitlines()
        if "import" in line and ".models" in line and "kith." in line and f"kith.{module.room}." not in line
    }
    assert not found, report(found)


@pytest.mark.parametrize(
    ("room", "to_room"), [("people", "chronology"), ("people", "agencies"), ("kernel", "people")]
)
def test_a_foreign_key_up_or_to_a_sibling_is_found(room, to_room):
    assert points_upwards(room, to_room)
    assert not points_upwards("chronology", "people")


@pytest.mark.parametrize(
    "planted", [["withdrawn_at"], ["withdrawn_at", "recorded_by"], ["declined_at", "known_at"]]
)
def test_a_time_without_its_person_is_found(planted):
    assert without_a_person(planted)
    assert not without_a_person(["withdrawn_at", "withdrawn_by", "known_at"])


def test_a_room_is_read_from_where_the_model_stands():
    assert room_of(SimpleNamespace(__module__="kith.people.models")) == "people"
