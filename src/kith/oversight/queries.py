"""Reads of oversight, for whoever reviews looks: never about the reader themselves."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from kith.access import own_families as own_people
from kith.oversight import models, types
from kith.oversight.looking.rules import BY_LOT, RULES


def findings_waiting(
    *, area: str, owner_roles: Iterable[str], but_not_of: UUID, limit: int = 200
) -> tuple[types.FindingView, ...]:
    """Findings that nobody has closed, the earliest due first."""
    rows = _rows(area, owner_roles, but_not_of).exclude(answers__answer__in=models.CLOSING)
    return tuple(map(_view, rows.order_by("due_at", "opened_at", "pk")[:limit]))


def count_waiting(
    *, area: str, owner_roles: Iterable[str], but_not_of: UUID, overdue_at: datetime
) -> tuple[int, int]:
    """How many are open, and how many of them are overdue."""
    rows = _rows(area, owner_roles, but_not_of).exclude(answers__answer__in=models.CLOSING)
    return rows.count(), rows.filter(due_at__lte=overdue_at).count()


def owned_by(*, owner: UUID) -> tuple[int, datetime | None]:
    """How many open findings somebody owns, and when the first of them is due: one statement."""
    rows = models.Finding.objects.filter(owner=owner).exclude(answers__answer__in=models.CLOSING)
    found = rows.aggregate(number=Count("pk"), earliest=Min("due_at"))
    return found["number"], found["earliest"]


def findings_closed(
    *, area: str, owner_roles: Iterable[str], but_not_of: UUID, since: datetime, limit: int = 100
) -> tuple[types.FindingView, ...]:
    """Findings closed since a moment, the one closed last first."""
    closing = models.Answer.objects.filter(answer__in=models.CLOSING, reviewed_at__gte=since)
    rows = _rows(area, owner_roles, but_not_of).filter(pk__in=closing.values("finding"))
    found = sorted(map(_view, rows), key=lambda one: one.closed.reviewed_at if one.closed else since)
    return tuple(reversed(found))[:limit]


def finding(*, id: UUID) -> types.FindingView | None:
    """One finding, or ``None``. Who may read it is asked of the room's policies."""
    row = models.Finding.objects.filter(pk=id).prefetch_related(_answers()).first()
    return _view(row) if row else None


def looks_quoted(*, finding: UUID) -> tuple[UUID, ...]:
    """The ids of the looks that a finding rests on."""
    rows = models.QuotedLook.objects.filter(finding=finding)
    return tuple(rows.values_list("look", flat=True))


def counts_by_rule(*, area: str, since: datetime) -> tuple[types.RuleCounts, ...]:
    """Every rule, and the lot, with how often it found something and how often that was in order: in the rules' order."""
    rows = models.Finding.objects.filter(area=area, opened_at__gte=since)
    found = Counter(rows.values_list("rule", flat=True))
    closing = models.Answer.objects.filter(answer__in=models.CLOSING, finding__in=rows.values("pk"))
    answers = Counter(closing.values_list("finding__rule", "answer"))
    return tuple(
        types.RuleCounts(
            rule=rule,
            found=found[rule],
            open=found[rule] - answers[rule, "acceptable"] - answers[rule, "refer"],
            acceptable=answers[rule, "acceptable"],
            referred=answers[rule, "refer"],
        )
        for rule in (*RULES, BY_LOT)
    )


def last_asked(*, area: str) -> types.LastAsked | None:
    """The last day of which the rules were asked, or ``None`` where they never were."""
    row = models.LooksAsked.objects.filter(area=area, what="rules").order_by("-day").first()
    return (
        types.LastAsked(day=row.day, looks=row.looks, people=row.people, done_at=row.done_at) if row else None
    )


def what_rules_miss(*, area: str) -> tuple[int, int]:
    """For how many people a street is held, and how many are linked to a person: without these two rules find nothing."""
    homes = models.PractitionerHome.objects.filter(area=area).count()
    return homes, len(own_people.known_as(area=area))


def told_of(*, child: UUID) -> tuple[types.ToldView, ...]:
    """To whom who looked at a child was given or refused, the newest first."""
    rows = models.FamilyTold.objects.filter(child=child).order_by("-prepared_at", "-pk")
    return tuple(map(_told, rows))


def told(*, id: UUID, child: UUID) -> types.ToldView | None:
    """One of them, or ``None``."""
    row = models.FamilyTold.objects.filter(pk=id, child=child).first()
    return _told(row) if row else None


def _told(row: models.FamilyTold) -> types.ToldView:
    return types.ToldView(
        id=row.pk,
        child=row.child_id,
        recipient=row.recipient,
        recipient_kind=row.recipient_kind,
        lines=row.lines,
        refused_because=row.refused_because,
        prepared_at=row.prepared_at,
        prepared_by=row.prepared_by,
    )


def released_until(*, child: UUID) -> datetime | None:
    """Before which moment looks at a child are held back no longer; ``None`` where nobody released any."""
    rows = models.LooksReleased.objects.filter(child=child).order_by("-until")
    return rows.values_list("until", flat=True).first()


def _rows(area: str, owner_roles: Iterable[str], but_not_of: UUID) -> QuerySet[models.Finding]:
    rows = models.Finding.objects.filter(Q(owner_role__in=list(owner_roles)), area=area)
    return rows.exclude(practitioner=but_not_of).prefetch_related(_answers())


def _answers() -> Prefetch:  # type: ignore[type-arg]
    return Prefetch("answers", models.Answer.objects.order_by("reviewed_at", "pk"))


def _view(row: models.Finding) -> types.FindingView:
    return types.FindingView(
        id=row.pk,
        area=row.area,
        rule=row.rule,
        day=row.day,
        practitioner=row.practitioner_id,
        words=row.words,
        owner=row.owner_id,
        owner_role=row.owner_role,
        opened_at=row.opened_at,
        due_at=row.due_at,
        answers=tuple(
            types.Answered(
                answer=one.answer,
                because=one.because,
                reviewed_at=one.reviewed_at,
                reviewed_by=one.reviewed_by,
            )
            for one in row.answers.all()
        ),
    )
