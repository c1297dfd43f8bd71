"""The reference engine: slow and obvious, it says what every other engine must answer."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import singledispatch
from typing import Any
from uuid import UUID

from kith.grammar import questions as q
from kith.grammar import selections as s
from kith.grammar.durations import months_after
from kith.grammar.known import Known, Moment, Scope
from kith.grammar.matching import matches
from kith.grammar.patterns import Pattern
from kith.kernel.clock import LONDON
from kith.patterns.engines.answer import Answer

Rows = list[Known]
Evidence = tuple[Known, ...] | None
"""The entries that make a question's answer yes; None where it is no."""


def ask(patterns: Iterable[Pattern], moments: Iterable[Moment]) -> list[Answer]:
    """Every pattern whose answer is yes, at the highest stage reached, in the order given."""
    patterns = list(patterns)
    return [found for moment in moments for pattern in patterns if (found := _ask_one(pattern, moment))]


def _ask_one(pattern: Pattern, moment: Moment) -> Answer | None:
    for stage, question in reversed(pattern.questions_by_stage()):
        evidence = answer(question, moment)
        if evidence is not None:
            ids = _newest_first(evidence)
            return Answer(
                pattern=pattern.name, child=moment.child, as_at=moment.as_at, stage=stage, evidence=ids
            )
    return None


def _newest_first(rows: Iterable[Known]) -> tuple[UUID, ...]:
    return tuple(
        row.entry for row in sorted({row.entry: row for row in rows}.values(), key=_order, reverse=True)
    )


def _order(row: Known) -> Any:
    return row.order


def rows_of(selection: s.Selection, moment: Moment, scope: Scope = "own") -> Rows:
    """The rows of a selection at a moment, oldest first."""
    return sorted(_rows(selection, moment, scope, moment.known[scope]), key=_order)


# ── selections ────────────────────────────────────────────────────────────────────────────────────────────────────────


@singledispatch
def _rows(selection: Any, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    raise NotImplementedError(type(selection).__name__)


@_rows.register
def _(sel: s.Where, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    return [row for row in known if matches(sel, row)]


@_rows.register
def _(sel: s.Either, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    either = rows_of(sel.left, moment, scope) + rows_of(sel.right, moment, scope)
    return list({row.entry: row for row in either}.values())


@_rows.register
def _(sel: s.Both, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    right = _entries(rows_of(sel.right, moment, scope))
    return [row for row in rows_of(sel.left, moment, scope) if row.entry in right]


@_rows.register
def _(sel: s.Complement, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    without = _entries(rows_of(sel.of, moment, scope))
    return [row for row in known if row.entry not in without]


def _entries(rows: Rows) -> set[UUID]:
    return {row.entry for row in rows}


@_rows.register
def _(sel: s.InTheLast, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    window = sel.window.exact
    inside = [row for row in rows_of(sel.of, moment, scope) if row.happened_to > moment.as_at - window]
    coarse = [row for row in inside if row.happened_to - row.happened_from > window]
    older = _entries(coarse[:-1])
    return [row for row in inside if row.entry not in older]


@_rows.register
def _(sel: s.Since, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    anchors = rows_of(sel.anchor, moment, scope)
    of = rows_of(sel.of, moment, scope)
    return [row for row in of if not anchors or (row.happened_from, row.entry) > anchors[-1].order]


@_rows.register
def _(sel: s.Before, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    anchors = rows_of(sel.anchor, moment, scope)
    return [row for row in rows_of(sel.of, moment, scope) if anchors and row.order < anchors[-1].order]


@_rows.register
def _(sel: s.Edge, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    of = rows_of(sel.of, moment, scope)
    return of[-1:] if sel.which == "last" else of[:1]


@_rows.register
def _(sel: s.Followed, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    others = rows_of(sel.other, moment, scope)
    within = sel.within.exact if sel.within else None

    def follows(row: Known, other: Known) -> bool:
        in_time = within is None or other.happened_to <= row.happened_to + within
        return other.order > row.order and in_time and _linked(sel.link, row, other)

    def waited(row: Known) -> bool:
        return sel.wanted or within is None or moment.as_at >= row.happened_to + within

    return [
        row
        for row in rows_of(sel.of, moment, scope)
        if any(follows(row, other) for other in others) == sel.wanted and waited(row)
    ]


@_rows.register
def _(sel: s.Preceded, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    others = rows_of(sel.other, moment, scope)
    within = sel.within.exact if sel.within else None

    def precedes(row: Known, other: Known) -> bool:
        in_time = within is None or other.happened_to >= row.happened_to - within
        return other.order < row.order and in_time and _linked(sel.link, other, row)

    return [
        row
        for row in rows_of(sel.of, moment, scope)
        if any(precedes(row, other) for other in others) == sel.wanted
    ]


def _linked(link: s.Link, earlier: Known, later: Known) -> bool:
    if link.relation:
        targets = [entry for relation, entry in later.references if relation == link.relation]
        if targets and earlier.entry not in targets:
            return False
    if link.agency and (earlier.agency == later.agency) != (link.agency == "same"):
        return False
    return all(_same(earlier.details.get(name), later.details.get(name)) for name in link.same)


def _same(one: Any, other: Any) -> bool:
    return one is not None and isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


@_rows.register
def _(sel: s.AtAge, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    return [
        row
        for row in rows_of(sel.of, moment, scope)
        if under_age(moment, row.happened_from.astimezone(LONDON).date(), sel.months, sel.possibly)
    ]


def under_age(moment: Moment, on: date, months: int, possibly: bool) -> bool:
    """Certainly (or possibly) under so many months on a day; unknown births are neither."""
    born = moment.born_to if possibly else moment.born_from
    return born is not None and on < months_after(born, months)


@_rows.register
def _(sel: s.Household, moment: Moment, scope: Scope, known: Iterable[Known]) -> Rows:
    return rows_of(sel.of, moment, "household")


# ── questions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@singledispatch
def answer(question: Any, moment: Moment) -> Evidence:
    """The smallest set of entries that makes the answer yes, or None. Raises NotImplementedError for unknown nodes."""
    raise NotImplementedError(type(question).__name__)


@answer.register
def _(question: q.AllOf, moment: Moment) -> Evidence:
    left, right = answer(question.left, moment), answer(question.right, moment)
    return None if left is None or right is None else left + right


@answer.register
def _(question: q.AnyOf, moment: Moment) -> Evidence:
    left, right = answer(question.left, moment), answer(question.right, moment)
    if left is None or right is None:
        return left if right is None else right
    return right if len(right) < len(left) else left


@answer.register
def _(question: q.Not, moment: Moment) -> Evidence:
    return () if answer(question.of, moment) is None else None


@answer.register
def _(question: q.StateOpen, moment: Moment) -> Evidence:
    starts, stops = rows_of(question.starts, moment), rows_of(question.stops, moment)
    if not starts or (stops and stops[-1].order > starts[-1].order):
        return None
    return (starts[-1],)


@answer.register
def _(question: q.AgeUnder, moment: Moment) -> Evidence:
    on = moment.as_at.astimezone(LONDON).date()
    return () if under_age(moment, on, question.months, question.possibly) else None


@answer.register
def _(question: q.Compare, moment: Moment) -> Evidence:
    return _COMPARE[type(question.number)](question, moment)


def _compare_count(question: q.Compare, moment: Moment) -> Evidence:
    number = question.number
    assert isinstance(number, q.Count)
    weights: dict[UUID, tuple[int, Known]] = {}
    for row in rows_of(number.of, moment):
        occurrence, weighed = row.occurrence or row.entry, (_times(row), row)
        held = weights.get(occurrence)
        if held is None or (weighed[0], row.order) > (held[0], held[1].order):
            weights[occurrence] = weighed
    heaviest = sorted(weights.values(), key=lambda pair: (pair[0], pair[1].order), reverse=True)
    return _decide(
        question, [weight for weight, _ in heaviest], [row for _, row in heaviest], number.of, moment
    )


def _times(row: Known) -> int:
    times = row.details.get("count")
    return times if isinstance(times, int) and not isinstance(times, bool) and times > 0 else 1


def _compare_entries(question: q.Compare, moment: Moment) -> Evidence:
    number = question.number
    assert isinstance(number, q.CountEntries)
    rows = rows_of(number.of, moment)[::-1]
    return _decide(question, [1] * len(rows), rows, number.of, moment)


def _compare_distinct(question: q.Compare, moment: Moment) -> Evidence:
    number = question.number
    assert isinstance(number, q.CountDistinct)
    newest: dict[Any, Known] = {}
    unknowns = 0
    rows = rows_of(number.of, moment)
    for row in _first_told(rows) if number.by == "said_by" else rows:
        value = row.agency if number.by == "said_by" else row.details.get(number.by)
        if value is None:
            unknowns += 1
        else:
            newest[(type(value), repr(value))] = row
    rows = sorted(newest.values(), key=_order, reverse=True)
    if question.sense == "fewer_than" and len(rows) + unknowns >= question.bound:
        return None
    return _decide(question, [1] * len(rows), rows, number.of, moment)


def _first_told(rows: Rows) -> Rows:
    """Each occurrence as it was first told: a copy that another agency holds is not that agency's own piece."""
    first: dict[UUID, Known] = {}
    for row in rows:
        first.setdefault(row.occurrence or row.entry, row)
    return list(first.values())


def _compare_days(question: q.Compare, moment: Moment) -> Evidence:
    number = question.number
    assert isinstance(number, q.DaysSince)
    rows = rows_of(number.of, moment)
    if not rows:
        return None
    past = (moment.as_at - rows[-1].happened_to).total_seconds() >= question.bound * 86_400
    return (rows[-1],) if past == (question.sense == "at_least") else None


_COMPARE: dict[type, Callable[[q.Compare, Moment], Evidence]] = {
    q.Count: _compare_count,
    q.CountEntries: _compare_entries,
    q.CountDistinct: _compare_distinct,
    q.DaysSince: _compare_days,
}


def _decide(question: q.Compare, weights: list[int], rows: Rows, of: s.Selection, moment: Moment) -> Evidence:
    """Fewest entries first: the heaviest, then the newest, until the bound is reached."""
    if question.sense == "fewer_than":
        return None if sum(weights) >= question.bound else tuple(absence(of, moment))
    total = 0
    for taken, weight in enumerate(weights, start=1):
        total += weight
        if total >= question.bound:
            return tuple(rows[:taken])
    return None


def absence(selection: s.Selection, moment: Moment, scope: Scope = "own") -> Rows:
    """The evidence that something is missing: the entry that started the wait, where there is one."""
    if isinstance(selection, s.Since):
        return rows_of(selection.anchor, moment, scope)[-1:]
    if isinstance(selection, s.Household):
        return absence(selection.of, moment, "household")
    if isinstance(selection, s.InTheLast | s.AtAge | s.Edge | s.Followed | s.Preceded):
        return absence(selection.of, moment, scope)
    return []
