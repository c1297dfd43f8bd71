"""Writes a registry, queries of it and the truth about both, a family at a time, so that any size fits in memory."""

import csv
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from kith.simulation.chance import chance_for
from kith.simulation.population.asking import asked
from kith.simulation.population.describing import COLUMNS, Row, descriptions
from kith.simulation.population.families import family

TRUTH_COLUMNS = ("record_id", "person_id", "community", "situation")
EVERY = 100_000
FEWEST = 100
"""A registry of fewer descriptions need not hold one whole family."""


def write_registry(folder: Path, *, descriptions_wanted: int, queries: int, seed: int) -> None:
    """Write ``registry.csv``, ``queries.csv`` and ``truth.csv`` in ``folder``: the same arguments, the same bytes."""
    if descriptions_wanted < FEWEST:
        raise ValueError(f"a registry has at least {FEWEST} descriptions")
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        registry, asking, truth = (
            csv.writer(
                stack.enter_context(open(folder / f"{name}.csv", "w", encoding="utf-8", newline="")),
                lineterminator="\n",
            )
            for name in ("registry", "queries", "truth")
        )
        registry.writerow(COLUMNS)
        asking.writerow(COLUMNS)
        truth.writerow(TRUTH_COLUMNS)
        whole = _write_families(registry, truth, descriptions_wanted, seed)
        for place in range(queries):
            one = asked(seed, place, families=whole)
            query_id = f"q{place + 1:06d}"
            asking.writerow((query_id, *one.row))
            truth.writerow((query_id, one.person_id, one.community, one.situation))
    print(f"{queries} queries", file=sys.stderr)


def _write_families(registry, truth, wanted: int, seed: int) -> int:
    """Write so many descriptions; returns how many families are whole. Only the last may be cut short."""
    written = whole = 0
    for number in count():
        for row, person_id, community, situation in described_family(seed, number):
            if written == wanted:
                return whole
            written += 1
            registry.writerow((f"r{written:07d}", *row))
            truth.writerow((f"r{written:07d}", person_id, community, situation))
            if written % EVERY == 0:
                print(f"{written} of {wanted} descriptions", file=sys.stderr)
        whole = number + 1
    raise AssertionError("families do not end")


def described_family(seed: int, number: int) -> Iterator[tuple[Row, str, str, str]]:
    """Every description of one family's people, with person, community and situation."""
    chance = chance_for(seed, "described", number)
    for person in family(seed, number).people:
        for row, situation in descriptions(chance, person):
            yield row, person.person_id, person.stock.code, situation
