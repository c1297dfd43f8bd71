"""``./kith identity``: links people in bulk, trains the weights, and measures how well they are found."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kith.kernel.errors import BadInput
from kith.kernel.safe_table import SafeTable, told

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
    one = what.add_parser("link", help="link any table of people (CSV or Parquet), by the bulk path")
    one.add_argument("files", type=Path, nargs="+", metavar="FILE")
    one.add_argument("--mapping", type=Path, required=True, metavar="MAP.yaml")
    one.add_argument("--out", type=Path, required=True, metavar="FILE", help="record_id and person, as CSV")
    one = what.add_parser("train", help="learn the weights with Splink from DIR, as the population has it")
    one.add_argument("folder", type=Path, metavar="DIR")
    one.add_argument("--version", required=True, help="the name that links will carry")
    one.add_argument(
        "--about", default="", metavar="WORDS", help="whose these descriptions are, for the page"
    )
    one.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the model goes, as JSON")
    one.add_argument(
        "--page", type=Path, metavar="FILE", help="also a page by which its owner can approve it"
    )
    one.add_argument("--seed", type=int, default=1)
    one = what.add_parser(
        "relink", help="weigh everybody held again with Splink; differences become questions"
    )
    one.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    what.add_parser("renew", help="read every description again, after the normal form has changed")
    return parser.parse_args(arguments)


def run(given: argparse.Namespace, *, admin_url: str = "") -> int:
    """Do what was asked; returns the exit status. ``evaluate`` needs the address of an empty scratch database."""
    try:
        DONE[given.what](given, admin_url)
    except (BadInput, OSError) as problem:
        print(f"kith: {problem}", file=sys.stderr)
        return 1
    return 0


def _evaluate(given: argparse.Namespace, admin_url: str) -> None:
    from kith.linkage.evaluate import evaluate

    done = evaluate(given.folder, given.out, admin_url=admin_url)
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


def _link(given: argparse.Namespace, _: str) -> None:
    from kith.linkage.link_file import link_file
    from kith.linkage.mapping import read_mapping, read_table

    mapping = read_mapping(given.mapping)
    rows = [row for file in given.files for row in read_table(file, mapping)]
    found = link_file(rows, mapping.also)
    with given.out.open("w", encoding="utf-8", newline="") as file:
        table = SafeTable(file, head=("record_id", "person"))
        for row, person in zip(rows, found.person, strict=True):
            table.add((row.id, rows[person].id))
    print(f"{len(rows)} rows of {len(set(found.person))} people, by the bulk path (Splink on DuckDB)")
    if table.marked:
        print(told(table))
    if lost := sum(row.birth_is_lost for row in rows):
        print(
            f"{lost} dates of birth are no day by dob_format {mapping.dob_format}: they counted as not said."
        )


def _train(given: argparse.Namespace, _: str) -> None:
    from kith.linkage.train import train

    made = train(given.folder, version=given.version, about=given.about, seed=given.seed)
    made.save(given.out)
    print(f"{given.version}: {made.kith['trained_on']}, by {made.kith['learned_from']}, in {given.out}")
    if given.page:
        from kith.linkage.weights_page import weights_page

        given.page.write_text(weights_page(made), encoding="utf-8")


def _relink(given: argparse.Namespace, _: str) -> None:
    from kith.identity import lookup
    from kith.journeys.kiths_own_hand import kith_itself
    from kith.kernel.clock import now
    from kith.linkage.relink import relink

    for area in lookup.areas():
        done = relink(by=kith_itself(area=area), at=now(), on=given.engine)
        print(
            f"{area}: {done.descriptions} descriptions of {done.people} people, {done.pairs} pairs that agree"
        )
        print(
            f"{area}: {done.missed} may be one and are two, {done.doubted} are one and hardly agree;", end=" "
        )
        print(f"{done.asked} new questions for a person. No link was changed.")


def _renew(given: argparse.Namespace, _: str) -> None:
    from kith.identity import lookup

    for area in lookup.areas():
        print(f"{area}: {lookup.renew(area=area)} descriptions read again")


DONE: dict[str, Callable[[argparse.Namespace, str], None]] = {
    "evaluate": _evaluate,
    "link": _link,
    "train": _train,
    "relink": _relink,
    "renew": _renew,
}
