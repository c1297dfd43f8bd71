"""Questions: yes or no about selections, with the entries that make it so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kith.grammar.graph import walk

if TYPE_CHECKING:
    from kith.grammar.selections import Selection


@dataclass(frozen=True)
class Number:
    """A number about a selection at a moment, which may be unknown."""

    def __ge__(self, number: int) -> Compare:
        return Compare(self, "at_least", number)

    def __gt__(self, number: int) -> Compare:
        return Compare(self, "at_least", number + 1)

    def __lt__(self, number: int) -> Compare:
        return Compare(self, "fewer_than", number)

    def __le__(self, number: int) -> Compare:
        return Compare(self, "fewer_than", number + 1)


@dataclass(frozen=True)
class Count(Number):
    of: Selection


@dataclass(frozen=True)
class CountEntries(Number):
    of: Selection


@dataclass(frozen=True)
class CountDistinct(Number):
    """Different agencies (``said_by``, told apart by area) or different values of a detail."""

    of: Selection
    by: str


@dataclass(frozen=True)
class DaysSince(Number):
    of: Selection


@dataclass(frozen=True)
class Question:
    """Yes or no at a moment. Unknown is never yes, and neither is its opposite."""

    def __and__(self, other: Question) -> AllOf:
        return AllOf(self, other)

    def __or__(self, other: Question) -> AnyOf:
        return AnyOf(self, other)

    def __invert__(self) -> Not:
        return Not(self)

    def __bool__(self) -> bool:
        raise TypeError("a question is asked of a moment; join questions with & and |, not with and, or, if")


@dataclass(frozen=True)
class Compare(Question):
    number: Number
    sense: Literal["at_least", "fewer_than"]
    bound: int

    def __post_init__(self) -> None:
        if self.bound < 1:
            raise ValueError("compare with 1 or more: everything is at least 0")


@dataclass(frozen=True)
class AllOf(Question):
    left: Question
    right: Question


@dataclass(frozen=True)
class AnyOf(Question):
    left: Question
    right: Question


@dataclass(frozen=True)
class Not(Question):
    """The opposite answer. Refused over what can be unknown: say ``<`` or ``possibly`` there instead."""

    of: Question

    def __post_init__(self) -> None:
        for node in walk(self.of):
            if isinstance(node, DaysSince | AgeUnder):
                raise ValueError(f"the opposite of {type(node).__name__} is not known where it is unknown")


@dataclass(frozen=True)
class StateOpen(Question):
    """The latest of ``starts`` has no ``stops`` after it."""

    starts: Selection
    stops: Selection


@dataclass(frozen=True)
class AgeUnder(Question):
    """The child is certainly (or possibly) under so many months at the moment; an unborn child is."""

    months: int
    possibly: bool = False


def state_open(starts: Selection, stops: Selection) -> StateOpen:
    return StateOpen(starts, stops)


def age_under(*, months: int, possibly: bool = False) -> AgeUnder:
    return AgeUnder(months, possibly)
