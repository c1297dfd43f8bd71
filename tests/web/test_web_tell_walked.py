"""The public door in a real browser: by keyboard alone, on a phone, without any script; nothing stays on the device."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kith.chronology import queries as chronology
from kith.web.models import Telling
from kith.web.tell.pace import PACE
from tests.web.forms import bay
from tests.web.walking import check, go_to, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
SEEN = "He sleeps in the shed."
LEFT = "**/tell/leave/"


@pytest.fixture
def area():
    PACE.forget()
    return bay()


@contextmanager
def phone(browser: Browser, **options: Any) -> Iterator[Page]:
    """A phone of 360 px on which nobody is signed in. The way out ends at a page of ours, not at the real weather."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce", **options)
    weather = {"body": "<title>It rains</title>", "content_type": "text/html"}
    context.route(LEFT, lambda route: route.fulfill(**weather))
    yield context.new_page()
    context.close()


def nothing_is_kept(page: Page) -> bool:
    kept = page.context.storage_state()
    return not kept["cookies"] and not kept["origins"]


def test_a_neighbour_tells_by_keyboard_alone_on_a_phone_without_script(browser, live_server, area):
    with phone(browser, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/tell/")
        tick(page, "danger", place=3)
        press(page, "Go on")
        write(page, "child_name", "Casper Lyle")
        press(page, "Go on")
        write(page, "seen", SEEN)
        press(page, "Go on")
        tick(page, "happened", place=2)
        press(page, "Go on")
        press(page, "Go on")
        tick(page, "who", place=2)
        press(page, "Go on")
        tick(page, "contact", place=3)
        press(page, "Go on")
        assert SEEN in page.locator("main").inner_text()
        assert page.url == f"{live_server.url}/tell/"
        press(page, "Send")
        words = page.locator(".five-words__they").inner_text()
        page.reload()
        assert page.locator(".five-words__they").inner_text() == words
        press(page, "Tell us more, or ask what came of it")
        write(page, "words", words)
        press(page, "Go on")
        assert "We got your words on" in page.locator("main").inner_text()
        assert nothing_is_kept(page)
        press(page, "Exit this page")
        assert page.title() == "It rains"
    assert SEEN in chronology.entry(Telling.objects.get().contact).text


@pytest.mark.slow
def test_back_and_forward_and_a_dropped_line_lose_nothing(browser, live_server, area):
    with phone(browser) as page:
        page.goto(f"{live_server.url}/tell/")
        page.get_by_role("button", name="Go on").click()
        page.locator("#child_name").fill("Casper Lyle")
        page.get_by_role("button", name="Go on").click()
        page.locator("#seen").fill(SEEN)
        page.get_by_role("button", name="Back").click()
        assert page.locator("#child_name").input_value() == "Casper Lyle"
        page.get_by_role("button", name="Go on").click()
        assert page.locator("#seen").input_value() == SEEN
        page.context.set_offline(True)
        page.get_by_role("button", name="Go on").click()
        page.context.set_offline(False)
        page.reload()
        assert page.locator("h1").inner_text() == "When was it, and how often?"
        assert nothing_is_kept(page)
        page.get_by_role("button", name="Go on").click()
        for _ in range(3):
            page.go_back()
        assert page.locator("#seen").input_value() == SEEN
        page.go_forward()
        assert page.locator("#child_name").input_value() == "Casper Lyle"


def test_the_way_out_blanks_the_page_and_back_does_not_show_it_again(browser, live_server, area):
    with phone(browser) as page:
        page.goto(f"{live_server.url}/static/kith.svg")
        page.goto(f"{live_server.url}/tell/")
        page.get_by_role("link", name="Exit this page").click()
        page.wait_for_url(LEFT)
        page.go_back()
        assert page.url.endswith("/static/kith.svg")


def test_three_presses_of_shift_leave_and_three_with_a_letter_between_do_not(browser, live_server, area):
    with phone(browser) as page:
        page.goto(f"{live_server.url}/tell/")
        for key in ("Shift", "Shift", "a", "Shift"):
            page.keyboard.press(key)
        assert page.url.endswith("/tell/")
        for _ in range(2):
            page.keyboard.press("Shift")
        page.wait_for_url(LEFT)


@pytest.mark.slow
def test_a_child_tells_in_four_presses_by_keyboard_alone_without_script(browser, live_server, area):
    with phone(browser, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/tell/me/")
        tick(page, "face", place=4)
        write(page, "words", "plese come")
        press(page, "Send")
        assert page.locator("h1").inner_text() == "We have it. Thank you for telling us."
        assert nothing_is_kept(page)
    assert chronology.entry(Telling.objects.get().contact).childs_words == "plese come"


@pytest.mark.slow
def test_axe_finds_nothing_in_a_language_that_runs_from_right_to_left(browser, live_server, area):
    with phone(browser) as page:
        page.goto(f"{live_server.url}/tell/?language=ar")
        check(page, width=360)
        page.locator("main button.button").click()
        check(page, width=360)
        field = page.locator("#child_name").bounding_box()
        button = page.locator("main button.button").bounding_box()
        assert abs((field["x"] + field["width"]) - (button["x"] + button["width"])) < 4
        go_to(page, "child_age")
