"""Reads a mapping: which columns of a table of people are which, so that any such table can be linked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import yaml

from kith.identity.types import NewDescription
from kith.kernel.errors import BadInput
from kith.linkage.people_file import COLUMNS, described

FIELDS = frozenset({*COLUMNS, "full_name"}) - {"agency", "received"}
OTHERS = frozenset({"dob_format", "also"})


@dataclass(frozen=True)
class ColumnMap:
    """``columns``: Kith's field to the table's columns (several are joined). ``also``: columns compared as plain words."""

    columns: Mapping[str, tuple[str, ...]]
    dob_format: str = "%Y-%m-%d"
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mapped:
    """One row of the table: its own id, the description that it is read as, and its further words.

    ``birth_is_lost``: it says a birth that is no day in the mapping's ``dob_format``.
    """

    id: str
    said: NewDescription
    also: tuple[str, ...] = field(default=())
    birth_is_lost: bool = False


def read_mapping(path: Path) -> ColumnMap:
    """A mapping from YAML. BadInput says which key is none of ours, or that the id is missing."""
    try:
        held = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as problem:
        raise BadInput(str(path), f"It cannot be read: {problem}.") from None
    if not isinstance(held, dict):
        raise BadInput(str(path), "It must say, line by line, which column is what: first_name: forename.")
    unknown = sorted(set(map(str, held)) - FIELDS - OTHERS)
    if unknown:
        raise BadInput(
            str(path), f"{', '.join(unknown)} is not known. Known are {', '.join(sorted(FIELDS | OTHERS))}."
        )
    if "record_id" not in held:
        raise BadInput(str(path), "It does not say which column is the record_id.")
    columns = {name: _listed(held[name]) for name in FIELDS if held.get(name)}
    return ColumnMap(columns, str(held.get("dob_format", "%Y-%m-%d")), _listed(held.get("also") or ()))


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(map(str, value))


def read_table(path: Path, mapping: ColumnMap) -> Iterator[Mapped]:
    """Every row of a CSV or Parquet file by a mapping. BadInput where it cannot be read or lacks a column."""
    read, more = ("read_parquet", "") if path.suffix == ".parquet" else ("read_csv", ", all_varchar=true")
    try:
        rows = duckdb.connect().execute(f"SELECT * FROM {read}(?{more})", [str(path)])  # noqa: S608  one of two names
    except duckdb.Error as problem:
        raise BadInput(str(path), f"It cannot be read: {str(problem).splitlines()[0]}") from None
    names = [column[0].strip() for column in rows.description or ()]
    wanted = {column for columns in mapping.columns.values() for column in columns} | set(mapping.also)
    if missing := sorted(wanted - set(names)):
        raise BadInput(str(path), f"It has no column {', '.join(missing)}.")
    while some := rows.fetchmany(10_000):
        for values in some:
            yield _mapped(dict(zip(names, map(_text, values), strict=True)), mapping)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _mapped(row: Mapping[str, str], mapping: ColumnMap) -> Mapped:
    held = dict.fromkeys(COLUMNS, "")
    for name, columns in mapping.columns.items():
        held[name] = " ".join(filter(None, (row[column] for column in columns)))
    written = held["dob"]
    held["dob"] = _day(written, mapping.dob_format) if written else ""
    if full := held.pop("full_name", ""):
        first, _, last = full.rpartition(" ")
        held["first_name"], held["last_name"] = held["first_name"] or first, held["last_name"] or last
    also = tuple(row[name].lower() for name in mapping.also)
    return Mapped(held["record_id"], described(held), also, birth_is_lost=bool(written) and not held["dob"])


def _day(text: str, form: str) -> str:
    """The day as ISO; with day and month changed over where only so it is a day."""
    for tried in (form, form.replace("%m", "%x").replace("%d", "%m").replace("%x", "%d")):
        try:
            return datetime.strptime(text[:10], tried).date().isoformat()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return ""
