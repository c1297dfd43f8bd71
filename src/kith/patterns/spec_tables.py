"""Spec tables: the examples of a rule, read from its spec without running it."""

import ast
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Example:
    """One story of a spec: its sentence, and its tables; none where they are made up of parts."""

    sentence: str
    tables: tuple[str, ...]


def examples(name: str, *, sort: str, specs: Path) -> tuple[Example, ...]:
    """The stories of ``specs/test_<sort>_<name>.py`` in their order; none where there is no such file.

    ``sort`` is ``patterns`` or ``clocks``.
    """
    file = specs / f"test_{sort}_{name}.py"
    if not file.is_file():
        return ()
    functions = [node for node in ast.parse(file.read_text()).body if isinstance(node, ast.FunctionDef)]
    return tuple(
        Example(sentence=_sentence(function.name), tables=_tables(function))
        for function in functions
        if function.name.startswith("test_")
    )


def _sentence(name: str) -> str:
    return name.removeprefix("test_").replace("_", " ").capitalize()


def _tables(function: ast.FunctionDef) -> tuple[str, ...]:
    """Every table that is given whole to ``spec`` or ``clock_spec``."""
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    given = (call.args[1] for call in calls if _is_spec(call.func) and len(call.args) > 1)
    return tuple(
        cleandoc(table.value)
        for table in given
        if isinstance(table, ast.Constant) and isinstance(table.value, str)
    )


def _is_spec(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in ("spec", "clock_spec")
