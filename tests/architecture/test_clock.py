"""Only a door reads the clock; everything further in is told what time it is."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, dotted, modules, report

DOORS = {"web", "api", "feeds", "federation", "jobs", "config"}
READS_OF_THE_TIME = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now", "timezone.localtime",
    "timezone.localdate", "time.time", "time.time_ns", "time.localtime", "time.gmtime", "Now",
}  # fmt: skip
READS_IN_SQL = re.compile(
    r"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(date|timestamp)\b",
    re.IGNORECASE,
)
LOOKS_LIKE_SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|WHERE|CREATE|DEFAULT|BEGIN|RETURN)\b")
ALLOWED = {
    "kernel/clock.py": "the one place that reads it",
    "access/waits_to_be_sealed.py": "the database says since when a row waits; only the verifier reads it",
    "kernel/ids.py": "ids are in the order in which this machine made them; nobody reads a time from them",
}


def is_door(module: Module) -> bool:
    """A room that people, agencies or the scheduler come in by; or a room's command, which a person types."""
    return module.room in DOORS or module.path.endswith("/command.py")


def reads(module: Module) -> list[str]:
    """Where a module reads the time, but for ``kernel.clock.now`` at a door."""
    if module.path in ALLOWED:
        return []
    return [*_calls(module.tree), *_defaults(module.tree), *_sql(module.tree), *_our_clock(module)]


def _calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ".".join(dotted(node.func).split(".")[-2:])
            if name in READS_OF_THE_TIME:
                yield f"line {node.lineno}: {name}"


def _defaults(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword):
            by_django = node.arg in ("auto_now", "auto_now_add")
            by_name = node.arg in ("default", "default_factory", "db_default")
            if by_django or (
                by_name and ast.unparse(node.value).split(".")[-1] in ("now", "now()", "Now()", "today")
            ):
                yield f"line {node.value.lineno}: {node.arg}={ast.unparse(node.value)}"


def _sql(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if LOOKS_LIKE_SQL.search(text) and (found := READS_IN_SQL.search(text)):
            yield f"line {node.lineno}: {found[0]} in SQL"


def _our_clock(module: Module) -> Iterator[str]:
    if is_door(module):
        return
    for node in ast.walk(module.tree):
        imported = (
            node.names if isinstance(node, ast.ImportFrom) and node.module == "kith.kernel.clock" else []
        )
        if any(name.name == "now" for name in imported):
            yield f"line {node.lineno}: imports kernel.clock.now"
        if isinstance(node, ast.Attribute) and node.attr == "now" and dotted(node).endswith("clock.now"):
            yield f"line {node.lineno}: {dotted(node)}"


def test_nobody_but_the_doors_reads_the_clock():
    found = {module.path: where for module in modules() if (where := reads(module))}
    assert not found, report(found)


@pytest.mark.parametrize(
    "planted",
    [
        "x = datetime.now(UTC)",
        "import datetime\nx = datetime.datetime.utcnow()",
        "x = date.today()",
        "x = timezone.now()",
        "x = time.time()",
        "x = models.DateTimeField(auto_now_add=True)",
        "x = models.DateTimeField(default=timezone.now)",
        "x = Entry.objects.filter(known_at__lte=Now())",
        "x = 'SELECT * FROM entry WHERE known_at < now()'",
        "x = 'UPDATE visit SET at = CURRENT_TIMESTAMP'",
        "from kith.kernel.clock import now",
        "from kith.kernel import clock\nx = clock.now()",
    ],
)
def test_a_room_that_reads_the_clock_is_found(planted):
    assert reads(Module(path="clocks/x.py", text=planted))


def test_a_door_may_ask_our_clock_but_no_other():
    assert reads(Module(path="web/x.py", text="from kith.kernel.clock import now\nat = now()")) == []
    assert reads(Module(path="web/x.py", text="at = datetime.now(UTC)"))
