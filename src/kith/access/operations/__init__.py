"""Everything that changes who may see a child, who is responsible, and the record of looks; each takes ``by`` and ``at``."""

from kith.access.operations.allocate import allocate, end_allocation
from kith.access.operations.allocate_many import allocate_many
from kith.access.operations.carry import carry_sight, end_carried
from kith.access.operations.involve import end_involvement, involve
from kith.access.operations.involve_many import involve_many
from kith.access.operations.look import (
    look,
    look_to_answer,
    open_child,
    refuse,
    reveal_address,
)

__all__ = [
    "allocate",
    "allocate_many",
    "carry_sight",
    "end_allocation",
    "end_carried",
    "end_involvement",
    "involve",
    "involve_many",
    "look",
    "look_to_answer",
    "open_child",
    "refuse",
    "reveal_address",
]
