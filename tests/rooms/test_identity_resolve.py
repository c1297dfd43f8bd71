"""A description is linked to somebody known, or to somebody new, and doubts go to a person."""

from dataclasses import replace
from datetime import date

import pytest

from kith.identity import operations, queries
from kith.kernel.errors import BadInput
from kith.people import queries as people
from tests.rooms.identity_world import AMIRA, AREA, MORNING, SAM, describe, minutes, the_table_is_the_fold

pytestmark = pytest.mark.django_db


def test_the_first_description_of_a_child_makes_a_person():
    found = describe()

    assert found.outcome == "new"
    assert not found.candidates
    held = people.person(id=found.person)
    assert (held.display_name, held.kind, held.sex) == ("Amira Rahman", "child", "female")
    assert held.birth.born_from == date(2019, 5, 3)
    assert queries.description(id=found.description).full_name == "Amira Rahman"
    assert queries.steps_of(person=found.person)[0].kind == "create"


def test_another_agency_that_says_the_same_name_birthday_and_street_is_linked_with_its_evidence():
    first = describe()
    second = describe(said_by="police", guardian_names=(), sex="", at=minutes(5))

    assert second.outcome == "linked"
    assert second.person == first.person
    assert second.band == "confirmed"
    link = queries.link_as_at(description=second.description, as_at=minutes(5))
    assert link.decided_by is None
    assert [one.comparison for one in link.evidence] == [
        "prior",
        "first_name",
        "last_name",
        "birth",
        "address",
    ]
    assert sum(one.bits for one in link.evidence) == pytest.approx(link.weight)
    assert the_table_is_the_fold()


@pytest.mark.parametrize(
    "full_name", ["Ameera Rahman", "RAHMAN, Amira", "Amira Rehman", "Amira Leila Rahman"]
)
def test_another_spelling_of_the_name_is_linked(full_name):
    first = describe()
    second = describe(said_by="police", full_name=full_name, at=minutes(1))
    assert second.outcome == "linked"
    assert second.person == first.person


@pytest.mark.parametrize(
    "changed",
    [
        {"full_name": "Amira Rahman", "born": date(2012, 1, 9), "postcode": "", "guardian_names": ()},
        {"full_name": "Zainab Okoro", "born": date(2019, 5, 3), "postcode": "M1 1AE", "guardian_names": ()},
        {"full_name": "Yusuf Rahman", "born": date(2016, 8, 20), "sex": "male"},
    ],
    ids=["same name, another age", "same birthday, another name", "her brother"],
)
def test_somebody_else_is_new_without_a_question(changed):
    first = describe()
    other = describe(**changed, at=minutes(1))
    assert other.outcome == "new"
    assert other.person != first.person
    assert not queries.open_reviews(area=AREA)


def test_a_low_candidate_stays_attached_as_possible_so_that_a_missed_match_can_be_found():
    first = describe(guardian_names=())
    other = describe(
        said_by="police",
        full_name="Amira Rahman",
        born=date(2019, 11, 20),
        postcode="ZZ72 9UZ",
        guardian_names=(),
        at=minutes(1),
    )
    assert other.outcome == "new"
    assert other.band == "low"
    assert [one.person for one in other.candidates] == [first.person]


def test_the_number_of_a_sister_never_links():
    describe(nhs_number="999 000 0018")
    sister = describe(
        full_name="Safa Rahman", born=date(2021, 2, 2), nhs_number="999 000 0018", at=minutes(1)
    )
    assert sister.outcome != "linked"


def test_a_number_alone_never_links():
    describe(nhs_number="9990000018")
    nameless = describe(
        said_by="ambulance", full_name="", born_from=None, born_to=None, sex="", postcode="", guardian_names=(),
        nhs_number="9990000018", at=minutes(1),
    )  # fmt: skip
    assert nameless.outcome != "linked"


def test_two_valid_numbers_that_differ_go_to_a_person():
    first = describe(nhs_number="9990000018")
    other = describe(said_by="hospital", nhs_number="9990000026", at=minutes(1))
    assert other.outcome == "possible"
    assert other.person != first.person
    (asked,) = queries.open_reviews(area=AREA)
    assert "Their NHS numbers or pupil numbers differ." in asked.reasons
    assert (asked.person, asked.other_person) == (other.person, first.person)
    assert asked.owner_role == "mash_manager"


def test_a_number_that_fails_its_check_is_kept_as_said_and_compared_with_nothing():
    describe(nhs_number="9990000018")
    other = describe(said_by="hospital", nhs_number="9990000019", at=minutes(1))
    assert other.outcome == "linked"
    assert queries.description(id=other.description).nhs_number == "9990000019"


def test_a_child_and_a_father_of_the_same_name_are_two_people():
    describe(full_name="Adam Khan", born=date(2010, 4, 4), sex="male")
    father = describe(
        kind="adult", full_name="Adam Khan", born_from=None, born_to=None, sex="male", at=minutes(1)
    )
    assert father.outcome != "linked"


def test_an_unborn_child_meets_the_baby_and_a_person_confirms():
    unborn = describe(
        said_by="midwifery", kind="unborn", full_name="Baby of Leila Rahman", born_from=None, born_to=None, sex="",
        expected_on=date(2026, 6, 10),
    )  # fmt: skip
    assert people.person(id=unborn.person).kind == "unborn"
    baby = describe(
        said_by="hospital", full_name="Noor Rahman", born=date(2026, 5, 28), sex="male", at=minutes(9)
    )
    assert baby.outcome == "possible"
    assert [one.person for one in baby.candidates] == [unborn.person]
    assert (
        "One is unborn: a person always confirms who an unborn child became."
        in baby.candidates[0].held_back_by
    )


def test_an_unborn_child_without_a_name_is_the_baby_of_the_mother():
    unborn = describe(
        kind="unborn", full_name="", born_from=None, born_to=None, sex="", expected_on=date(2026, 6, 10)
    )
    assert people.person(id=unborn.person).display_name == "Baby of Leila Rahman"


def test_a_child_of_whom_nobody_knows_a_name_has_one_to_show():
    unknown = describe(full_name="", born_from=None, born_to=None, postcode="", guardian_names=(), sex="")
    assert people.person(id=unknown.person).display_name == "Unknown child"


def test_the_same_agency_says_the_same_again_under_its_own_key_and_nothing_is_added():
    first = describe(sender_key="P-17", payload={"pupil": {"id": 17}})
    again = describe(sender_key="P-17", payload={"pupil": {"id": 17}}, at=minutes(60))
    assert (again.person, again.description, again.repeated) == (first.person, first.description, True)
    assert len(queries.descriptions_of(person=first.person, as_at=minutes(60))) == 1


def test_an_agencys_key_is_followed_when_the_child_moves_and_is_renamed():
    first = describe(sender_key="P-17")
    moved = describe(
        sender_key="P-17", full_name="Mia Clarke", postcode="M1 1AE", guardian_names=(), at=minutes(60)
    )
    assert moved.outcome == "linked"
    assert moved.person == first.person
    assert moved.description != first.description
    assert "The same agency keeps both under one key." in [one.words for one in moved.candidates[0].evidence]


def test_a_key_that_was_given_to_somebody_else_is_not_followed_and_a_person_is_asked():
    first = describe(sender_key="P-17")
    other = describe(
        sender_key="P-17", full_name="Leo Brandt", born=date(2013, 9, 9), sex="male", postcode="", guardian_names=(),
        at=minutes(60),
    )  # fmt: skip
    assert other.outcome == "possible"
    assert other.person != first.person
    (asked,) = queries.open_reviews(area=AREA)
    assert "The same agency kept somebody else under this key before." in asked.reasons


def test_two_agencies_may_use_one_key_for_two_children():
    first = describe(sender_key="17")
    other = describe(
        said_by="police", sender_key="17", full_name="Leo Brandt", born=date(2013, 9, 9), at=minutes(1)
    )
    assert other.person != first.person


def test_a_confidential_address_never_enters_this_room():
    found = describe(
        address_lines=("14 Hidden Row",), phone="01632 960 123", payload={"address": "14 Hidden Row"},
        address_is_confidential=True,
    )  # fmt: skip
    other = describe(
        full_name="",
        born_from=None,
        born_to=None,
        sex="",
        guardian_names=(),
        phone="01632 960 123",
        at=minutes(1),
    )
    assert found.person not in [one.person for one in other.candidates]
    assert not queries.find(text="01632 960 123", area=AREA, as_at=minutes(2)).hits[1:]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"kind": "pet"}, "kind"),
        ({"sex": "F"}, "sex"),
        ({"said_by": " "}, "said_by"),
        ({"born_to": None}, "born_to"),
        ({"born_from": date(2020, 1, 1)}, "born_to"),
        ({"kind": "adult", "expected_on": date(2026, 6, 1)}, "expected_on"),
        ({"kind": "unborn"}, "born_from"),
        ({"full_name": "A" * 301}, "full_name"),
        ({"full_name": "Ami\x00ra"}, "full_name"),
        ({"guardian_names": ("G" * 301,)}, "guardian_names"),
        ({"payload": {"when": object()}}, "payload"),
        ({"valid_from": MORNING.replace(tzinfo=None)}, "valid_from"),
    ],
)
def test_what_cannot_be_taken_names_its_field_and_saves_nothing(changed, field):
    with pytest.raises(BadInput) as refused:
        describe(**changed)
    assert refused.value.field == field
    assert not queries.find(text="Amira", area=AREA, as_at=minutes(1)).hits


def test_two_areas_do_not_meet():
    first = describe()
    elsewhere = replace(SAM, area="elsewhere")
    second = operations.resolve(description=AMIRA, by=elsewhere, at=minutes(1))
    assert second.outcome == "new"
    assert second.person != first.person
