"""Reads of the chronology, always as at a moment.

They do not ask who is looking: pages go through ``kith.access.queries``.
"""

from kith.chronology.queries.delivered import delivered
from kith.chronology.queries.fresh import freshness
from kith.chronology.queries.held_by import held_since, replaced_since
from kith.chronology.queries.kept import certificate, envelope, story_choices
from kith.chronology.queries.known import Basis, known_by, known_entries
from kith.chronology.queries.many import (
    agencies_that_told,
    entries,
    known_entries_each,
    known_entries_over_time,
    since_each,
)
from kith.chronology.queries.pages import entries_for_page, entry, since
from kith.chronology.queries.sent import sent_before
from kith.chronology.queries.story import settled_each, story_from, story_so_far
from kith.chronology.queries.tellings import entries_about, opened_at_agency, told_through
from kith.chronology.queries.told_in import told_in
from kith.chronology.queries.whom import children_of, children_of_each, people_of_each, recorded_by

__all__ = [
    "Basis",
    "agencies_that_told",
    "certificate",
    "children_of",
    "children_of_each",
    "delivered",
    "entries",
    "entries_about",
    "entries_for_page",
    "entry",
    "envelope",
    "freshness",
    "held_since",
    "known_by",
    "known_entries",
    "known_entries_each",
    "known_entries_over_time",
    "opened_at_agency",
    "people_of_each",
    "recorded_by",
    "replaced_since",
    "sent_before",
    "settled_each",
    "since",
    "since_each",
    "story_choices",
    "story_from",
    "story_so_far",
    "told_in",
    "told_through",
]
