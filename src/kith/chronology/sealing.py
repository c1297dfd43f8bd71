"""What the chain seals: the content that a commitment binds, and the payload of every link."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kith.chronology.models import Disposal, Entry, EntryContent, EntryKnownTo, EntryReference, Envelope
from kith.kernel.chain import NewLink

CHAIN = "entries"
"""The one chain of all entries."""

CONTENT_FIELDS = (
    "area",
    "kind",
    "said_by",
    "said_by_area",
    "actor_role",
    "recorded_by",
    "voice",
    "claim",
    "happened_from",
    "happened_to",
    "precision",
    "captured_at",
    "childs_words",
    "text",
    "sensitivity",
    "details",
    "because",
    "occurrence",
    "sender_key",
)


ENVELOPE_FIELDS = ("id", "area", "received_at", "received_by", "media_type", "digest")


def content_of(row: EntryContent, *, about: tuple[UUID, ...], envelope: Envelope | None) -> Mapping[str, Any]:
    """What the commitment binds: every column that says something, whom it is about, and the envelope by its digest."""
    said = _named(row, CONTENT_FIELDS)
    return {
        **said,
        "about": sorted(about),
        "envelope": _named(envelope, ENVELOPE_FIELDS) if envelope else None,
    }


def link_for_entry(row: Entry) -> NewLink:
    """The header and nothing else, so that content can be erased and the chain stays whole."""
    fields = ("id", "area", "recorded_at", "commitment")
    return NewLink(kind="entry", subject=row.id, payload=_named(row, fields))


def link_for_known_to(row: EntryKnownTo) -> NewLink:
    fields = ("id", "area", "entry_id", "agency", "agency_area", "known_at", "recorded_at", "how", "by")
    return NewLink(kind="known_to", subject=row.id, payload=_named(row, fields))


def link_for_reference(row: EntryReference) -> NewLink:
    fields = ("id", "area", "entry_id", "to_id", "relation")
    return NewLink(kind="reference", subject=row.id, payload=_named(row, fields))


def link_for_disposal(row: Disposal) -> NewLink:
    fields = ("id", "area", "entry_id", "basis", "disposed_at", "disposed_by", "commitment")
    return NewLink(kind="disposal", subject=row.id, payload=_named(row, fields))


def _named(row: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}
