"""Writes of the patterns room; each takes ``by`` and ``at``."""

from kith.patterns.operations.answering import acknowledge, answer, answer_challenge, challenge, hand_over
from kith.patterns.operations.keeping import keep

__all__ = ["acknowledge", "answer", "answer_challenge", "challenge", "hand_over", "keep"]
