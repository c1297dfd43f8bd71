"""Says who came to know an entry: told, delivered, opened and acknowledged are four different things."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.chronology.models import EntryContent, EntryKnownTo
from kith.chronology.sealing import CHAIN, link_for_known_to
from kith.chronology.taking import knowing
from kith.chronology.types import KnownTo
from kith.kernel import chain
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


def tell(
    entry: UUID,
    *,
    agency: str,
    by: Actor,
    at: datetime,
    agency_area: str = "",
    known_at: datetime | None = None,
) -> UUID:
    """``by`` told an agency of an entry. Returns the row's id; saying it twice adds nothing.

    ``agency_area`` is ``by``'s own where it is not given; ``known_at`` is ``at`` unless it was earlier. Raises BadInput.
    """
    row = KnownTo(
        agency=agency, agency_area=agency_area or by.area, known_at=known_at or at, how="told", by=by.id
    )
    return _know(entry, row, at)


def deliver(
    entry: UUID,
    *,
    agency: str,
    by: Actor,
    at: datetime,
    agency_area: str = "",
    known_at: datetime | None = None,
) -> UUID:
    """An entry was put where an agency reads; nobody has opened it yet. As ``tell``."""
    row = KnownTo(
        agency=agency, agency_area=agency_area or by.area, known_at=known_at or at, how="delivered", by=by.id
    )
    return _know(entry, row, at)


def open(
    entry: UUID,
    *,
    by: Actor,
    at: datetime,
    agency: str = "",
    agency_area: str = "",
    known_at: datetime | None = None,
) -> UUID:
    """``by`` opened an entry, for their own agency unless another is given. As ``tell``."""
    row = KnownTo(
        agency=agency or by.agency,
        agency_area=agency_area or by.area,
        known_at=known_at or at,
        how="opened",
        by=by.id,
    )
    return _know(entry, row, at)


def acknowledge(
    entry: UUID,
    *,
    by: Actor,
    at: datetime,
    agency: str = "",
    agency_area: str = "",
    known_at: datetime | None = None,
) -> UUID:
    """``by`` says that they have taken an entry in, for their own agency unless another is given. As ``tell``."""
    row = KnownTo(
        agency=agency or by.agency,
        agency_area=agency_area or by.area,
        known_at=known_at or at,
        how="acknowledged",
        by=by.id,
    )
    return _know(entry, row, at)


def _know(entry: UUID, given: KnownTo, at: datetime) -> UUID:
    row = knowing(given, at=at)
    with transaction.atomic():
        chain.hold(chain=CHAIN)
        area = EntryContent.objects.filter(entry_id=entry).values_list("area", flat=True).first()
        if area is None:
            raise BadInput("entry", "There is no such entry, or it was lawfully erased.")
        return _held_already(entry, row) or _add(entry, area, row, at)


def _held_already(entry: UUID, row: KnownTo) -> UUID | None:
    """The row that says the same from the same moment or before."""
    same = EntryKnownTo.objects.filter(
        entry_id=entry, agency=row.agency, agency_area=row.agency_area, how=row.how, by=row.by
    )
    return same.filter(known_at__lte=row.known_at).order_by("known_at").values_list("id", flat=True).first()


def _add(entry: UUID, area: str, row: KnownTo, at: datetime) -> UUID:
    added = EntryKnownTo.objects.create(
        area=area,
        entry_id=entry,
        agency=row.agency,
        agency_area=row.agency_area,
        known_at=row.known_at,
        recorded_at=at,
        how=row.how,
        by=row.by,
    )
    chain.append_links(chain=CHAIN, items=[link_for_known_to(added)], at=at)
    return added.id
