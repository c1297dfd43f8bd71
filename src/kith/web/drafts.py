"""Keeps what is typed at every submit, for its writer alone, until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web import models

FORGOTTEN_AFTER = timedelta(days=14)
"""A draft that its writer has not touched for so long is removed; what matters was sent or said by telephone."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A form that is not sent yet."""

    id: UUID
    task: str
    """``concern``, ``visit_note`` or ``from_the_night``"""
    child: UUID | None
    answers: Mapping[str, str]
    """Field name to what was typed."""
    saved_at: datetime


def begin(
    *,
    task: str,
    draft: UUID | None = None,
    child: UUID | None = None,
    answers: Mapping[str, str] | None = None,
    by: Actor,
    at: datetime,
) -> Draft:
    """A new draft, filled with what is already known so that nobody types it again.

    ``draft`` is the id that its first page was drawn under: posted twice, it is one draft. Raises Refused where that
    is somebody else's.
    """
    said = dict(
        area=by.area, task=task, child=child, answers=dict(answers or {}), saved_at=at, saved_by_id=by.id
    )
    if draft is None:
        return _draft(models.Draft.objects.create(**said))
    models.Draft.objects.get_or_create(id=draft, defaults=said)
    return open_draft(draft=draft, by=by)


@transaction.atomic
def save(
    *, draft: UUID, answers: Mapping[str, str], asked: tuple[str, ...], by: Actor, at: datetime
) -> Draft:
    """Puts the answers of one page into the draft; ``asked`` names every field of that page, so an untick is kept too."""
    row = _own(draft, by, models.Draft.objects.select_for_update())
    untouched = {name: typed for name, typed in row.answers.items() if name not in asked}
    row.answers = untouched | {name: answers[name] for name in asked if name in answers}
    row.saved_at = at
    row.save(update_fields=["answers", "saved_at"])
    return _draft(row)


def open_draft(*, draft: UUID, by: Actor) -> Draft:
    """One draft of one's own. Raises Refused for another's, and for one that is sent or was never there."""
    return _draft(_own(draft, by, models.Draft.objects.all()))


def drafts_of(*, by: Actor) -> tuple[Draft, ...]:
    """Everything that somebody began and has not sent, newest first."""
    rows = models.Draft.objects.filter(saved_by=by.id).order_by("-saved_at")
    return tuple(_draft(row) for row in rows)


def sent(*, draft: UUID, by: Actor) -> None:
    """The words are in an entry now; the draft goes. Call it in the transaction that appends the entry, and first.

    A second sending of the same draft waits for the first, and is then Refused.
    """
    _own(draft, by, models.Draft.objects.select_for_update()).delete()


def forget_old(*, at: datetime) -> int:
    """Removes drafts that nobody touched for two weeks; answers how many."""
    return models.Draft.objects.filter(saved_at__lt=at - FORGOTTEN_AFTER).delete()[0]


def _own(draft: UUID, by: Actor, rows: "models.models.QuerySet[models.Draft]") -> models.Draft:
    row = rows.filter(id=draft, saved_by=by.id).first()
    if row is None:
        raise Refused("There is no such draft of yours. It may have been sent: see what needs you.")
    return row


def _draft(row: models.Draft) -> Draft:
    return Draft(id=row.id, task=row.task, child=row.child, answers=row.answers, saved_at=row.saved_at)
