"""``./kith simulate``: writes ordinary families, a whole made-up area, or a registry to measure linkage on."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from kith.simulation.area import ENDING_ON, SHOWN_FROM, make_area
from kith.simulation.area_lines import area_lines
from kith.simulation.lines import line
from kith.simulation.ordinary import ordinary_families
from kith.simulation.population.writing import FEWEST, write_registry

SEED = 2026
EVERY = 200


def main(argv: Sequence[str]) -> int:
    """Run the command; returns the exit status. Lines go to standard output or ``--out``, progress to standard error."""
    parser = _parser()
    asked = parser.parse_args(argv)
    _check_registry(parser, asked)
    if asked.registry:
        write_registry(
            asked.registry, descriptions_wanted=asked.records, queries=asked.queries or 0, seed=asked.seed
        )
        return 0
    with ExitStack() as stack:
        out = stack.enter_context(open(asked.out, "w", encoding="utf-8")) if asked.out else sys.stdout
        for made in _families(asked) if asked.cases else _area(asked):
            out.write(made + "\n")
    return 0


def _check_registry(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    """A registry needs its size and a folder of its own; sizes and folders are of nothing else."""
    if asked.registry is None:
        if asked.records is not None or asked.queries is not None:
            parser.error("--records and --queries are of a registry: say --registry DIR")
    elif asked.records is None:
        parser.error("--registry needs --records N, how many descriptions it holds")
    elif asked.out:
        parser.error("--registry writes three files in DIR, so --out has no meaning with it")
    elif asked.registry.exists() and not asked.registry.is_dir():
        parser.error(f"--registry {asked.registry} is a file; it needs a folder")


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
        prog="kith simulate", description="Made-up families, one a line, or a registry of people, by a seed."
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--cases", type=_at_least(1), metavar="N", help="so many ordinary families, as timelines"
    )
    what.add_argument(
        "--children", type=_at_least(SHOWN_FROM), metavar="N", help="an area of so many children"
    )
    what.add_argument(
        "--registry",
        type=Path,
        metavar="DIR",
        help="agencies' descriptions of people, queries and the truth, as registry.csv, queries.csv and truth.csv",
    )
    parser.add_argument(
        "--records",
        type=_at_least(FEWEST),
        metavar="N",
        help="so many descriptions in the registry",
    )
    parser.add_argument("--queries", type=_at_least(0), metavar="M", help="so many queries of it (none)")
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
