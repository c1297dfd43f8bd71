"""Patterns specified as tables: what happened, who knew when, and what Kith asks as at a day.

    spec(each_holds_a_piece, '''
        child born 3 May 2019
        happened | known  | said by         | kind              | details
        2 Mar    | 2 Mar  | school          | behaviour_concern | aspect=fear
        5 Mar    | 5 Mar  | health_visiting | neglect_observed  |
        9 Mar    | 15 Apr | police          | missing_episode   |                <- told late
        as at 10 Mar: no
        as at 15 Apr: yes, because rows 1 2 3
    ''')

Columns beside these, in any order: ``until`` (withdrawn then), ``voice``, ``claim``, ``area``, ``about`` (``child`` unless it says
``sibling``), ``ref`` (``settles 2``, ``same as 1``). A date is as in `clock_spec`; "as at" a day is its end. Details are ``name=value``
with spaces between, several values joined by ``+``; the rulebook must have each. After "yes" may come ``because rows``, ``stage``,
``step`` and ``owner``, each checked where it is said. Every line is asked of each engine.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from kith.chronology.codes import CLAIMS, RELATIONS, VOICES
from kith.grammar.choices import Choices
from kith.grammar.details import Everyone, Quantity, Truth
from kith.grammar.durations import months_after
from kith.grammar.known import Known, Moment
from kith.grammar.patterns import Pattern
from kith.patterns.engines import in_memory, postgres, relations
from kith.patterns.engines.answer import Answer
from kith.patterns.firing import fire
from kith.rulebook import load
from tests.support.clock_spec import _span, as_at, row_id

ENGLAND = load("kith.rulebook.england")
CHILD, HOUSEHOLD = UUID(int=10_001), UUID(int=10_002)
NEEDED = {"happened", "known", "said by", "kind", "details"}
OPTIONAL = {"until", "voice", "claim", "area", "about", "ref"}
LINE = re.compile(r"^as at (?P<moment>[^:]+(?::\d\d)?): (?P<answer>yes|no)(?:, (?P<rest>.+))?$")
BORN = re.compile(r"^(?:child born|unborn due) (?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$")
OPENINGS = ("as at ", "child born ", "unborn due ")
YES_AND = re.compile(r"^(because rows?|stage|step|owner) (.+)$")


@dataclass(frozen=True)
class Expected:
    """What one "as at" line wants. Only what it says is compared."""

    moment: str
    yes: bool
    rest: dict[str, str]


def check(pattern: Pattern, table: str, *, year: int = 2026) -> None:
    """Ask every line of the table of both engines. Raises AssertionError that shows the line and what was answered."""
    __tracebackhide__ = True
    lines = [line.split("<-")[0].strip() for line in table.splitlines()]
    rows, wanted = _rows(lines, year), [_expected(line) for line in lines if line.startswith("as at ")]
    assert rows and wanted, "a spec has entries and at least one 'as at' line"
    strays = [line for line in lines if line and "|" not in line and not line.startswith(OPENINGS)]
    assert not strays, f"nobody reads this: {strays}"
    moments = [_moment(line.moment, lines, rows, year) for line in wanted]
    for engine, ask in ENGINES.items():
        answers = {answer.as_at: answer for answer in ask(pattern, moments)}
        for line, moment in zip(wanted, moments, strict=True):
            _compare(line, answers.get(moment.as_at), pattern, moment, engine)


def _in_memory(pattern: Pattern, moments: list[Moment]) -> list[Answer]:
    return in_memory.ask([pattern], moments)


def _in_postgres(pattern: Pattern, moments: list[Moment]) -> list[Answer]:
    with connection.cursor() as cursor:
        asked = [(moment.child, moment.as_at) for moment in moments]
        return postgres.ask(cursor, _statement(pattern), moments=asked, extra=relations.given(moments))


ENGINES: dict[str, Callable[[Pattern, list[Moment]], list[Answer]]] = {
    "in_memory": _in_memory,
    "postgres": _in_postgres,
}


@cache
def _statement(pattern: Pattern) -> str:
    return postgres.compiled([pattern], relations.GIVEN)


def _compare(line: Expected, found: Answer | None, pattern: Pattern, moment: Moment, engine: str) -> None:
    __tracebackhide__ = True
    where = f"{engine}, as at {line.moment}"
    if found is None:
        assert not line.yes, f"{where}: wanted yes, and the answer is no"
        return
    numbers = " ".join(str(number) for number in sorted(entry.int for entry in found.evidence))
    assert line.yes, f"{where}: wanted no, and the answer is yes, because rows {numbers}"
    firing = fire(found, rulebook=ENGLAND, moment=moment, household=HOUSEHOLD)
    told = {
        "because rows": numbers,
        "stage": str(found.stage),
        "step": firing.step,
        "owner": firing.owner_role,
    }
    for name, value in line.rest.items():
        assert told[name] == value, f"{where}: wanted {name} {value}, and it is {told[name]}"


def _expected(line: str) -> Expected:
    found = LINE.match(line)
    assert found, f"{line!r} is not such as 'as at 10 Mar: no' or 'as at 15 Apr: yes, because rows 1 2'"
    rest = {}
    for part in filter(None, (found["rest"] or "").split(", ")):
        said = YES_AND.match(part)
        assert said and found["answer"] == "yes", f"{part!r} is none of: because rows, stage, step, owner"
        name = "because rows" if said[1].startswith("because") else said[1]
        rest[name] = " ".join(sorted(said[2].split(), key=int)) if name == "because rows" else said[2]
    return Expected(found["moment"], found["answer"] == "yes", rest)


def _moment(text: str, lines: list[str], rows: tuple[Known, ...], year: int) -> Moment:
    born = next((_birth(line) for line in lines if line.startswith(OPENINGS[1:])), (None, None))
    at = as_at(text, year=year).astimezone(UTC)
    return Moment(child=CHILD, as_at=at, born_from=born[0], born_to=born[1], rows=rows)


def _birth(line: str) -> tuple[date, date]:
    """The first and the last day on which the child may have been born, or is due."""
    found = BORN.match(line)
    assert found, (
        f"{line!r} is not such as 'child born 3 May 2019', 'child born May 2019' or 'unborn due 4 Jun 2026'"
    )
    day, month, its_year = found.groups()
    first = datetime.strptime(f"{day or 1} {month or 'Jan'} {its_year} +0000", "%d %b %Y %z").date()
    if day:
        return first, first
    return first, date.fromordinal(months_after(first, 1 if month else 12).toordinal() - 1)


def _rows(lines: list[str], year: int) -> tuple[Known, ...]:
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line]
    assert cells, "a spec has a table with columns and |"
    columns, *rows = cells
    assert NEEDED <= set(columns) <= NEEDED | OPTIONAL, f"not the columns of a spec: {columns}"
    for row in rows:
        assert len(row) == len(columns), f"this row has {len(row)} cells, not {len(columns)}: {row}"
    named = [dict(zip(columns, row, strict=True)) for row in rows]
    known = [_row(number, cell, year) for number, cell in enumerate(named, 1)]
    return tuple(_together(known, named))


def _row(number: int, cell: dict[str, str], year: int) -> Known:
    happened_from, happened_to, precision = _instants(cell["happened"], year)
    assert cell["said by"] in ENGLAND.agencies, f"there is no agency {cell['said by']}"
    until, about = cell.get("until"), cell.get("about") or "child"
    assert about in ("child", "sibling"), f"an entry is about the child or a sibling, not {about}"
    return Known(
        entry=row_id(number),
        kind=cell["kind"],
        said_by=cell["said by"],
        said_by_area=cell.get("area") or "northamber",
        voice=_code(cell.get("voice") or "professional", VOICES),
        claim=_code(cell.get("claim") or "reported", CLAIMS),
        happened_from=happened_from,
        happened_to=happened_to,
        precision=precision,
        known_from=_instants(cell["known"], year)[0],
        until=_instants(until, year)[0] if until else None,
        details=_details(cell["kind"], cell["details"]),
        references=tuple(_references(cell.get("ref") or "")),
        scope="household" if about == "sibling" else "own",
    )


def _instants(text: str, year: int) -> tuple[datetime, datetime, str]:
    """From, to and precision. In UTC, where a day has 24 hours when the clocks change too."""
    first, last, precision = _span(text, year)
    return first.astimezone(UTC), last.astimezone(UTC), precision


def _code(code: str, codes: Any) -> str:
    assert code in codes, f"{code!r} is none of {', '.join(codes)}"
    return code


def _details(kind: str, text: str) -> dict[str, Any]:
    """The details as they are kept: strict, so that a spec never asks for what no entry can say."""
    declared = ENGLAND.entry_kind(kind)
    given = {}
    for part in text.replace(",", " ").split():
        name, equals, value = part.partition("=")
        assert equals and name in declared.details, f"{kind} has no detail {part!r}"
        given[name] = _value(declared.details[name], value)
    return declared.validate(given)


def _value(detail: Any, text: str) -> Any:
    if isinstance(detail, Truth):
        return {"true": True, "false": False}[text]
    if isinstance(detail, Quantity):
        return float(text)
    return text.split("+") if isinstance(detail, Choices | Everyone) else text


def _references(text: str) -> Iterator[tuple[str, UUID]]:
    for part in filter(None, text.split(", ")):
        relation, _, number = part.rpartition(" ")
        if relation != "same as":
            yield _code(relation, RELATIONS), row_id(int(number))


def _together(rows: list[Known], cells: list[dict[str, str]]) -> Iterator[Known]:
    """Rows that tell of one occurrence share it."""
    first = {number: number for number in range(1, len(rows) + 1)}
    for number, cell in enumerate(cells, 1):
        for part in (cell.get("ref") or "").split(", "):
            if part.startswith("same as "):
                first[number] = first[int(part.removeprefix("same as "))]
    told_again = set(first.values()) & {one for number, one in first.items() if number != one}
    for number, row in enumerate(rows, 1):
        yield replace(row, occurrence=row_id(first[number])) if first[number] in told_again else row
