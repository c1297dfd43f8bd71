"""What is done in this room."""

from kith.oversight.operations.answer import answer
from kith.oversight.operations.ask import ask_about_looks
from kith.oversight.operations.draw import draw_lots
from kith.oversight.operations.family import release_looks, tell_family
from kith.oversight.operations.guarded import (
    forget_home,
    keep_home,
)

__all__ = [
    "answer",
    "ask_about_looks",
    "draw_lots",
    "forget_home",
    "keep_home",
    "release_looks",
    "tell_family",
]
