"""Writes of the decisions room."""

from kith.decisions.live import changed
from kith.decisions.operations.actions import answer_action, ask_for_action, end_action
from kith.decisions.operations.deciding import (
    decide,
    give_position,
    invite,
    open_decision,
    prompts_were_shown,
)
from kith.decisions.operations.discussing import decide_for_child, explain, say_who_is_there

__all__ = [
    "answer_action",
    "ask_for_action",
    "changed",
    "decide",
    "decide_for_child",
    "end_action",
    "explain",
    "give_position",
    "invite",
    "open_decision",
    "prompts_were_shown",
    "say_who_is_there",
]
