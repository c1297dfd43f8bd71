"""What forms ask is counted on the pages themselves: one more box that must be answered, or a minute too long, fails the build."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.web.forms_counted.counted import Box, every_form
from tests.web.forms_counted.page import page, wrong

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "time-given-back.md"


@pytest.fixture
def concern():
    return next(one for one in every_form() if one.declared["form"] == "concern")


def test_every_form_keeps_to_what_was_declared_of_it():
    assert list(wrong()) == []


def test_the_generated_page_is_as_it_should_be():
    assert PAGE.read_text(encoding="utf-8") == page(every_form()), "run ./kith forms --write"


def test_the_time_of_a_script_is_that_of_the_model():
    assert Box("name", "text", True, 15).seconds == pytest.approx(1.35 + 1.1 + 0.4 + 15 * 0.2)
    assert Box("danger", "choice", True).seconds == pytest.approx(1.35 + 1.1)


def test_a_box_that_is_added_is_named_with_what_to_do(concern):
    more = replace(concern, boxes=(*concern.boxes, Box("religion", "text", True)))
    (said,) = wrong((more,))
    assert "“religion”" in said and "Take one away" in said


def test_a_box_that_stands_instead_of_another_needs_the_other_gone(concern):
    declared = concern.declared | {"instead_of": {"who_said": "how_soon"}}
    (said,) = wrong((replace(concern, declared=declared),))
    assert "must be answered still" in said


def test_a_form_over_its_budget_is_said_with_both_times(concern):
    (said,) = wrong((replace(concern, declared=concern.declared | {"seconds": 10}),))
    assert said.endswith("scripted, of 10 s.")


def test_a_form_that_asks_again_what_is_known_is_said():
    visit = next(one for one in every_form() if one.declared["form"] == "visit")
    more = replace(visit, boxes=(*visit.boxes, Box("nhs_number", "text", False)))
    assert any("known of the child already" in said for said in wrong((more,)))
