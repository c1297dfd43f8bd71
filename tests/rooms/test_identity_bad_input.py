"""Whatever is typed, nothing breaks, and nobody is linked automatically on nothing."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kith.identity import lookup, models, operations, pool, queries
from kith.identity.arrivals import take_in
from kith.identity.keys import matching_keys
from kith.identity.operations.newcomers import as_person
from kith.identity.traits import Traits, as_kept, from_kept, traits_of
from kith.identity.types import NewDescription
from kith.kernel.errors import BadInput
from kith.people.operations import register_people
from tests.rooms.identity_world import AMIRA, AREA, MORNING, SAM, describe, minutes, the_table_is_the_fold
from tests.rooms.test_identity_properties import undone

pytestmark = pytest.mark.django_db
FEW = settings(max_examples=40, deadline=None)

NOBODY = (
    "", " ", "Baby", "Unknown", "baby boy", "Unknown Unknown", "N/A", "???", "-", "...", "’'`", "😀👶", "Twin 1", "Baby of",
    "\u200f\u202e", "\x01\x02\x1f", "0", "‮‮", "\t\n", ",", ", ,", "Mr", "Unborn",
)  # fmt: skip
ODD = (
    "محمد علي", "王小明", "שרה כהן", "Ωmega", "O’Neill-Smith", "Ana\u200bMaria Lee", "Amira\tRahman", "Zoë\nCole", "İıſK",
    "Amira 😀 Rahman", "A" * 200, "é" * 200, "Jo " * 66, "Rahman, ", ", Amira", "Robert'); DROP TABLE people;--", "\\N", "{a,b}",
)  # fmt: skip
NO_NUMBERS = (
    "",
    "0000000000",
    "1111111111",
    "9434765918",
    "123",
    "٩٩٩٠٠٠٠٠١٨",
    "999000001٨",
    "N/A",
    "9" * 20,
)
NO_UPNS = ("", "A801200005001", "I801200005001", "B8012", "ſ801200005001", "unknown")
PLACEHOLDERS = (
    None,
    date(1900, 1, 1),
    date(1, 1, 1),
    date(9999, 12, 31),
    date(2019, 1, 1),
    date(2024, 2, 29),
)
EXPECTED = (date(1, 1, 1), date(9999, 12, 31), date(1900, 1, 1), date(2026, 5, 1))
HOMES = (
    (),
    ("",),
    ("NFA",),
    ("\u202eteertS hgiH 21",),
    ("1 " * 90,),
    ("Flat " * 39,),
    ("9" * 190, "LS1 4PJ"),
)


def saying(names, days) -> st.SearchStrategy[NewDescription]:
    """What somebody might type in every field, with names and days of these."""
    return st.builds(
        _said,
        st.sampled_from(["child", "adult", "unborn"]),
        names,
        names,
        st.sampled_from(days),
        st.sampled_from(EXPECTED),
        st.sampled_from(NO_NUMBERS),
        st.sampled_from(NO_UPNS),
        st.sampled_from(HOMES),
        st.sampled_from(["", "LS1", "ZZ99 9ZZ", "İS1 4PJ", "n/a"]),
        st.sampled_from(["", "0", "07700", "+44", "٠١٦٣٢", "00000000000"]),
        st.sampled_from([(), ("Unknown",), ("",), ("😀",), ("Mr", "-")]),
    )


def _said(kind, name, other, day, expected, nhs, upn, home, postcode, phone, carers) -> NewDescription:
    return NewDescription(
        said_by="school", said_by_area=AREA, kind=kind, full_name=name, known_as=other, other_names=(other,),
        born_from=None if kind == "unborn" else day, born_to=None if kind == "unborn" else day,
        expected_on=None if kind == "adult" else expected, nhs_number=nhs, upn=upn, address_lines=home, postcode=postcode,
        phone=phone, uprn=phone, guardian_names=carers,
    )  # fmt: skip


@FEW
@given(st.lists(saying(st.sampled_from(NOBODY), PLACEHOLDERS), min_size=2, max_size=5))
def test_those_of_whom_nothing_is_known_are_never_linked(sayings):
    with undone():
        found = operations.resolve_many(descriptions=sayings, by=SAM, at=MORNING)
        again = [operations.resolve(description=one, by=SAM, at=minutes(1)) for one in sayings]
        assert not [one for one in (*found, *again) if one.outcome == "linked"]
        assert the_table_is_the_fold()
        assert not queries.lookups_that_differ(area=AREA)


@FEW
@given(st.lists(saying(st.sampled_from(NOBODY + ODD), (*PLACEHOLDERS, date(2019, 5, 3))), max_size=5))
def test_whoever_is_linked_has_a_name_and_a_birth_or_a_home(sayings):
    with undone():
        for minute, one in enumerate(sayings):
            found = operations.resolve(description=one, by=SAM, at=minutes(minute))
            said = traits_of(one)
            home = said.carers or said.uprn or said.number
            assert found.outcome != "linked" or (said.firsts and (said.written or home))
        assert not queries.lookups_that_differ(area=AREA)


ANYTHING = st.text(max_size=40) | st.sampled_from(NOBODY + ODD)


@settings(max_examples=300, deadline=None)
@given(saying(ANYTHING, PLACEHOLDERS), ANYTHING)
@example(replace(AMIRA, kind="unborn", born_from=None, born_to=None, expected_on=date.max), "")
@example(replace(AMIRA, full_name="\ud800"), "")
def test_any_text_is_read_or_named_as_what_cannot_be_taken(said, words):
    given_one = replace(said, phone=words, postcode=words, uprn=words, nhs_number=words, upn=words)
    try:
        traits = take_in(given_one, area=AREA).traits
    except BadInput as error:
        assert error.field in {field.name for field in fields(NewDescription)}
        assert not words or words not in error.problem or len(words) < 3
        return
    kept = from_kept(as_kept(traits))
    assert all(getattr(kept, name) == getattr(traits, name) for name in Traits.KEPT)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"full_name": "Ami\x00ra"}, "full_name"),
        ({"known_as": "\ud83d"}, "known_as"),
        ({"sender_key": "\udfff"}, "sender_key"),
        ({"full_name": "A" * 301}, "full_name"),
        ({"address_lines": ("x" * 5_000,)}, "address_lines"),
        ({"payload": {"pupil": "a\x00b"}}, "payload"),
        ({"payload": {"pupil": ["\ud800"]}}, "payload"),
        ({"payload": {"\x00": 1}}, "payload"),
        ({"payload": {"how far": float("nan")}}, "payload"),
    ],
)
def test_what_cannot_be_kept_is_named_and_nothing_is_kept(changed, field):
    with pytest.raises(BadInput) as raised:
        describe(**changed)
    assert raised.value.field == field
    assert not list(lookup.everything(area=AREA))


def test_a_payload_may_speak_of_nul_without_holding_it():
    describe(payload={"pupil": "\\u0000", "what": "\\\\u0000"})


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_a_number_that_does_not_check_is_no_number(typed):
    first = describe(full_name="", nhs_number=typed, born=None, postcode="", guardian_names=())
    second = describe(full_name="", nhs_number=typed, born=None, said_by="police", at=minutes(1))
    assert first.person != second.person
    assert second.outcome == "new"


@pytest.mark.parametrize("typed", NO_UPNS)
def test_a_pupil_number_with_a_wrong_letter_is_no_number(typed):
    assert traits_of(replace(AMIRA, upn=typed)).upn == ""


@pytest.mark.parametrize("name", ODD)
def test_a_name_in_any_script_is_the_same_child_when_said_again_by_another(name):
    first = describe(full_name=name)
    second = describe(full_name=name, said_by="police", at=minutes(1))
    assert (
        second.person == first.person or second.reviews or not traits_of(replace(AMIRA, full_name=name)).last
    )


def test_more_people_of_one_name_than_can_be_compared_go_to_a_person(monkeypatch):
    monkeypatch.setattr(lookup, "MOST_DESCRIPTIONS", 50)
    monkeypatch.setattr(pool, "MOST_DESCRIPTIONS", 50)
    same = replace(AMIRA, full_name="Mohammed Khan", sex="male", guardian_names=(), postcode="LS1 4PJ")
    crowd = [replace(same, sender_key=str(one), phone=f"01632 96{one:04}") for one in range(60)]
    for one in crowd:
        _keep_as_somebody_else(one)
    found = operations.resolve(description=replace(same, said_by="police"), by=SAM, at=minutes(1))
    assert found.outcome == "possible"
    assert "More people share these details than could be compared." in found.candidates[0].held_back_by


def test_of_a_crowd_of_namesakes_those_are_compared_who_share_something_else_too(monkeypatch):
    monkeypatch.setattr(lookup, "MOST_DESCRIPTIONS", 50)
    monkeypatch.setattr(pool, "MOST_DESCRIPTIONS", 50)
    namesake = replace(
        AMIRA,
        full_name="Mohammed Khan",
        sex="male",
        guardian_names=(),
        address_lines=(),
        postcode="",
        phone="",
    )
    for one in range(60):
        _keep_as_somebody_else(replace(namesake, sender_key=str(one)))
    meant = replace(namesake, sender_key="the one who is meant", phone="01632 960 777")
    _keep_as_somebody_else(meant)
    asked = matching_keys(traits_of(meant), area=SAM.area)
    found, was_cut = lookup.alike(asked)
    (person,) = models.Link.objects.filter(description__sender_key=meant.sender_key).values_list(
        "person", flat=True
    )
    assert was_cut and person in found and len(found) == 50


def _keep_as_somebody_else(said: NewDescription) -> None:
    """Somebody of their own, whatever they share with others."""
    (person,) = register_people(people=[as_person(said)], by=SAM, at=MORNING)
    operations.resolve_known(description=said, person=person, by=SAM, at=MORNING)
