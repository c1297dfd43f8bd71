"""The tables of the access room."""

from kith.access.models.guard import (
    CAME_OF,
    EMERGENCIES,
    FOUND,
    Conflict,
    DeskCall,
    EmergencyOpening,
    OpeningTold,
    OwnPerson,
)
from kith.access.models.looks import REFUSALS, Look, Refusal, Unsealed
from kith.access.models.sight import CHANGES, AccessChange, Allocation, Involvement

__all__ = [
    "CAME_OF",
    "CHANGES",
    "EMERGENCIES",
    "FOUND",
    "REFUSALS",
    "AccessChange",
    "Allocation",
    "Conflict",
    "DeskCall",
    "EmergencyOpening",
    "Involvement",
    "Look",
    "OpeningTold",
    "OwnPerson",
    "Refusal",
    "Unsealed",
]
