"""The pairs written by hand agree with themselves: codes, counts, and numbers that are nobody's."""

import csv
import re
from collections import Counter
from datetime import date

import pytest

from kith.identity import identifiers
from tests.identity_hard_pairs.hard_pairs import COLUMNS, FILE, hard_pairs

PAIRS = hard_pairs()
SIDES = [(pair, side) for pair in PAIRS for side in (pair.a, pair.b)]


def test_there_are_two_hundred_and_at_least_eighty_are_two_people():
    assert [pair.pair for pair in PAIRS] == list(range(1, 201))
    assert Counter(pair.truth for pair in PAIRS)["different"] >= 80


def test_the_file_has_exactly_the_columns():
    with open(FILE, encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert tuple(lines[0]) == COLUMNS
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_nobody_wishes_two_people_linked_or_one_person_kept_apart():
    wishes = Counter((pair.truth, pair.wish) for pair in PAIRS)
    assert set(wishes) == {
        ("same", "link"),
        ("same", "review"),
        ("different", "review"),
        ("different", "apart"),
    }
    assert min(wishes.values()) >= 30


def test_every_pair_says_why_in_one_sentence_of_its_own():
    assert len({pair.why for pair in PAIRS}) == len(PAIRS)
    assert all(re.fullmatch(r"[A-Z][^.!?]{15,140}\.", pair.why) for pair in PAIRS)


def test_every_pair_is_two_descriptions_that_differ():
    assert all(pair.a != pair.b for pair in PAIRS)


def test_kinds_and_sexes_are_codes_and_days_are_days():
    for _, side in SIDES:
        assert side["kind"] in ("child", "adult", "unborn")
        assert side["sex"] in ("", "female", "male")
        assert side["dob"] == "" or date.fromisoformat(side["dob"])
    kinds = {side["kind"] for _, side in SIDES}
    assert kinds == {"child", "adult", "unborn"}


def test_an_unborn_child_has_no_number_and_only_the_unborn_are_expected():
    written = date(2026, 3, 1)
    for _, side in SIDES:
        if side["kind"] == "unborn":
            assert not (side["nhs_number"] or side["upn"] or side["sex"])
        elif side["dob"]:
            assert date.fromisoformat(side["dob"]) <= written


def test_numbers_are_nobodys_and_valid_unless_the_pair_is_about_one_that_is_not():
    invalid = [
        pair for pair, side in SIDES if side["nhs_number"] and not identifiers.nhs_number(side["nhs_number"])
    ]
    assert all("does not check" in pair.why for pair in invalid)
    for _, side in SIDES:
        assert side["nhs_number"] == "" or re.fullmatch(r"999\d{7}", side["nhs_number"])
        assert side["upn"] == "" or (identifiers.upn(side["upn"]) and side["upn"][1:4] == "999")
        assert side["phone"] == "" or re.fullmatch(r"07700900\d{3}", side["phone"])
        assert side["uprn"] == "" or side["uprn"].startswith("9999")
        assert side["postcode"] == "" or (
            identifiers.postcode(side["postcode"]) and side["postcode"].startswith("ZZ")
        )


@pytest.mark.parametrize(
    "about",
    [
        "Twin",
        "ousins",
        "ather and son",
        "Somali",
        "swapped",
        "unborn",
        "Adopted",
        "script",
        "hyphen",
        "hostel",
        "initial",
    ],
)
def test_what_is_known_to_be_hard_is_among_them(about):
    assert any(about in pair.why for pair in PAIRS)
