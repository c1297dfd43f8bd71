"""Reads of contacts."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet

from kith.pathway.models import Contact, ContactOpening, View
from kith.pathway.types import ContactView, OutcomeView, ViewWritten


def contact(*, id: UUID) -> ContactView | None:
    """One contact, or None."""
    return next(iter(_views(Contact.objects.filter(id=id))), None)


def open_contacts(*, area: str) -> tuple[ContactView, ...]:
    """The area's contacts on which a decision is owed, the earliest due first."""
    return _views(Contact.objects.filter(area=area, decided_at=None).order_by("due_at", "opened_at", "id"))


def told_of_open_contacts(*, area: str, but_not_of: str) -> frozenset[UUID]:
    """What was told, of each of the area's open contacts whose owner has another role than ``but_not_of``."""
    rows = Contact.objects.filter(area=area, decided_at=None).exclude(owner_role=but_not_of)
    return frozenset(rows.values_list("told", flat=True))


def open_contacts_on(*, told: Collection[UUID]) -> tuple[ContactView, ...]:
    """Open contacts on these tellings, the earliest due first."""
    rows = Contact.objects.filter(told__in=told, decided_at=None)
    return _views(rows.order_by("due_at", "opened_at", "id"))


def open_contacts_of(*, owner: UUID) -> tuple[ContactView, ...]:
    """Those that one person is to decide on, the earliest due first."""
    return _views(Contact.objects.filter(owner=owner, decided_at=None).order_by("due_at", "opened_at", "id"))


def how_many_wait_for(*, owners: Collection[UUID]) -> dict[UUID, int]:
    """How many open contacts each of these people has to decide on; those with none are absent."""
    rows = Contact.objects.filter(owner__in=owners, decided_at=None).values_list("owner")
    return dict(rows.annotate(Count("id")).order_by())


def contacts_of(*, told: Collection[UUID]) -> dict[UUID, tuple[ContactView, ...]]:
    """What became of these entries that told something: the contacts of each, the first first; absent where none was opened."""
    found: dict[UUID, tuple[ContactView, ...]] = {}
    for one in _views(Contact.objects.filter(told__in=told).order_by("opened_at", "id")):
        found[one.told] = (*found.get(one.told, ()), one)
    return found


def open_contact_on(*, told: UUID) -> ContactView | None:
    """The contact on what was told that somebody has still to decide on, or None."""
    return next(
        iter(_views(Contact.objects.filter(told=told, decided_at=None).order_by("opened_at", "id"))), None
    )


def outcomes(*, area: str, since: datetime) -> tuple[OutcomeView, ...]:
    """What became of an area's contacts that were opened from a moment on, the first first; for counting."""
    rows = Contact.objects.filter(area=area, opened_at__gte=since).order_by("opened_at", "id")
    fields = ("told", "because", "opened_at", "outcome", "closing_reason", "decided_at")
    return tuple(OutcomeView(**row) for row in rows.values(*fields))


def _views(rows: QuerySet[Contact]) -> tuple[ContactView, ...]:
    ordered = rows.prefetch_related(
        Prefetch("openings", ContactOpening.objects.order_by("opened_at", "id")),
        Prefetch("views", View.objects.order_by("written_at", "id")),
    )
    return tuple(_view(row, row.openings.all(), row.views.all()) for row in ordered)


def _view(row: Contact, openings: Iterable[ContactOpening], views: Iterable[View]) -> ContactView:
    return ContactView(
        id=row.pk,
        area=row.area,
        told=row.told,
        opened_entry=row.opened_entry,
        came_from=row.came_from,
        came_from_area=row.came_from_area,
        voice=row.voice,
        teller=row.teller,
        how_soon=row.how_soon,
        opened_at=row.opened_at,
        due_at=row.due_at,
        owner=row.owner_id,
        owner_role=row.owner_role,
        because=row.because,
        comes_after=row.comes_after_id,
        outcome=row.outcome,
        closing_reason=row.closing_reason,
        told_back=row.told_back,
        decided_entry=row.decided_entry,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        openings=tuple((one.opened_by, one.opened_at) for one in openings),
        views=tuple(
            ViewWritten(
                practitioner=one.written_by,
                leaning=one.leaning,
                words=one.words,
                before_questions=one.before_questions,
                written_at=one.written_at,
            )
            for one in views
        ),
    )
