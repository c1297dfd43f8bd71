"""The story so far, on a published timeline and on ordinary families."""

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest

from kith.chronology import queries as chronology
from kith.chronology.story.types import StorySoFar
from kith.kernel.clock import LONDON
from kith.replay import scratch
from kith.replay.case_file import parse, read
from kith.rulebook import load

CASES = Path(__file__).resolve().parents[1] / "cases"
book = load("kith.rulebook.england")
pytestmark = pytest.mark.django_db


def story(case, on: date, *, agency: tuple[str, str] | None = None) -> StorySoFar:
    (ledger,) = scratch.load([case], book)
    child = ledger.persons[case.children[0].key]
    as_at = datetime.combine(on, time(23, 59), LONDON)
    return chronology.story_so_far(child=child, as_at=as_at, basis="known", agency=agency)


def solihull():
    ((_, case),) = read(CASES / "published" / "solihull-2020.json")
    return case


@pytest.fixture
def told(db) -> StorySoFar:
    return story(solihull(), date(2020, 4, 24))


def line(told: StorySoFar, words: str):
    (found,) = [one for one in told.lines if words in one.said]
    return found


def found(told: StorySoFar, words: str) -> bool:
    return any(words in finding.words for finding in told.findings)


def done(one) -> str:
    return " ".join(each.words for each in one.done)


def test_it_is_told_in_at_most_forty_lines(told):
    assert len(told.told) <= 40
    assert told.entry_count == 31


def test_relatives_told_three_agencies_in_five_days(told):
    assert found(told, "told three agencies in five days, 16 Apr to 20 Apr: social care, police, school")


def test_no_entry_shows_social_care_ringing_them_back(told):
    assert found(told, "No entry shows anyone ringing them back")
    assert "No entry shows anyone ringing them back" in done(
        line(told, "Grandmother phones the out-of-hours team")
    )


def test_police_were_asked_to_attend_on_the_sixteenth_and_declined(told):
    asked = line(told, "asks police to carry out a welfare check")
    assert asked.when.happened_to.date() == date(2020, 4, 16)
    assert "Police, the same day: declined a welfare check" in done(asked)


def test_one_announced_visit_the_child_not_seen_alone_and_a_meeting_away_from_home_proposed(told):
    assert found(told, "one visit, announced. No entry shows the child seen alone")
    assert line(told, "meeting in a shop car park rather than at home").agency[0] == "childrens_social_care"


def test_a_mark_was_seen_and_the_assessment_ended_within_a_day(told):
    assert "a faint yellow mark is seen" in line(told, "Pre-arranged visit").said
    assert found(
        told,
        "ended with no further action on 17 Apr, one day after the first report, on the day an injury was seen",
    )


def test_police_hold_an_image_since_the_eighteenth_that_social_care_has_not(told):
    image = line(told, "emails a photograph")
    assert image.when.happened_to.date() == date(2020, 4, 18)
    assert "Police alone holds the image; no entry shows that social care has it" in done(image)


def test_social_cares_own_image_came_after_its_decision(told):
    image = line(told, "photographs of 16 April reach social care")
    assert image.when.happened_to.date() == date(2020, 4, 24)
    assert "It came after social care’s decision of 17 Apr" in done(image)


def test_no_strategy_discussion_is_recorded(told):
    assert found(told, "No strategy discussion is recorded since 16 Apr")


def test_nothing_is_told_that_nobody_knew_then(told):
    assert not any("hairdresser" in one.said or "anonymous referral" in one.said for one in told.lines)


def test_police_alone_knew_less(db):
    alone = story(solihull(), date(2020, 4, 24), agency=("police", "solihull"))
    assert not any("meets school staff" in one.said for one in alone.lines)
    assert 0 < alone.entry_count < 10


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_ordinary_family_gets_a_few_calm_lines(place):
    lines = (CASES / "ordinary-sample.jsonl").read_text().splitlines()
    quiet = [c for c in map(json.loads, lines) if "universal" in c["slug"] or "bumps" in c["slug"]]
    case = parse(quiet[place])

    told = story(case, max(entry.known_at for entry in case.entries).date())

    assert len(told.told) <= 10
    assert told.findings == ()
