"""What is kept beside entries: envelopes, certificates of erasure, choices about the story."""

from datetime import datetime
from uuid import UUID

from kith.chronology.models import Disposal, Envelope, StoryChoice
from kith.chronology.types import Certificate, EnvelopeView, StoryChoiceView


def envelope(*, id: UUID) -> EnvelopeView | None:
    """What was received, byte for byte, or None where it is not here or was erased."""
    row = Envelope.objects.filter(id=id).first()
    if row is None:
        return None
    return EnvelopeView(
        id=row.id,
        area=row.area,
        received_at=row.received_at,
        media_type=row.media_type,
        body=bytes(row.body),
        digest=bytes(row.digest),
    )


def certificate(*, entry: UUID) -> Certificate | None:
    """The certificate of an entry that was lawfully erased, or None."""
    row = Disposal.objects.filter(entry_id=entry).first()
    if row is None:
        return None
    return Certificate(
        entry=row.entry_id,
        basis=row.basis,
        disposed_at=row.disposed_at,
        disposed_by=row.disposed_by,
        commitment=bytes(row.commitment),
    )


def story_choices(*, child: UUID, as_at: datetime) -> dict[UUID, StoryChoiceView]:
    """The latest choice for each line of a child's story, by entry; what was put back ``as_it_was`` is left out."""
    rows = StoryChoice.objects.filter(child_id=child, chosen_at__lte=as_at).order_by("chosen_at", "id")
    latest = {row.entry_id: row for row in rows}
    return {
        entry: StoryChoiceView(
            entry=entry,
            choice=row.choice,
            because=row.because,
            chosen_at=row.chosen_at,
            chosen_by=row.chosen_by,
        )
        for entry, row in latest.items()
        if row.choice != "as_it_was"
    }
