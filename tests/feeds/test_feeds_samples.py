"""What every feed must keep, tried on every sample that is there: a new folder is tried too, and nothing is listed here."""

import json
import re

import pytest

from kith.chronology import queries as chronology
from kith.journeys.feeding import mending
from kith.journeys.feeding.found import feeds
from kith.journeys.feeding.receiving import reading_of
from kith.journeys.feeding.types import Letter
from kith.kernel import dead_letters, messages
from kith.patterns.queries import rulebook
from tests.architecture.source import KITH
from tests.feeds.world import FEEDS, entries_from, parts_of, rows, samples, send
from tests.guard.standing_still import taken_back
from tests.support.world import Area, day

PROMISES = ("good", "odd", "broken")
EVERY = samples()
WITH_PARTS = [one for one in EVERY if not one.says_nothing]
LONG = re.compile(r"[^\W\d_]{4,}|\d{4,}")
"""Words and numbers of a message that an answer must not repeat."""
SAID_BY_KITH = {
    word
    for folder in ("journeys/feeding", "feeds", "chronology")
    for path in (KITH / folder).rglob("*.py")
    for word in LONG.findall(path.read_text())
}


def sent(area, sample):
    return send(area, sample.feed.code, sample.body, media_type=sample.media_type)


@pytest.fixture(scope="module")
def came_of(bay):
    """Every sample, sent once into one world: what came of each by its name."""
    area = Area(bay, day("10 Mar"))
    return {str(sample): sent(area, sample) for sample in EVERY}


@pytest.fixture
def area(bay, came_of):
    with taken_back():
        yield Area(bay, day("10 Mar"))


@pytest.mark.parametrize("code", sorted(feeds()))
def test_a_feed_has_samples_of_each_promise_one_that_says_nothing_and_a_page_about_the_world(code):
    own = [one for one in EVERY if one.path.parents[1].name == code]
    assert {one.promise for one in own} == set(PROMISES)
    assert any(one.says_nothing for one in own)
    readme = (FEEDS / code / "README.md").read_text()
    assert "Stands for" in readme and ("[P]" in readme or "[unchecked]" in readme)
    assert feeds()[code].agency in rulebook().agencies


@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_a_sample_comes_to_what_its_name_promises_and_is_kept_as_it_came(area, came_of, sample):
    came = came_of[str(sample)]
    assert came.is_done and came.says_nothing == sample.says_nothing
    assert bool(came.taken) == (sample.promise in ("good", "odd") and not sample.says_nothing)
    assert bool(came.letters) == (sample.promise in ("odd", "broken"))
    assert chronology.envelope(id=came.message).body == sample.body
    assert len(entries_from(came.message)) == came.taken
    assert parts_of(came.message) == came.taken + len(came.letters)


@pytest.mark.parametrize("sample", WITH_PARTS, ids=str)
def test_the_same_message_twice_has_one_effect(area, came_of, sample):
    first = came_of[str(sample)]
    counted = {
        table: rows(table) for table in ("chronology_entry", "kernel_dead_letter", "chronology_envelope")
    }
    again = sent(area, sample)
    assert (again.message, again.taken, again.letters) == (first.message, first.taken, first.letters)
    assert again.came_before and not first.came_before
    assert {table: rows(table) for table in counted} == counted


@pytest.mark.parametrize("sample", [one for one in WITH_PARTS if one.promise != "good"], ids=str)
def test_what_is_wrong_is_said_with_its_place_and_repeats_nothing_of_the_message(area, came_of, sample):
    for kept in came_of[str(sample)].letters:
        assert kept.place and kept.wrong
        theirs = _values(dead_letters.letter(kept.id).body) - SAID_BY_KITH
        for one in kept.wrong:
            assert one.words.endswith(".")
            assert not [word for word in theirs if word in one.words], one.words


def _values(body):
    """What a sender wrote, and not the names of its fields."""
    text = body.decode(errors="replace")
    try:
        said = json.loads(text)
    except ValueError:
        lines = text.split("\n", 1)
        return set(LONG.findall(lines[-1] if len(lines) > 1 else "")) - {"extra"}
    return {word for value in _strings(said) for word in LONG.findall(value)}


def _strings(said):
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list):
        for one in said.values() if isinstance(said, dict) else said:
            yield from _strings(one)


@pytest.mark.parametrize("sample", WITH_PARTS, ids=str)
def test_a_part_alone_is_a_message_of_the_same_feed_with_the_same_faults(area, sample):
    """So that a letter can be mended and read again by itself."""
    letter = Letter(
        body=sample.body, media_type=sample.media_type, agency=sample.feed.agency, area=area.code, at=area.now
    )
    for part in reading_of(sample.feed, letter).parts:
        alone = reading_of(sample.feed, Letter(**{**vars(letter), "body": part.body}))
        assert len(alone.parts) == 1
        assert alone.parts[0].concern == part.concern
        assert [one.words for one in alone.parts[0].wrong] == [one.words for one in part.wrong]


@pytest.mark.parametrize("sample", [one for one in EVERY if one.promise == "odd"], ids=str)
def test_a_letter_looked_at_again_says_what_was_said_when_it_came(area, came_of, sample):
    for kept in came_of[str(sample)].letters:
        held = dead_letters.letter(kept.id)
        again = mending.wrong_with(held, body=held.body, at=area.now)
        assert [one.words for one in again] == [one.words for one in kept.wrong]


@pytest.mark.parametrize("sample", [one for one in EVERY if one.says_nothing], ids=str)
def test_nothing_to_report_leaves_no_entry_and_no_letter_and_is_heard_again_each_time(area, came_of, sample):
    first = came_of[str(sample)]
    assert (first.taken, first.letters, entries_from(first.message)) == (0, (), [])
    area.on("12 Mar")
    sent(area, sample)
    heard = messages.last_heard(area=area.code, feeds=[sample.feed.code], as_at=area.now)
    assert [(one.at, one.said_nothing) for one in heard.values()] == [(area.now, True)]
