"""Proof of the guards: routes and asvs write their pages, count says what was tried, mutate takes guards away."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
REFERENCE = ROOT / "docs" / "reference"
COUNTS = ROOT / ".kith" / "guard" / "counts.json"
USE = "kith: ./kith guard routes [--write] | asvs [--write] | count | mutate [FILE ...] [--sample N] [--part 1/2]"


def main(arguments: list[str]) -> int:
    """``routes`` prints the page of every address, ``asvs`` that of where Kith stands by OWASP ASVS, ``count`` the last
    run's counts; ``mutate`` breaks each guard in turn.
    """
    tasks = {"routes": _routes, "asvs": _asvs, "count": _count, "mutate": _mutate}
    if not arguments or arguments[0] not in tasks:
        print(USE, file=sys.stderr)
        return 2
    return tasks[arguments[0]](arguments[1:])


def _routes(arguments: list[str]) -> int:
    import django

    django.setup()
    from kith.config.routes import page

    return _told(arguments, page(), REFERENCE / "routes.md")


def _asvs(arguments: list[str]) -> int:
    """The page, and what is wrong with its rows; 1 where anything is."""
    from kith.config.asvs import chapters, faults, page, to_answer

    wrong = faults(chapters(), to_answer())
    for line in wrong:
        print(f"kith: {line}", file=sys.stderr)
    return _told(arguments, page(), REFERENCE / "asvs.md") or int(bool(wrong))


def _told(arguments: list[str], page: str, file: Path) -> int:
    if arguments == ["--write"]:
        file.write_text(page, encoding="utf-8")
        print(f"kith: written to {file.relative_to(ROOT)}.")
    else:
        print(page, end="")
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
