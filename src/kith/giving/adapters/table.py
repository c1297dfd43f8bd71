"""A CSV of one line for each entry, under a sector's own heads; no cell of it is a formula, and no line end is lost."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime

from kith.giving.types import WHATS, Line, Summary
from kith.kernel.clock import LONDON
from kith.kernel.safe_table import SafeTable

Column = tuple[str, Callable[[Summary, Line], str]]
CSV = "text/csv; charset=utf-8"
MARK = "\ufeff"
"""So that a spreadsheet reads the letters as they are."""


def table(columns: Sequence[Column]) -> Callable[[Summary], bytes]:
    """Writes a summary under these heads."""

    def write(summary: Summary) -> bytes:
        file = io.StringIO(newline="")
        rows = SafeTable(file, head=[head for head, _ in columns])
        for line in summary.lines:
            rows.add([value(summary, line) for _, value in columns])
        return (MARK + file.getvalue()).encode()

    return write


def reference(summary: Summary, line: Line) -> str:
    return summary.reference


def name(summary: Summary, line: Line) -> str:
    return summary.name


def born(summary: Summary, line: Line) -> str:
    return summary.born.isoformat() if summary.born else ""


def nhs_number(summary: Summary, line: Line) -> str:
    return summary.nhs_number


def entry(summary: Summary, line: Line) -> str:
    return str(line.entry)


def day(summary: Summary, line: Line) -> str:
    return _there(line.happened_from).date().isoformat()


def last_day(summary: Summary, line: Line) -> str:
    return _there(line.happened_to).date().isoformat()


def clock(summary: Summary, line: Line) -> str:
    """The time, where it is known; nothing for a day or a longer while."""
    return f"{_there(line.happened_from):%H:%M}" if line.precision == "time" else ""


def when(summary: Summary, line: Line) -> str:
    return line.happened


def label(summary: Summary, line: Line) -> str:
    return line.label


def said_by(summary: Summary, line: Line) -> str:
    return line.said_by


def why(summary: Summary, line: Line) -> str:
    return WHATS[line.what]


def sentence(summary: Summary, line: Line) -> str:
    return line.sentence


def account(summary: Summary, line: Line) -> str:
    """What was written, and the child's own words beside it, marked as theirs."""
    own = f"The child’s own words: “{line.childs_words}”" if line.childs_words else ""
    return "\n".join(part for part in (line.words, own) if part)


def own_words(summary: Summary, line: Line) -> str:
    return line.childs_words


def words(summary: Summary, line: Line) -> str:
    return line.words


def held(summary: Summary, line: Line) -> str:
    return _there(line.held_at).isoformat(timespec="minutes")


def sent_as(summary: Summary, line: Line) -> str:
    return line.own_reference


def _there(at: datetime) -> datetime:
    return at.astimezone(LONDON)
