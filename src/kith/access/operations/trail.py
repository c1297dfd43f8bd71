"""The one way into the room's trail."""

from datetime import datetime
from uuid import UUID

from kith.access import models
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


def keep(*, what: str, sentence: str, child: UUID, by: Actor, at: datetime) -> None:
    """Append one row to the trail."""
    models.AccessChange.objects.create(
        area=by.area,
        child_id=child,
        what=what,
        sentence=sentence,
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )


def check_said(words: str, *, field: str) -> str:
    """A reason or a purpose is a few words, not a blank and not an essay."""
    said = words.strip()
    if not said:
        raise BadInput(field, "Say why, in a sentence.")
    if len(said) > 300:
        raise BadInput(field, "Say it in at most 300 characters.")
    return said
