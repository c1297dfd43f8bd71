"""Writes of the pathway room."""

from kith.pathway.operations.contacts import decide, open_contact, take_over, was_opened, write_view
from kith.pathway.operations.requests import answer, ask, climb

__all__ = ["answer", "ask", "climb", "decide", "open_contact", "take_over", "was_opened", "write_view"]
