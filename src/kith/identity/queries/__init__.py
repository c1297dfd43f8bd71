"""What may be asked of identities; who is looking is for ``access`` to ask first."""

from kith.identity.queries.checks import links_that_differ
from kith.identity.queries.find import find
from kith.identity.queries.held import (
    description,
    descriptions_of,
    descriptions_of_many,
    link_as_at,
    name_of,
    people_of,
    shown_on,
    stands_for,
    steps_of,
)
from kith.identity.queries.reviews import open_reviews, open_reviews_of, review
from kith.identity.queries.seen_through import seen_through

__all__ = [
    "description",
    "descriptions_of",
    "descriptions_of_many",
    "find",
    "link_as_at",
    "links_that_differ",
    "name_of",
    "open_reviews",
    "open_reviews_of",
    "people_of",
    "review",
    "seen_through",
    "shown_on",
    "stands_for",
    "steps_of",
]
