"""Writes of the pathway room."""

from kith.pathway.operations.contacts import decide, open_contact, take_over, was_opened, write_view
from kith.pathway.operations.requests import answer, ask, climb
from kith.pathway.operations.second import draw, screen_again

__all__ = [
    "answer",
    "ask",
    "climb",
    "decide",
    "draw",
    "open_contact",
    "screen_again",
    "take_over",
    "was_opened",
    "write_view",
]
