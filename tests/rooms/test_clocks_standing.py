"""How clocks stand: their words, their courses over time, and when to ask again."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.clocks.queries import (
    all_clocks,
    history,
    next_boundary,
    run,
    states,
    when_to_ask_again,
)
from kith.grammar.durations import calendar_months, working_days
from kith.kernel.clock import LONDON
from kith.reference.working_days import CALENDAR_VERSION
from kith.rulebook.england.clocks.child_seen_alone_on_plan import child_seen_alone_on_plan
from kith.rulebook.england.clocks.core_group import core_group
from kith.rulebook.england.clocks.strategy_discussion_held import strategy_discussion_held
from tests.support.clock_spec import as_at, clock_spec, entries, row_id

HEADINGS = "happened | known | said by | kind | details\n"
CONFERENCE = (
    HEADINGS + "5 Nov | 5 Nov | reviewing_service | conference | conference_type=initial, outcome=plan\n"
)
PLAN = HEADINGS + "2 Mar | 2 Mar | childrens_social_care | plan | plan_type=child_protection, stage=started\n"
VISIT = "{0} | {0} | childrens_social_care | visit | seen_alone=true\n"


def words(clock, table, moment):
    return run(clock, entries(table), as_at=as_at(moment)).words


def test_a_limit_is_said_as_a_ceiling():
    assert words(core_group, CONFERENCE, "6 Nov") == (
        "Core group, at the latest Thursday 19 November. Sooner if the child needs it."
    )


def test_a_missed_limit_says_what_nobody_has_told_us():
    assert words(core_group, CONFERENCE, "20 Nov") == (
        "Core group was due at the latest Thursday 19 November. Nobody has told us that it happened."
    )


def test_what_was_done_says_when_and_by_when():
    in_time = CONFERENCE + "17 Nov | 17 Nov | childrens_social_care | core_group |\n"
    assert words(core_group, in_time, "20 Nov") == (
        "Core group: Tuesday 17 November, in time (at the latest Thursday 19 November)."
    )
    late = CONFERENCE + "23 Nov | 23 Nov | childrens_social_care | core_group |\n"
    assert words(core_group, late, "24 Nov") == (
        "Core group: Monday 23 November, late. It was due at the latest Thursday 19 November."
    )


def test_a_date_too_rough_to_show_that_it_was_in_time_says_so():
    rough = CONFERENCE + "about 26 Nov | 26 Nov | childrens_social_care | core_group |\n"
    assert words(core_group, rough, "27 Nov") == (
        "Core group: recorded, but its date is too rough to show that it was in time (at the latest Thursday 19 November)."
    )
    about = CONFERENCE + "about 12 Nov | 26 Nov | childrens_social_care | core_group |\n"
    assert words(core_group, about, "27 Nov") == (
        "Core group: Thursday 12 November, in time (at the latest Thursday 19 November). The date is only about right."
    )


def test_another_year_is_said():
    table = CONFERENCE.replace("5 Nov", "21 Dec")
    assert words(core_group, table, "21 Dec") == (
        "Core group, at the latest Thursday 7 January 2027. Sooner if the child needs it."
    )


def test_a_local_limit_says_that_it_is_local_and_gives_the_hour_where_it_is_in_hours():
    table = (
        HEADINGS
        + "6 Mar 16:10 | 6 Mar 16:10 | childrens_social_care | referral_decision | outcome=strategy_discussion"
    )
    assert words(strategy_discussion_held, table, "6 Mar 17:00") == (
        "Strategy discussion held, at the latest 16:10 on Saturday 7 March. Sooner if the child needs it. "
        "A local limit: there is no national figure."
    )


def test_what_fell_away_says_since_when_and_whether_it_had_been_due():
    ended = PLAN + "{0} | {0} | childrens_social_care | plan | plan_type=child_protection, stage=ended\n"
    before, after = ended.format("9 Mar"), ended.format("18 Mar")
    assert words(child_seen_alone_on_plan, before, "20 Mar") == (
        "Child seen alone on plan: no longer due since Monday 9 March."
    )
    assert words(child_seen_alone_on_plan, after, "20 Mar") == (
        "Child seen alone on plan: no longer due since Wednesday 18 March. It had been due at the latest Monday 16 March."
    )
    assert not run(child_seen_alone_on_plan, entries(before), as_at=as_at("20 Mar")).fell_away_missed
    assert run(child_seen_alone_on_plan, entries(after), as_at=as_at("20 Mar")).fell_away_missed


def test_nothing_known_is_not_started():
    assert words(core_group, HEADINGS, "9 Mar") == "Core group: nothing has started this time limit."


def test_a_state_carries_what_it_was_worked_out_from():
    state = run(core_group, entries(CONFERENCE), as_at=as_at("6 Nov"))
    assert state.calendar_version == CALENDAR_VERSION
    assert state.clock_version == core_group.version
    assert state.owner == "team_manager"
    assert state.time_left == state.due_at - as_at("6 Nov")
    assert state.due_at == datetime(2026, 11, 19, 23, 59, 59, tzinfo=LONDON)


def test_history_keeps_every_stretch_of_a_repeating_clock():
    table = PLAN + VISIT.format("10 Mar") + VISIT.format("26 Mar") + VISIT.format("30 Mar")
    stretches = history(child_seen_alone_on_plan, entries(table), as_at=as_at("1 Apr"))
    assert [stretch.state for stretch in stretches] == ["met", "met_late", "met", "running"]
    assert [stretch.started_by for stretch in stretches] == [row_id(number) for number in (1, 2, 3, 4)]


def test_two_tellings_of_one_visit_are_one_visit():
    rows = entries(PLAN + VISIT.format("10 Mar") + VISIT.format("10 Mar"))
    told_twice = [rows[0], *(replace(row, occurrence=UUID(int=99)) for row in rows[1:])]
    stretches = history(child_seen_alone_on_plan, told_twice, as_at=as_at("11 Mar"))
    assert [stretch.state for stretch in stretches] == ["met", "running"]


def test_what_happened_to_another_child_of_the_household_starts_nothing():
    rows = [replace(row, scope="household") for row in entries(CONFERENCE)]
    assert run(core_group, rows, as_at=as_at("6 Nov")).state == "not_started"


def test_the_next_boundary_is_the_second_after_the_due_day():
    rows = entries(CONFERENCE)
    boundary = next_boundary(core_group, rows, as_at=as_at("6 Nov"))
    assert boundary == datetime(2026, 11, 20, tzinfo=LONDON)
    assert run(core_group, rows, as_at=boundary - timedelta(seconds=1)).state == "running"
    assert run(core_group, rows, as_at=boundary).state == "missed"
    assert next_boundary(core_group, rows, as_at=boundary) is None


def test_waiting_changes_nothing_about_what_is_done():
    rows = entries(CONFERENCE + "12 Nov | 12 Nov | childrens_social_care | core_group |\n")
    assert next_boundary(core_group, rows, as_at=as_at("13 Nov")) is None


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=60 * 24))
def test_between_boundaries_waiting_changes_nothing(hours_on):
    rows = entries(PLAN + VISIT.format("10 Mar"))
    moment = as_at("2 Mar") + timedelta(hours=hours_on)
    now_is = run(child_seen_alone_on_plan, rows, as_at=moment).state
    later = next_boundary(
        child_seen_alone_on_plan, [row for row in rows if row.known_at(moment)], as_at=moment
    )
    if later:
        known = [row for row in rows if row.known_at(moment)]
        assert run(child_seen_alone_on_plan, known, as_at=later - timedelta(microseconds=1)).state == now_is
        assert run(child_seen_alone_on_plan, known, as_at=later).state != now_is


def test_what_waits_comes_first_the_earliest_due_leading():
    rows = entries(PLAN + "5 Mar | 5 Mar | childrens_social_care | contact_received |\n")
    found = states(all_clocks(), rows, as_at=as_at("5 Mar"))
    assert [state.clock for state in found if state.waiting] == [
        "referral_decision",
        "referrer_told_what_was_decided",
        "child_seen_alone_on_plan",
    ]
    rest = [state.clock for state in found[3:]]
    assert rest == sorted(rest) and len(rest) == len(all_clocks()) - 3


def test_clocks_not_yet_in_force_are_left_out():
    assert states(all_clocks(), [], as_at=datetime(1991, 3, 5, 12, tzinfo=LONDON)) == ()


def test_when_to_ask_again_is_the_earliest_boundary_of_all():
    rows = entries(PLAN + "5 Mar | 5 Mar | childrens_social_care | contact_received |\n")
    assert when_to_ask_again(all_clocks(), rows, as_at=as_at("5 Mar")) == datetime(2026, 3, 7, tzinfo=LONDON)
    assert when_to_ask_again(all_clocks(), [], as_at=as_at("5 Mar")) is None


def test_an_areas_own_limit_is_used_and_shows_in_the_version():
    state = run(
        core_group, entries(CONFERENCE), as_at=as_at("6 Nov"), overrides={"core_group": working_days(8)}
    )
    assert (state.due_at.day, state.limit) == (17, working_days(8))
    assert state.clock_version != core_group.version
    assert state.words == (
        "Core group, at the latest Tuesday 17 November. Sooner if the child needs it. "
        "This area’s own limit; nationally it is 10 working days."
    )


def test_a_local_limit_above_the_maximum_is_refused_wherever_it_comes_from():
    with pytest.raises(ValueError, match="longer than the statutory maximum"):
        run(core_group, [], as_at=as_at("6 Nov"), overrides={"core_group": working_days(11)})


def test_a_local_clock_may_be_set_to_any_length():
    assert child_seen_alone_on_plan.with_limit(calendar_months(1)).due == calendar_months(1)


def test_a_spec_that_is_wrong_fails():
    with pytest.raises(AssertionError, match="wanted 'due 18 Nov'"):
        clock_spec(core_group, CONFERENCE + "as at 6 Nov: running, due 18 Nov")
