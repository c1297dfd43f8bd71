"""Where Splink runs: DuckDB on one machine, Spark beyond it; the same model, the same answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from kith.identity.traits import Traits
from kith.linkage.columns import table_of


@dataclass(frozen=True)
class Question:
    """Descriptions by their places, the keys by which they are paired, and the trained model as Splink saved it."""

    traits: Sequence[Traits]
    keys: Sequence[Sequence[int]]
    splink: dict[str, Any]
    least: float
    """Pairs that weigh less, in bits, are left out."""


def table_to_weigh(question: Question) -> pa.Table:
    """One row for each description, with the keys by which it is paired."""
    keys = pa.array([list(keys) for keys in question.keys], pa.list_(pa.int64()))
    return table_of(question.traits).append_column("keys", keys)


Weighed = list[tuple[int, int, float]]
"""(place, other place, weight in bits as Splink sums it), the lower place first, in order."""
Engine = Callable[[Question], Weighed]


def engine(name: str) -> Engine:
    """``duckdb`` or ``spark``; the latter's package is fetched only by whoever needs it."""
    if name == "spark":
        from kith.linkage.engines.spark import weigh as on_spark

        return on_spark
    from kith.linkage.engines.in_duckdb import weigh as in_duckdb

    return in_duckdb
