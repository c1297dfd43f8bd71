"""Lets a person promote or fold a line of a child's story, under their name."""

from datetime import datetime
from uuid import UUID

from kith.chronology.codes import CHOICES
from kith.chronology.models import EntryContent, StoryChoice
from kith.chronology.taking import clean
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


def choose_line(entry: UUID, *, child: UUID, choice: str, by: Actor, at: datetime, because: str = "") -> UUID:
    """Promote or fold the line of an entry in a child's story, or leave it ``as_it_was``. The latest choice stands.

    Nothing of the entry changes. Returns the choice's id. Raises BadInput.
    """
    if choice not in CHOICES:
        raise BadInput("choice", f"Choose one of {', '.join(CHOICES)}.")
    area = EntryContent.objects.filter(entry_id=entry).values_list("area", flat=True).first()
    if area is None:
        raise BadInput("entry", "There is no such entry, or it was lawfully erased.")
    chosen = StoryChoice.objects.create(
        area=area,
        child_id=child,
        entry_id=entry,
        choice=choice,
        because=clean("because", because, longest=500),
        chosen_at=at,
        chosen_by=by.id,
    )
    return chosen.id
