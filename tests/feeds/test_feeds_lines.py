"""Lines: when each was last heard; a broken line is not the same as nothing to report, and neither is a line never heard."""

import pytest

from kith.agencies import queries as agencies
from kith.grammar.durations import days, working_days
from kith.journeys.feeding.lines import due_after, lines_of
from tests.feeds.world import send
from tests.support.world import day

NOTHING = '{"nothing_to_report": true, "for": "2026-03-10"}'
HEAD = "upn,forename,surname,date_of_birth,from,code\n"
ABSENT = HEAD + "A801,Ann,Bell,2015-02-02,2026-03-09,O\n"


def line(area, feed, team=None):
    held = {(one.feed.code, one.team): one for one in lines_of(area=area.code, as_at=area.now)}
    return held[(feed, team)]


def test_a_line_that_was_never_heard_is_neither_broken_nor_silent_about_it(area):
    found = line(area, "police_notice")
    assert (found.heard_at, found.due_at, found.is_broken) == (None, None, False)


def test_a_line_is_broken_once_what_was_due_did_not_come(area):
    send(area, "police_notice", NOTHING)
    area.on("11 Mar")
    assert not line(area, "police_notice").is_broken
    area.on("11 Mar", hour=13)
    found = line(area, "police_notice")
    assert (found.is_broken, found.heard_at, found.due_at) == (True, day("10 Mar"), day("11 Mar"))


def test_nothing_to_report_keeps_a_line_whole_and_is_said(area):
    send(area, "police_notice", NOTHING)
    area.on("11 Mar", hour=10)
    send(area, "police_notice", NOTHING.replace("-10", "-11"))
    found = line(area, "police_notice")
    assert (found.is_broken, found.said_nothing, found.heard_at) == (False, True, area.now)


def test_an_old_file_sent_again_does_not_make_a_line_look_fresh(area):
    send(area, "school_absence", ABSENT)
    area.on("16 Mar")
    send(area, "school_absence", ABSENT)
    (found,) = (one for one in lines_of(area=area.code, as_at=area.now) if one.feed.code == "school_absence")
    assert (found.heard_at, found.is_broken) == (day("10 Mar"), True)


def test_a_message_of_which_nothing_could_be_read_still_says_that_the_line_is_whole(area):
    send(area, "police_notice", "{")
    found = line(area, "police_notice")
    assert (found.heard_at, found.said_nothing, found.is_broken) == (area.now, False, False)


def test_each_school_is_a_line_of_its_own(area):
    send(area, "school_absence", ABSENT)
    area.on("12 Mar")
    send(area, "school_absence", HEAD + "nothing to report\n", code="shabnam-akhtar")
    fernmoor, quay = (
        agencies.team(area=area.code, code=code).id for code in ("fernmoor-primary", "quay-infants")
    )
    first, second = (line(area, "school_absence", team) for team in (fernmoor, quay))
    assert (first.is_broken, first.team_name) == (True, "Fernmoor Primary")
    assert (second.is_broken, second.said_nothing) == (False, True)


def test_on_an_earlier_moment_a_line_stands_as_it_did_then(area):
    send(area, "police_notice", NOTHING)
    then = area.now
    area.on("20 Mar")
    send(area, "police_notice", NOTHING)
    (found,) = (one for one in lines_of(area=area.code, as_at=then) if one.feed.code == "police_notice")
    assert (found.heard_at, found.is_broken) == (then, False)


@pytest.mark.parametrize(
    ("heard", "every", "due"),
    [
        ("13 Mar", working_days(1), day("17 Mar", hour=0)),  # a Friday; by the end of Monday
        ("2 Apr", working_days(1), day("8 Apr", hour=0)),  # before Easter
        ("13 Mar", days(1), day("14 Mar")),
        ("28 Mar", days(1), day("29 Mar", hour=13)),  # 24 hours over the change of the clocks
    ],
)
def test_when_a_line_is_expected_again(heard, every, due):
    assert due_after(day(heard), every) == due
