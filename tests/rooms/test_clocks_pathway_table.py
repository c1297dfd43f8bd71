"""The page of the pathway's clocks says of every row what it is, and names the files that there are and no other."""

import re
from pathlib import Path

from kith.clocks.queries import all_clocks
from kith.rulebook.england import clocks as package

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "clocks-of-the-pathway.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text().splitlines()
    if re.match(r"\| T\d", line)
]
NO_CLOCK = {"T3", "T11", "T15", "T18", "T20", "T22", "T23", "T35", "T40", "T44", "T51", "T52", "T54", "T55"}
UNITS = {"hour": 1, "day": 1, "working day": 1, "week": 7, "month": 1}


def clock_named(row: list[str]) -> str | None:
    found = re.match(r"\[(\w+)\]\(\.\./rulebook/(\w+)\.md\)", row[4])
    assert not found or found[1] == found[2], row
    return found[1] if found else None


def test_every_row_from_t1_to_t55_is_there():
    assert [row[0] for row in ROWS] == sorted((row[0] for row in ROWS), key=lambda t: int(t[1:]))
    assert {row[0] for row in ROWS} == {f"T{number}" for number in range(1, 56)}


def test_a_row_names_a_clock_or_says_why_it_is_none():
    without = {row[0] for row in ROWS if clock_named(row) is None}
    assert without == NO_CLOCK
    assert all(row[4].startswith("no clock: ") for row in ROWS if row[0] in without)


def test_the_rows_name_every_clock_once_and_no_other():
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    named = [name for row in ROWS if (name := clock_named(row))]
    assert sorted(named) == sorted(files)


def test_the_limit_of_a_row_is_the_clocks_and_says_whether_it_is_local():
    by_name = {clock.name: clock for clock in all_clocks()}
    for row in ROWS:
        clock = by_name.get(clock_named(row) or "")
        if clock is None:
            continue
        number, unit = re.match(r"(\d+) (working day|hour|day|week|month)", row[3]).groups()
        assert clock.due.unit.replace("calendar_", "").replace("_", " ").rstrip("s") == unit.replace(
            "week", "day"
        )
        assert clock.due.number == int(number) * UNITS[unit], row
        assert row[3].endswith(", local") is clock.local, row
        assert ("first" in row[3]) is clock.first_day_counts, row
