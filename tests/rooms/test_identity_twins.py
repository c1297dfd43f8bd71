"""Twins, brothers and sisters are never linked without a person."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kith.identity.choice import choose
from kith.identity.traits import traits_of
from kith.identity.types import NewDescription
from kith.kernel.ids import new_id
from tests.rooms.identity_world import AREA, describe, minutes

HASSAN = {"full_name": "Hassan Rahman", "sex": "male"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Rahman", "Hussain Rahman"),
        ("Amir Rahman", "Amira Rahman"),
        ("Adam Rahman", "Zara Rahman"),
        ("John Rahman", "Jane Rahman"),
        ("Mohammed Ali Rahman", "Mohammed Umar Rahman"),
        ("Mohammed Rahman", "Mohammed Umar Rahman"),
        ("Muhammad Ali", "Muhammad Umar"),
        ("Amira Rahman", "Rahman"),
        ("Amira Rahman", "Twin 2 Rahman"),
        ("Amira Rahman", "A Rahman"),
        ("Daniel Rahman", "Daniela Rahman"),
    ],
)
def test_a_twin_of_whom_nobody_knew_goes_to_a_person(one, other):
    first = describe(full_name=one, sex="")
    twin = describe(full_name=other, sex="", said_by="hospital", at=minutes(1))
    assert twin.outcome == "possible"
    assert twin.person != first.person
    assert twin.reviews


@pytest.mark.django_db
def test_a_twin_with_the_other_twins_number_goes_to_a_person():
    first = describe(**HASSAN, nhs_number="9990000018")
    twin = describe(full_name="Hussain Rahman", sex="male", nhs_number="9990000018", at=minutes(1))
    assert twin.outcome == "possible"
    assert twin.person != first.person


@pytest.mark.django_db
def test_with_both_twins_known_each_is_still_told_by_an_exact_name_that_only_they_have():
    adam = describe(full_name="Adam Rahman", sex="")
    zara = describe(full_name="Zara Rahman", sex="", at=minutes(1))
    again = describe(full_name="Adam Rahman", sex="", said_by="police", at=minutes(2))
    assert (again.outcome, again.person) == ("linked", adam.person)
    assert zara.person != adam.person


@pytest.mark.django_db
@pytest.mark.parametrize("full_name", ["Hasan Rahman", "Rahman", "H Rahman", "Hosain Rahman"])
def test_with_both_twins_known_anything_less_than_an_exact_name_goes_to_a_person(full_name):
    describe(**HASSAN)
    describe(full_name="Hussain Rahman", sex="male", at=minutes(1))
    again = describe(full_name=full_name, sex="male", said_by="police", at=minutes(2))
    assert again.outcome == "possible"


FIRST_NAMES = (
    "Adam Adil Amir Amira Aisha Aaliyah Hassan Hussain Hasan Hussein Mohammed Mahmud Muhammad Ahmed Ahmad Yusuf Yunus Maryam"
    " Mariam Zayn Zayd Olivia Oliver Emily Emilia Amelia Jack Jake Leo Lea Mia Maya Noah Nora Daniel Daniela Alex Alexa"
).split()
NAMES = st.sampled_from(FIRST_NAMES)
NUMBERS = st.sampled_from(["", "9990000018", "9990000026"])


def _one(first: str, number: str = "", **more: object) -> NewDescription:
    return NewDescription(
        said_by="school",
        said_by_area=AREA,
        full_name=f"{first} Rahman",
        born_from=date(2019, 5, 3),
        born_to=date(2019, 5, 3),
        postcode="LS1 4PJ",
        phone="01632 960 123",
        guardian_names=("Leila Rahman",),
        nhs_number=number,
        **more,  # type: ignore[arg-type]
    )


@given(one=NAMES, other=NAMES, number=NUMBERS, other_number=NUMBERS)
@example(one="Alex", other="Alexa", number="9990000018", other_number="9990000018")
@example(one="Alex", other="Alexa", number="", other_number="")
def test_names_that_two_twins_can_have_are_never_linked(one, other, number, other_number):
    """Two that are not spelt the same are only ever linked as spellings of one name, or as ways of saying it with one number."""
    known = {new_id(): [(new_id(), traits_of(_one(one, number)))]}
    choice = choose(traits_of(_one(other, other_number)), known)
    if choice.outcome == "linked":
        said_short = {one, other} == {"Alex", "Alexa"} and number == other_number != ""  # both of Alexandra
        assert said_short or one == other or {one, other} in [
            {"Hassan", "Hasan"}, {"Hussain", "Hussein"}, {"Mohammed", "Muhammad"}, {"Ahmed", "Ahmad"},
            {"Maryam", "Mariam"},
        ]  # fmt: skip


@given(twins=st.lists(NAMES, min_size=2, max_size=3, unique=True), said=NAMES, number=NUMBERS)
def test_with_twins_known_only_a_name_spelt_exactly_as_one_of_them_is_ever_linked(twins, said, number):
    people = {new_id(): [(new_id(), traits_of(_one(first)))] for first in twins}
    choice = choose(traits_of(_one(said, number)), people)
    if choice.outcome == "linked":
        linked_to = list(people).index(choice.candidates[0].person)
        assert twins[linked_to] == said
