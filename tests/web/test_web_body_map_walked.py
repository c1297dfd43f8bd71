"""The body map in a real browser: by keyboard alone, by touch, and without a script, wide and on a phone."""

import pytest

from kith.kernel.clock import now
from tests.web.concern_forms import CHILD, ON_THE_DAY, WHERE, go_through
from tests.web.forms import bay, signed_in
from tests.web.test_web_browser import faults
from tests.web.walking import check, go_to, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
SCHOOL = "joy-okafor"
SEEN = {**ON_THE_DAY, "seen_or_heard": "Marks on both arms.", "who_said": "self", "worry_about": ["injury"]}


@pytest.fixture
def area():
    return bay()


def at_the_body_map(live_server) -> str:
    """The address of the body map in a concern that has come so far."""
    return f"{live_server.url}{go_through(signed_in(SCHOOL), WHERE, CHILD, SEEN)}"


def focus_on(page, name: str) -> None:
    """Tab until the focus is on a button of the drawing that is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == name:
            return
    raise AssertionError(f"the keyboard never comes to {name}")


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 360])
def test_two_marks_are_put_described_and_sent_by_keyboard_alone_without_script(
    browser, live_server, area, width
):
    href = at_the_body_map(live_server)
    with opened(browser, live_server.url, SCHOOL, width=width, java_script_enabled=False) as page:
        page.goto(href)
        tick(page, "mark_seen")
        focus_on(page, "Add a mark: Left upper arm, front")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator("#mark_seen").is_checked()
        assert page.locator(".one-mark legend").first.inner_text() == "1 Left upper arm, front"
        write(page, "mark_1_length", "20")
        go_to(page, "Or choose from a list")
        page.keyboard.press("Enter")
        tick(page, "site-6")
        press(page, "Number the places that I ticked")
        assert page.input_value("#mark_1_length") == "20"
        assert page.locator(".one-mark").count() == 2
        # Enter in a box goes on, as everywhere; it puts no mark and fills nothing in.
        write(page, "mark_1_width", "10")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.endswith("/urgent/")
        tick(page, "how_soon")
        tick(page, "family_told")
        press(page, "Save and go on")
        words = page.locator("main").inner_text()
        assert "1. Left upper arm, front; 20 by 10 mm" in words and "2. Ear" in words
        press(page, "Send to the duty desk")
        assert page.locator("h1").inner_text() == "Sent. Now ring."
    area.now = now()


@pytest.mark.parametrize(
    "width", [pytest.param(1280, marks=pytest.mark.slow), pytest.param(360, marks=pytest.mark.slow), 320]
)
def test_every_place_of_a_drawing_is_large_enough_to_touch_and_a_touch_puts_a_mark(
    browser, live_server, area, width
):
    href = at_the_body_map(live_server)
    with opened(
        browser, live_server.url, SCHOOL, width=width, java_script_enabled=False, has_touch=True
    ) as page:
        page.goto(href)
        for part in page.locator(".body-views details").all():
            summary = part.locator("summary")
            is_there = summary.evaluate("one => getComputedStyle(one).pointerEvents") != "none"
            if is_there and part.get_attribute("open") is None:
                summary.tap()
        boxes = [one.bounding_box() for one in page.locator(".body__place").all()]
        assert len(boxes) > 100 and all(boxes)
        assert min(min(box["width"], box["height"]) for box in boxes) >= 24
        assert max(box["x"] + box["width"] for box in boxes) <= width
        with page.expect_navigation():
            page.get_by_role("button", name="Add a mark: Right cheek", exact=True).tap()
        assert page.locator(".one-mark legend").first.inner_text() == "1 Right cheek"
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 360])
def test_axe_finds_nothing_on_the_body_map_and_a_mark(browser, live_server, area, width):
    href = at_the_body_map(live_server)
    with opened(browser, live_server.url, SCHOOL, width=width) as page:
        page.goto(href)
        check(page, width=width)
        page.get_by_role("button", name="Add a mark: Left upper arm, front", exact=True).click()
        page.locator("#mark_1_length").fill("two")
        page.get_by_role("button", name="Save and go on").last.click()
        assert page.locator(".error-summary").count() == 1
        check(page, width=width)
        assert faults(page) == []
