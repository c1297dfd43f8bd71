"""Reads the pairs that were written by hand."""

import csv
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "hard_pairs.csv"
FIELDS = tuple(
    "first_name last_name dob sex postcode address uprn nhs_number upn phone guardian_names".split()
)
COLUMNS = (
    *("pair", "truth", "wish", "why"),
    *(f"{side}_{name}" for side in ("a", "b") for name in ("kind", *FIELDS)),
)


@dataclass(frozen=True, kw_only=True)
class HardPair:
    """Two descriptions, whether they are of one person, what a careful person would wish done, and why."""

    pair: int
    truth: str
    wish: str
    why: str
    a: dict[str, str]
    b: dict[str, str]


def hard_pairs() -> tuple[HardPair, ...]:
    """Every pair, in the order of the file. ``a`` and ``b`` have ``kind`` and a registry's columns."""
    with open(FILE, encoding="utf-8", newline="") as file:
        return tuple(_pair(row) for row in csv.DictReader(file))


def _pair(row: dict[str, str]) -> HardPair:
    a, b = ({name: row[f"{side}_{name}"] for name in ("kind", *FIELDS)} for side in ("a", "b"))
    return HardPair(pair=int(row["pair"]), truth=row["truth"], wish=row["wish"], why=row["why"], a=a, b=b)
