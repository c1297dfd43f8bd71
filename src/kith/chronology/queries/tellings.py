"""How much each agency has told through some descriptions and when it last did, and which entries those are: never their words."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max

from kith.chronology.models import EntryAbout, EntryKnownTo
from kith.chronology.types import Told


def told_through(*, descriptions: Collection[UUID], as_at: datetime) -> tuple[Told, ...]:
    """Each agency that had said something about whom these describe: how many entries, and when the last was recorded."""
    rows = EntryAbout.objects.filter(description__in=descriptions, entry__recorded_at__lte=as_at)
    counted = rows.values_list("entry__content__said_by", "entry__content__said_by_area").annotate(
        entries=Count("entry", distinct=True), last=Max("entry__recorded_at")
    )
    return tuple(
        Told(agency=agency, area=area, entries=entries, last_at=last)
        for agency, area, entries, last in counted.order_by("-last", "entry__content__said_by")
    )


def entries_about(*, descriptions: Collection[UUID]) -> tuple[UUID, ...]:
    """The entries about whom these describe, whoever they are linked to, in the order in which they were recorded."""
    rows = EntryAbout.objects.filter(description__in=descriptions).order_by("entry__recorded_at", "entry")
    return tuple(dict.fromkeys(rows.values_list("entry_id", flat=True)))


def opened_at_agency(*, entries: Collection[UUID], agency: str) -> frozenset[UUID]:
    """Of these entries those that a person of an agency has opened or acknowledged."""
    rows = EntryKnownTo.objects.filter(entry__in=entries, agency=agency, how__in=("opened", "acknowledged"))
    return frozenset(rows.filter(by__isnull=False).values_list("entry_id", flat=True))
