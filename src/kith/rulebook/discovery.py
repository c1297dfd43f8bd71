"""Discovery: every file of a package declares one thing, and is found because it is there."""

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class NotDeclared(ImportError):
    """A file that does not declare what its name promises."""


def declarations(package: str) -> Mapping[str, Any]:
    """Name to declaration for every module of ``package``; files that begin with ``_`` are skipped.

    A module ``injury_seen.py`` declares ``injury_seen``. Raises `NotDeclared` where it does not. Empty where there is
    no such package.
    """
    try:
        found = importlib.import_module(package)
    except ModuleNotFoundError as missing:
        if missing.name != package:
            raise
        return MappingProxyType({})
    names = sorted(name for _, name, _ in pkgutil.iter_modules(found.__path__) if not name.startswith("_"))
    return MappingProxyType({name: _declared(package, name) for name in names})


def _declared(package: str, name: str) -> Any:
    module = importlib.import_module(f"{package}.{name}")
    if not hasattr(module, name):
        raise NotDeclared(f"{module.__name__} does not declare {name}")
    declared = getattr(module, name)
    if getattr(declared, "name", name) != name:
        raise NotDeclared(f"{module.__name__} declares {name} under the name of {declared.name}")
    return declared
