"""Turns the final bytes of a document into all the text in them, hidden parts included; what cannot be read is said."""

from kith.outgoing.reading.apart import read

__all__ = ["read"]
