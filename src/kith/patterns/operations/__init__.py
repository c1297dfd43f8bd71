"""Writes of the patterns room; each takes ``by`` and ``at``."""

from kith.patterns.operations.answering import acknowledge, answer, answer_challenge, challenge, hand_over
from kith.patterns.operations.keeping import keep
from kith.patterns.operations.wrong_match import hear_match_undone, tell_match_undone

__all__ = [
    "acknowledge",
    "answer",
    "answer_challenge",
    "challenge",
    "hand_over",
    "hear_match_undone",
    "keep",
    "tell_match_undone",
]
