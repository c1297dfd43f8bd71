"""What a home says, and what it does not: links without a birth, slips of a name, families with one name, unborn children."""

from dataclasses import replace
from datetime import date

import pytest

from kith.identity.choice import choose, rank
from kith.identity.commonness import Commonness
from kith.identity.traits import traits_of
from kith.identity.types import NewDescription
from kith.kernel.ids import new_id
from tests.rooms.identity_world import AREA

COUNTED = Commonness(shares={"first": {"mason": 0.004, "masob": 0.00001, "jason": 0.003}, "last": {}})
MASON = NewDescription(
    said_by="school",
    said_by_area=AREA,
    full_name="Carter, Mason",
    kind="child",
    born_from=date(2016, 4, 9),
    born_to=date(2016, 4, 9),
    sex="male",
    address_lines=("12 Quay Street",),
    postcode="ZZ1 4PJ",
    guardian_names=("Leanne Carter", "Paul Reed"),
)
WITHOUT_A_BIRTH = {"born_from": None, "born_to": None, "guardian_names": ()}


def beside(known: NewDescription, **said: object):
    """What is decided of another agency's description of ``known`` that differs so, where only they are held."""
    other = replace(known, said_by="police", **said)
    return choose(traits_of(other), {new_id(): [(new_id(), traits_of(known))]}, common=COUNTED)


def test_the_whole_name_at_one_door_needs_no_birth():
    assert beside(MASON, **WITHOUT_A_BIRTH).outcome == "linked"


@pytest.mark.parametrize(
    "said",
    [
        {"address_lines": (), "postcode": ""},
        {"address_lines": ("14 Quay Street",)},
        {"full_name": "Carter, Masob"},
        {"full_name": "Reed, Mason"},
    ],
)
def test_without_a_birth_another_door_or_name_goes_to_a_person(said):
    assert beside(MASON, **WITHOUT_A_BIRTH, **said).outcome == "possible"


def test_a_son_who_is_named_as_his_father_needs_a_birth():
    known = replace(MASON, guardian_names=("Leanne Carter", "Mason Carter"))
    assert beside(known, **WITHOUT_A_BIRTH).outcome == "possible"


def test_a_first_part_that_brothers_share_needs_a_birth():
    known = replace(MASON, full_name="Carter, Muhammad")
    assert beside(known, **WITHOUT_A_BIRTH).outcome == "possible"


def test_cousins_who_share_a_part_of_the_last_name_need_a_birth():
    known = replace(MASON, full_name="Reed Carter, Mason")
    said = {**WITHOUT_A_BIRTH, "full_name": "Shaw Carter, Mason"}
    assert beside(known, **said).outcome == "possible"


def test_a_name_that_hardly_anybody_has_is_a_slip_of_one_that_many_have():
    assert beside(MASON, full_name="Carter, Masob").outcome == "linked"


def test_a_name_one_letter_apart_that_many_have_may_be_a_twins():
    assert beside(MASON, full_name="Carter, Jason").outcome == "possible"


def test_a_slip_goes_to_a_person_where_names_were_not_counted():
    known = {new_id(): [(new_id(), traits_of(MASON))]}
    said = replace(MASON, said_by="police", full_name="Carter, Masob")
    assert choose(traits_of(said), known).outcome == "possible"


def test_a_first_name_and_a_birth_at_home_need_no_last_name():
    assert beside(MASON, full_name="Mason").outcome == "linked"
    assert (
        beside(MASON, full_name="Mason", address_lines=(), postcode="", guardian_names=()).outcome != "linked"
    )


def test_nobody_is_asked_whether_a_child_is_their_parent_of_the_same_name():
    parent = replace(
        MASON, kind="adult", born_from=date(1985, 2, 1), born_to=date(1985, 2, 1), guardian_names=(),
        nhs_number="9990000018",
    )  # fmt: skip
    child = {name: getattr(MASON, name) for name in ("kind", "born_from", "born_to", "guardian_names")}
    assert beside(parent, **child, nhs_number="9990000026").outcome == "new"


def test_a_baby_is_first_the_unborn_child_of_the_house_and_not_a_brother():
    unborn = replace(
        MASON, full_name="Reed, Unborn", kind="unborn", born_from=None, born_to=None, sex="",
        expected_on=date(2026, 5, 1), guardian_names=("Leanne Reed",),
    )  # fmt: skip
    baby = replace(
        MASON, full_name="Carter, Ada", born_from=date(2026, 4, 20), born_to=date(2026, 4, 20), sex="female",
        guardian_names=("Leanne Reed",),
    )  # fmt: skip
    people = {new_id(): [(new_id(), traits_of(one))] for one in (MASON, unborn)}
    ranked = rank(traits_of(baby), people)
    assert ranked[0][2].best.unborn
    assert choose(traits_of(baby), people).outcome == "possible"
