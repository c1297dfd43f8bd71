"""The rulebook: law and practice, declared one idea to a file, found by walking the files."""

import importlib
from functools import cache

from kith.rulebook.discovery import declarations
from kith.rulebook.types import Rulebook

__all__ = ["Rulebook", "load"]


@cache
def load(path: str) -> Rulebook:
    """The rulebook at a module path such as ``kith.rulebook.england``; the same object each time.

    Raises ImportError where a file does not declare what its name promises: half a rulebook is never loaded.
    """
    lists = {name: importlib.import_module(f"{path}.{name}") for name in ("agencies", "steps", "roles")}
    return Rulebook(
        path=path,
        entry_kinds=declarations(f"{path}.entry_kinds"),
        patterns=declarations(f"{path}.patterns"),
        clocks=declarations(f"{path}.clocks"),
        agencies=lists["agencies"].AGENCIES,
        steps=lists["steps"].STEPS,
        roles=lists["roles"].ROLES,
    )
