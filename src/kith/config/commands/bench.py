"""List the benchmarks; run those that are named, or --all, after the machine's yardstick."""

import ast
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from kith.config import yardstick


def main(arguments: list[str]) -> int:
    """Run benchmarks by file name: ``./kith bench ask_live``. 1 when one of them failed."""
    benchmarks = {path.stem: path for path in sorted((settings.ROOT / "benchmarks").glob("*.py"))}
    wanted = list(benchmarks) if arguments == ["--all"] else arguments
    unknown = [name for name in wanted if name not in benchmarks]
    if unknown or not wanted:
        for name, path in benchmarks.items():
            print(f"  ./kith bench {name:<20} {_first_line(path)}")
        return _complain(unknown)
    print(yardstick.sentence(), flush=True)
    return max(
        subprocess.run([sys.executable, benchmarks[name]], cwd=settings.ROOT).returncode for name in wanted
    )


def _first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text())) or "").partition("\n")[0]


def _complain(unknown: list[str]) -> int:
    if unknown:
        print(f"kith: there is no benchmark {', '.join(unknown)}.", file=sys.stderr)
    return 2 if unknown else 0
