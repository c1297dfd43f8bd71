"""Reads files of people, one description a row, and names the rows that cannot be read."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kith.identity.types import NewDescription
from kith.kernel.errors import BadInput

COLUMNS = (
    "record_id", "agency", "received", "first_name", "last_name", "dob", "sex", "postcode", "address", "uprn",
    "nhs_number", "upn", "phone", "guardian_names",
)  # fmt: skip
SEXES = {"f": "female", "female": "female", "girl": "female", "m": "male", "male": "male", "boy": "male"}
UNBORN = frozenset({"unborn", "ubb", "foetus", "fetus", "bump"})
LONGEST = 300
ADULT_FROM = 18
NOT_SAID = ""
"""Neither child nor adult: a row without a birth does not say."""


@dataclass(frozen=True)
class Row:
    """One description with the id that its file gives it."""

    id: str
    said: NewDescription


@dataclass(frozen=True)
class Trouble:
    """A row that could not be read in full: what was left out, never what it said."""

    line: int
    problem: str


def read_file(path: Path) -> Iterator[Row | Trouble]:
    """Every row of a CSV file. BadInput where it is no such file or a column is missing; rows with trouble go on."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = csv.DictReader(_without_nulls(file))
            missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
            if missing:
                raise BadInput(str(path), f"It has no column {', '.join(missing)}.")
            yield from _rows(rows)
    except (OSError, csv.Error) as problem:
        raise BadInput(str(path), f"It cannot be read: {problem}.") from None


def _without_nulls(lines: Iterable[str]) -> Iterator[str]:
    return (line.replace("\x00", "") for line in lines)


def _rows(rows: "csv.DictReader[str]") -> Iterator[Row | Trouble]:
    seen: set[str] = set()
    for values in rows:
        held = {name: (values.get(name) or "").strip()[:LONGEST] for name in COLUMNS}
        if not held["record_id"]:
            yield Trouble(rows.line_num, "It has no record_id, and is left out.")
            continue
        if held["record_id"] in seen:
            yield Trouble(rows.line_num, "Its record_id has come before, and it is left out.")
            continue
        seen.add(held["record_id"])
        for column in ("dob", "received"):
            if held[column] and day(held[column]) is None:
                yield Trouble(rows.line_num, f"Its {column} is no date, and counts as not said.")
        yield Row(held["record_id"], described(held))


def described(held: Mapping[str, str]) -> NewDescription:
    """One row as a description. Who is unborn, and who grown up, follows from the birth and when it was received."""
    first, last = held["first_name"], held["last_name"]
    said = NewDescription(
        said_by=held["agency"] or "not_said",
        said_by_area="file",
        full_name=f"{last}, {first}" if first and last else f"Unknown {last}" if last else first,
        sex=SEXES.get(held["sex"].lower(), ""),
        nhs_number=held["nhs_number"],
        upn=held["upn"],
        phone=held["phone"],
        address_lines=(held["address"],) if held["address"] else (),
        postcode=held["postcode"],
        uprn=held["uprn"],
        guardian_names=tuple(name.strip() for name in held["guardian_names"].split(";") if name.strip()),
    )
    return _with_birth(said, born=day(held["dob"]), received=day(held["received"]))


def _with_birth(said: NewDescription, *, born: date | None, received: date | None) -> NewDescription:
    words = set(said.full_name.lower().replace(",", " ").split())
    if born and received and born > received:
        return replace(said, kind="unborn", expected_on=born)
    if born is None:
        return replace(said, kind="unborn" if words & UNBORN else NOT_SAID)
    kind = "adult" if received and received.year - born.year > ADULT_FROM else "child"
    return replace(said, kind=kind, born_from=born, born_to=born)


def day(text: str) -> date | None:
    """An ISO date, or the day of an ISO moment; ``None`` where it is neither."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
