"""One small file for each command of ``./kith``, found by its name.

A command's module has a docstring whose first line is what the list says, ``main(arguments) -> int`` and, where
another room does the work, ``NEEDS``: that module's name. Without that module the command is not there.
"""

import importlib
import importlib.util
import pkgutil
from types import ModuleType


def all_commands() -> dict[str, ModuleType]:
    """The commands that can run here: name to module, in the order of the alphabet."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return {name: module for name, module in modules.items() if _is_there(getattr(module, "NEEDS", ""))}


def first_line(module: ModuleType) -> str:
    """What a module says of itself, in one line."""
    return (module.__doc__ or "").strip().partition("\n")[0]


def _is_there(needed: str) -> bool:
    try:
        return not needed or importlib.util.find_spec(needed) is not None
    except ModuleNotFoundError:
        return False
