"""Erases what an entry says, lawfully, and leaves a certificate."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from kith.chronology.found import about_by_entry
from kith.chronology.models import DISPOSAL_ROLE, Disposal, EntryAbout, EntryContent, Envelope
from kith.chronology.sealing import CHAIN, content_of, link_for_disposal
from kith.chronology.taking import clean
from kith.kernel import chain, outbox
from kith.kernel.commitment import commit
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor

DISPOSED = "entry_disposed"
"""The outbox's topic: payload ``{"entry": id}``. What was derived from the entry must go too."""


def dispose(entry: UUID, *, basis: str, by: Actor, at: datetime) -> UUID:
    """Erase an entry's content, salt, people and (with its last entry) envelope. Returns the certificate's id.

    Only a connection of the disposal role can: run it as a job with ``KITH_DATABASE_ROLE=disposal``. ``basis`` is kept
    for ever and sealed in the chain: a rule or an order, never anything about a person. Raises BadInput, and Refused
    for any other role.
    """
    basis = clean("basis", basis, longest=200).strip()
    if not basis:
        raise BadInput("basis", "Say on what lawful basis this is erased.")
    with transaction.atomic():
        _only_as_disposal()
        return _dispose(entry, basis, by, at)


def _only_as_disposal() -> None:
    """The database guards this itself; here it is said so that a person understands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        if cursor.fetchone() != (DISPOSAL_ROLE,):
            raise Refused("Only the disposal role may erase, and this is not a connection of that role.")


def _dispose(entry: UUID, basis: str, by: Actor, at: datetime) -> UUID:
    chain.hold(chain=CHAIN)
    content = EntryContent.objects.filter(entry_id=entry).first()
    if content is None:
        raise BadInput("entry", "There is no such entry, or it was erased before.")
    certificate = Disposal.objects.create(
        area=content.area,
        entry_id=entry,
        basis=basis,
        disposed_at=at,
        disposed_by=by.id,
        commitment=_commitment(content),
    )
    _erase(content)
    outbox.put(topic=DISPOSED, payload={"entry": str(entry)}, area=content.area, at=at)
    chain.append_links(chain=CHAIN, items=[link_for_disposal(certificate)], at=at)
    return certificate.id


def _commitment(content: EntryContent) -> bytes:
    """Of what is there now: had it been altered before, the certificate will not agree with the header."""
    about = about_by_entry([content.pk]).get(content.pk, ())
    return commit(
        content=content_of(content, about=about, envelope=content.envelope), salt=bytes(content.salt)
    )


def _erase(content: EntryContent) -> None:
    envelope = content.envelope_id
    EntryAbout.objects.filter(entry_id=content.pk)._raw_delete("default")
    EntryContent.objects.filter(entry_id=content.pk)._raw_delete("default")
    if envelope and not EntryContent.objects.filter(envelope_id=envelope).exists():
        Envelope.objects.filter(id=envelope)._raw_delete("default")
