"""Reads of the patterns room."""

from kith.patterns.queries.asking import (
    ask,
    ask_in_memory,
    next_ask,
    next_ask_each,
    rulebook,
)
from kith.patterns.queries.prompts import (
    matches_undone_for,
    open_challenges_for,
    open_prompts_of,
    prompt,
    prompts,
    prompts_about,
    prompts_that_rest_on,
    sayings_of,
    standing_in,
    told_that_undone,
)

__all__ = [
    "ask",
    "ask_in_memory",
    "matches_undone_for",
    "next_ask",
    "next_ask_each",
    "open_challenges_for",
    "open_prompts_of",
    "prompt",
    "prompts",
    "prompts_about",
    "prompts_that_rest_on",
    "rulebook",
    "sayings_of",
    "standing_in",
    "told_that_undone",
]
