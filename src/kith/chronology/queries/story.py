"""The story so far of a child, as known at a moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kith.chronology.queries.kept import story_choices
from kith.chronology.queries.known import Basis
from kith.chronology.queries.pages import MOST_ON_A_PAGE, entries_for_page
from kith.chronology.story import story_of
from kith.chronology.story.occurrences import occurrences_of
from kith.chronology.story.settling import settled_by
from kith.chronology.story.types import Settled, StorySoFar
from kith.chronology.types import EntryView
from kith.rulebook import load


def story_so_far(
    *, child: UUID, as_at: datetime, basis: Basis = "recorded", agency: tuple[str, str] | None = None
) -> StorySoFar:
    """The story from all agencies, or as one ``agency`` (code, area) held it."""
    entries = entries_for_page(child=child, as_at=as_at, basis=basis, agency=agency, limit=MOST_ON_A_PAGE)
    return story_from(entries=entries, child=child, as_at=as_at)


def story_from(*, entries: Sequence[EntryView], child: UUID, as_at: datetime) -> StorySoFar:
    """The story of entries that were read already, such as those of a child that one reader may see."""
    choices = story_choices(child=child, as_at=as_at)
    return story_of(entries, rulebook=load(settings.KITH_RULEBOOK), as_at=as_at, choices=choices)


def settled_each(*, entries: Sequence[EntryView], as_at: datetime) -> Mapping[UUID, Settled]:
    """What settled each of these entries, or that nothing has, by entry; those that no longer count are absent."""
    book = load(settings.KITH_RULEBOOK)
    ordered = sorted(entries, key=lambda entry: entry.place)
    settled: dict[UUID, Settled] = {}
    for occurrence in occurrences_of(ordered):
        found = settled_by(occurrence, ordered, book, as_at)
        settled |= dict.fromkeys(occurrence.ids, found)
    return settled
