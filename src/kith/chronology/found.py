"""What the ledger already holds that new entries rest on: read in few statements, while the chain is held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.chronology.codes import REPLACING
from kith.chronology.linked import Descriptions, descriptions
from kith.chronology.models import Disposal, Entry, EntryAbout, EntryContent, EntryReference, Envelope
from kith.chronology.types import NewEntry

SenderKey = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True)
class Target:
    """An entry that may be referred to. ``replaced`` says that it was corrected or withdrawn."""

    occurrence: UUID
    about: tuple[UUID, ...]
    kind: str
    replaces: bool = False
    replaced: bool = False


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found for a batch: each mapping lacks what is not there."""

    descriptions: Descriptions
    targets: dict[UUID, Target]
    erased: frozenset[UUID]
    sent: dict[SenderKey, EntryContent]
    envelopes: dict[UUID, Envelope]
    """Without their bodies."""
    taken_ids: frozenset[UUID]


def found_for(entries: Sequence[NewEntry]) -> Found:
    """Everything that the batch names, by id or by the sender's key."""
    targets = {row.to for entry in entries for row in entry.references}
    known = _targets(targets)
    about = {one for entry in entries for one in entry.about} | {
        one for row in known.values() for one in row.about
    }
    return Found(
        descriptions=descriptions(about),
        targets=known,
        erased=_erased(targets - set(known)),
        sent=_sent(entries),
        envelopes=_envelopes({entry.envelope for entry in entries if entry.envelope}),
        taken_ids=_taken_ids({entry.id for entry in entries if entry.id}),
    )


def about_by_entry(entries: Iterable[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """The descriptions that each entry is about, in a fixed order."""
    rows = EntryAbout.objects.filter(entry_id__in=list(entries)).order_by("entry_id", "description_id")
    about: dict[UUID, tuple[UUID, ...]] = {}
    for entry, description in rows.values_list("entry_id", "description_id"):
        about[entry] = (*about.get(entry, ()), description)
    return about


def _targets(ids: set[UUID]) -> dict[UUID, Target]:
    if not ids:
        return {}
    about = about_by_entry(ids)
    replacing = EntryReference.objects.filter(relation__in=REPLACING)
    replaced = set(replacing.filter(to_id__in=ids).values_list("to_id", flat=True))
    replaces = set(
        replacing.filter(entry_id__in=ids, relation="withdraws").values_list("entry_id", flat=True)
    )
    rows = EntryContent.objects.filter(entry_id__in=ids).values_list("entry_id", "occurrence", "kind")
    return {
        entry: Target(
            occurrence=occurrence,
            about=about.get(entry, ()),
            kind=kind,
            replaces=entry in replaces,
            replaced=entry in replaced,
        )
        for entry, occurrence, kind in rows
    }


def _erased(ids: set[UUID]) -> frozenset[UUID]:
    return frozenset(
        Disposal.objects.filter(entry_id__in=ids).values_list("entry_id", flat=True) if ids else ()
    )


def _sent(entries: Sequence[NewEntry]) -> dict[SenderKey, EntryContent]:
    keyed = [entry for entry in entries if entry.sender_key is not None]
    if not keyed:
        return {}
    rows = EntryContent.objects.filter(
        said_by_area__in={entry.said_by_area for entry in keyed},
        said_by__in={entry.said_by for entry in keyed},
        sender_key__in={entry.sender_key for entry in keyed},
    )
    rows = rows.select_related("envelope").defer("envelope__body")
    return {(row.said_by_area, row.said_by, row.sender_key or ""): row for row in rows}


def _envelopes(ids: set[UUID]) -> dict[UUID, Envelope]:
    return Envelope.objects.defer("body").in_bulk(list(ids)) if ids else {}


def _taken_ids(ids: set[UUID]) -> frozenset[UUID]:
    return frozenset(Entry.objects.filter(id__in=ids).values_list("id", flat=True) if ids else ())
