"""Clocks as they are declared: what a declaration may say, and what every one in the rulebook has."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from kith import rulebook
from kith.clocks.queries import all_clocks
from kith.grammar.clocks import Clock, clock
from kith.grammar.durations import Duration, calendar_months, days, hours, working_days
from kith.grammar.graph import walk
from kith.grammar.selections import Where, where
from kith.rulebook.england.clocks.core_group import core_group
from kith.rulebook.england.roles import ROLES
from kith.rulebook.england.steps import STEPS

EXPECTED = {
    "referral_decision": working_days(1),
    "assessment_complete": working_days(45),
    "strategy_discussion_held": hours(24),
    "initial_child_protection_conference": working_days(15),
    "core_group": working_days(10),
    "first_review_conference": calendar_months(3),
    "next_review_conference": calendar_months(6),
    "child_seen_alone_on_plan": working_days(10),
    "referrer_told_what_was_decided": working_days(1),
    "family_told_what_was_decided": working_days(1),
    "assessment_reviewed_midway": working_days(10),
    "child_first_seen_in_assessment": working_days(5),
    "social_worker_allocated": hours(24),
    "strategy_discussion_minutes_sent": working_days(1),
    "conference_decision_sent": working_days(1),
    "conference_minutes_sent": working_days(10),
    "first_child_in_need_review": days(28),
    "next_child_in_need_review": calendar_months(3),
    "transfer_in_conference": working_days(15),
    "police_protection_ended": hours(72),
    "emergency_protection_order_ended": days(8),
    "extended_emergency_protection_order_ended": days(7),
    "child_assessment_order_ended": days(7),
    "letter_before_proceedings_sent": working_days(5),
    "first_pre_proceedings_meeting": days(7),
    "pre_proceedings_decided": days(16 * 7),
    "care_proceedings_decided": days(26 * 7),
    "first_looked_after_review": working_days(20),
    "second_looked_after_review": calendar_months(3),
    "next_looked_after_review": calendar_months(6),
    "reviewing_officer_named": hours(48),
    "first_visit_in_placement": days(7),
    "next_visit_in_placement": days(6 * 7),
    "placement_plan_made": working_days(5),
    "care_plan_made": working_days(10),
    "first_health_assessment": working_days(20),
    "next_health_assessment_under_five": calendar_months(6),
    "next_health_assessment": calendar_months(12),
    "return_interview_held": hours(72),
    "private_fostering_first_visit": working_days(7),
    "private_fostering_visit_first_year": days(6 * 7),
    "private_fostering_visit_later_years": days(12 * 7),
    "serious_incident_notified": working_days(5),
    "rapid_review_finished": working_days(15),
    "practice_review_published": calendar_months(6),
    "looked_after_death_notified": working_days(5),
    "joint_agency_response_begun": hours(24),
    "death_review_notified": hours(48),
    "designated_officer_told": working_days(1),
}
FIRST_DAY_COUNTS = {
    "emergency_protection_order_ended",
    "extended_emergency_protection_order_ended",
    "child_assessment_order_ended",
    "care_proceedings_decided",
}
ASK_FOR_NO_STEP = {"referrer_told_what_was_decided", "family_told_what_was_decided"}
"""Every referral of an ordinary family starts these: a miss stands on the page and asks for no step of its own."""


def declared(**changes) -> Clock:
    words = {
        "starts": where("plan", stage="started"),
        "due": working_days(10),
        "stops": where("visit"),
        "owner": "team_manager",
        "cited": "Made up for tests",
        "in_force_from": "2020-01-01",
        "named": "made_up",
        "sentence": "Made up.",
    }
    return clock(**(words | changes))


def test_the_rulebook_has_these_limits():
    assert {clock.name: clock.due for clock in all_clocks()} == EXPECTED


@pytest.mark.parametrize("declared_clock", all_clocks(), ids=lambda clock: clock.name)
def test_every_clock_has_an_owner_a_step_a_source_and_a_sentence(declared_clock):
    assert declared_clock.owner in ROLES
    assert set(declared_clock.steps) <= set(STEPS)
    assert bool(declared_clock.steps) is (declared_clock.name not in ASK_FOR_NO_STEP)
    assert "{child}" in declared_clock.asks
    assert declared_clock.cited and declared_clock.sentence.endswith(".")
    assert "\n" not in declared_clock.sentence
    assert declared_clock.bound == "at the latest"


def test_a_local_limit_says_so_and_a_figure_of_ours_is_marked():
    for one in all_clocks():
        assert one.local is (one.maximum is None)
        assert not one.local or "[GK]" in one.cited or "[P]" in one.cited, one.name


def test_the_first_day_counts_where_the_law_says_so_and_in_days_alone():
    assert {one.name for one in all_clocks() if one.first_day_counts} == FIRST_DAY_COUNTS
    with pytest.raises(ValueError, match="the first day counts in a limit in days alone"):
        declared(due=working_days(10), first_day_counts=True)


def test_how_a_limit_is_counted_shows_in_the_version():
    plain = declared(due=days(7))
    assert (
        len({plain.version, declared(due=days(7), first_day_counts=True).version})
        == len({plain.version, declared(due=days(7), from_the_end=True).version})
        == 2
    )


def test_a_clock_is_named_by_its_file():
    assert core_group.name == "core_group"
    assert core_group.title == "Core group"
    assert core_group.sentence.startswith("The core group first meets")


def test_only_single_entries_start_or_stop_a_clock():
    plan = where("plan")
    for not_plain in (~plan, plan & where("visit"), plan.last(), plan | plan.first()):
        with pytest.raises(ValueError, match=r"made_up: starts must be a where\(\)"):
            declared(starts=not_plain)
    assert declared(starts=plan | where("visit") | where("conference")).starts


def test_what_pauses_a_clock_needs_what_resumes_it():
    with pytest.raises(ValueError, match="resumes"):
        declared(pauses=where("missing_episode"))


@pytest.mark.parametrize("left_out", ["owner", "cited", "sentence"])
def test_a_clock_without_an_owner_a_source_or_a_sentence_is_refused(left_out):
    with pytest.raises(ValueError, match="a clock needs"):
        replace(declared(), **{left_out: ""})


def test_a_local_limit_above_its_statutory_maximum_is_refused_where_it_is_declared():
    with pytest.raises(ValueError, match="longer than the statutory maximum of 15 working days"):
        declared(due=working_days(20), local=True, statutory_maximum=working_days(15))


def test_a_limit_that_was_shortened_may_go_back_up_to_its_statutory_maximum_and_no_further():
    shortened = declared().with_limit(working_days(5))
    assert shortened.with_limit(working_days(10)).due == working_days(10)
    with pytest.raises(ValueError, match="longer than the statutory maximum of 10 working days"):
        shortened.with_limit(working_days(11))


def test_a_limit_of_another_kind_cannot_be_compared_and_is_refused():
    with pytest.raises(ValueError, match="use its unit"):
        declared(due=hours(24)).with_limit(working_days(1))


def test_the_version_changes_with_what_the_clock_does_and_with_a_local_limit():
    same = declared()
    assert declared(cited="Another edition").version == same.version
    versions = {
        same.version,
        declared(due=working_days(9)).version,
        declared(stops=where("visit", seen_alone=True)).version,
        declared(ends=where("plan", stage="ended")).version,
        same.with_limit(working_days(5)).version,
    }
    assert len(versions) == 5


def test_a_clock_is_in_force_from_its_day():
    assert not declared().in_force(date(2019, 12, 31))
    assert declared().in_force(date(2020, 1, 1))


def test_a_duration_prints_as_a_person_says_it():
    assert str(Duration(1, "working_days")) == "1 working day"


def parts_of(declared_clock: Clock) -> list[Where]:
    return [node for node in walk(declared_clock) if isinstance(node, Where)]


@pytest.mark.parametrize("declared_clock", all_clocks(), ids=lambda clock: clock.name)
def test_every_clock_reads_kinds_agencies_details_and_codes_that_there_are(declared_clock):
    book = rulebook.load("kith.rulebook.england")
    for part in parts_of(declared_clock):
        assert set(part.said_by) <= set(book.agencies)
        for kind, (name, test) in product(part.kinds, part.details):
            detail = book.entry_kind(kind).detail(name)
            assert detail is not None, f"{kind} has no detail {name}"
            codes = getattr(detail, "codes", (True, False))
            values = getattr(test, "values", ())  # unknown and a number have none
            assert set(values) <= set(codes), f"{kind}.{name} is never {values}"
