"""``./kith simulate``: writes ordinary families, or a whole made-up area, as lines of JSON."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date

from kith.simulation.area import ENDING_ON, SHOWN_FROM, make_area
from kith.simulation.area_lines import area_lines
from kith.simulation.lines import line
from kith.simulation.ordinary import ordinary_families

SEED = 2026
EVERY = 200


def main(argv: Sequence[str]) -> int:
    """Run the command; returns the exit status. Lines go to standard output or ``--out``, progress to standard error."""
    asked = _parser().parse_args(argv)
    with ExitStack() as stack:
        out = stack.enter_context(open(asked.out, "w", encoding="utf-8")) if asked.out else sys.stdout
        for made in _families(asked) if asked.cases else _area(asked):
            out.write(made + "\n")
    return 0


def _families(asked: argparse.Namespace) -> Iterator[str]:
    for number, (family, told) in enumerate(ordinary_families(count=asked.cases, seed=asked.seed), start=1):
        yield line(family, told)
        if number % EVERY == 0 or number == asked.cases:
            print(f"{number} of {asked.cases} families", file=sys.stderr)


def _area(asked: argparse.Namespace) -> Iterator[str]:
    area = make_area(asked.seed, asked.children, asked.ending_on)
    print(f"{len(area.families)} families, {area.entries} entries", file=sys.stderr)
    return area_lines(area)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kith simulate", description="Made-up families, one a line, by a seed."
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--cases", type=_at_least(1), metavar="N", help="so many ordinary families, as timelines"
    )
    what.add_argument(
        "--children", type=_at_least(SHOWN_FROM), metavar="N", help="an area of so many children"
    )
    parser.add_argument(
        "--seed", type=int, default=SEED, help=f"the same seed writes the same bytes ({SEED})"
    )
    parser.add_argument(
        "--ending-on",
        type=date.fromisoformat,
        default=ENDING_ON,
        metavar="DATE",
        help="the day after an area's last",
    )
    parser.add_argument("--out", metavar="FILE", help="where to write (standard output)")
    return parser


def _at_least(fewest: int):
    def count(text: str) -> int:
        number = int(text)
        if number < fewest:
            raise argparse.ArgumentTypeError(f"at least {fewest}")
        return number

    return count
