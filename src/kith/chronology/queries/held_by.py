"""Which entries an agency came to hold, and which stopped counting, since a moment: ids alone, never their words."""

from datetime import datetime
from uuid import UUID

from django.db.models import Min, Q

from kith.chronology.codes import REPLACING
from kith.chronology.models import EntryKnownTo, EntryReference


def held_since(*, agency: str, agency_area: str, since: datetime, as_at: datetime) -> tuple[UUID, ...]:
    """Entries that an agency said, was told or had delivered, as recorded since a moment; the earliest first."""
    theirs = EntryKnownTo.objects.filter(
        agency=agency, agency_area=agency_area, recorded_at__gte=since, recorded_at__lte=as_at
    )
    found: dict[UUID, datetime] = {}
    for how in (Q(how="said"), Q(how__in=("told", "delivered"))):  # each has an index of its own
        rows = theirs.filter(how).order_by().values_list("entry_id").annotate(first=Min("recorded_at"))
        for entry, first in rows.order_by("first", "entry_id"):
            found[entry] = min(first, found.get(entry, first))
    return tuple(sorted(found, key=lambda entry: (found[entry], entry)))


def replaced_since(*, since: datetime, as_at: datetime) -> frozenset[UUID]:
    """Entries of which a correction or withdrawal was recorded since a moment."""
    rows = EntryReference.objects.filter(
        relation__in=REPLACING, entry__recorded_at__gte=since, entry__recorded_at__lte=as_at
    )
    return frozenset(rows.values_list("to_id", flat=True))
