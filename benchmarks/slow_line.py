"""A neighbour's report on an old phone's line: 400 kbit/s both ways and 400 ms there and back, in Chromium without its cache.

Each page from the press to its last byte drawn, the whole way from the first page to the thanks. Typing takes no time here.
"""

import subprocess
import sys
import time

from front_door_load import PORT, wait_for
from playwright.sync_api import Page, sync_playwright
from setting import ROOT, publish, spread
from tests.support.browser import FLAGS, required_chromium_path

LINE = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
USABLE = 5
PAGES: list[dict[str, str]] = [
    {"danger": "no"}, {"child_name": "Casper Lyle"}, {"seen": "He sleeps in the shed."}, {"happened": "week"}, {}, {"who": "neighbour"},
    {"contact": "no"},
]  # fmt: skip


def main() -> None:
    command = [sys.executable, "-m", "kith.config.commands", "demo", "--port", str(PORT), "--fresh"]
    demo = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(PORT)
        with sync_playwright() as started:
            browser = started.chromium.launch(executable_path=required_chromium_path(), args=FLAGS)
            walks = [
                walk(browser.new_context(viewport={"width": 360, "height": 740}).new_page()) for _ in range(5)
            ]
            browser.close()
    finally:
        demo.terminate()
        demo.wait()
    pages = [one for each in walks for one in each]
    whole = [sum(each) / 1000 for each in walks]
    publish(
        "slow_line",
        [
            f"each page: {spread(pages)}; slowest {max(pages) / 1000:.1f} s (usable within {USABLE} s)",
            f"the whole way, {len(walks[0])} pages: {min(whole):.1f} to {max(whole):.1f} s in {len(walks)} walks, all of them to the end",
        ],
    )


def walk(page: Page) -> list[float]:
    """Milliseconds of each page."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", LINE)
    taken = [timed(lambda: page.goto(f"http://127.0.0.1:{PORT}/tell/"))]
    for answers in PAGES:
        for name, value in answers.items():
            field = page.locator(f"[name={name}]").first
            if field.get_attribute("type") == "radio":
                page.locator(f"[name={name}][value={value}]").check(force=True)
            else:
                field.fill(value)
        taken.append(pressed(page, "Go on"))
    taken.append(pressed(page, "Send"))
    if "We have it" not in page.locator("h1").inner_text():
        raise SystemExit("the walk did not come to its end")
    return taken


def pressed(page: Page, words: str) -> float:
    def press() -> None:
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("button", name=words).click()

    return timed(press)


def timed(work) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


if __name__ == "__main__":
    main()
