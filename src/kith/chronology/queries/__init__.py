"""Reads of the chronology, always as at a moment.

They do not ask who is looking: pages go through ``kith.access.queries``.
"""

from kith.chronology.queries.fresh import freshness
from kith.chronology.queries.kept import certificate, envelope, story_choices
from kith.chronology.queries.known import Basis, known_entries
from kith.chronology.queries.pages import entries_for_page, entry, since
from kith.chronology.queries.sent import sent_before
from kith.chronology.queries.story import story_so_far
from kith.chronology.queries.whom import children_of, recorded_by

__all__ = [
    "Basis",
    "certificate",
    "children_of",
    "entries_for_page",
    "entry",
    "envelope",
    "freshness",
    "known_entries",
    "recorded_by",
    "sent_before",
    "since",
    "story_choices",
    "story_so_far",
]
