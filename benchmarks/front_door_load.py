"""Pages under load: 20 requests a second of which one in ten writes, and beside it a thousand reports in ten minutes from one sender.

Requests are sent by the clock, whether the ones before were answered or not; what waits for a free sender counts as
waiting for its answer. ``--seconds`` shortens both parts (600 is the whole ten minutes); ``--port`` is a demo's that is
running, else one is started for it, with its data anew; ``--before`` says how many reports stand already.
"""

import argparse
import http.client
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlencode

from setting import ROOT, SEED, publish

PORT = 8398
REPORTS_A_SECOND, READS_A_SECOND = 1, 17
"""A report is three requests of which two write, so this is 20 requests a second of which one in ten writes."""
SPIKE_A_SECOND = 1000 / 600
PROMISED, TIMES = 500, 1.5
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
PERSON = re.compile(r'name="practitioner" value="([^"]+)"')
CHILD = re.compile(r'href="(/children/[0-9a-f-]{36}/)')
TELLING = {
    "danger": "no", "child_name": "Casper Lyle", "child_age": "4", "child_place": "Quay Street",
    "seen": "He sleeps in the shed. He was cold and had a mark on his leg.", "happened": "week", "who": "neighbour", "contact": "no",
}  # fmt: skip


@dataclass
class Browser:
    """One visitor: cookies kept, a connection of its own."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def fetch(self, path: str, posted: dict[str, str] | None = None) -> tuple[int, str]:
        """The status and the page; redirects are followed as a browser does."""
        for _ in range(4):
            link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            at = f"http://127.0.0.1:{self.port}"
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            if posted is None:
                link.request("GET", path, headers=headers)
            else:
                headers |= {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Origin": at,
                    "Referer": f"{at}{path}",
                }
                link.request("POST", path, urlencode(posted), headers)
            answer = link.getresponse()
            page = answer.read().decode()
            for one in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = one.partition(";")[0].partition("=")
                self.cookies[name] = value
            link.close()
            if answer.status not in (301, 302, 303):
                return answer.status, page
            path, posted = answer.headers["Location"], None
        return 599, ""


def carried(page: str) -> dict[str, str]:
    """What the public door's form carries along unseen."""
    form = page.split('<form class="form"')[-1] if '<form class="form"' in page else page
    return dict(HIDDEN.findall(form))


@dataclass
class Load:
    """What was sent by the clock, and how long each answer took from the moment it was due."""

    port: int
    readers: list[tuple[Browser, list[str]]]
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    taken: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, seconds: float, *, spike: bool) -> None:
        """Readers and tellers together; with ``spike`` one more sender, whose own answers are not counted with the others'."""
        began = time.monotonic()
        with ThreadPoolExecutor(64) as pool, ThreadPoolExecutor(32) as other:
            sent = (
                ("write", REPORTS_A_SECOND),
                ("read", READS_A_SECOND),
                ("spike", SPIKE_A_SECOND if spike else 0),
            )
            due = [(n / each, what) for what, each in sent for n in range(int(seconds * each))]
            for when, what in sorted(due):
                time.sleep(max(0.0, began + when - time.monotonic()))
                (other if what == "spike" else pool).submit(self._one, what, began + when)

    def _one(self, what: str, due: float) -> None:
        try:
            status = self._read() if what == "read" else self._tell()
        except Exception as problem:
            status = repr(problem)
        with self._lock:
            self.taken.setdefault(what, []).append((time.monotonic() - due) * 1000)
            if status != 200:
                self.wrong.append(f"{what}: {status}")

    def _read(self) -> int:
        browser, pages = self.chance.choice(self.readers)
        return Browser(self.port, dict(browser.cookies)).fetch(self.chance.choice(pages))[0]

    def _tell(self) -> int:
        """A report by the public's door, whole: the first page, everything at once, and sending it."""
        nobody = Browser(self.port)
        _, page = nobody.fetch("/tell/")
        _, page = nobody.fetch("/tell/", {**carried(page), **TELLING, "go": "to-check"})
        status, page = nobody.fetch("/tell/", {**carried(page), "go": "send"})
        return 200 if "We have it" in page else status * 1000


def readers(port: int) -> list[tuple[Browser, list[str]]]:
    """Everybody whom the demo offers to look round as, with the pages that they read."""
    found = []
    for number in range(6):
        browser = Browser(port)
        _, door = browser.fetch("/sign-in")
        people = PERSON.findall(door)
        if number >= len(people):
            break
        _, home = browser.fetch("/sign-in/as", {**dict(HIDDEN.findall(door)), "practitioner": people[number]})
        children = sorted(set(CHILD.findall(home)))[:4]
        found.append((browser, ["/", *children, *(f"{one}chronology/" for one in children)]))
    return found


def p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[18]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--seconds", type=float, default=600)
    asked.add_argument("--port", type=int, default=0)
    asked.add_argument("--before", type=int, default=0)
    given = asked.parse_args()
    demo = None
    if not given.port:
        command = [sys.executable, "-m", "kith.config.commands", "demo", "--port", str(PORT), "--fresh"]
        demo = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    port = given.port or PORT
    try:
        wait_for(port)
        tell_before(port, given.before)
        alone, together = Load(port, readers(port)), Load(port, readers(port))
        alone.run(given.seconds, spike=False)
        together.run(given.seconds, spike=True)
    finally:
        if demo:
            demo.terminate()
            demo.wait()
    publish(
        "front_door_load",
        told(alone, together, given.seconds),
        given=f"--seconds {given.seconds:g} --before {given.before}",
    )


def tell_before(port: int, many: int) -> None:
    """So many reports stand already, as after ten minutes of them: all of one child, two at once."""
    with ThreadPoolExecutor(2) as senders:
        wrong = [
            status for status in senders.map(lambda _: Load(port, [])._tell(), range(many)) if status != 200
        ]
    assert not wrong, f"{len(wrong)} reports were not answered as they should be"


def told(alone: Load, together: Load, seconds: float) -> list[str]:
    """The figures: alone, with the spike, and how many times as long others waited."""

    def line(name: str, load: Load) -> str:
        each = ", ".join(
            f"{what} p50 {statistics.median(taken):.0f} p95 {p95(taken):.0f} ms (n {len(taken)})"
            for what, taken in sorted(load.taken.items())
        )
        return f"{name}: {each}; not answered as it should be: {len(load.wrong)}"

    everybody = [p95([*one.taken["read"], *one.taken["write"]]) for one in (alone, together)]
    return [
        line(
            f"20 requests a second ({READS_A_SECOND} pages read, {REPORTS_A_SECOND} report of three requests, two of which write), {seconds:g} s",
            alone,
        ),
        line(f"the same, and {SPIKE_A_SECOND:.2f} reports a second from one sender", together),
        f"p95 of everybody but that sender {everybody[0]:.0f} and {everybody[1]:.0f} ms: {everybody[1] / everybody[0]:.2f} times (promised: at most {PROMISED} ms, and {TIMES} times)",
        *sorted(set(alone.wrong + together.wrong))[:5],
    ]


def wait_for(port: int) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        try:
            if Browser(port).fetch("/sign-in")[0] == 200:
                return
        except OSError:
            time.sleep(1)
    raise SystemExit("no demo answers")


if __name__ == "__main__":
    main()
