"""Proof of the guards: routes lists every address with its policy, count says what was tried, mutate takes guards away."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
PAGE = ROOT / "docs" / "reference" / "routes.md"
COUNTS = ROOT / ".kith" / "guard" / "counts.json"
USE = "kith: ./kith guard routes [--write] | count | mutate [FILE ...] [--sample N] [--part 1/2]"


def main(arguments: list[str]) -> int:
    """``routes`` prints the page of every address, ``count`` the last run's counts, ``mutate`` breaks each guard in turn."""
    tasks = {"routes": _routes, "count": _count, "mutate": _mutate}
    if not arguments or arguments[0] not in tasks:
        print(USE, file=sys.stderr)
        return 2
    return tasks[arguments[0]](arguments[1:])


def _routes(arguments: list[str]) -> int:
    import django

    django.setup()
    from kith.config.routes import page

    if arguments == ["--write"]:
        PAGE.write_text(page(), encoding="utf-8")
        print(f"kith: written to {PAGE.relative_to(ROOT)}.")
    else:
        print(page(), end="")
    return 0


def _count(arguments: list[str]) -> int:
    """What the tests in ``tests/guard`` last tried, each with when."""
    if not COUNTS.exists():
        print("kith: nothing was counted here yet. Run ./kith test tests/guard.", file=sys.stderr)
        return 1
    for name, held in sorted(json.loads(COUNTS.read_text(encoding="utf-8")).items()):
        print(name)
        for what, number in held.items():
            print(f"  {what:<44}{number}")
    return 0


def _mutate(arguments: list[str]) -> int:
    """The mutator is of the tests: it is run from there, in a process of its own."""
    command = [sys.executable, "-m", "tests.guard.mutation", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
