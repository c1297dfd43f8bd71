"""What Kith's own source imports and calls, file by file."""

import ast
from collections.abc import Iterable

from tests.architecture.source import Module, dotted, modules


def importers(of: Iterable[str], among: Iterable[Module] | None = None) -> dict[str, set[str]]:
    """The files that import one of these modules, or something from it: path to what."""
    wanted, found = tuple(of), {}
    for module in modules() if among is None else among:
        names = {name for node in ast.walk(module.tree) for name in _imported(node)}
        hit = {one for one in wanted for name in names if name == one or name.startswith(f"{one}.")}
        if hit:
            found[module.path] = hit
    return found


def callers(of: Iterable[str], among: Iterable[Module] | None = None) -> dict[str, set[str]]:
    """The files that call something of these names, by the last part of what is called."""
    wanted, found = frozenset(of), {}
    for module in modules() if among is None else among:
        names = {
            dotted(node.func).split(".")[-1] for node in ast.walk(module.tree) if isinstance(node, ast.Call)
        }
        names |= {dotted(node.func) for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
        if hit := names & wanted:
            found[module.path] = hit
    return found


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
    return []
