"""The pictures: drawn twice, and said again as a table."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.web.parts.agency import GROUPS, agency
from kith.web.pictures import eyes, lanes, shapes
from tests.web.drawing import read
from tests.web.samples.child import EYES
from tests.web.samples.chronology import LANES


def test_each_agency_has_a_shape_of_its_own():
    assert len({shapes.outline(group, 8, 8, 6) for group in GROUPS}) == len(GROUPS)


def test_an_unknown_group_has_no_shape():
    with pytest.raises(ValueError, match="no shape for 'army'"):
        shapes.outline("army", 0, 0, 1)


@pytest.mark.parametrize("code", ["police", "school", "childrens_social_care", "gp", "housing", "voluntary"])
def test_an_agency_takes_its_shape_and_word_from_the_rulebook(code):
    assert agency(code).group in GROUPS
    assert agency(code).label[0].isupper()


@pytest.mark.parametrize("draw", [eyes.wide, eyes.tall])
def test_eyes_shows_every_day_on_which_the_child_was_seen(draw):
    picture = read(draw(EYES)).all("svg")[0]
    without_a_carer = sum(seen.alone for row in EYES.rows for seen in row.seen)
    with_one = sum(not seen.alone for row in EYES.rows for seen in row.seen)
    row_shapes = len(EYES.rows) if draw is eyes.wide else 0
    filled = [one for one in picture.all("path") if one.attributes["class"].startswith("f-")]
    assert len(filled) == without_a_carer + row_shapes
    assert len(picture.classed("g-outline")) == with_one


def test_silence_and_a_broken_line_are_hatched_differently():
    fills = {one.attributes["fill"] for one in read(eyes.wide(EYES)).classed("g-hatchbox")}
    assert fills == {"url(#ew-silent)", "url(#ew-line_down)"}


def test_the_table_of_eyes_says_what_the_picture_shows():
    rows = {row[0].label: row[1:] for row in eyes.table(EYES).rows}
    assert rows["School"] == ("21 to 23 Oct; 2 to 6 Nov; 9 to 13 Nov", "2 Nov", "none", "16 to 17 Nov")
    assert rows["Health"] == ("23 Oct", "none", "12 Nov", "17 Nov")
    assert rows["Police"][0] == "Not seen. 14 November: no answer at the door."


def test_the_key_names_only_the_signs_that_are_used():
    assert EYES.signs == ["alone", "seen", "absent", "silent", "line_down"]
    assert replace(EYES, rows=EYES.rows[:2]).signs == ["alone", "seen", "silent"]


@pytest.mark.parametrize("draw", [lanes.wide, lanes.tall])
def test_lanes_ring_what_nothing_has_settled(draw):
    drawn = read(draw(LANES))
    assert len(drawn.classed("g-ring")) == sum(mark.open for lane in LANES.lanes for mark in lane.marks)


@pytest.mark.parametrize("draw", [lanes.wide, lanes.tall])
def test_every_entry_of_the_story_is_a_named_link(draw):
    links = read(draw(LANES)).all("a")
    assert len(links) == sum(not mark.routine for lane in LANES.lanes for mark in lane.marks)
    assert all(link.attributes["aria-label"] and link.attributes["href"] for link in links)


def test_a_lane_is_silent_after_sixty_days_and_not_before():
    first = date(2026, 1, 1)
    days = [first + timedelta(days=59), first + timedelta(days=119)]
    found = lanes.silences_between(days, first=first, last=days[-1], nothing="no words")
    assert [silence.words for silence in found] == ["60 days, no words"]


def test_close_marks_do_not_cover_each_other():
    places = {one.attributes["cy"] for one in read(lanes.wide(LANES)).classed("g-ring")}
    lanes_with_rings = 6
    assert len(places) > lanes_with_rings


def test_the_table_of_lanes_counts_each_month():
    table = lanes.table(LANES)
    words = next(row for row in table.rows if row[0].group == "child")
    assert table.months[0] == "Feb"
    assert words[1] == (1, 0, 0, 0, 1, 1, 1, 0, 0, 2)
    assert words[2] == 2


def test_words_in_a_picture_stay_words():
    wicked = replace(EYES, of='"><script>', rows=(replace(EYES.rows[3], words="<b>&"),))
    drawn = eyes.wide(wicked)
    assert "<script" not in drawn
    assert "&lt;b&gt;&amp;" in drawn
