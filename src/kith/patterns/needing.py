"""Needing: the kinds of entry without which a pattern cannot be yes, from its graph alone."""

from collections.abc import Collection
from functools import cache, reduce

from kith.grammar import questions as q
from kith.grammar import selections as s
from kith.grammar.patterns import Pattern

Needs = frozenset[frozenset[str]]
"""Of each set at least one kind must be known; no sets at all: it can be yes of a child of whom nothing is known."""
NOTHING: Needs = frozenset()


def can_be_yes(pattern: Pattern, kinds: Collection[str]) -> bool:
    """Whether the pattern can be yes where entries of these kinds, and no others, are known. Never no where it is yes."""
    return all(not need.isdisjoint(kinds) for need in needs_of(pattern))


@cache
def needs_of(pattern: Pattern) -> Needs:
    """What each of the pattern's stages needs: any of them makes it yes."""
    return reduce(_either, (_question(question) for _, question in pattern.questions_by_stage()))


def _either(left: Needs, right: Needs) -> Needs:
    """Where one or the other is enough, only one kind of a pair is certain to be there."""
    return frozenset(a | b for a in left for b in right)


def _question(question: q.Question) -> Needs:
    if isinstance(question, q.AllOf):
        return _question(question.left) | _question(question.right)
    if isinstance(question, q.AnyOf):
        return _either(_question(question.left), _question(question.right))
    if isinstance(question, q.StateOpen):
        return _selection(question.starts)
    if isinstance(question, q.Compare):
        return _compare(question)
    return NOTHING


def _compare(question: q.Compare) -> Needs:
    """A count from one up needs an entry; so do days since one, however few. Fewer than so many needs none."""
    number = question.number
    if isinstance(number, q.DaysSince):
        return _selection(number.of)
    is_counted = isinstance(number, q.Count | q.CountEntries | q.CountDistinct)
    return _selection(number.of) if is_counted and question.sense == "at_least" else NOTHING


def _selection(selection: s.Selection) -> Needs:
    """What must be known for the selection to hold anything."""
    if isinstance(selection, s.Where):
        return frozenset({frozenset(selection.kinds)}) if selection.kinds else NOTHING
    if isinstance(selection, s.InTheLast | s.Since | s.Edge | s.AtAge | s.Household):
        return _selection(selection.of)
    if isinstance(selection, s.Before):
        return _selection(selection.of) | _selection(selection.anchor)
    if isinstance(selection, s.Followed | s.Preceded):
        other = _selection(selection.other) if selection.wanted else NOTHING
        return _selection(selection.of) | other
    if isinstance(selection, s.Either):
        return _either(_selection(selection.left), _selection(selection.right))
    if isinstance(selection, s.Both):
        return _selection(selection.left) | _selection(selection.right)
    return NOTHING
