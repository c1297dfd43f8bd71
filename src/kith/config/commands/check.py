"""Check the code: style, types, who imports whom, common faults of safety."""

import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

STRICTLY_TYPED = ("kernel", "clocks", "patterns", "chronology", "grammar")


def main(arguments: list[str]) -> int:
    """Run every check, whatever the one before said. 1 when any of them failed."""
    results = [_run(name, command) for name, command in _checks(settings.ROOT).items()]
    return 0 if all(results) else 1


def _checks(root: Path) -> dict[str, list[str]]:
    python = [sys.executable, "-m"]
    programs = Path(sys.executable).parent
    rooms = [room for room in STRICTLY_TYPED if (root / "src" / "kith" / room).is_dir()]
    return {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy --strict": [*python, "mypy", "--strict", *(f"src/kith/{room}" for room in rooms)],
        "import-linter": [str(programs / "lint-imports")],
        "bandit": [*python, "bandit", "-q", "-c", "pyproject.toml", "-r", "src", "-ll"],
    }


def _run(name: str, command: list[str]) -> bool:
    before = time.monotonic()
    done = subprocess.run(command, cwd=settings.ROOT, capture_output=True, text=True, check=False)
    took = time.monotonic() - before
    passed = done.returncode == 0
    print(f"{name:<14} {'clean' if passed else 'FAILED'}  {took:.1f} s", flush=True)
    if not passed:
        print(done.stdout + done.stderr, flush=True)
    return passed
