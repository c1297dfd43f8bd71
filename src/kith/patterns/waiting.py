"""Waiting: the instants at which an answer can turn to yes although nothing new is known."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache

from kith.grammar import questions as q
from kith.grammar import selections as s
from kith.grammar.graph import walk
from kith.grammar.known import Known
from kith.grammar.patterns import Pattern

Wait = tuple[timedelta, tuple[str, ...]]
"""How long after an entry of one of these kinds (any, if empty) to ask again."""


def ask_again_at(
    patterns: Iterable[Pattern], rows: Iterable[Known], *, after: datetime, until: datetime
) -> list[datetime]:
    """Every instant in (after, until] at which asking again can be worth it: all of them and a few too many."""
    waits = {wait for pattern in patterns for wait in waits_of(pattern)}
    instants = {
        row.happened_to + wait
        for row in rows
        for wait, kinds in waits
        if (not kinds or row.kind in kinds) and row.happened_to + wait > row.known_from
    }
    return sorted(instant for instant in instants if after < instant <= until)


@cache
def waits_of(pattern: Pattern) -> frozenset[Wait]:
    """The waits of a pattern, from its graph alone."""
    return frozenset(_question(pattern.question, True))


def _question(question: q.Question, wanted: bool) -> Iterator[Wait]:
    """``wanted`` is false under a negation, where the end of a window can turn the whole to yes."""
    if isinstance(question, q.AllOf | q.AnyOf):
        yield from _question(question.left, wanted)
        yield from _question(question.right, wanted)
    elif isinstance(question, q.Not):
        yield from _question(question.of, not wanted)
    elif isinstance(question, q.StateOpen):
        yield from _selection(question.starts, wanted)
        yield from _selection(question.stops, not wanted)
    elif isinstance(question, q.Compare):
        yield from _compare(question, wanted)


def _compare(question: q.Compare, wanted: bool) -> Iterator[Wait]:
    number = question.number
    if isinstance(number, q.DaysSince):
        yield timedelta(days=question.bound), _kinds(number.of)
        yield from _either_way(number.of)
    elif isinstance(number, q.Count | q.CountEntries | q.CountDistinct):
        yield from _selection(number.of, wanted == (question.sense == "at_least"))


def _selection(selection: s.Selection, more: bool) -> Iterator[Wait]:
    """``more`` is true where more rows can turn the answer to yes, false where fewer can."""
    if isinstance(selection, s.InTheLast):
        if not more:
            yield selection.window.exact, _kinds(selection.of)
        yield from _selection(selection.of, more)
    elif isinstance(selection, s.Followed | s.Preceded):
        if isinstance(selection, s.Followed) and selection.within and not selection.wanted and more:
            yield selection.within.exact, _kinds(selection.of)
        yield from _selection(selection.of, more)
        yield from _selection(selection.other, more == selection.wanted)
    elif isinstance(selection, s.Since):
        yield from _selection(selection.of, more)
        yield from _selection(selection.anchor, not more)
    elif isinstance(selection, s.Before):
        yield from _selection(selection.of, more)
        yield from _selection(selection.anchor, more)
    elif isinstance(selection, s.Edge):
        yield from _either_way(selection.of)
    elif isinstance(selection, s.Either | s.Both):
        yield from _selection(selection.left, more)
        yield from _selection(selection.right, more)
    elif isinstance(selection, s.Complement):
        yield from _selection(selection.of, not more)
    elif isinstance(selection, s.AtAge | s.Household):
        yield from _selection(selection.of, more)


def _either_way(selection: s.Selection) -> Iterator[Wait]:
    yield from _selection(selection, True)
    yield from _selection(selection, False)


def _kinds(selection: s.Selection) -> tuple[str, ...]:
    """The kinds that a selection can hold; empty where it can hold any."""
    found: set[str] = set()
    for node in walk(selection):
        if isinstance(node, s.Complement) or (isinstance(node, s.Where) and not node.kinds):
            return ()
        if isinstance(node, s.Where):
            found |= set(node.kinds)
    return tuple(sorted(found))
