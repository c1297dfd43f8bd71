"""The story so far of a child, as known at a moment."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from kith.chronology.queries.kept import story_choices
from kith.chronology.queries.known import Basis
from kith.chronology.queries.pages import MOST_ON_A_PAGE, entries_for_page
from kith.chronology.story import story_of
from kith.chronology.story.types import StorySoFar
from kith.rulebook import load


def story_so_far(
    *, child: UUID, as_at: datetime, basis: Basis = "recorded", agency: tuple[str, str] | None = None
) -> StorySoFar:
    """The story from all agencies, or as one ``agency`` (code, area) held it."""
    entries = entries_for_page(child=child, as_at=as_at, basis=basis, agency=agency, limit=MOST_ON_A_PAGE)
    choices = story_choices(child=child, as_at=as_at)
    return story_of(entries, rulebook=load(settings.KITH_RULEBOOK), as_at=as_at, choices=choices)
