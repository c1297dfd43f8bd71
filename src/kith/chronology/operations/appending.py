"""Appends entries: rows, evidence, chain and outbox in one transaction."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from kith.chronology.drafts import Draft, Drafts
from kith.chronology.found import found_for
from kith.chronology.sealing import CHAIN, link_for_entry, link_for_known_to, link_for_reference
from kith.chronology.taking import taken
from kith.chronology.types import NewEntry
from kith.kernel import chain, outbox
from kith.kernel.chain import NewLink
from kith.kernel.errors import BadInput
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor

APPENDED = "entry_appended"
"""The outbox's topic: payload ``{"entry": id}``."""
Done = TypeVar("Done")


def append(entry: NewEntry, *, by: Actor, at: datetime) -> UUID:
    """Add an entry to the ledger as at ``at``, with who knows it, its references, its links and its outbox row.

    Returns its id; for a ``sender_key`` that its agency used before with the same words, the id of the entry that it
    already is. Raises BadInput, naming the field, and then nothing was written. Other writers wait from here until the
    caller's transaction ends: append last.
    """
    return append_many([entry], by=by, at=at)[0]


def append_many(entries: Sequence[NewEntry], *, by: Actor, at: datetime | Sequence[datetime]) -> list[UUID]:
    """Append in order, with the same checks and rows as one by one, in few statements. ``at`` is one or one for each.

    Returns an id for each. Entries may refer to earlier ones of the batch by the ids that they were given. Raises
    BadInput for the first that cannot be taken, and then none was written.
    """
    moments = [at] * len(entries) if isinstance(at, datetime) else list(at)
    if len(moments) != len(entries):
        raise BadInput("at", "Give one moment, or one for each entry.")
    new = _one_by_one(lambda entry, at: taken(entry, by=by, at=at), entries, moments)
    if not new:
        return []
    with transaction.atomic():
        chain.hold(chain=CHAIN)
        drafts = Drafts(found=found_for(new))
        ids = _one_by_one(lambda entry, at: drafts.add(entry, at=at), new, moments)
        _write(drafts.drafts)
    return ids


def _one_by_one(
    step: Callable[[NewEntry, datetime], Done], entries: Sequence[NewEntry], moments: Sequence[datetime]
) -> list[Done]:
    """Do one step for each entry; of several, say which could not be taken."""
    done = []
    for place, (entry, at) in enumerate(zip(entries, moments, strict=True), start=1):
        try:
            done.append(step(entry, at))
        except BadInput as problem:
            if len(entries) == 1:
                raise
            where = f"{problem.problem} (Entry {place} of {len(entries)}.)"
            raise BadInput(problem.field, where) from problem
    return done


def _write(drafts: Sequence[Draft]) -> None:
    if not drafts:
        return
    add_rows([draft.header for draft in drafts])
    add_rows([draft.content for draft in drafts])
    add_rows([row for draft in drafts for row in draft.abouts])
    add_rows([row for draft in drafts for row in draft.known_tos])
    add_rows([row for draft in drafts for row in draft.references])
    outbox.put_many(
        topic=APPENDED,
        payloads=[
            (draft.header.area, {"entry": str(draft.header.id)}, draft.header.recorded_at) for draft in drafts
        ],
    )
    chain.append_links(
        chain=CHAIN,
        items=[link for draft in drafts for link in _links(draft)],
        at=max(draft.header.recorded_at for draft in drafts),
    )


def _links(draft: Draft) -> list[NewLink]:
    return [
        link_for_entry(draft.header),
        *map(link_for_known_to, draft.known_tos),
        *map(link_for_reference, draft.references),
    ]
