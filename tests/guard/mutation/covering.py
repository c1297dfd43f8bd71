"""Which tests run through which lines, and how long each takes: a fault is shown to those alone that would meet it."""

import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

TESTS = [
    "tests/guard/test_which_basis.py",
    "tests/guard/same_bytes",
    "tests/guard/canary",
    "tests/rooms",
    "tests/journeys",
    "tests/web",
    "tests/api",
]
LEFT_OUT = [
    *(f"tests/rooms/test_{room}_*.py" for room in ("identity", "clocks", "patterns", "config", "kernel", "reference")),
    "tests/web/test_web_*_walked.py",
    "tests/web/test_web_browser.py",
    "tests/web/test_web_sign_in_*.py",
    "tests/journeys/test_many_equals_one.py",
    "tests/journeys/test_a_killed_process_loses_nothing.py",
]  # fmt: skip
"""What needs a browser, a provider or minutes, or asks nothing of the guards."""


class _Covering:
    """A plug-in of pytest: one context of coverage for each test, with what set it up and took it down."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured, self.took = measured, dict[str, float]()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[Any]:
        self.measured.switch_context(item.nodeid)
        began = time.monotonic()
        answer = yield
        self.took[item.nodeid] = time.monotonic() - began
        return answer

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Iterator[Any]:
        """What a fixture of many tests runs through counts for none: it would count for the first alone."""
        if fixturedef.scope != "function":
            self.measured.switch_context("")
        answer = yield
        self.measured.switch_context(request._pyfuncitem.nodeid)
        return answer


def measure(root: Path, files: list[str], written: Path) -> int:
    """Runs all tests once and writes ``{test: {"took": seconds, "lines": {file: [line]}}}``; pytest's own code."""
    measured = coverage.Coverage(
        data_file=None, include=[str(root / file) for file in files], config_file=False
    )
    plugin = _Covering(measured)
    ignored = [f"--ignore-glob={root / one}" for one in LEFT_OUT]
    measured.start()
    code = pytest.main(
        ["-q", "-n", "0", "-p", "no:cacheprovider", "--reuse-db", *ignored, *TESTS], plugins=[plugin]
    )
    measured.stop()
    found: dict[str, Any] = {
        test: {"took": round(took, 3), "lines": {}} for test, took in plugin.took.items()
    }
    data = measured.get_data()
    for file in files:
        for line, tests in data.contexts_by_lineno(str(root / file)).items():
            for test in tests:
                if test in found:
                    found[test]["lines"].setdefault(file, []).append(line)
    written.write_text(json.dumps(found), encoding="utf-8")
    return int(code)


class Covered:
    """What was measured, asked for one fault at a time."""

    def __init__(self, written: Path) -> None:
        self._tests: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))

    def meeting(self, file: str, lines: range, longest: float) -> list[str]:
        """The tests that run through these lines, quickest first, ``longest`` seconds of them."""
        met = [
            (held["took"], test)
            for test, held in self._tests.items()
            if not set(lines).isdisjoint(held["lines"].get(file, ()))
        ]
        chosen, total = [], 0.0
        for took, test in sorted(met):
            total += took
            if total > longest and chosen:
                break
            chosen.append(test)
        return chosen


def of_this_code(root: Path) -> str:
    """A name for the code as it stands, so that what was measured of other code is not used."""
    made = hashlib.sha256()
    for folder in ("src", "tests"):
        for path in sorted((root / folder).rglob("*.py")):
            made.update(path.read_bytes())
    return made.hexdigest()[:16]
