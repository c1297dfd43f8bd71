"""What is held, what froze, what went to whom; they do not ask who is looking: ``policies`` does."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from kith.outgoing import models, types
from kith.outgoing.circle import family_of
from kith.people import queries as people

LATELY = timedelta(days=180)
"""How far back a change of address asks who still knows the old one [P]."""


def held(*, id: UUID) -> types.HeldView | None:
    """One held document, or ``None``."""
    row = models.Hold.objects.select_related("outgoing").filter(pk=id).first()
    return _view(row) if row else None


def held_like(*, digest: str, recipient: UUID) -> types.HeldView | None:
    """The latest hold of these very bytes for this practitioner, or ``None``: so that asking again holds nothing twice."""
    rows = models.Hold.objects.select_related("outgoing")
    row = rows.filter(outgoing__digest=digest, outgoing__recipient_practitioner=recipient)
    found = row.order_by("-outgoing__compiled_at", "-pk").first()
    return _view(found) if found else None


def count_waiting(*, recipient: UUID, what: str) -> int:
    """How many documents of a sort wait that were compiled for this practitioner."""
    rows = models.Hold.objects.filter(second_by__isnull=True, kept_back_by__isnull=True)
    return rows.filter(outgoing__recipient_practitioner=recipient, outgoing__what=what).count()


def waiting(*, area: str, limit: int = 100) -> tuple[types.HeldView, ...]:
    """What waits in an area, the earliest due first."""
    rows = models.Hold.objects.select_related("outgoing")
    rows = rows.filter(area=area, second_by__isnull=True, kept_back_by__isnull=True)
    return tuple(_view(row) for row in rows.order_by("due_at", "pk")[:limit])


def frozen_by(*, id: UUID) -> tuple[str, ...]:
    """What changed about the homes of a document's people since it was compiled: derived, so no change can forget to freeze."""
    row = models.Outgoing.objects.get(pk=id)
    circle = models.OutgoingAbout.objects.filter(outgoing=id).values_list("person_id", flat=True)
    return people.homes_changed_since(people=circle, since=row.compiled_at)


def not_sent_about(*, people_of: Iterable[UUID]) -> tuple[UUID, ...]:
    """Documents in whose circle any of these people are that have not gone and were not kept back, the oldest first."""
    rows = models.Outgoing.objects.filter(abouts__person__in=list(people_of), sent__isnull=True)
    rows = rows.exclude(hold__kept_back_by__isnull=False)
    return tuple(rows.order_by("compiled_at", "pk").distinct().values_list("pk", flat=True))


def sent_lately(*, people_of: Iterable[UUID], at: datetime) -> tuple[types.SentView, ...]:
    """Who still knows the old address: what went lately about these people, or to their home, to anybody but practitioners."""
    asked = list(people_of)
    rows = models.Outgoing.objects.filter(
        Q(abouts__person__in=asked) | Q(recipient_person__in=asked), sent__sent_at__gte=at - LATELY
    ).filter(recipient_practitioner__isnull=True)
    return tuple(
        types.SentView(
            id=row.pk,
            what=row.what,
            recipient_name=row.recipient_name,
            recipient_relation=row.recipient_relation,
            sent_at=row.sent.sent_at,
        )
        for row in rows.select_related("sent").distinct().order_by("-sent__sent_at", "pk")[:100]
    )


def _view(row: models.Hold) -> types.HeldView:
    one = row.outgoing
    about = models.OutgoingAbout.objects.filter(outgoing=one, is_about=True).order_by("pk")
    found = models.Found.objects.filter(outgoing=one).order_by("id")
    sent = models.Sent.objects.filter(pk=one.pk).first()
    return types.HeldView(
        id=one.pk,
        area=one.area,
        what=one.what,
        media_type=one.media_type,
        size=one.size,
        digest=one.digest,
        recipient_name=one.recipient_name,
        recipient_relation=one.recipient_relation,
        about=tuple(about.values_list("person_id", flat=True)),
        compiled_at=one.compiled_at,
        compiled_by=one.compiled_by,
        compiled_by_name=one.compiled_by_name,
        findings=tuple(types.Finding(kind=each.kind, place=each.place, form=each.form) for each in found),
        owner=row.owner_id,
        due_at=row.due_at,
        first=_said(row.first_by, row.first_name, row.first_role, row.first_at, row.first_reason),
        second=_said(row.second_by, row.second_name, row.second_role, row.second_at, row.second_reason),
        kept_back=_said(
            row.kept_back_by, row.kept_back_name, models.GUARDIAN, row.kept_back_at, row.kept_back_reason
        ),
        frozen_by=frozen_by(id=one.pk),
        handed_over_at=sent.sent_at if sent else None,
    )


def _said(by: UUID | None, name: str, role: str, at: datetime | None, reason: str) -> types.Said | None:
    return types.Said(by=by, name=name, role=role, at=at, reason=reason) if by and at else None


def is_anybody_hidden(*, about: Iterable[UUID], at: datetime) -> bool:
    """Whether somebody around these children must not be found: a confidential home, now or before, or a sealed record."""
    family = family_of(children=about, at=at)
    sealed = any(one.tier == "sealed" for one in people.persons(ids=family).values())
    return sealed or bool(people.confidential_homes(people=family, as_at=at))
