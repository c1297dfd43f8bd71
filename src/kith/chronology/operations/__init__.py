"""Writes to the chronology: the ledger is added to, and nothing in it is ever changed."""

from kith.chronology.operations.appending import append, append_many
from kith.chronology.operations.disposing import dispose
from kith.chronology.operations.envelopes import keep_envelope
from kith.chronology.operations.replacing import correct, withdraw
from kith.chronology.operations.story import choose_line
from kith.chronology.operations.telling import acknowledge, deliver, open, tell

__all__ = [
    "acknowledge",
    "append",
    "append_many",
    "choose_line",
    "correct",
    "deliver",
    "dispose",
    "keep_envelope",
    "open",
    "tell",
    "withdraw",
]
