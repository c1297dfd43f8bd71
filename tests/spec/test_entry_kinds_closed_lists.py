"""The closed lists: agencies, steps and roles."""

import sys

import pytest

from kith.grammar.closed_lists import NOW, SAME_DAY, by_code, within
from kith.grammar.durations import hours, working_days
from kith.rulebook import load
from kith.rulebook.discovery import NotDeclared, declarations
from kith.rulebook.england.body_map import REGIONS, TELLING_SITES
from kith.rulebook.england.roles import ALWAYS_STAFFED, chain
from kith.rulebook.england.steps import is_met_by
from tests.spec.entry_kind_samples import ENGLAND

AGENCIES = """
    childrens_social_care police school early_years health_visiting midwifery gp hospital community_health camhs
    adult_mental_health substance_misuse ambulance probation housing family_court cafcass adult_social_care
    voluntary faith home_education education_welfare legal reviewing_service out_of_area_social_care
"""
STRONG = """
    immediate_safety_action strategy_discussion section_47_enquiry child_protection_medical
    obtain_paediatric_opinion initial_conference legal_planning
"""
FIRM = """
    multi_agency_discussion see_child_alone manager_review independent_review review_plan pre_birth_assessment
    household_check transfer_acceptance missing_child_action
"""
PLAIN = """
    seek_information share_information speak_to_referrers answer_the_worry request_action refer escalate cover_named
    early_help
"""
ONE_DAY = within(working_days(1))


def test_the_agencies():
    assert list(ENGLAND.agencies) == AGENCIES.split()
    assert {agency.look for agency in ENGLAND.agencies.values()} == {
        "police",
        "school",
        "social",
        "health",
        "family",
    }
    assert all(agency.label and agency.short for agency in ENGLAND.agencies.values())


def test_every_agency_has_a_manager_with_a_role():
    assert {agency.manager for agency in ENGLAND.agencies.values()} <= set(ENGLAND.roles)


def test_the_steps_and_their_strength():
    assert list(ENGLAND.steps) == f"{STRONG} {FIRM} {PLAIN}".split()
    for strength, steps in (("strong", STRONG), ("firm", FIRM), ("plain", PLAIN)):
        assert {ENGLAND.steps[step].strength for step in steps.split()} == {strength}


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("immediate_safety_action", NOW),
        ("missing_child_action", NOW),
        ("strategy_discussion", within(hours(24))),
        ("section_47_enquiry", SAME_DAY),
        ("child_protection_medical", SAME_DAY),
        ("obtain_paediatric_opinion", SAME_DAY),
        ("initial_conference", within(working_days(15))),
        ("legal_planning", within(working_days(2))),
        ("see_child_alone", ONE_DAY),
        ("review_plan", within(working_days(5))),
        ("transfer_acceptance", within(working_days(5))),
        ("early_help", within(working_days(5))),
        *((step, ONE_DAY) for step in PLAIN.split() if step != "early_help"),
    ],
)
def test_when_a_step_is_due(step, due):
    assert ENGLAND.steps[step].due == due


def test_how_a_due_time_reads():
    assert [str(due) for due in (NOW, SAME_DAY, within(hours(24)), ONE_DAY)] == [
        "now",
        "today",
        "within 24 hours",
        "within 1 working day",
    ]


@pytest.mark.parametrize("step", ENGLAND.steps.values(), ids=lambda step: step.code)
def test_a_step_is_a_question_with_an_answer_on_a_button(step):
    assert "{child}" in step.asks
    assert step.asks.format(child="Tam and Jory").endswith("?")
    assert step.does
    assert step.does[0].isupper()
    assert step.cited
    assert set(step.answers) <= set(ENGLAND.steps)


def test_which_steps_answer_which():
    assert is_met_by("multi_agency_discussion", "strategy_discussion")
    assert is_met_by("multi_agency_discussion", "section_47_enquiry")
    assert is_met_by("strategy_discussion", "section_47_enquiry")
    assert not is_met_by("section_47_enquiry", "strategy_discussion")
    assert is_met_by("refer", "refer")
    answering = {step.code for step in ENGLAND.steps.values() if step.answers}
    assert answering == {"strategy_discussion", "section_47_enquiry"}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("allocated_social_worker", "team_manager service_manager"),
        ("mash_manager", "service_manager"),
        ("emergency_duty_worker", ""),
        ("lead_child_protection_practitioner", "macpt_manager"),
        ("police_supervisor", "force_duty_officer"),
        ("designated_safeguarding_lead", "head_teacher"),
        ("named_nurse", "designated_doctor"),
        ("named_midwife", "designated_doctor"),
        ("named_doctor", "designated_doctor"),
        ("conference_chair", "reviewing_service_manager"),
        ("independent_reviewer", "reviewing_service_manager"),
        ("probation_manager", ""),
        ("legal_gateway_chair", ""),
    ],
)
def test_who_stands_in(role, expected):
    assert chain(role) == (role, *expected.split(), ALWAYS_STAFFED)
    assert ENGLAND.chain(role) == chain(role)


@pytest.mark.parametrize("role", ENGLAND.roles.values(), ids=lambda role: role.code)
def test_every_chain_ends_with_one_who_is_always_staffed(role):
    assert chain(role.code)[-1] == ALWAYS_STAFFED
    assert role.agency in ENGLAND.agencies


def test_owners_sit_in_every_sort_of_agency():
    looks = {ENGLAND.agencies[role.agency].look for role in ENGLAND.roles.values()}
    assert looks == {"police", "school", "social", "health"}


def test_a_code_comes_once():
    with pytest.raises(ValueError, match="twice"):
        by_code([ENGLAND.steps["refer"], ENGLAND.steps["refer"]])


def test_the_telling_sites_are_regions_of_the_body_map():
    assert set(TELLING_SITES) < set(REGIONS)
    assert len(set(REGIONS)) == len(REGIONS)


def test_the_rulebook_is_found_once_and_needs_no_django():
    assert load("kith.rulebook.england") is ENGLAND
    assert not any(
        getattr(sys.modules[name], "models", None) for name in sys.modules if name == "kith.rulebook"
    )


def test_a_file_that_declares_nothing_stops_the_rulebook(tmp_path, monkeypatch):
    folder = tmp_path / "half_a_rulebook"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "injury_sen.py").write_text("injury_seen = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(NotDeclared, match="does not declare injury_sen"):
        declarations("half_a_rulebook")


def test_a_package_that_is_not_there_declares_nothing():
    assert dict(declarations("kith.rulebook.england.nothing_of_the_sort")) == {}


def test_an_unknown_kind_is_named_with_those_that_there_are():
    with pytest.raises(KeyError, match="injury_seen"):
        ENGLAND.entry_kind("injury")
