"""Questions in plain English: each node as a clause, and the whole as a list that is read from top to bottom."""

from functools import singledispatchmethod
from typing import Any

from kith.grammar import questions as q
from kith.patterns.explain_phrases import age, number
from kith.patterns.explain_selections import SelectionWords


class QuestionWords:
    """Turns questions into lines of a list, and numbers and states into clauses."""

    def __init__(self, selections: SelectionWords) -> None:
        self.selections = selections

    def lines(self, question: q.Question, depth: int = 0) -> list[str]:
        """One line for each clause, indented under what joins it."""
        for joined, opening in ((q.AllOf, "all of these are so:"), (q.AnyOf, "at least one of these is so:")):
            if isinstance(question, joined):
                inner = [line for part in _flat(question, joined) for line in self.lines(part, depth + 1)]
                return [f"{_indent(depth)}{opening}", *inner]
        return [f"{_indent(depth)}{self.clause(question)}"]

    @singledispatchmethod
    def clause(self, question: Any) -> str:
        """The question inside a sentence. Raises NotImplementedError for a node that is not known."""
        raise NotImplementedError(type(question).__name__)

    @clause.register
    def _(self, question: q.AllOf) -> str:
        return f"({' and '.join(self.clause(part) for part in _flat(question, q.AllOf))})"

    @clause.register
    def _(self, question: q.AnyOf) -> str:
        return f"({' or '.join(self.clause(part) for part in _flat(question, q.AnyOf))})"

    @clause.register
    def _(self, question: q.Not) -> str:
        if isinstance(question.of, q.Not):
            return self.clause(question.of.of)
        if isinstance(question.of, q.StateOpen):
            return self._state(question.of)[1]
        return f"it is not so that {self.clause(question.of)}"

    @clause.register
    def _(self, question: q.StateOpen) -> str:
        return self._state(question)[0]

    def _state(self, question: q.StateOpen) -> tuple[str, str]:
        """The clause, and its opposite."""
        words = self.selections
        if question in words.states:
            words.glossary.use(question, words.states[question][0])
            yes, no = words.states[question]
            return str(yes), str(no)
        return self.state_unfolded(question), f"it is not so that {self.state_unfolded(question)}"

    def state_unfolded(self, question: q.StateOpen) -> str:
        starts, stops = (
            self.selections.phrase(question.starts).inside(),
            self.selections.phrase(question.stops),
        )
        return f"there was {starts.one} and, since the last, no {stops.inside().bare}"

    @clause.register
    def _(self, question: q.AgeUnder) -> str:
        certain = "may be" if question.possibly else "is certainly"
        return f"the child {certain} under {age(question.months)} old, or not yet born"

    @clause.register
    def _(self, question: q.Compare) -> str:
        return self._compared(question.number, question)

    @singledispatchmethod
    def _compared(self, counted: Any, question: q.Compare) -> str:
        raise NotImplementedError(type(counted).__name__)

    @_compared.register
    def _(self, counted: q.Count, question: q.Compare) -> str:
        return self._there_are(counted.of, question, "")

    @_compared.register
    def _(self, counted: q.CountEntries, question: q.Compare) -> str:
        return self._there_are(counted.of, question, "" if question.bound == 1 else "entries that tell of ")

    def _there_are(self, of: Any, question: q.Compare, entries: str) -> str:
        phrase = self.selections.phrase(of)
        if question.sense == "fewer_than":
            if question.bound == 1:
                return f"there is no {phrase.bare}"
            return f"there are fewer than {number(question.bound)} {entries}{phrase.many}"
        if question.bound == 1:
            return f"there is {phrase.one}"
        return f"there are {number(question.bound)} or more {entries}{phrase.many}"

    @_compared.register
    def _(self, counted: q.CountDistinct, question: q.Compare) -> str:
        phrase = self.selections.phrase(counted.of)
        how_many = number(question.bound)
        if counted.by == "said_by":
            if question.sense == "fewer_than":
                nobody = question.bound == 1
                who = "no agency has" if nobody else f"fewer than {how_many} agencies have each"
                return f"{who} told of {phrase.one}"
            one = question.bound == 1
            return f"{how_many} or more agencies have {'' if one else 'each '}told of {phrase.one}"
        values = f"different values of “{self.selections.label(counted.by)}”"
        least = f"{how_many} or more" if question.sense == "at_least" else f"fewer than {how_many}"
        return f"there are {least} {values} among {phrase.many}"

    @_compared.register
    def _(self, counted: q.DaysSince, question: q.Compare) -> str:
        last = self.selections.last_of(self.selections.phrase(counted.of))
        days = f"{number(question.bound)} day{'' if question.bound == 1 else 's'}"
        if question.sense == "at_least":
            return f"{days} or more have passed since {last}"
        return f"fewer than {days} have passed since {last}"


def _flat(question: Any, joined: type) -> list[q.Question]:
    """The parts of a chain of ``&``, or of ``|``, in order."""
    if not isinstance(question, joined):
        return [question]
    return [*_flat(question.left, joined), *_flat(question.right, joined)]  # type: ignore[attr-defined]


def _indent(depth: int) -> str:
    return f"{'  ' * (depth - 1)}- " if depth else ""
