"""Reads of the patterns room."""

from kith.patterns.queries.asking import ask, ask_in_memory, next_ask, rulebook
from kith.patterns.queries.prompts import open_prompts_of, prompt, prompts_about, standing_in

__all__ = [
    "ask",
    "ask_in_memory",
    "next_ask",
    "open_prompts_of",
    "prompt",
    "prompts_about",
    "rulebook",
    "standing_in",
]
