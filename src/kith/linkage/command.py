"""``./kith identity``: links people in bulk, trains the weights, and measures how well they are found."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kith.kernel.errors import BadInput
from kith.linkage.evaluate import Evaluated, evaluate

MOST_TROUBLES = 20


def asked(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments as understood; a wrong one ends the command with what is possible."""
    parser = argparse.ArgumentParser(prog="./kith identity", description=__doc__)
    what = parser.add_subparsers(dest="what", required=True)
    one = what.add_parser(
        "evaluate", help="ask DIR/queries.csv of DIR/registry.csv, by the path of a concern"
    )
    one.add_argument("folder", type=Path, metavar="DIR")
    one.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the answers go, as CSV")
    return parser.parse_args(arguments)


def run(given: argparse.Namespace, *, admin_url: str) -> int:
    """Do what was asked; returns the exit status."""
    try:
        _print(evaluate(given.folder, given.out, admin_url=admin_url))
    except BadInput as problem:
        print(f"kith: {problem}", file=sys.stderr)
        return 1
    return 0


def _print(done: Evaluated) -> None:
    for file, trouble in done.troubles[:MOST_TROUBLES]:
        print(f"kith: {file}, line {trouble.line}: {trouble.problem}", file=sys.stderr)
    if len(done.troubles) > MOST_TROUBLES:
        print(f"kith: {len(done.troubles) - MOST_TROUBLES} more rows had trouble", file=sys.stderr)
    every = sum(done.sizes.values())
    print(f"loaded {done.records} records of {done.people} people in {done.loading:.1f} s")
    print(f"{done.queries} queries, live path: p50 {done.p50 * 1000:.2f} ms, p99 {done.p99 * 1000:.2f} ms")
    print(f"size {every / 1e6:.1f} MB, {every / max(1, done.records):.0f} bytes a record:")
    for name, size in done.sizes.items():
        print(f"  {name} {size / 1e6:.1f} MB")
