"""Reads tables (CSV): each row is a part of its own, and a bad one holds no other back."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.types import Letter, Part, Reading
from kith.kernel.dead_letters import Wrong

Row = Callable[[Fields, Letter], Part]
"""What a feed makes of a row: a part with its concern or what is wrong; its body and place are put here."""
MOST_ROWS = 20_000
WHOLE = "whole message"
NOTHING = "nothing to report"
"""What a file says in its first cell, below its head, where there is nothing in it on purpose."""


def read(letter: Letter, *, columns: Sequence[str], row: Row) -> Reading:
    """Every row that is not blank. A file of the head alone says nothing by mistake: it must say so itself."""
    lines = list(_lines(letter.body))
    if not lines:
        return _all_wrong(
            letter,
            "This is empty. A file with nothing to report says so: “nothing to report” below its head.",
        )
    head = [name.strip().lower() for name in lines[0][1]]
    if missing := [name for name in columns if name not in head]:
        return _all_wrong(letter, f"The first row must name the columns. Missing: {', '.join(missing)}.")
    rows = [(number, cells) for number, cells in lines[1:] if any(cell.strip() for cell in cells)]
    if len(rows) == 1 and _says_nothing(rows[0][1]):
        return Reading(parts=(), says_nothing=True)
    if not rows:
        return _all_wrong(
            letter,
            "There are no rows. A file with nothing to report says so: “nothing to report” below its head.",
        )
    if len(rows) > MOST_ROWS:
        return _all_wrong(letter, f"This has more than {MOST_ROWS:,} rows. Send it in several files.")
    return Reading(parts=tuple(_part(number, head, cells, letter, row) for number, cells in rows))


def with_values(body: bytes, values: Mapping[str, str]) -> bytes:
    """The same table with other values in its first row, by the names of the columns."""
    lines = list(_lines(body))
    if len(lines) < 2:
        return body
    head = [name.strip().lower() for name in lines[0][1]]
    cells = [*lines[1][1], *[""] * (len(head) - len(lines[1][1]))]
    for name, given in values.items():
        if name in head:
            cells[head.index(name)] = given
    return b"".join(_written([lines[0][1], cells, *(cells for _, cells in lines[2:])]))


def value_at(body: bytes, name: str) -> str:
    """What stands in a column of the first row, or an empty string."""
    lines = list(_lines(body))
    head = [one.strip().lower() for one in lines[0][1]] if lines else []
    cells = lines[1][1] if len(lines) > 1 else []
    return cells[head.index(name)] if name in head and head.index(name) < len(cells) else ""


def _part(number: int, head: list[str], cells: list[str], letter: Letter, row: Row) -> Part:
    place = f"row {number}"
    alone = b"".join(_written([head, cells]))
    if len(cells) != len(head):
        words = f"This row has {len(cells)} cells, and the head has {len(head)}. A comma inside a cell needs quotes around it."
        return Part(body=alone, place=place, wrong=(Wrong(words=words, place=place),))
    fields = Fields(dict(zip(head, cells, strict=True)), at=letter.at, place=place)
    made = row(fields, letter)
    wrong = fields.all_wrong()
    return Part(
        body=alone,
        place=place,
        concern=None if wrong else made.concern,
        wrong=wrong,
        key=made.key,
        occurrence=made.occurrence,
    )


def _lines(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of the line on which each ends. What is not UTF-8 stays to be seen, cell by cell."""
    text = body.decode("utf-8-sig", "surrogateescape")
    reader = csv.reader(io.StringIO(text, newline=""))
    yield from _each(reader)


def _each(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell beyond all measure: it is a row that cannot be read, and the rest goes on
            cells = ["\ud800"]
        yield reader.line_num, cells  # type: ignore[attr-defined]


def _written(rows: Sequence[Sequence[str]]) -> Iterator[bytes]:
    for cells in rows:
        out = io.StringIO(newline="")
        csv.writer(out).writerow(cells)
        yield out.getvalue().encode("utf-8", "surrogateescape")


def _says_nothing(cells: list[str]) -> bool:
    return cells[0].strip().lower() == NOTHING and not any(cell.strip() for cell in cells[1:])


def _all_wrong(letter: Letter, words: str) -> Reading:
    wrong = (Wrong(words=words, place=WHOLE),)
    return Reading(parts=(Part(body=letter.body, place=WHOLE, wrong=wrong),))
