"""A strategy discussion from its calling to its record in a real browser: by keyboard alone, on a phone, without any script."""

import pytest

from kith.decisions import queries as decisions
from tests.web.forms import bay
from tests.web.living import by_code
from tests.web.walking import check, go_to, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
MANAGER = "dana-ferris"


@pytest.fixture
def area():
    return bay()


@pytest.fixture
def casper(area):
    casper = area.child("Casper Lyle", aged=6)
    area.involve(by_code(area, MANAGER), casper)
    return casper


def unfold(page, words):
    """Open what stands closed until it is asked for."""
    go_to(page, words)
    page.keyboard.press("Enter")


def test_a_discussion_is_called_talked_in_and_decided_by_keyboard_on_a_phone_without_script(
    browser, live_server, area, casper
):
    phone = {"width": 360, "java_script_enabled": False, "locale": "en-GB"}
    with opened(browser, live_server.url, MANAGER, **phone) as page:
        page.goto(f"{live_server.url}/children/{casper.id}/decisions/new")
        tick(page, "step")
        write(page, "question", "Is there reasonable cause?")
        press(page, "Ask them")
        press(page, "I am here")

        unfold(page, "Bring what social care knows")
        write(page, "bring-knows", "Not seen alone since June.")
        tick(page, "bring-may_be_told", place=2)
        press(page, "Put it before everybody")

        unfold(page, "Write what else it may be")
        write(page, "explanation-words", "He is frightened of going home.")
        press(page, "Add it")

        tick(page, "answer")
        write(page, "reasons", "Her own words. A paediatrician would change my mind.")
        write(page, "most_protective", "An order tonight; not yet.")
        press(page, "Write our position")

        unfold(page, "Add an action")
        tick(page, "action-sort")
        write(page, "action-what", "See Casper alone at school")
        tick(page, "action-owner")
        write(page, "action-day", "01122099")
        write(page, "action-time", "1400")
        tick(page, "action-said_yes")
        press(page, "Ask them")

        unfold(page, f"Decide for {page.inner_text('.kids b')}")
        tick(page, f"children-{casper.id.hex}-outcome")
        write(page, f"children-{casper.id.hex}-reasons", "He said that he is hit.")
        press(page, "Write it")

        tick(page, "outcome")
        write(page, "outcome_reasons", "He said so himself, twice.")
        write(page, "without_quorum_because", "Nobody else answered, and he goes home at three.")
        press(page, "Decide")
        words = page.inner_text("main")
    assert "Strategy discussion, decided by social care alone" in words
    assert "Nobody else answered, and he goes home at three." in words
    (made,) = decisions.decisions_about(child=casper.id, by=by_code(area, MANAGER).actor)
    assert (made.outcome, made.enquiry) == ("yes", "single")
    assert [one.what for one in made.actions] == ["See Casper alone at school"]


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 360])
def test_axe_finds_nothing_on_an_open_discussion_with_every_form_unfolded(
    browser, live_server, casper, width
):
    with opened(browser, live_server.url, MANAGER, width=width, java_script_enabled=True) as page:
        page.goto(f"{live_server.url}/children/{casper.id}/decisions/new")
        check(page, width=width)
        page.check("[name=step] >> nth=0")
        page.fill("#question", "Is there reasonable cause?")
        page.click("text=Ask them")
        for summary in page.query_selector_all("details.write > summary"):
            summary.click()
        check(page, width=width)
