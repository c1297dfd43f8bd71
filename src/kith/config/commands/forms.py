"""The time that forms take: prints its page, or with --write writes it; 1 where a form asks more than was declared."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]


def main(arguments: list[str]) -> int:
    """Counted on the drawn pages, by ``tests/web/forms_counted``."""
    command = [sys.executable, "-m", "tests.web.forms_counted", *arguments]
    return subprocess.run(command, cwd=ROOT).returncode
