"""Run the tests: the quick lane, or --slow, or --all; other words go to pytest."""

import os
import sys

from django.conf import settings


def main(arguments: list[str]) -> int:
    """Become pytest, so that its exit code and the keyboard's interrupt are its own."""
    os.chdir(settings.ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *arguments])
