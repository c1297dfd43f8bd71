"""Reads a YAML file so that every fault names its field and its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

import yaml

from kith.kernel.errors import BadInput

T = TypeVar("T")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C where PyYAML has it: an area file is read in a tenth of the time."""


@dataclass(frozen=True)
class Place:
    """One value of the file, where it stands, and the way there: ``agencies.police.teams.mash``."""

    node: yaml.Node
    path: str

    def refuse(self, problem: str) -> NoReturn:
        """BadInput that names this place and its line."""
        raise BadInput(f"{self.path or 'the file'} (line {self.node.start_mark.line + 1})", problem)

    def fields(self, *allowed: str, required: tuple[str, ...] = ()) -> dict[str, Place]:
        """The fields of a mapping. Refuses one that is not allowed, comes twice, or is required and absent."""
        if not isinstance(self.node, yaml.MappingNode):
            self.refuse("It is a mapping of names to values.")
        found: dict[str, Place] = {}
        for key, value in self.node.value:
            here = Place(key, self._below(key.value))
            if allowed and key.value not in allowed:
                here.refuse(f"There is no such field. There are: {', '.join(allowed)}.")
            if key.value in found:
                here.refuse("It comes twice.")
            found[key.value] = Place(value, self._below(key.value))
        for name in required:
            if name not in found:
                self.refuse(f"It lacks {name}.")
        return found

    def items(self) -> Iterator[Place]:
        """The places of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.refuse("It is a list.")
        for number, item in enumerate(self.node.value, start=1):
            yield Place(item, self._below(str(number)))

    def text(self) -> str:
        """The words that stand here, never blank. Numbers, days and times are words too."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            self.refuse("It is a few words.")
        return self.node.value.strip()

    def read(self, turn: Callable[[str], T], *, as_what: str) -> T:
        """The words turned into a value; a ValueError becomes a refusal that says ``as_what`` they are read."""
        words = self.text()
        try:
            return turn(words)
        except ValueError:
            self.refuse(f"{words} is not {as_what}.")

    def _below(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def read_yaml(path: Path) -> Place:
    """The whole file. BadInput where it is not there, not YAML, or empty."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as problem:
        raise BadInput("path", f"{path} cannot be read: {problem.strerror}.") from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark else ""
        raise BadInput(
            f"the file{line}", f"It is not YAML: {getattr(problem, 'problem', problem)}."
        ) from problem
    if node is None:
        raise BadInput("the file", "It is empty.")
    return Place(node, "")
