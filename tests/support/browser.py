"""The real browser of the tests: Debian's Chromium, driven by playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

APT_LINE = "apt-get update && apt-get install -y --no-install-recommends chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium_path() -> str | None:
    """Where Chromium is, or None: ``KITH_CHROMIUM`` first, then what is on PATH."""
    given = os.environ.get("KITH_CHROMIUM")
    return given or next((found for name in NAMES if (found := shutil.which(name))), None)


def required_chromium_path() -> str:
    """Where Chromium is. Without it the test skips, or fails where ``KITH_REQUIRE_BROWSER=1``, with what to type."""
    found = chromium_path()
    if found:
        return found
    missing = f"no Chromium: {APT_LINE}"
    if os.environ.get("KITH_REQUIRE_BROWSER") == "1":
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)


@contextmanager
def launched() -> Iterator[Browser]:
    """A running browser. Playwright keeps an event loop in this thread, which Django must be told to bear with."""
    path = required_chromium_path()
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            yield browser
            browser.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        else:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before
