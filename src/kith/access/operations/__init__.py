"""Everything that changes who may see a child, who is responsible, and the record of looks; each takes ``by`` and ``at``."""

from kith.access.operations.allocate import allocate, end_allocation
from kith.access.operations.allocate_many import allocate_many
from kith.access.operations.carry import carry_sight, end_carried
from kith.access.operations.desk import close_call, looked_for, ring_back, task_the_desk
from kith.access.operations.emergency import know_of_opening, open_in_emergency, review_opening
from kith.access.operations.involve import end_involvement, involve
from kith.access.operations.involve_many import involve_many
from kith.access.operations.look import (
    look,
    look_to_answer,
    open_child,
    refuse,
    reveal_address,
)
from kith.access.operations.own_family import lift_conflict, look_for_own_family, say_who_they_are
from kith.access.operations.sealing import seal_looks

__all__ = [
    "allocate",
    "allocate_many",
    "carry_sight",
    "close_call",
    "end_allocation",
    "end_carried",
    "end_involvement",
    "involve",
    "involve_many",
    "know_of_opening",
    "lift_conflict",
    "look",
    "look_for_own_family",
    "look_to_answer",
    "looked_for",
    "open_child",
    "open_in_emergency",
    "refuse",
    "reveal_address",
    "review_opening",
    "ring_back",
    "say_who_they_are",
    "seal_looks",
    "task_the_desk",
]
