"""Clocks specified as tables: what happened, who knew when, and how the clock stands as at a day.

    clock_spec(core_group, '''
        happened    | known | said by               | kind       | details
        2 Mar       | 2 Mar | childrens_social_care | conference | conference_type=initial, outcome=plan
        12 Mar      | 9 Apr | childrens_social_care | core_group |                         <- told late

        as at 10 Mar: running, due 16 Mar, started by row 1
        as at 9 Apr: met, stopped by row 2
    ''')

A date is "3 Mar", "3 Mar 14:30", "Mar" (some day in March) or "about 3 Mar", with a year where it is not ``year``; a day "as at" is its end.
"known" may say when it was withdrawn: "3 Mar until 9 Mar". Details may end in references: "answers row 1".
"""

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from kith.clocks.standing import run
from kith.clocks.types import ClockState
from kith.grammar.clocks import Clock
from kith.grammar.durations import Duration, months_after
from kith.grammar.known import Known
from kith.kernel.clock import LONDON

YEAR = 2026
WORDS_FOR_VALUES = {"true": True, "false": False}
DATE = re.compile(r"^(about )?(?:(\d{1,2}) )?([A-Z][a-z]{2})(?: (\d{4}))?(?: (\d{2}:\d{2}))?$")


def clock_spec(clock: Clock, table: str, *, year: int = YEAR, local_limit: Duration | None = None) -> None:
    """Check every "as at" line of the table; ``local_limit`` is the area's own, where it has one."""
    rows, expectations = entries(table, year=year), _expectations(table)
    assert rows and expectations, "a spec has entries and at least one 'as at' line"
    overrides = {clock.name: local_limit} if local_limit else {}
    for moment, wanted in expectations:
        as_at = _span(moment, year, end_of_day=True)[1]
        state = run(clock, rows, as_at=as_at, overrides=overrides)
        for part in wanted.split(", "):
            assert _said(part, state, year) == part, f"as at {moment}: wanted {part!r}\n{state}"


def entries(table: str, *, year: int = YEAR) -> list[Known]:
    """The table's entries, in its order; row 1 has the lowest id, as if it was written down first."""
    lines = [line.split("<-")[0].strip() for line in table.splitlines()]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line]
    assert cells[0] == ["happened", "known", "said by", "kind", "details"], cells[0]
    return [_entry(number, row, year) for number, row in enumerate(cells[1:], start=1)]


def row_id(number: int) -> UUID:
    return UUID(int=number)


def as_at(text: str, *, year: int = YEAR) -> datetime:
    """A moment written as in a table."""
    return _span(text, year, end_of_day=True)[1]


def _entry(number: int, row: list[str], year: int) -> Known:
    happened, known, said_by, kind, details = row
    since, _, until = known.partition(" until ")
    happened_from, happened_to, precision = _span(happened, year)
    values, references = _details(details)
    return Known(
        entry=row_id(number),
        kind=kind,
        said_by=said_by,
        said_by_area="northamber",
        happened_from=happened_from,
        happened_to=happened_to,
        precision=precision,
        known_from=_span(since, year)[0],
        until=_span(until, year)[0] if until else None,
        details=values,
        references=references,
    )


def _span(text: str, year: int, *, end_of_day: bool = False) -> tuple[datetime, datetime, str]:
    """From, to and precision; a date without a time stands at 12:00 in London."""
    found = DATE.match(text)
    assert found, f"{text!r} is not a date such as '3 Mar', '3 Mar 2027 14:30', 'Mar' or 'about 3 Mar'"
    about, day, month, its_year, clock = found.groups()
    first = datetime.strptime(f"{day or 1} {month} {its_year or year}", "%d %b %Y").replace(tzinfo=UTC).date()
    last = first if day else months_after(first, 1) - timedelta(days=1)
    if clock:
        moment = datetime.combine(first, time.fromisoformat(clock), tzinfo=LONDON)
        return moment, moment, "time"
    ends = time(23, 59, 59) if end_of_day else time(12)
    precision = "approx" if about else "day" if day else "month"
    return (
        datetime.combine(first, time(12), tzinfo=LONDON),
        datetime.combine(last, ends, tzinfo=LONDON),
        precision,
    )


def _details(text: str) -> tuple[dict[str, Any], tuple[tuple[str, UUID], ...]]:
    values: dict[str, Any] = {}
    references = []
    for part in filter(None, text.split(", ")):
        name, equals, value = part.partition("=")
        if equals:
            values[name] = WORDS_FOR_VALUES.get(value, int(value) if value.isdigit() else value)
        else:
            relation, _, number = part.partition(" row ")
            references.append((relation, row_id(int(number))))
    return values, tuple(references)


def _expectations(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.splitlines():
        text = line.split("<-")[0].strip()
        if text.startswith("as at "):
            moment, _, wanted = text.removeprefix("as at ").partition(": ")
            found.append((moment, wanted))
    return found


def _said(part: str, state: ClockState, year: int) -> str:
    """What the state says about the thing that an expectation names, in the expectation's own form."""
    word = part.split(" ")[0]
    if word == "due":
        return f"due {_when(state.due_at, year, with_time=':' in part)}" if state.due_at else "due unknown"
    if word in ("started", "stopped", "ended"):
        return f"{word} by {_row(getattr(state, f'{word}_by'))}"
    if word == "also":
        return "also " + " ".join(_row(entry) for entry in state.also_started_by)
    if part.startswith("paused "):
        return f"paused {state.paused_days} days"
    if part.endswith("working days left"):
        return f"{state.working_days_left} working days left"
    return "not certain" if part == "not certain" and not state.certain else state.state.replace("_", " ")


def _row(entry: UUID | None) -> str:
    return f"row {entry.int}" if entry else "nothing"


def _when(moment: datetime, year: int, *, with_time: bool) -> str:
    there = moment.astimezone(LONDON)
    day = f"{there:%-d %b}" + ("" if there.year == year else f" {there.year}")
    return f"{day} {there:%H:%M}" if with_time else day
