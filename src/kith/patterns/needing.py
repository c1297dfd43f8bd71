"""Needing: which entries a pattern cannot be yes without, and whose coming can make it yes, from its graph alone."""

from collections.abc import Collection, Iterator
from functools import cache, reduce

from kith.grammar import questions as q
from kith.grammar import selections as s
from kith.grammar.patterns import Pattern

Needs = frozenset[frozenset[str]]
"""Of each set at least one kind must be known; no sets at all: it can be yes of a child of whom nothing is known."""
NOTHING: Needs = frozenset()


ANY = "any kind"
"""Stands in a pattern's turning kinds where an entry of any kind can make it yes."""


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
    assert isinstance(number, q.Count | q.CountEntries | q.CountDistinct)
    return _selection(number.of) if question.sense == "at_least" else NOTHING


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


def can_turn(pattern: Pattern, kind: str) -> bool:
    """Whether one more entry of this kind can turn the answer to yes, or change what it rests on. Never no where it does.

    What is corrected or withdrawn goes, and that can turn any answer: then ask whatever the kind.
    """
    turning = turning_kinds(pattern)
    return kind in turning or ANY in turning


@cache
def turning_kinds(pattern: Pattern) -> frozenset[str]:
    """The kinds of which one more entry can turn the answer to yes, or `ANY`."""
    return frozenset(
        kind for _, question in pattern.questions_by_stage() for kind in _turning(question, True)
    )


def _turning(question: q.Question, wanted: bool) -> Iterator[str]:
    """``wanted`` is false under a negation, where one more entry must take the inner yes away."""
    if isinstance(question, q.AllOf | q.AnyOf):
        yield from _turning(question.left, wanted)
        yield from _turning(question.right, wanted)
    elif isinstance(question, q.Not):
        yield from _turning(question.of, not wanted)
    elif isinstance(question, q.StateOpen):
        yield from _growing(question.starts, wanted)
        yield from _growing(question.stops, not wanted)
    elif isinstance(question, q.Compare):
        number = question.number
        if isinstance(number, q.Count | q.CountEntries | q.CountDistinct):
            yield from _growing(number.of, wanted == (question.sense == "at_least"))
        elif isinstance(number, q.DaysSince):
            yield from _either_way(number.of)


def _growing(selection: s.Selection, more: bool) -> Iterator[str]:
    """Kinds of which one more entry makes the selection hold more, or, where ``more`` is false, fewer."""
    if isinstance(selection, s.Where):
        yield from (selection.kinds or (ANY,)) if more else ()
    elif isinstance(selection, s.InTheLast | s.AtAge | s.Household):
        yield from _growing(selection.of, more)
    elif isinstance(selection, s.Edge):
        yield from _either_way(selection.of)
    elif isinstance(selection, s.Since):
        yield from _growing(selection.of, more)
        yield from _growing(selection.anchor, not more)
    elif isinstance(selection, s.Before):
        yield from _growing(selection.of, more)
        yield from _growing(selection.anchor, more)
    elif isinstance(selection, s.Followed | s.Preceded):
        yield from _growing(selection.of, more)
        yield from _growing(selection.other, more == selection.wanted)
    elif isinstance(selection, s.Either | s.Both):
        yield from _growing(selection.left, more)
        yield from _growing(selection.right, more)
    elif isinstance(selection, s.Complement):
        yield from _growing(selection.of, not more)


def _either_way(selection: s.Selection) -> Iterator[str]:
    yield from _growing(selection, True)
    yield from _growing(selection, False)
