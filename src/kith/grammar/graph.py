"""What all graphs share: walking them, and a version that is a hash of what they say."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def described(node: Any) -> str:
    """Canonical text of a graph: equal for equal graphs, different otherwise."""
    if is_dataclass(node) and not isinstance(node, type):
        inside = ",".join(f"{f.name}={described(getattr(node, f.name))}" for f in fields(node) if f.compare)
        return f"{type(node).__name__}({inside})"
    if isinstance(node, frozenset):
        return "{" + ",".join(sorted(described(item) for item in node)) + "}"
    if isinstance(node, tuple):
        return "[" + ",".join(described(item) for item in node) + "]"
    return f"{type(node).__name__}:{node!r}"


def version_of(*nodes: Any) -> str:
    """Twelve hexadecimal digits that change whenever the graph does."""
    return hashlib.sha256(described(nodes).encode()).hexdigest()[:12]


def walk(node: Any) -> Iterator[Any]:
    """The node and everything below it, parents first."""
    yield node
    if is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from walk(getattr(node, field.name))
    elif isinstance(node, (tuple, frozenset)):
        for item in node:
            yield from walk(item)
