"""Whatever leaves as a table: no cell of it is worked out by the spreadsheet of whoever opens it."""

import csv
import io
import re

import pytest

from kith.kernel.safe_table import SafeTable, as_cell, told
from tests.architecture.source import KITH, Module
from tests.guard.hostile.sources import callers

FORMULAS = (
    '=HYPERLINK("//x.example","x")', "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1",
    " =1+1", "\u00a0=1+1", "=1+1;\"x", "＝1+1", "|calc", "%0a=1", "\x00=1+1", '"=1+1"'[1:-1],
)  # fmt: skip
WRITERS = (
    "csv.writer",
    "csv.DictWriter",
    "DictWriter",
    "to_csv",
    "to_parquet",
    "write_csv",
    "write_parquet",
    "Workbook",
)
THEY_WRITE = {
    "kernel/safe_table.py": "the one writer of tables that people open",
    "journeys/feeding/tables.py": "a part of a table as an agency sent it, given back to that agency to mend",
    "simulation/population/writing.py": "made-up people for tests of linking: every cell is of our own making",
}
_AS_A_TABLE = re.compile(
    r"text/csv|\bCOPY\b.*\bTO\b.*\bCSV\b|spreadsheetml|openpyxl|xlsxwriter", re.IGNORECASE
)
READS_THEM = {
    "outgoing/reading/kinds.py", "outgoing/reading/office.py",
    "feeds/command.py", "feeds/gp_leavers/receive.py", "feeds/school_absence/receive.py", "feeds/school_leaving/receive.py",
    "journeys/feeding/mending.py",
}  # fmt: skip
"""What the outgoing gate opens to search it, and what feeds are sent as tables."""

BY_THE_SAFE_WRITER = {
    "giving/adapters/table.py": "every row goes through SafeTable; tests/rooms/test_giving_files.py tries each of these formulas",
    "api/given_file.py": "says the type of what that one wrote",
}


@pytest.mark.parametrize("words", FORMULAS)
def test_a_formula_is_written_as_words_and_read_back_whole(words):
    file = io.StringIO()
    table = SafeTable(file, head=("record_id", "person"))
    table.add((words, "Wren"))
    (_, (cell, person)) = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert cell[0] == "'" and cell[1:] == words and person == "Wren"
    assert table.marked == 1 and told(table).startswith("1 cells began like a formula")


@pytest.mark.parametrize("words", ["Wren O'Neill", "r0000001", "", "-12.5", "+44", "a=b", "3 - 4", "007"])
def test_ordinary_words_and_numbers_stand_as_they_are(words):
    assert as_cell(words) == words


def test_only_the_safe_writer_makes_a_table_that_people_open():
    assert set(callers(WRITERS)) == set(THEY_WRITE), (
        "Write tables by kith.kernel.safe_table.SafeTable, or say why not."
    )


def test_a_table_that_somebody_writes_another_way_is_found():
    planted = Module(path="web/held/export.py", text="import csv\ncsv.writer(file).writerow(row)\n")
    assert callers(WRITERS, [planted]) == {"web/held/export.py": {"csv.writer"}}


def test_no_page_and_no_door_answers_with_a_table_of_another_writer():
    said = {
        str(path.relative_to(KITH)) for path in KITH.rglob("*.py") if _AS_A_TABLE.search(path.read_text(encoding="utf-8"))
    }  # fmt: skip
    other = said - READS_THEM - set(BY_THE_SAFE_WRITER)
    assert not other, f"A table that leaves: write it by SafeTable. {other}"
