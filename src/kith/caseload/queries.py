"""The list for the night, who was let in by it, and what waits in the morning."""

from datetime import datetime
from uuid import UUID

from kith.caseload import models, types


def listings(*, area: str, at: datetime) -> tuple[types.ListingView, ...]:
    """Everyone on an area's list at that moment, whom it was said of first."""
    rows = models.Listing.objects.filter(area=area, listed_at__lte=at, to_at__gt=at)
    return tuple(map(_listing, rows.order_by("listed_at", "pk")))


def areas_with_listings(*, at: datetime) -> tuple[str, ...]:
    """The areas in which somebody is on the list at that moment."""
    rows = models.Listing.objects.filter(listed_at__lte=at, to_at__gt=at)
    return tuple(rows.order_by("area").values_list("area", flat=True).distinct())


def listing_of(*, child: UUID, at: datetime) -> types.ListingView | None:
    """The listing of one child at that moment, or ``None``."""
    row = models.Listing.objects.filter(child=child, listed_at__lte=at, to_at__gt=at).first()
    return _listing(row) if row else None


def listing(*, id: UUID) -> types.ListingView | None:
    """One listing, or ``None``."""
    row = models.Listing.objects.filter(pk=id).first()
    return _listing(row) if row else None


def night_sights(*, listing: UUID, at: datetime) -> tuple[types.NightSightView, ...]:
    """Who is let in by a listing at that moment."""
    rows = models.NightSight.objects.filter(listing=listing, from_at__lte=at, to_at__gt=at)
    return tuple(
        types.NightSightView(
            listing=row.listing_id,
            practitioner=row.practitioner_id,
            involvement=row.involvement,
            from_at=row.from_at,
            to_at=row.to_at,
        )
        for row in rows.order_by("from_at")
    )


def task(*, id: UUID) -> types.TaskView | None:
    """One morning task, or ``None``."""
    row = models.MorningTask.objects.filter(pk=id).first()
    return _task(row) if row else None


def open_tasks_of(*, owner: UUID) -> tuple[types.TaskView, ...]:
    """What waits for one person, the earliest due first."""
    return _tasks(models.MorningTask.objects.filter(owner=owner, done_at=None).order_by("due_at", "pk"))


def tasks_about(*, child: UUID, since: datetime) -> tuple[types.TaskView, ...]:
    """What the night has left about one child since a moment, the newest first."""
    rows = models.MorningTask.objects.filter(child=child, asked_at__gte=since)
    return _tasks(rows.order_by("-asked_at", "pk"))


def tasks_left_by(*, practitioner: UUID, since: datetime) -> tuple[types.TaskView, ...]:
    """What one person has left to the morning since a moment, the newest first: the receipts are on them."""
    rows = models.MorningTask.objects.filter(asked_by=practitioner, asked_at__gte=since)
    return _tasks(rows.order_by("-asked_at", "pk"))


def tasks_to_climb(*, at: datetime, limit: int) -> tuple[types.TaskView, ...]:
    """Those that nobody took in time, the longest waiting first."""
    rows = models.MorningTask.objects.filter(climbs_at__lte=at).order_by("climbs_at", "pk")[:limit]
    return _tasks(rows)


def changes_about(*, about: UUID) -> tuple[types.Change, ...]:
    """The trail of one listing or task, oldest first."""
    rows = models.CaseloadChange.objects.filter(about=about).order_by("done_at", "pk")
    return tuple(
        types.Change(
            id=row.pk,
            child=row.child_id,
            about=row.about,
            what=row.what,
            sentence=row.sentence,
            done_at=row.done_at,
            done_by=row.done_by,
            done_by_name=row.done_by_name,
        )
        for row in rows
    )


def _listing(row: models.Listing) -> types.ListingView:
    said = types.ListingSaid(
        may_happen=row.may_happen,
        may_happen_because=row.may_happen_because,
        then_do=row.then_do,
        then_do_because=row.then_do_because,
    )
    return types.ListingView(
        id=row.pk,
        area=row.area,
        child=row.child_id,
        said=said,
        listed_at=row.listed_at,
        listed_by=row.listed_by_id,
        to_at=row.to_at,
    )


def _tasks(rows: "models.models.QuerySet[models.MorningTask]") -> tuple[types.TaskView, ...]:
    return tuple(map(_task, rows))


def _task(row: models.MorningTask) -> types.TaskView:
    return types.TaskView(
        id=row.pk,
        area=row.area,
        child=row.child_id,
        entry=row.entry,
        owner=row.owner_id,
        owner_role=row.owner_role,
        due_at=row.due_at,
        climbs_at=row.climbs_at,
        asked_at=row.asked_at,
        asked_by=row.asked_by_id,
        taken_at=row.taken_at,
        taken_by=row.taken_by,
        done_at=row.done_at,
        done_by=row.done_by,
    )
