"""Run the tests: the quick lane, or --slow, or --all; other words go to pytest."""

import os
import sys
from collections.abc import Sequence

from django.conf import settings

MOST_AT_ONCE = 4
"""Each process has a PostgreSQL and a browser of its own."""


def main(arguments: list[str]) -> int:
    """Become pytest, so that its exit code and the keyboard's interrupt are its own."""
    os.chdir(settings.ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *side_by_side(arguments), *arguments])


def side_by_side(arguments: Sequence[str]) -> list[str]:
    """Whole lanes run in as many processes as there are processors; chosen tests, or a draw of them, in one."""
    chosen = any(not word.startswith("-") or word.startswith(("-n", "-k", "--sample=")) for word in arguments)
    processes = min(os.cpu_count() or 1, MOST_AT_ONCE)
    return [] if chosen or processes == 1 else ["-n", str(processes), "--dist", "loadfile"]
