"""Dated code lists: valid on a day, closed, each with its source."""

import json
from datetime import date

import pytest

from kith.kernel.errors import BadInput
from kith.reference import code_lists


def written(folder, *codes):
    path = folder / "made_up.json"
    path.write_text(
        json.dumps({"about": "Made up", "cited": "Nobody", "codes": list(codes)}), encoding="utf-8"
    )
    return path


def test_the_categories_of_abuse_are_those_of_the_census():
    held = code_lists.load("category_of_abuse")
    assert [code.code for code in held.valid_on(date(2026, 11, 24))] == ["NEG", "PHY", "SAB", "EMO", "MUL"]
    assert held.find("NEG", on=date(2026, 11, 24)).label == "Neglect"


def test_a_code_keeps_its_meaning_on_the_days_when_it_was_valid(tmp_path):
    held = code_lists.read(
        written(
            tmp_path,
            {"code": "9", "label": "Old meaning", "to": "2021-03-31"},
            {"code": "9", "label": "New meaning", "from": "2021-04-01"},
        )
    )
    assert held.find("9", on=date(2021, 3, 31)).label == "Old meaning"
    assert held.find("9", on=date(2021, 4, 1)).label == "New meaning"


def test_a_code_that_is_no_longer_valid_is_refused_by_name(tmp_path):
    held = code_lists.read(written(tmp_path, {"code": "18A", "label": "Physical abuse", "to": "2021-03-31"}))
    assert held.valid_on(date(2026, 1, 1)) == ()
    with pytest.raises(BadInput, match="made_up: '18A' is not one of the codes valid on 1 January 2026"):
        held.find("18A", on=date(2026, 1, 1))


def test_a_code_cannot_mean_two_things_on_one_day(tmp_path):
    path = written(
        tmp_path,
        {"code": "9", "label": "Old meaning", "to": "2021-04-01"},
        {"code": "9", "label": "New meaning", "from": "2021-04-01"},
    )
    with pytest.raises(ValueError, match="two meanings on 2021-04-01"):
        code_lists.read(path)


def test_a_list_that_there_is_not_names_those_that_there_are():
    with pytest.raises(LookupError, match="category_of_abuse"):
        code_lists.load("../secrets")


@pytest.mark.parametrize("name", code_lists.names())
def test_every_list_says_what_it_is_and_where_it_comes_from(name):
    held = code_lists.load(name)
    assert held.about and held.cited and held.codes
    assert all(code.mark in ("", "[GK]", "[P]") for code in held.codes)
