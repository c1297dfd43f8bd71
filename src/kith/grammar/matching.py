"""Whether one entry passes a plain ``where``: shared by the reference engine and the clocks."""

from typing import Any

from kith.grammar.known import Known
from kith.grammar.selections import AtLeast, OneOf, Test, Unknown, Where


def matches(where: Where, row: Known) -> bool:
    """Whether one entry passes every test of a plain ``where``."""
    return (
        (not where.kinds or row.kind in where.kinds)
        and (not where.said_by or row.said_by in where.said_by)
        and (not where.voice or row.voice in where.voice)
        and (not where.claim or row.claim in where.claim)
        and all(_passes(test, row.details.get(name)) for name, test in where.details)
    )


def _passes(test: Test, value: Any) -> bool:
    if isinstance(test, Unknown):
        return value is None
    if value is None:
        return False
    if isinstance(test, OneOf):
        return any(
            isinstance(value, bool) == isinstance(wanted, bool) and value == wanted for wanted in test.values
        )
    if isinstance(test, AtLeast):
        return isinstance(value, int | float) and not isinstance(value, bool) and value >= test.number
    return isinstance(value, list | tuple) and any(wanted in value for wanted in test.values)
