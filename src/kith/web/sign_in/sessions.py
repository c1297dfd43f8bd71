"""The devices on which somebody is signed in: listed for them alone, and ended on the server."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session

from kith.web import models

OVER_BY_THEN = timedelta(days=1)
"""No session lasts so long (``hours.LONGEST``): its line in the list of devices goes without looking for it."""
_LENGTH = models.OpenSession._meta.get_field("session").max_length


@dataclass(frozen=True, kw_only=True)
class Device:
    """One open session, as its person is told of it."""

    id: UUID
    words: str
    """``Firefox on Windows``"""
    since: datetime
    here: bool
    """Whether it is the one at which the list is read."""
    shared: bool


def begin(*, person: Any, session: str | None, device: str, shared: bool, at: datetime) -> None:
    """Keeps that somebody signed in on a device."""
    if session is None or len(session) > _LENGTH:
        return  # a session that lives in its cookie has no row to end
    models.OpenSession.objects.create(
        area=person.area, sign_in=person, session=session, device=device, shared=shared, from_at=at
    )


def renamed(*, before: str | None, session: str | None) -> None:
    """The session has a new key; it is the same device."""
    models.OpenSession.objects.filter(session=before).update(session=session)


def forget(*, session: str | None) -> None:
    """The session was ended by itself: it is in nobody's list any more."""
    models.OpenSession.objects.filter(session=session).delete()


def open_for(*, person: Any, session: str | None, at: datetime) -> tuple[Device, ...]:
    """Every device on which somebody is signed in now, the newest first. What ran out is swept away."""
    rows = models.OpenSession.objects.filter(sign_in=person).order_by("-from_at")
    alive = set(
        Session.objects.filter(
            session_key__in=rows.values_list("session", flat=True), expire_date__gt=at
        ).values_list("session_key", flat=True)
    )
    rows.exclude(session__in=alive).delete()
    return tuple(
        Device(id=row.id, words=row.device, since=row.from_at, here=row.session == session, shared=row.shared)
        for row in rows.all()
    )


def end(*, person: Any, device: UUID) -> bool:
    """Ends one session of one's own, wherever it is. False where there is none such."""
    return _end(models.OpenSession.objects.filter(sign_in=person, id=device)) > 0


def end_all(*, person: Any, but: str | None = None) -> int:
    """Ends every session of somebody, but the one whose key is given; answers how many."""
    return _end(models.OpenSession.objects.filter(sign_in=person).exclude(session=but))


def forget_ended(*, at: datetime) -> int:
    """Removes what sessions held that ran out, with their lines in the lists of devices; answers how many sessions."""
    removed = Session.objects.filter(expire_date__lt=at).delete()[0]
    models.OpenSession.objects.filter(from_at__lt=at - OVER_BY_THEN).delete()
    return removed


def _end(rows: Any) -> int:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    keys = list(rows.values_list("session", flat=True))
    for key in keys:
        store(key).delete(key)
    rows.filter(session__in=keys).delete()
    return len(keys)
