"""The child page of a published timeline, as it was known on one day, and of ordinary families."""

import re

import pytest

from kith.kernel.clock import now
from tests.support.world import Area, tolland_bay
from tests.web.filled import line, opened, rolled_back, together
from tests.web.living import page
from tests.web.many_entries import case, first_child_of, ordinary

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def area() -> Area:
    return tolland_bay(now())


@pytest.fixture(scope="module")
def solihull(django_db_setup, django_db_blocker):
    """The page, drawn once: the database is as it was when the tests read it."""
    with rolled_back(django_db_blocker):
        area = tolland_bay(now())
        child = first_child_of(case("solihull-2020.json"), area)
        return page(opened(area, child, "?as_at=2020-04-24"))


def test_relatives_told_three_agencies_in_five_days_and_nobody_rang_back(solihull):
    assert "told three agencies in five days, 16 Apr to 20 Apr: social care, police, school" in together(
        solihull
    )
    assert "No entry shows anyone ringing them back." in together(solihull)
    done = line(solihull, "Grandmother phones the out-of-hours team").classed("line__done")[0].text
    assert "No entry shows anyone ringing them back" in done


def test_police_were_asked_to_attend_and_declined(solihull):
    asked = line(solihull, "asks police to carry out a welfare check")
    assert "16 Apr" in asked.classed("line__when")[0].text
    assert "Police, the same day: declined a welfare check" in asked.classed("line__done")[0].text


def test_there_was_one_announced_visit_and_the_child_was_not_seen_alone(solihull):
    assert "one visit, announced. No entry shows the child seen alone." in together(solihull)
    assert line(solihull, "meeting in a shop car park rather than at home")
    assert "On no entry" in solihull.classed("seen")[0].text


def test_a_mark_was_seen_on_the_day_on_which_the_assessment_ended(solihull):
    assert line(solihull, "a faint yellow mark is seen")
    ended = "ended with no further action on 17 Apr, one day after the first report, on the day an injury was seen"
    assert ended in together(solihull)


def test_police_hold_a_picture_that_social_care_has_not(solihull):
    done = line(solihull, "emails a photograph").classed("line__done")[0].text
    assert "Police alone holds the image; no entry shows that social care has it" in done
    assert "Has whoever decides looked at the picture?" in solihull.classed("three")[0].text


def test_social_cares_own_picture_came_after_its_decision(solihull):
    image = line(solihull, "photographs of 16 April reach social care")
    assert "It came after social care’s decision of 17 Apr" in image.classed("line__done")[0].text


def test_no_strategy_discussion_is_recorded(solihull):
    assert "No strategy discussion is recorded since 16 Apr" in together(solihull)


def test_those_who_told_stand_among_the_people_as_not_rung_back(solihull):
    waiting = [one.text for one in solihull.classed("people")[0].all("b")]
    assert "Told police, 18 Apr. No entry shows anyone ringing back." in waiting


def test_the_story_is_told_in_at_most_forty_lines_and_every_finding_leads_to_its_entries(solihull):
    assert len(solihull.classed("line") + solihull.classed("fold")) <= 40
    links = [link.attributes["href"] for link in solihull.classed("found-together")[0].all("a")]
    assert len(links) >= 6
    assert all(
        re.search(r"/chronology/\?entry=[0-9a-f-]{36}&as_at=2020-04-24T23:59:59#entry-", link)
        for link in links
    )


def test_nothing_is_told_that_nobody_knew_then(solihull):
    assert "hairdresser" not in solihull.text
    assert "anonymous" not in solihull.text


def test_the_page_says_loudly_which_moment_it_shows(solihull):
    banner = solihull.classed("past")[0]
    assert "As known at the end of Friday 24 April 2020." in banner.text
    assert "Nothing that came later is shown." in banner.text
    assert "24 April 2020" in solihull.all("title")[0].text
    assert solihull.classed("now")[0].inside.all("h2")[0].text == "As it stood then"


def test_a_moment_that_cannot_be_read_is_said_and_the_page_is_todays(area):
    child = first_child_of(case("solihull-2020.json"), area)
    for typed in ("24/04/2020", "2020-02-31", "2999-01-01"):
        answer = opened(area, child, f"?as_at={typed}")
        assert answer.status_code == 422
        assert "That moment could not be shown" in page(answer).classed("error-summary")[0].text
        assert page(answer).all("title")[0].text.startswith("Error: ")
        assert not page(answer).classed("past")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_ordinary_family_gets_a_few_calm_lines(area, place):
    given = ordinary(place)
    last = max(entry.known_at for entry in given.entries).date()

    tree = page(opened(area, first_child_of(given, area), f"?as_at={last}"))

    assert 0 < len(tree.classed("line") + tree.classed("fold")) <= 10
    assert not tree.classed("found-together")
    assert "Kith asked nothing then. That is not the same as safe" in tree.all("main")[0].text
