"""Reads of the patterns room."""

from kith.patterns.queries.asking import (
    ask,
    ask_in_memory,
    next_ask,
    next_ask_each,
    rulebook,
)
from kith.patterns.queries.prompts import (
    open_challenges_for,
    open_prompts_of,
    prompt,
    prompts,
    prompts_about,
    sayings_of,
    standing_in,
)

__all__ = [
    "ask",
    "ask_in_memory",
    "next_ask",
    "next_ask_each",
    "open_challenges_for",
    "open_prompts_of",
    "prompt",
    "prompts",
    "prompts_about",
    "rulebook",
    "sayings_of",
    "standing_in",
]
