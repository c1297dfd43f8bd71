"""Questions as SQL: each becomes one common table of the moments answered yes, with the entries that make it so."""

from collections.abc import Sequence
from functools import singledispatchmethod
from typing import Any

from kith.grammar import questions as q
from kith.grammar import selections as s
from kith.grammar.known import Scope
from kith.grammar.patterns import Pattern
from kith.patterns.engines.sql_selections import SelectionCompiler, Tables, literal, under_age

NEWEST = "happened_to DESC, entry DESC"
TIMES = (
    "CASE WHEN jsonb_typeof(details -> 'count') = 'number' AND details ->> 'count' ~ '^[1-9][0-9]{0,6}$'"
    " THEN (details ->> 'count')::int ELSE 1 END"
)


def compile_rulebook(patterns: Sequence[Pattern], relations: str) -> str:
    """One statement that returns (moment, pattern, stage, evidence newest first) for every yes."""
    tables = Tables()
    compiler = QuestionCompiler(tables)
    yes = [
        f"SELECT moment, {literal(pattern.name)} AS pattern, {stage} AS stage, evidence FROM {compiler.table(question)}"
        for pattern in patterns
        for stage, question in pattern.questions_by_stage()
    ]
    newest_first = f"ARRAY(SELECT k.entry FROM known k WHERE k.moment = r.moment AND k.entry = ANY(r.evidence) ORDER BY {NEWEST})"
    common = ",\n".join([relations, *tables.definitions])
    union = "\nUNION ALL\n".join(yes)
    return f"WITH {common}\nSELECT r.moment::int, r.pattern, r.stage, {newest_first} FROM ({union}) r"


def _first_told(table: str) -> str:
    """Each occurrence as it was first told: a copy that another agency holds is not that agency's own piece."""
    occurrence = "coalesce(occurrence, entry)"
    return f"SELECT DISTINCT ON (moment, {occurrence}) * FROM {table} ORDER BY moment, {occurrence}, happened_to, entry"


class QuestionCompiler:
    """Turns questions into names of common tables with columns moment and evidence."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.selections = SelectionCompiler(tables)

    def table(self, question: q.Question) -> str:
        held = self.tables.named(question, "question")
        return held or self.tables.define(question, "question", self._query(question))

    @singledispatchmethod
    def _query(self, question: Any) -> str:
        raise NotImplementedError(type(question).__name__)

    @_query.register
    def _(self, question: q.AllOf) -> str:
        left, right = self.table(question.left), self.table(question.right)
        return (
            f"SELECT moment, l.evidence || r.evidence AS evidence FROM {left} l JOIN {right} r USING (moment)"
        )

    @_query.register
    def _(self, question: q.AnyOf) -> str:
        left, right = self.table(question.left), self.table(question.right)
        smaller = "CASE WHEN cardinality(r.evidence) < cardinality(l.evidence) THEN r.evidence ELSE coalesce(l.evidence, r.evidence) END"
        return f"SELECT moment, {smaller} AS evidence FROM {left} l FULL JOIN {right} r USING (moment)"

    @_query.register
    def _(self, question: q.Not) -> str:
        of = self.table(question.of)
        return (
            "SELECT moment, ARRAY[]::uuid[] AS evidence FROM moments m"
            f" WHERE NOT EXISTS (SELECT FROM {of} n WHERE n.moment = m.moment)"
        )

    @_query.register
    def _(self, question: q.StateOpen) -> str:
        starts, stops = (
            self.selections.table(s.Edge(question.starts, "last")),
            self.selections.table(question.stops),
        )
        return (
            f"SELECT moment, ARRAY[entry] AS evidence FROM {starts} x WHERE NOT EXISTS (SELECT FROM {stops} y"
            " WHERE y.moment = x.moment AND (y.happened_to, y.entry) > (x.happened_to, x.entry))"
        )

    @_query.register
    def _(self, question: q.AgeUnder) -> str:
        on = "(as_at AT TIME ZONE 'Europe/London')::date"
        young = under_age(on, question.months, question.possibly)
        return f"SELECT moment, ARRAY[]::uuid[] AS evidence FROM moments WHERE {young}"

    @_query.register
    def _(self, question: q.Compare) -> str:
        if isinstance(question.number, q.DaysSince):
            return self._days_since(question.number, question)
        number = question.number
        assert isinstance(number, q.Count | q.CountEntries | q.CountDistinct)
        weighed, of = self._weighed(number), number.of
        if question.sense == "fewer_than":
            return self._fewer(question, weighed, of)
        running = "sum(weight) OVER (PARTITION BY moment ORDER BY weight DESC, happened_to DESC, entry DESC ROWS UNBOUNDED PRECEDING)"
        return (
            f"SELECT moment, array_agg(entry) AS evidence FROM (SELECT moment, entry, weight, {running} AS running"
            f" FROM ({weighed}) w WHERE NOT unknown) x WHERE running - weight < {question.bound}"
            f" GROUP BY moment HAVING sum(weight) >= {question.bound}"
        )

    def _weighed(self, number: q.Number) -> str:
        """What is counted: moment, entry, happened_to, weight, and whether its value is unknown."""
        columns = "moment, entry, happened_to"
        if isinstance(number, q.CountEntries):
            return f"SELECT {columns}, 1 AS weight, false AS unknown FROM {self.selections.table(number.of)}"
        if isinstance(number, q.Count):
            of, occurrence = self.selections.table(number.of), "coalesce(occurrence, entry)"
            return (
                f"SELECT DISTINCT ON (moment, {occurrence}) {columns}, {TIMES} AS weight, false AS unknown FROM {of}"
                f" ORDER BY moment, {occurrence}, {TIMES} DESC, {NEWEST}"
            )
        assert isinstance(number, q.CountDistinct)
        of = self.selections.table(number.of)
        value = f"(details -> {literal(number.by)})"
        if number.by == "said_by":
            value = "to_jsonb(said_by || '@' || said_by_area)"
            of = f"({_first_told(of)}) f"
        return (
            f"SELECT DISTINCT ON (moment, v, u) {columns}, 1 AS weight, v IS NULL AS unknown FROM (SELECT {columns}, {value} AS v,"
            f" CASE WHEN {value} IS NULL THEN entry END AS u FROM {of}) d ORDER BY moment, v, u, {NEWEST}"
        )

    def _fewer(self, question: q.Compare, weighed: str, of: s.Selection) -> str:
        return (
            f"SELECT m.moment, {self._absence(of, 'own')} AS evidence FROM moments m LEFT JOIN (SELECT moment,"
            f" sum(weight) AS total FROM ({weighed}) w GROUP BY moment) c USING (moment)"
            f" WHERE coalesce(total, 0) < {question.bound}"
        )

    def _absence(self, selection: s.Selection, scope: Scope) -> str:
        """The entry that started the wait for what is missing, where there is one."""
        if isinstance(selection, s.Since):
            anchor = self.selections.table(selection.anchor, scope)
            return (
                f"ARRAY(SELECT a.entry FROM {anchor} a WHERE a.moment = m.moment ORDER BY {NEWEST} LIMIT 1)"
            )
        if isinstance(selection, s.Household):
            return self._absence(selection.of, "household")
        if isinstance(selection, s.InTheLast | s.AtAge | s.Edge | s.Followed | s.Preceded):
            return self._absence(selection.of, scope)
        return "ARRAY[]::uuid[]"

    def _days_since(self, number: q.DaysSince, question: q.Compare) -> str:
        latest = self.selections.table(s.Edge(number.of, "last"))
        way = ">=" if question.sense == "at_least" else "<"
        return (
            f"SELECT moment, ARRAY[entry] AS evidence FROM {latest}"
            f" WHERE as_at - happened_to {way} interval '{question.bound * 86_400} seconds'"
        )
