"""Selections: which entries about a child a rule looks at. Every verb returns a new frozen node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from kith.grammar.durations import Duration
from kith.grammar.questions import Count, CountDistinct, CountEntries, DaysSince, Number, Question

Answering = Literal["answers", "settles", "ends"]


@dataclass(frozen=True)
class OneOf:
    """A detail that is known and is one of these."""

    values: tuple[Any, ...]


@dataclass(frozen=True)
class Unknown:
    """A detail that nobody gave."""


@dataclass(frozen=True)
class AtLeast:
    """A number that is known and is this or more."""

    number: float


@dataclass(frozen=True)
class Includes:
    """A list that is known and holds any of these."""

    values: tuple[str, ...]


unknown = Unknown()
Test = OneOf | Unknown | AtLeast | Includes


def one_of(*values: Any) -> OneOf:
    return OneOf(tuple(values))


def at_least(number: float) -> AtLeast:
    return AtLeast(number)


def includes(*values: str) -> Includes:
    return Includes(values)


def _test(value: Any) -> Test:
    return value if isinstance(value, OneOf | Unknown | AtLeast | Includes) else OneOf((value,))


@dataclass(frozen=True)
class Selection:
    """A set of entries as known at a moment. Unknown details match neither a value nor its opposite."""

    def in_the_last(self, window: Duration) -> InTheLast:
        """Those that ended within the window before the moment; dates coarser than the window count once in all."""
        window.exact  # noqa: B018  a window that depends on the calendar is refused where it is declared
        return InTheLast(self, window)

    def since(self, anchor: Selection) -> Since:
        """Those that began after the latest of ``anchor``; all of them where there is none."""
        return Since(self, anchor)

    def before(self, anchor: Selection) -> Before:
        """Those that ended before the latest of ``anchor``; none where there is none."""
        return Before(self, anchor)

    def first(self) -> Edge:
        return Edge(self, "first")

    def last(self) -> Edge:
        return Edge(self, "last")

    def followed_by(self, other: Selection, *, within: Duration | None = None, **link: Any) -> Followed:
        """Those after which one of ``other`` came (``within`` that long). See `Link` for ``link``."""
        return Followed(self, other, within, Link(**link), True)

    def not_followed_by(self, other: Selection, *, within: Duration | None = None, **link: Any) -> Followed:
        """Those after which none of ``other`` came; with ``within``, only once that long has passed."""
        return Followed(self, other, within, Link(**link), False)

    def preceded_by(self, other: Selection, *, within: Duration | None = None, **link: Any) -> Preceded:
        return Preceded(self, other, within, Link(**link), True)

    def not_preceded_by(self, other: Selection, *, within: Duration | None = None, **link: Any) -> Preceded:
        return Preceded(self, other, within, Link(**link), False)

    def at_age_under(self, months: int, *, possibly: bool = False) -> AtAge:
        """Those that began while the child was certainly (or ``possibly``) under so many months."""
        return AtAge(self, months, possibly)

    def about_another_child(self) -> Household:
        """The same words asked of entries about the other children of the household."""
        return Household(self)

    def count(self) -> Number:
        """Occurrences: copies of one count once, and an entry that carries ``count`` counts as many."""
        return Count(self)

    def count_entries(self) -> Number:
        return CountEntries(self)

    def count_agencies(self) -> Number:
        """Agencies, told apart by area; an occurrence counts for the one that told it first, not for who holds a copy."""
        return CountDistinct(self, "said_by")

    def distinct(self, detail: str) -> Number:
        """How many different values of a detail; unknown ones do not count."""
        return CountDistinct(self, detail)

    def days_since(self) -> Number:
        """Whole days since the latest; unknown, and so never yes, where there is none."""
        return DaysSince(self)

    def exist(self) -> Question:
        return self.count_entries() >= 1

    def none(self) -> Question:
        return self.count_entries() < 1

    def __or__(self, other: Selection) -> Either:
        return Either(self, other)

    def __and__(self, other: Selection) -> Both:
        return Both(self, other)

    def __invert__(self) -> Complement:
        return Complement(self)


@dataclass(frozen=True)
class Where(Selection):
    """Entries of these kinds (any, if empty), said by these agencies, whose details pass every test."""

    kinds: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    claim: tuple[str, ...] = ()
    details: tuple[tuple[str, Test], ...] = ()


def _codes(value: str | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def where(
    *kinds: str,
    said_by: str | Iterable[str] | None = None,
    voice: str | Iterable[str] | None = None,
    claim: str | Iterable[str] | None = None,
    **details: Any,
) -> Where:
    """Entries of these kinds with these typed details: a value, `one_of`, `at_least`, `includes` or `unknown`."""
    tests = tuple(sorted((name, _test(value)) for name, value in details.items()))
    return Where(tuple(kinds), _codes(said_by), _codes(voice), _codes(claim), tests)


@dataclass(frozen=True)
class Either(Selection):
    left: Selection
    right: Selection


@dataclass(frozen=True)
class Both(Selection):
    left: Selection
    right: Selection


@dataclass(frozen=True)
class Complement(Selection):
    """Every entry about the child that is not in the selection."""

    of: Selection


@dataclass(frozen=True)
class InTheLast(Selection):
    of: Selection
    window: Duration


@dataclass(frozen=True)
class Since(Selection):
    of: Selection
    anchor: Selection


@dataclass(frozen=True)
class Before(Selection):
    of: Selection
    anchor: Selection


@dataclass(frozen=True)
class Edge(Selection):
    of: Selection
    which: Literal["first", "last"]


@dataclass(frozen=True)
class Link:
    """What two entries must share for one to follow or precede the other.

    ``relation``: the later refers to the earlier so; a later entry that refers to nothing so counts for all before it.
    ``same``: details that both know and that are equal. ``agency``: said by the ``same`` or by ``another``.
    """

    relation: Answering | None = None
    same: tuple[str, ...] = ()
    agency: Literal["same", "another"] | None = None

    def __post_init__(self) -> None:
        if isinstance(self.same, str):
            object.__setattr__(self, "same", (self.same,))


@dataclass(frozen=True)
class Followed(Selection):
    of: Selection
    other: Selection
    within: Duration | None
    link: Link
    wanted: bool


@dataclass(frozen=True)
class Preceded(Selection):
    of: Selection
    other: Selection
    within: Duration | None
    link: Link
    wanted: bool


@dataclass(frozen=True)
class AtAge(Selection):
    of: Selection
    months: int
    possibly: bool


@dataclass(frozen=True)
class Household(Selection):
    of: Selection
