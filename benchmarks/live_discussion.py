"""A discussion with eight pages open: how long until everybody sees what one wrote, with one such discussion and with fifty.

Each open page holds its stream as a browser does, and asks for the page again when it hears that something changed. Seen is
when the page that came back holds the words. ``--discussions`` and ``--seconds`` shorten it; a demo is started for it.
"""

import argparse
import http.client
import queue
import re
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

from front_door_load import CHILD, HIDDEN, PERSON, Browser, p95, wait_for
from setting import ROOT, publish

PORT = 8396
PAGES = 8
EACH_WRITES = 90.0
"""Seconds between two writings in one discussion."""
SEEN_WITHIN, PROMISED = 2000, 500
LIVE = re.compile(r'data-live="([^"]+)"')
FORM = re.compile(r'<form[^>]*action="(/decisions/[0-9a-f-]+/explanation)".*?</form>', re.S)


@dataclass
class Page:
    """One open page: its stream is held, and what it hears makes it ask again."""

    port: int
    browser: Browser
    address: str
    stream: str
    asked: list[float] = field(default_factory=list)
    seen: "queue.Queue[tuple[float, str]]" = field(default_factory=queue.Queue)

    def hold(self) -> None:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        link.request("GET", self.stream)
        answer = link.getresponse()
        while line := answer.readline():
            if line.startswith(b"event: changed"):
                began = time.monotonic()
                _, page = Browser(self.port, dict(self.browser.cookies)).fetch(self.address)
                self.asked.append((time.monotonic() - began) * 1000)
                self.seen.put((time.monotonic(), page))


@dataclass
class Discussion:
    """One discussion, and everybody who has it open."""

    address: str
    pages: list[Page]
    took: list[float] = field(default_factory=list)
    missed: int = 0

    def write(self, browser: Browser, number: int) -> None:
        """One explanation is added; how long until each page holds it."""
        words = f"It may be the {number}th thing."
        _, page = browser.fetch(self.address)
        form = FORM.search(page)
        assert form, "nobody may write here"
        began = time.monotonic()
        browser.fetch(form[1], {**dict(HIDDEN.findall(form[0])), "words": words})
        for one in self.pages:
            self._wait(one, words, began)

    def _wait(self, page: Page, words: str, began: float) -> None:
        try:
            while True:
                seen, held = page.seen.get(timeout=10)
                if words in held:
                    self.took.append((seen - began) * 1000)
                    return
        except queue.Empty:
            self.missed += 1


def called(port: int, many: int) -> tuple[Browser, list[Discussion]]:
    """So many discussions about children of the first person who has some, each with its pages open."""
    for number in range(20):
        browser = Browser(port)
        _, door = browser.fetch("/sign-in")
        _, home = browser.fetch(
            "/sign-in/as", {**dict(HIDDEN.findall(door)), "practitioner": PERSON.findall(door)[number]}
        )
        if children := sorted(set(CHILD.findall(home))):
            break
    found = []
    for number in range(many):
        address = f"{children[number % len(children)]}decisions/new"
        _, page = browser.fetch(address)
        asked = {
            **dict(HIDDEN.findall(page)),
            "step": "strategy_discussion",
            "question": f"Is there cause? {number}",
        }
        status, page = browser.fetch(address, asked)
        stream, at = LIVE.search(page), FORM.search(page)
        assert status == 200 and stream and at, "the discussion was not called"
        home = at[1].removesuffix("explanation")
        found.append(Discussion(home, [Page(port, browser, home, stream[1]) for _ in range(PAGES)]))
    return browser, found


def run(port: int, many: int, seconds: float) -> str:
    """``many`` discussions open together, each written in by the clock."""
    browser, discussions = called(port, many)
    for one in discussions:
        for page in one.pages:
            threading.Thread(target=page.hold, daemon=True).start()
    time.sleep(3)
    for one in discussions:  # what was heard when PostgreSQL was first listened to
        for page in one.pages:
            page.asked.clear()
            page.seen = queue.Queue()
    began, writers, number = time.monotonic(), [], 0
    pause = min(EACH_WRITES / many, seconds / 10)
    while time.monotonic() - began < seconds:
        one = discussions[number % many]
        writers.append(
            threading.Thread(target=one.write, args=(Browser(port, dict(browser.cookies)), number))
        )
        writers[-1].start()
        number += 1
        time.sleep(pause)
    for writer in writers:
        writer.join()
    took = [each for one in discussions for each in one.took]
    asked = [each for one in discussions for page in one.pages for each in page.asked]
    missed = sum(one.missed for one in discussions)
    return (
        f"{many} discussions of {PAGES} open pages, one writing every {pause:.1f} s, {number} writings: seen by a page after "
        f"p50 {statistics.median(took):.0f} p95 {p95(took):.0f}, the last {max(took):.0f} ms (promised {SEEN_WITHIN}); the page itself "
        f"p50 {statistics.median(asked):.0f} p95 {p95(asked):.0f} ms (promised {PROMISED}); not seen: {missed}"
    )


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--discussions", type=int, default=50)
    asked.add_argument("--seconds", type=float, default=90)
    given = asked.parse_args()
    command = [sys.executable, "-m", "kith.config.commands", "demo", "--port", str(PORT), "--fresh"]
    demo = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(PORT)
        lines = [run(PORT, many, given.seconds) for many in dict.fromkeys((1, given.discussions))]
    finally:
        demo.terminate()
        demo.wait()
    publish("live_discussion", lines, given=f"--discussions {given.discussions} --seconds {given.seconds:g}")


if __name__ == "__main__":
    main()
