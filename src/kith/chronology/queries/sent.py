"""What an agency sent before, by the references that it gave."""

from collections.abc import Collection

from kith.chronology.models import EntryContent
from kith.chronology.types import SentBefore


def sent_before(*, said_by: str, said_by_area: str, sender_keys: Collection[str]) -> dict[str, SentBefore]:
    """The agency's entries under these references of its own, by reference; those that it never used are absent."""
    rows = EntryContent.objects.filter(
        said_by=said_by, said_by_area=said_by_area, sender_key__in=list(sender_keys)
    ).values_list("sender_key", "entry_id", "envelope_id", "envelope__digest")
    return {
        key or "": SentBefore(
            entry=entry, envelope=envelope, digest=None if digest is None else bytes(digest)
        )
        for key, entry, envelope, digest in rows
    }
