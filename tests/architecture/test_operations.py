"""Every operation says who does it and when."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Function, Module, modules, report

NOBODY_ACTS: dict[str, str] = {
    "access.seal_looks": "the chain is sealed by Kith, for whoever looked",
    "access.look_for_own_family": "families change, and Kith asks again by itself",
    "oversight.ask_about_looks": "the rules are asked by Kith, of looks that name who looked",
    "oversight.draw_lots": "lots are drawn by Kith, of looks that name who looked",
    "access.task_the_desk": "calls are made by Kith, of searches that name who searched",
}
"""``room.operation`` to why no person stands behind it."""

TWO_THINGS = {
    "chronology.correct": "what is corrected and what stands in its place, in the order of the sentence"
}
"""``room.operation`` to why it takes two things without their names."""


def faults(function: Function) -> list[str]:
    """What an operation lacks: names for all that it takes but the thing acted on, ``by``, ``at``, or a docstring."""
    taken = {argument.arg for argument in function.args.kwonlyargs}
    found = []
    if len(function.args.args) + len(function.args.posonlyargs) > 1 or function.args.vararg:
        found.append("takes more than the thing acted on without its name")
    found += [f"does not take {word}" for word in ("by", "at") if word not in taken]
    if not ast.get_docstring(function):
        found.append("has no docstring")
    return found


def may_stay(name: str, fault: str) -> bool:
    """Whether one of the two lists gives a reason for a fault."""
    return (fault == "does not take by" and name in NOBODY_ACTS) or (
        "without its name" in fault and name in TWO_THINGS
    )


def operations() -> Iterator[tuple[str, Function]]:
    """The public functions of each room's ``operations``: a module's own, or those that a folder hands out."""
    for module in modules():
        if module.path == f"{module.room}/operations.py":
            yield from ((module.room, function) for function in _public(module.tree))
        elif module.path == f"{module.room}/operations/__init__.py":
            handed_out = {
                name.asname or name.name
                for node in ast.walk(module.tree)
                if isinstance(node, ast.ImportFrom)
                for name in node.names
            }
            beside = [other for other in modules() if other.path.startswith(f"{module.room}/operations/")]
            yield from (
                (module.room, function)
                for other in beside
                for function in _public(other.tree)
                if function.name in handed_out or other is module
            )


def _public(tree: ast.Module) -> list[Function]:
    return [node for node in tree.body if isinstance(node, Function) and not node.name.startswith("_")]


def test_every_operation_takes_names_and_says_who_does_it_and_when():
    found = {}
    for room, function in operations():
        name = f"{room}.{function.name}"
        wrong = [fault for fault in faults(function) if not may_stay(name, fault)]
        if wrong:
            found[name] = wrong
    assert not found, report(found)


def test_the_lists_of_operations_that_differ_name_only_operations():
    assert set(NOBODY_ACTS) | set(TWO_THINGS) <= {
        f"{room}.{function.name}" for room, function in operations()
    }


@pytest.mark.parametrize(
    "planted",
    [
        "def append(entry, reason, *, by, at): 'Adds.'",
        "def append(entry, by, at): 'Adds.'",
        "def append(*, entry, at): 'Adds.'",
        "def append(*, entry, by): 'Adds.'",
        "def append(*, entry, by, at): pass",
        "def append(*entries, by, at): 'Adds.'",
    ],
)
def test_an_operation_without_a_person_a_time_or_names_is_found(planted):
    assert faults(ast.parse(planted).body[0])


def test_an_operation_as_it_should_be_is_left_alone():
    assert faults(ast.parse("def append(*, entry, by, at):\n    'Adds an entry.'").body[0]) == []


def test_a_planted_module_is_looked_into():
    module = Module(path="people/operations.py", text="def f(): pass\ndef _g(): pass")
    assert [function.name for function in _public(module.tree)] == ["f"]
