"""Selections as SQL: each becomes one named common table over ``known``, shared wherever it is used again.

``moments`` has columns moment (1, 2, ...), child, as_at, born_from, born_to; ``known`` has those of `COLUMNS`: one row for each
entry known at each moment, ``details`` without nulls, ``refs`` as {relation: [entries]}.
"""

from functools import singledispatchmethod
from typing import Any

from kith.grammar import selections as s
from kith.grammar.durations import Duration
from kith.grammar.known import Scope

COLUMNS = (
    "moment, as_at, born_from, born_to, entry, scope, kind, said_by, said_by_area, voice, claim,"
    " happened_from, happened_to, details, refs, occurrence"
)


def literal(value: object) -> str:
    """A value of the rulebook as an SQL literal; per cent signs are doubled for the driver."""
    return "'" + str(value).replace("'", "''").replace("%", "%%") + "'"


def array(values: tuple[str, ...]) -> str:
    return "ARRAY[" + ", ".join(literal(value) for value in values) + "]"


def interval(duration: Duration) -> str:
    return f"interval '{int(duration.exact.total_seconds())} seconds'"


def json_literal(value: object) -> str:
    if isinstance(value, bool):
        return f"'{str(value).lower()}'::jsonb"
    if isinstance(value, int | float):
        return f"'{value}'::jsonb"
    return f"to_jsonb({literal(value)}::text)"


class Tables:
    """The common tables of one statement, in the order in which they must be defined."""

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._names: dict[tuple[Any, str], str] = {}

    def define(self, key: Any, scope: str, query: str) -> str:
        name = f"t{len(self.definitions) + 1}"
        self.definitions.append(f"{name} AS MATERIALIZED ({query})")
        self._names[(key, scope)] = name
        return name

    def named(self, key: Any, scope: str) -> str | None:
        return self._names.get((key, scope))


class SelectionCompiler:
    """Turns selections into names of common tables with the columns of ``known``."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def table(self, selection: s.Selection, scope: Scope = "own") -> str:
        if isinstance(selection, s.Household):
            return self.table(selection.of, "household")
        held = self.tables.named(selection, scope)
        return held or self.tables.define(selection, scope, self._query(selection, scope))

    @singledispatchmethod
    def _query(self, selection: Any, scope: Scope) -> str:
        raise NotImplementedError(type(selection).__name__)

    @_query.register
    def _(self, sel: s.Where, scope: Scope) -> str:
        tests = [f"scope = {literal(scope)}"]
        for column, codes in (
            ("kind", sel.kinds),
            ("said_by", sel.said_by),
            ("voice", sel.voice),
            ("claim", sel.claim),
        ):
            if codes:
                tests.append(f"{column} = ANY({array(codes)})")
        tests += [_detail_test(name, test) for name, test in sel.details]
        return f"SELECT {COLUMNS} FROM known WHERE " + " AND ".join(tests)

    @_query.register
    def _(self, sel: s.Either, scope: Scope) -> str:
        left, right = self.table(sel.left, scope), self.table(sel.right, scope)
        return f"SELECT {COLUMNS} FROM {left} UNION ALL SELECT {COLUMNS} FROM {right} x WHERE NOT {_same_row(left)}"

    @_query.register
    def _(self, sel: s.Both, scope: Scope) -> str:
        left, right = self.table(sel.left, scope), self.table(sel.right, scope)
        return f"SELECT {COLUMNS} FROM {left} x WHERE {_same_row(right)}"

    @_query.register
    def _(self, sel: s.Complement, scope: Scope) -> str:
        of = self.table(sel.of, scope)
        return f"SELECT {COLUMNS} FROM known x WHERE scope = {literal(scope)} AND NOT {_same_row(of)}"

    @_query.register
    def _(self, sel: s.InTheLast, scope: Scope) -> str:
        of, window = self.table(sel.of, scope), interval(sel.window)
        coarse = f"(happened_to - happened_from > {window})"
        return (
            f"SELECT {COLUMNS} FROM (SELECT {COLUMNS}, {coarse} AS coarse, row_number() OVER (PARTITION BY moment, {coarse}"
            f" ORDER BY happened_to DESC, entry DESC) AS nth FROM {of} WHERE happened_to > as_at - {window}) x"
            " WHERE NOT coarse OR nth = 1"
        )

    @_query.register
    def _(self, sel: s.Since, scope: Scope) -> str:
        of, anchor = self.table(sel.of, scope), self.table(sel.anchor, scope)
        return (
            f"SELECT {COLUMNS} FROM {of} x WHERE NOT EXISTS (SELECT FROM {anchor} y WHERE y.moment = x.moment"
            " AND (y.happened_to, y.entry) >= (x.happened_from, x.entry))"
        )

    @_query.register
    def _(self, sel: s.Before, scope: Scope) -> str:
        of, anchor = self.table(sel.of, scope), self.table(sel.anchor, scope)
        return (
            f"SELECT {COLUMNS} FROM {of} x WHERE EXISTS (SELECT FROM {anchor} y WHERE y.moment = x.moment"
            " AND (y.happened_to, y.entry) > (x.happened_to, x.entry))"
        )

    @_query.register
    def _(self, sel: s.Edge, scope: Scope) -> str:
        of, way = self.table(sel.of, scope), "DESC" if sel.which == "last" else "ASC"
        return (
            f"SELECT {COLUMNS} FROM (SELECT {COLUMNS}, row_number() OVER (PARTITION BY moment"
            f" ORDER BY happened_to {way}, entry {way}) AS nth FROM {of}) x WHERE nth = 1"
        )

    @_query.register
    def _(self, sel: s.Followed, scope: Scope) -> str:
        of, other = self.table(sel.of, scope), self.table(sel.other, scope)
        tests = [
            "y.moment = x.moment",
            "(y.happened_to, y.entry) > (x.happened_to, x.entry)",
            *_link(sel.link, "x", "y"),
        ]
        waited = ""
        if sel.within:
            tests.append(f"y.happened_to <= x.happened_to + {interval(sel.within)}")
            waited = "" if sel.wanted else f" AND x.as_at >= x.happened_to + {interval(sel.within)}"
        return f"SELECT {COLUMNS} FROM {of} x WHERE {_exists(sel.wanted, other, tests)}{waited}"

    @_query.register
    def _(self, sel: s.Preceded, scope: Scope) -> str:
        of, other = self.table(sel.of, scope), self.table(sel.other, scope)
        tests = [
            "y.moment = x.moment",
            "(y.happened_to, y.entry) < (x.happened_to, x.entry)",
            *_link(sel.link, "y", "x"),
        ]
        if sel.within:
            tests.append(f"y.happened_to >= x.happened_to - {interval(sel.within)}")
        return f"SELECT {COLUMNS} FROM {of} x WHERE {_exists(sel.wanted, other, tests)}"

    @_query.register
    def _(self, sel: s.AtAge, scope: Scope) -> str:
        on = "(happened_from AT TIME ZONE 'Europe/London')::date"
        return f"SELECT {COLUMNS} FROM {self.table(sel.of, scope)} WHERE {under_age(on, sel.months, sel.possibly)}"


def under_age(on: str, months: int, possibly: bool) -> str:
    born = "born_to" if possibly else "born_from"
    return f"{on} < ({born} + interval '{months} months')::date"


def _detail_test(name: str, test: s.Test) -> str:
    detail = f"details -> {literal(name)}"
    if isinstance(test, s.Unknown):
        return f"({detail}) IS NULL"
    if isinstance(test, s.OneOf):
        return f"({detail}) IN ({', '.join(json_literal(value) for value in test.values)})"
    if isinstance(test, s.AtLeast):
        number = (
            f"CASE WHEN jsonb_typeof({detail}) = 'number' THEN (details ->> {literal(name)})::numeric END"
        )
        return f"coalesce({number} >= {test.number}, false)"
    return f"coalesce(jsonb_typeof({detail}) = 'array' AND ({detail}) ?| {array(test.values)}, false)"


def _same_row(table: str) -> str:
    return f"EXISTS (SELECT FROM {table} z WHERE z.moment = x.moment AND z.entry = x.entry)"


def _exists(wanted: bool, table: str, tests: list[str]) -> str:
    return f"{'' if wanted else 'NOT '}EXISTS (SELECT FROM {table} y WHERE {' AND '.join(tests)})"


def _link(link: s.Link, earlier: str, later: str) -> list[str]:
    tests = []
    if link.relation:
        refs = f"{later}.refs -> {literal(link.relation)}"
        tests.append(f"(({refs}) IS NULL OR ({refs}) ? {earlier}.entry::text)")
    if link.agency:
        both = f"({earlier}.said_by, {earlier}.said_by_area) = ({later}.said_by, {later}.said_by_area)"
        tests.append(both if link.agency == "same" else f"NOT ({both})")
    tests += [f"({earlier}.details -> {literal(n)}) = ({later}.details -> {literal(n)})" for n in link.same]
    return tests
