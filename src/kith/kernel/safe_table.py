"""Writes a table that people open in a spreadsheet: no cell of it is taken for a formula."""

import csv
import re
from collections.abc import Sequence
from typing import IO, Any

_FORMULA = re.compile(r"[\s\x00]*[=+\-@|%＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def as_cell(value: Any) -> str:
    """The value as text; what a spreadsheet would work out stands after a ``'``, which makes it words (OWASP, CSV injection)."""
    words = str(value)
    return f"'{words}" if _FORMULA.match(words) and not _NUMBER.fullmatch(words) else words


class SafeTable:
    """Rows of CSV in an open file, under a head. ``marked`` counts the cells that were made words."""

    def __init__(self, file: IO[str], *, head: Sequence[str]) -> None:
        self.marked = 0
        self._rows = csv.writer(file)
        self.add(head)

    def add(self, row: Sequence[Any]) -> None:
        """One row, in the order of the head."""
        cells = [as_cell(value) for value in row]
        self.marked += sum(cell != str(value) for cell, value in zip(cells, row, strict=True))
        self._rows.writerow(cells)


def told(table: SafeTable) -> str:
    """What to say to whoever joins the table to another; nothing where every cell stands as it was."""
    if not table.marked:
        return ""
    return f"{table.marked} cells began like a formula: they stand after a ' so that no spreadsheet works them out."
