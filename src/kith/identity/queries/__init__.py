"""What may be asked of identities; who is looking is for ``access`` to ask first."""

from kith.identity.queries.answered import answered_review, answered_reviews
from kith.identity.queries.checks import links_that_differ, lookups_that_differ
from kith.identity.queries.find import find
from kith.identity.queries.held import (
    description,
    descriptions,
    descriptions_of,
    descriptions_of_many,
    descriptions_under,
    link_as_at,
    name_of,
    people_of,
    shown_on,
    stands_for,
    steps_of,
)
from kith.identity.queries.looking_back import (
    area_of_step,
    kept_apart_from,
    links_of,
    merged_away,
    moved_by,
    step,
)
from kith.identity.queries.reviews import (
    count_reviews,
    open_reviews,
    open_reviews_of,
    review,
    reviews_waiting,
)
from kith.identity.queries.seen_through import seen_through, who_saw
from kith.identity.queries.told_in import told_in

__all__ = [
    "answered_review",
    "answered_reviews",
    "area_of_step",
    "count_reviews",
    "description",
    "descriptions",
    "descriptions_of",
    "descriptions_of_many",
    "descriptions_under",
    "find",
    "kept_apart_from",
    "link_as_at",
    "links_of",
    "links_that_differ",
    "lookups_that_differ",
    "merged_away",
    "moved_by",
    "name_of",
    "open_reviews",
    "open_reviews_of",
    "people_of",
    "review",
    "reviews_waiting",
    "seen_through",
    "shown_on",
    "stands_for",
    "step",
    "steps_of",
    "told_in",
    "who_saw",
]
