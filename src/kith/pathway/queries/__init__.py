"""Reads of the pathway room."""

from kith.pathway.queries.contacts import (
    contact,
    contacts_of,
    how_many_wait_for,
    open_contacts,
    open_contacts_of,
)
from kith.pathway.queries.requests import (
    REFUSING,
    request,
    requests_for,
    to_climb,
    unanswered_in,
    waiting_for,
)

__all__ = [
    "REFUSING",
    "contact",
    "contacts_of",
    "how_many_wait_for",
    "open_contacts",
    "open_contacts_of",
    "request",
    "requests_for",
    "to_climb",
    "unanswered_in",
    "waiting_for",
]
