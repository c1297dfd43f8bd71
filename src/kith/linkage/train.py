"""Trains the weights with Splink on DuckDB: how often two descriptions of one person agree so, and how often any two do."""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from splink import DuckDBAPI, Linker

from kith.identity.model import model_from
from kith.identity.traits import Traits, traits_of
from kith.kernel.errors import BadInput
from kith.linkage.columns import table_of
from kith.linkage.people_file import Row, read_file
from kith.linkage.splink_model import settings

HOUSEHOLD_MOST = 16.0
"""Bits that an address, a telephone and carers may carry together."""
RANDOM_PAIRS = 20_000_000
EXPECT_BY = (
    "l.born_on = r.born_on AND l.born_on <> '' AND l.outward = r.outward",
    "l.first = r.first AND l.last = r.last AND l.first <> ''",
    "l.nhs_number = r.nhs_number AND l.nhs_number <> ''",
)
"""Without the truth, m is learned among pairs that share one of these (each leaves its own comparisons out)."""
UNSEEN_M, UNSEEN_U = 1e-5, 1e-8
"""What a level gets that was never seen among pairs of one person, or among any two: unlikely, not impossible."""


@dataclass(frozen=True)
class Trained:
    """A model, as it is kept: ``kith`` says how it was made, ``splink`` is what Splink saved."""

    kith: dict[str, Any]
    splink: dict[str, Any]

    def save(self, path: Path) -> None:
        """Write it as JSON."""
        path.write_text(json.dumps({"kith": self.kith, "splink": self.splink}, indent=1) + "\n", "utf-8")


def train(folder: Path, *, version: str, about: str = "", seed: int = 1) -> Trained:
    """Learn from ``registry.csv`` and ``queries.csv``, with ``truth.csv`` where it is there. ``about`` says whose they are."""
    files = [folder / name for name in ("registry.csv", "queries.csv")]
    rows = [row for file in files if file.exists() for row in read_file(file) if isinstance(row, Row)]
    if not rows:
        raise BadInput(str(folder), "Neither registry.csv nor queries.csv there has anybody in it.")
    traits = [traits_of(row.said) for row in rows]
    truth = read_truth(folder / "truth.csv")
    persons = [truth.get(row.id) for row in rows] if truth else None
    linker = _linker(traits, persons)
    linker.training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=seed)
    if persons:
        linker.training.estimate_m_from_label_column("person")
    else:
        for rule in EXPECT_BY:
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
    made = Trained(
        {
            "version": version,
            "household_most_bits": HOUSEHOLD_MOST,
            "trained_on": f"{len(rows)} descriptions{about and f' ({about})'}",
            "learned_from": "labels" if persons else "expectation and maximisation",
        },
        _smoothed(linker.misc.save_model_to_json()),
    )
    model_from(made.splink, version=version, household_most=HOUSEHOLD_MOST)
    return made


def read_truth(path: Path) -> dict[str, str]:
    """record_id to person_id; empty where there is no such file."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["record_id"]: row["person_id"] for row in csv.DictReader(file)}


def _linker(traits: Sequence[Traits], persons: list[str | None] | None) -> Linker:
    table = table_of(traits, **({"person": persons} if persons else {}))
    api = DuckDBAPI(duckdb.connect())
    made = settings(dialect="duckdb")
    if persons:
        made["additional_columns_to_retain"] = ["person"]
    return Linker(api.register(table), made)


def _smoothed(model: dict[str, Any]) -> dict[str, Any]:
    """A level that was seen among neither says nothing; one that was seen among only one gets a small share of the other."""
    for comparison in model["comparisons"]:
        for level in comparison["comparison_levels"]:
            if level.get("is_null_level"):
                continue
            m, u = level.get("m_probability"), level.get("u_probability")
            if m is None and u is None:
                m = u = UNSEEN_M
            level["m_probability"] = UNSEEN_M if m is None else max(m, UNSEEN_M)
            level["u_probability"] = UNSEEN_U if u is None else max(u, UNSEEN_U)
    return model
