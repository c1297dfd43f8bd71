"""The small language in which comparisons of two descriptions are declared, said once and asked in Python or in SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

Asked = Callable[[Any, Any], bool]
Dialect = str
"""``duckdb`` or ``spark``."""


@dataclass(frozen=True)
class Test:
    """One question about two descriptions: ``asked`` in Python, of their traits; ``sql`` over columns ``name_l``, ``name_r``."""

    asked: Asked
    sql: Callable[[Dialect], str]

    def __and__(self, other: "Test") -> "Test":
        one, two = self.asked, other.asked
        return Test(lambda a, b: one(a, b) and two(a, b), lambda d: f"({self.sql(d)} AND {other.sql(d)})")

    def __or__(self, other: "Test") -> "Test":
        one, two = self.asked, other.asked
        return Test(lambda a, b: one(a, b) or two(a, b), lambda d: f"({self.sql(d)} OR {other.sql(d)})")

    def __invert__(self) -> "Test":
        one = self.asked
        return Test(lambda a, b: not one(a, b), lambda d: f"(NOT {self.sql(d)})")


def same(column: str) -> Test:
    """Both have it, and it is equal."""

    def asked(a: Any, b: Any) -> bool:
        value = getattr(a, column)
        return value != "" and value == getattr(b, column)

    return Test(asked, lambda d: f"({column}_l <> '' AND {column}_l = {column}_r)")


def equal(column: str, other: str) -> Test:
    """What one has in ``column`` the other has in ``other``; use it where that is the same either way round."""

    def asked(a: Any, b: Any) -> bool:
        value = getattr(a, column)
        return value != "" and value == getattr(b, other)

    return Test(asked, lambda d: f"({column}_l <> '' AND {column}_l = {other}_r)")


def either_lacks(column: str) -> Test:
    """One of the two does not say."""
    return Test(
        lambda a, b: not getattr(a, column) or not getattr(b, column),
        lambda d: f"({column}_l = '' OR {column}_r = '')",
    )


def either_has_none_of(column: str) -> Test:
    """One of the two has an empty list."""
    return Test(
        lambda a, b: not getattr(a, column) or not getattr(b, column),
        lambda d: f"({_size(d)}({column}_l) = 0 OR {_size(d)}({column}_r) = 0)",
    )


def shares(column: str) -> Test:
    """The two lists have something in common."""

    def asked(a: Any, b: Any) -> bool:
        theirs = getattr(b, column)
        for value in getattr(a, column):  # noqa: SIM110  any() costs three times as much
            if value in theirs:
                return True
        return False

    return Test(asked, lambda d: _any(d, f"{column}_l", f"{column}_r"))


def crosses(column: str, other: str) -> Test:
    """Something in the one list of either stands in the other list of the other."""

    def asked(a: Any, b: Any) -> bool:
        theirs = getattr(b, other)
        if theirs:
            for value in getattr(a, column):
                if value in theirs:
                    return True
        mine = getattr(a, other)
        if mine:
            for value in getattr(b, column):
                if value in mine:
                    return True
        return False

    return Test(
        asked,
        lambda d: f"({_any(d, f'{column}_l', f'{other}_r')} OR {_any(d, f'{other}_l', f'{column}_r')})",
    )


def changes_places(column: str, other: str) -> Test:
    """What the one has in ``column`` the other has in ``other``, and the other way round too."""

    def asked(a: Any, b: Any) -> bool:
        mine, theirs = getattr(a, other), getattr(b, other)
        for value in getattr(a, column):
            if value in theirs:
                return any(own in mine for own in getattr(b, column))
        return False

    return Test(
        asked,
        lambda d: f"({_any(d, f'{column}_l', f'{other}_r')} AND {_any(d, f'{other}_l', f'{column}_r')})",
    )


def slip(column: str, *, least: int = 0) -> Test:
    """One letter or digit more, less, wrong, or changed over with its neighbour, in words of ``least`` or more."""

    def asked(a: Any, b: Any) -> bool:
        mine, theirs = getattr(a, column), getattr(b, column)
        if len(mine) < least or len(theirs) < least or not mine or not theirs:
            return False
        return DamerauLevenshtein.distance(mine, theirs, score_cutoff=1) <= 1

    def sql(d: Dialect) -> str:
        longest = max(least, 1)
        long = f"length({column}_l) >= {longest} AND length({column}_r) >= {longest}"
        return f"({long} AND damerau_levenshtein({column}_l, {column}_r) <= 1)"

    return Test(asked, sql)


def part_of(column: str, *, least: int) -> Test:
    """One word begins or ends with the other, which has ``least`` letters or more: Tolu and Toluwani, Amaka and Chiamaka."""

    def asked(a: Any, b: Any) -> bool:
        shorter, longer = getattr(a, column), getattr(b, column)
        if len(shorter) > len(longer):
            shorter, longer = longer, shorter
        return len(shorter) >= least and (longer.startswith(shorter) or longer.endswith(shorter))

    def sql(d: Dialect) -> str:
        one, other = f"{column}_l", f"{column}_r"
        within = [
            f"(length({short}) >= {least} AND ({long} LIKE {short} || '%' OR {long} LIKE '%' || {short}))"
            for short, long in ((one, other), (other, one))
        ]
        return f"({' OR '.join(within)})"

    return Test(asked, sql)


def near(column: str, likeness: float) -> Test:
    """Two words alike by Jaro and Winkler."""

    def asked(a: Any, b: Any) -> bool:
        mine, theirs = getattr(a, column), getattr(b, column)
        return bool(mine and theirs) and JaroWinkler.similarity(mine, theirs) >= likeness

    def sql(d: Dialect) -> str:
        function = "jaro_winkler" if d == "spark" else "jaro_winkler_similarity"
        return f"({column}_l <> '' AND {column}_r <> '' AND {function}({column}_l, {column}_r) >= {likeness})"

    return Test(asked, sql)


def meets(first: str, last: str) -> Test:
    """Two spans of days, each from ``first`` to ``last``, have a day in common."""
    return Test(
        lambda a, b: getattr(a, first) <= getattr(b, last) and getattr(b, first) <= getattr(a, last),
        lambda d: f"({first}_l <= {last}_r AND {first}_r <= {last}_l)",
    )


def a_year_apart(column: str) -> Test:
    """Two years, of four digits each, that follow one another."""

    def asked(a: Any, b: Any) -> bool:
        mine, theirs = getattr(a, column), getattr(b, column)
        return mine != "" and theirs != "" and abs(int(mine) - int(theirs)) == 1

    def sql(d: Dialect) -> str:
        mine, theirs = (f"CAST(NULLIF({column}_{side}, '') AS INT)" for side in "lr")
        return f"(COALESCE(ABS({mine} - {theirs}), 0) = 1)"

    return Test(asked, sql)


def either_is(column: str, value: str) -> Test:
    """One of the two, or both, has this value."""
    return Test(
        lambda a, b: getattr(a, column) == value or getattr(b, column) == value,
        lambda d: f"({column}_l = '{value}' OR {column}_r = '{value}')",
    )


def _size(d: Dialect) -> str:
    return "size" if d == "spark" else "len"


def _any(d: Dialect, one: str, other: str) -> str:
    return f"{'arrays_overlap' if d == 'spark' else 'list_has_any'}({one}, {other})"
