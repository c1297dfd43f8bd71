"""Reads of the pathway room."""

from kith.pathway.queries.contacts import (
    contact,
    contacts_of,
    how_many_wait_for,
    open_contact_on,
    open_contacts,
    open_contacts_of,
    open_contacts_on,
    outcomes,
    told_of_open_contacts,
)
from kith.pathway.queries.requests import (
    REFUSING,
    request,
    requests_for,
    to_climb,
    unanswered_in,
    waiting_for,
)
from kith.pathway.queries.second import agreement, second_screening, second_screenings_of

__all__ = [
    "REFUSING",
    "agreement",
    "contact",
    "contacts_of",
    "how_many_wait_for",
    "open_contact_on",
    "open_contacts",
    "open_contacts_of",
    "open_contacts_on",
    "outcomes",
    "request",
    "requests_for",
    "second_screening",
    "second_screenings_of",
    "to_climb",
    "told_of_open_contacts",
    "unanswered_in",
    "waiting_for",
]
