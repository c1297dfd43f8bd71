"""One small fault at a time in a file's functions: comparisons turned round, conditions fixed, checks taken out."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_BITS: dict[type[ast.operator], type[ast.operator]] = {ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd}
_ASKS = {"filter", "exclude"}
Change = Callable[[ast.AST], ast.AST | None]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One change: where, and in words. ``number`` counts the changes of the file."""

    file: str
    number: int
    lines: range
    what: str

    @property
    def name(self) -> str:
        """As it is listed: the words stay where lines move."""
        return f"{self.file}: {self.what}"


def faults(root: Path, file: str) -> list[Fault]:
    """Every fault that can be made in a file."""
    tree = ast.parse((root / file).read_text(encoding="utf-8"))
    return [
        Fault(file=file, number=number, lines=lines, what=what)
        for number, (_, lines, what, _) in enumerate(_changes(tree))
    ]


def broken(root: Path, fault: Fault) -> ast.Module:
    """The file's tree with that one fault in it."""
    tree = ast.parse((root / fault.file).read_text(encoding="utf-8"))
    node, _, _, change = list(_changes(tree))[fault.number]
    _Put(node, change(copy.deepcopy(node))).visit(tree)
    return ast.fix_missing_locations(tree)


class _Put(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST | None) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST | None:  # type: ignore[override]
        return self.new if node is self.old else self.generic_visit(node)


def _changes(tree: ast.Module) -> Iterator[tuple[ast.AST, range, str, Change]]:
    """Inside functions alone: what stands in a module is data, and is tested as data."""
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    seen: set[int] = set()
    for function in functions:
        for statement in function.body:
            for node in ast.walk(statement):
                if id(node) in seen:
                    continue
                seen.add(id(node))
                for words, change in _of(node):
                    yield (
                        node,
                        _lines(node, statement),
                        f"{function.name}: {words} in `{ast.unparse(node).splitlines()[0][:90]}`",
                        change,
                    )


def _lines(node: ast.AST, within: ast.stmt) -> range:
    first = getattr(node, "lineno", within.lineno)
    return range(first, (getattr(node, "end_lineno", None) or first) + 1)


def _of(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare):
        yield "turned round", _turn
    if isinstance(node, ast.BoolOp):
        yield "and for or, or for and", _swap
        for index in range(len(node.values)):
            yield f"without its part {index + 1}", _without(index)
    if isinstance(node, ast.BinOp) and type(node.op) in _BITS:
        yield "and for or, or for and", _swap
        yield "its left side alone", lambda one: one.left  # type: ignore[attr-defined]
        yield "its right side alone", lambda one: one.right  # type: ignore[attr-defined]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without its not", lambda one: one.operand  # type: ignore[attr-defined]
    if isinstance(node, ast.If | ast.IfExp):
        yield "always", _condition(True)
        yield "never", _condition(False)
    if isinstance(node, ast.Return) and not _answers_nothing(node):
        yield "answers nothing", lambda one: ast.Return(value=ast.Constant(value=None))
    if isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield "left out", lambda one: ast.Pass()
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ASKS:
        for index in range(len(node.keywords)):
            yield f"without its argument {node.keywords[index].arg}", _argument(index)
        for index in range(len(node.args)):
            yield f"without its condition {index + 1}", _positional(index)


def _answers_nothing(node: ast.Return) -> bool:
    """Whether it answers nothing as it stands: to make it do so would change nothing."""
    return node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)


def _turn(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.Compare)
    node.ops = [_TURNED[type(one)]() for one in node.ops]
    return node


def _swap(node: ast.AST) -> ast.AST:
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    if isinstance(node, ast.BinOp):
        node.op = _BITS[type(node.op)]()
    return node


def _without(index: int) -> Change:
    def change(node: ast.AST) -> ast.AST:
        assert isinstance(node, ast.BoolOp)
        kept = [one for place, one in enumerate(node.values) if place != index]
        return kept[0] if len(kept) == 1 else ast.BoolOp(op=node.op, values=kept)

    return change


def _condition(is_so: bool) -> Change:
    def change(node: ast.AST) -> ast.AST:
        assert isinstance(node, ast.If | ast.IfExp)
        node.test = ast.Constant(value=is_so)
        return node

    return change


def _argument(index: int) -> Change:
    def change(node: ast.AST) -> ast.AST:
        assert isinstance(node, ast.Call)
        del node.keywords[index]
        return node

    return change


def _positional(index: int) -> Change:
    def change(node: ast.AST) -> ast.AST:
        assert isinstance(node, ast.Call)
        del node.args[index]
        return node

    return change
