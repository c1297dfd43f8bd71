"""Runs a statement that a connection plans once: what planning costs is then paid once, not at every question."""

import hashlib
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

_prepared: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
"""What each connection has prepared. It outlives a transaction, a rolled back one too."""


def run_prepared(
    connection: Any, statement: str, *, types: Sequence[str], values: Sequence[Any]
) -> list[Any]:
    """The rows of a statement with ``$1``, ``$2`` for values of these PostgreSQL types. ``connection`` is the driver's own.

    Not psycopg's own preparing: at a rollback that throws away what everybody has prepared, others' statements too.
    """
    name = f"kith_{hashlib.sha256(statement.encode()).hexdigest()[:16]}"
    held = _prepared.setdefault(connection, set())
    if name not in held:
        connection.execute(f"PREPARE {name} ({', '.join(types)}) AS {statement}")
        held.add(name)
    places = ", ".join("%s" for _ in values)
    rows: list[Any] = connection.execute(f"EXECUTE {name} ({places})", list(values)).fetchall()
    return rows
