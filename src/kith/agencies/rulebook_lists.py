"""The closed lists of the rulebook that the settings name, loaded when first asked for."""

from django.conf import settings

from kith.kernel.errors import BadInput
from kith.rulebook import Rulebook, load

ALWAYS_STAFFED = "area_on_call_manager"
"""The role at the end of every chain."""


def rulebook() -> Rulebook:
    """The rulebook in use; the same object each time."""
    return load(settings.KITH_RULEBOOK)


def check_role(role: str, *, field: str = "role") -> None:
    """BadInput where the rulebook has no such role."""
    if role not in rulebook().roles:
        raise BadInput(field, f"There is no role {role}. It is one of: {', '.join(rulebook().roles)}.")
