"""A browser in which somebody is signed in, driven by its keyboard alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from tests.web.forms import signed_in
from tests.web.test_web_browser import faults

MOST_STOPS = 120


@contextmanager
def opened(browser: Browser, address: str, code: str, *, width: int, **options: Any) -> Iterator[Page]:
    """A page of somebody's own. ``java_script_enabled=False`` is a browser that runs no script at all."""
    viewport = {"width": width, "height": 740}
    context = browser.new_context(viewport=viewport, reduced_motion="reduce", **options)
    cookie = signed_in(code).cookies["kith"].value
    context.add_cookies([{"name": "kith", "value": cookie, "url": address}])
    yield context.new_page()
    context.close()


def go_to(page: Page, what: str) -> None:
    """Tab until the focus is on a field (by its id) or on something that is called so."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        id, words = page.evaluate(
            "() => [document.activeElement.id, (document.activeElement.innerText || '').trim()]"
        )
        if what in (id, words):
            return
    raise AssertionError(f"the keyboard never comes to {what}")


def write(page: Page, field: str, words: str) -> None:
    """Come to a field by the keyboard and type into it."""
    go_to(page, field)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def tick(page: Page, field: str, *, place: int = 1) -> None:
    """Come to a tick box, or to a set of radio buttons and go down to the one at ``place``."""
    go_to(page, field)
    page.keyboard.press("Space")
    for _ in range(place - 1):
        page.keyboard.press("ArrowDown")


def press(page: Page, words: str) -> None:
    """Come to a button or link by the keyboard and press Enter."""
    go_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def check(page: Page, *, width: int) -> None:
    """Axe finds nothing, and nothing scrolls sideways."""
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
