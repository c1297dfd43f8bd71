"""The live engine: the whole rulebook compiled to one PostgreSQL statement over any number of moments."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.grammar.patterns import Pattern
from kith.kernel.prepared import run_prepared
from kith.patterns.engines.answer import Answer
from kith.patterns.engines.sql_questions import compile_rulebook

Row = tuple[int, str, int, list[UUID]]


def compiled(patterns: Sequence[Pattern], relations: str) -> str:
    """The statement: ``relations`` must define the common tables ``moments`` and ``known`` (see sql_selections)."""
    return compile_rulebook(patterns, relations)


def answers(rows: Iterable[Row], *, moments: Sequence[tuple[UUID, datetime]]) -> list[Answer]:
    """What the statement returned as answers: each pattern at the highest stage that it reached at each moment."""
    highest: dict[tuple[int, str], Answer] = {}
    for moment, pattern, stage, evidence in rows:
        held = highest.get((moment, pattern))
        if held is None or stage > held.stage:
            child, as_at = moments[moment - 1]
            highest[(moment, pattern)] = Answer(
                pattern=pattern, child=child, as_at=as_at, stage=stage, evidence=tuple(evidence)
            )
    return list(highest.values())


def ask(
    cursor: Any,
    statement: str,
    *,
    moments: Sequence[tuple[UUID, datetime]],
    extra: dict[str, Any] | None = None,
) -> list[Answer]:
    """Run a compiled statement for these moments of (child, as_at)."""
    if not moments:
        return []
    children, instants = [child for child, _ in moments], [as_at for _, as_at in moments]
    cursor.execute(statement, {"children": children, "instants": instants, **(extra or {})})
    return answers(cursor.fetchall(), moments=moments)


def ask_prepared(
    connection: Any, statement: str, *, moments: Sequence[tuple[UUID, datetime]]
) -> list[Answer]:
    """The same for a few moments, by a statement that the connection plans once: planning takes longer than answering.

    ``connection`` is the driver's own.
    """
    if not moments:
        return []
    children, instants = [child for child, _ in moments], [as_at for _, as_at in moments]
    numbered = statement.replace("%(children)s", "$1").replace("%(instants)s", "$2").replace("%%", "%")
    types = ("uuid[]", "timestamptz[]")
    rows = run_prepared(connection, numbered, types=types, values=(children, instants))
    return answers(rows, moments=moments)
