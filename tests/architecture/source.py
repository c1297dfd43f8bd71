"""Reads Kith's own source as trees, for the tests of how it is built."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KITH = ROOT / "src" / "kith"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, kw_only=True)
class Module:
    """One Python file of ``src/kith``. ``path`` is relative to that folder, its first part is the room."""

    path: str
    text: str

    @property
    def room(self) -> str:
        return self.path.split("/")[0]

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text)


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def dotted(node: ast.AST) -> str:
    """``a.b.c`` for such an expression, an empty string for any other."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


@cache
def modules() -> tuple[Module, ...]:
    """Every module of Kith but the migrations, which Django writes."""
    paths = sorted(path for path in KITH.rglob("*.py") if "migrations" not in path.parts)
    return tuple(Module(path=str(path.relative_to(KITH)), text=path.read_text()) for path in paths)


@cache
def rooms_by_height() -> dict[str, int]:
    """Every room to its height: the layers contract in pyproject.toml is the only place that says it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {
        room.strip().strip("()"): height
        for height, layer in enumerate(reversed(layers))
        for room in layer.split("|")
    }


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method, wherever it is defined."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def report(found: dict[str, object]) -> str:
    """What was found, a line each, for the message of a test that fails."""
    return "\n".join(f"{where}: {what}" for where, what in found.items())
