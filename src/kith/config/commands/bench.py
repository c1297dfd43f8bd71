"""List the benchmarks; run those that are named, or --all, after the machine's yardstick; -- hands on what follows."""

import ast
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from kith.config import yardstick


def main(arguments: list[str]) -> int:
    """Run benchmarks by file name: ``./kith bench ask_rules``. 1 when one of them failed.

    Those in folders are run only by name, and take arguments: ``./kith bench identity/build -- --records 20000``.
    """
    named, handed_on = _parted(arguments)
    benchmarks = _benchmarks(settings.ROOT / "benchmarks")
    wanted = [name for name in benchmarks if "/" not in name] if named == ["--all"] else named
    unknown = [name for name in wanted if name not in benchmarks]
    if unknown or not wanted:
        for name, path in benchmarks.items():
            print(f"  ./kith bench {name:<32} {_first_line(path)}")
        return _complain(unknown)
    print(yardstick.sentence(), flush=True)
    return max(_run(benchmarks[name], handed_on) for name in wanted)


def _parted(arguments: list[str]) -> tuple[list[str], list[str]]:
    """The names, and what stands after ``--``."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:cut], arguments[cut + 1 :]


def _benchmarks(folder: Path) -> dict[str, Path]:
    """What can be run, by its name; files that only serve the others have no ``main``."""
    paths = sorted(folder.glob("*.py")) + sorted(folder.glob("*/*.py"))
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for path in paths
        if "\ndef main(" in path.read_text()
    }


def _run(path: Path, handed_on: list[str]) -> int:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(
            [str(settings.ROOT / "benchmarks"), *filter(None, [os.environ.get("PYTHONPATH")])]
        )
    }
    command = [sys.executable, str(path), *handed_on]
    return subprocess.run(command, cwd=settings.ROOT, env=environment).returncode


def _first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text())) or "").partition("\n")[0]


def _complain(unknown: list[str]) -> int:
    if unknown:
        print(f"kith: there is no benchmark {', '.join(unknown)}.", file=sys.stderr)
    return 2 if unknown else 0
