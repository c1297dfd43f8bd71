"""Functions and files stay small enough to read."""

import ast

import pytest

from tests.architecture.source import ROOT, functions, report

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
WHOLE_IN_ONE_FILE = {
    "src/kith/chronology/verifier.py": "one file that somebody who does not trust Kith can read, keep and run alone"
}
"""Files that may be longer, each with why."""


def too_long(text: str) -> list[str]:
    """What in a module is longer than it may be."""
    lines = len(text.splitlines())
    found = [f"the file has {lines} lines"] if lines > LONGEST_FILE else []
    for function in functions(ast.parse(text)):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > LONGEST_FUNCTION:
            found.append(f"{function.name} has {length} lines")
    return found


def python_files():
    folders = ("src", "tests", "benchmarks")
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in paths if "migrations" not in path.parts]


def test_no_function_is_over_sixty_lines_and_no_file_over_four_hundred():
    found = {
        name: long
        for path in python_files()
        if (long := too_long(path.read_text()))
        and (name := str(path.relative_to(ROOT))) not in WHOLE_IN_ONE_FILE
    }
    assert not found, report(found)


@pytest.mark.parametrize(
    "planted",
    ["def f():\n" + "    x = 1\n" * 60, "class A:\n  async def f():\n" + "    x = 1\n" * 60, "x = 1\n" * 401],
)
def test_something_too_long_is_found(planted):
    assert too_long(planted)


def test_something_just_short_enough_is_left_alone():
    assert too_long("def f():\n" + "    x = 1\n" * 59) == []
