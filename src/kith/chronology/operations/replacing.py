"""Corrects or withdraws an entry, by another entry that says why: the only ways in which history changes."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kith.chronology.found import about_by_entry
from kith.chronology.models import EntryContent
from kith.chronology.operations.appending import append
from kith.chronology.types import NewEntry, Reference
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor

WITHDRAWAL = "other"
"""The kind of an entry that only takes another back."""


def correct(entry: UUID, replacement: NewEntry, *, because: str, by: Actor, at: datetime) -> UUID:
    """Put ``replacement`` in the place of an entry, which stays and stops counting at ``at``. Returns the new one's id.

    Raises BadInput where no reason is given, or the entry was corrected or withdrawn before.
    """
    reference = Reference(to=entry, relation="corrects")
    references = tuple(dict.fromkeys((*replacement.references, reference)))
    return append(replace(replacement, references=references, because=because), by=by, at=at)


def withdraw(entry: UUID, *, because: str, by: Actor, at: datetime) -> UUID:
    """Take an entry back: it stays and stops counting at ``at``. Returns the id of the entry that withdraws it.

    Raises BadInput where no reason is given, there is no such entry, or it was corrected or withdrawn before.
    """
    held = EntryContent.objects.filter(entry_id=entry).values_list("area", flat=True).first()
    if held is None:
        raise BadInput("entry", "There is no such entry, or it was lawfully erased.")
    withdrawal = NewEntry(
        area=held,
        kind=WITHDRAWAL,
        said_by=by.agency,
        said_by_area=by.area,
        recorded_by=by.id,
        claim="observed",
        happened_from=at,
        happened_to=at,
        precision="time",
        about=about_by_entry([entry])[entry],
        references=(Reference(to=entry, relation="withdraws"),),
        because=because,
    )
    return append(withdrawal, by=by, at=at)
