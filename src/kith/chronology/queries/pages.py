"""Entries as pages show them: everything at once, in a fixed number of statements."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.chronology.codes import HOLDING
from kith.chronology.queries.known import Basis
from kith.chronology.queries.views import views
from kith.chronology.types import EntryView

_PAGE = """
    SELECT DISTINCT c.happened_to, v.entry
      FROM entry_linked v JOIN chronology_entry_content c ON c.entry_id = v.entry
     WHERE v.child = %(child)s AND v.scope = 'own' AND {conditions}
     ORDER BY c.happened_to DESC, v.entry DESC LIMIT %(limit)s
"""
_KNOWN = """EXISTS (SELECT FROM chronology_entry_known_to k WHERE k.entry_id = v.entry AND k.how = ANY(%(holding)s)
    AND k.{when} <= %(as_at)s {whose})"""
MOST_ON_A_PAGE = 1_000


def entries_for_page(
    *,
    child: UUID,
    as_at: datetime,
    basis: Basis = "recorded",
    agency: tuple[str, str] | None = None,
    kinds: Collection[str] | None = None,
    said_by: Collection[str] | None = None,
    limit: int = 50,
    before: tuple[datetime, UUID] | None = None,
    linked_at: datetime | None = None,
) -> list[EntryView]:
    """The entries about a child as at a moment, latest happening first, withdrawn and corrected ones included.

    ``agency`` is (code, area): then only what that agency held. ``before`` is the ``place`` of the last entry of the
    page before. ``linked_at`` asks with hindsight whose descriptions these are: at that later moment, not at ``as_at``.
    """
    conditions = [_linked(basis, agency, linked_at), _known(basis, agency)]
    if kinds is not None:
        conditions.append("c.kind = ANY(%(kinds)s)")
    if said_by is not None:
        conditions.append("c.said_by = ANY(%(said_by)s)")
    if before is not None:
        conditions.append("(c.happened_to, v.entry) < (%(before_when)s, %(before_entry)s)")
    given = {
        "child": child,
        "as_at": as_at,
        "linked_at": linked_at or as_at,
        "agency": agency[0] if agency else "",
        "agency_area": agency[1] if agency else "",
        "holding": list(HOLDING),
        "kinds": list(kinds or ()),
        "said_by": list(said_by or ()),
        "before_when": before[0] if before else None,
        "before_entry": before[1] if before else None,
        "limit": min(limit, MOST_ON_A_PAGE),
    }
    ids = _ids(_PAGE.format(conditions=" AND ".join(conditions)), given)
    return views(ids, as_at=as_at, basis=basis, linked_at=linked_at or as_at)


def _linked(basis: Basis, agency: tuple[str, str] | None, linked_at: datetime | None) -> str:
    """An agency knew its own before anybody linked its first description; the partnership knew from the link."""
    since = (
        "coalesce(v.held_from, '-infinity')"
        if basis == "known" and agency and not linked_at
        else "v.linked_from"
    )
    return f"{since} <= %(linked_at)s AND (v.linked_to IS NULL OR %(linked_at)s < v.linked_to)"


def _known(basis: Basis, agency: tuple[str, str] | None) -> str:
    if basis == "recorded" and agency is None:
        return "v.recorded_at <= %(as_at)s"
    whose = "AND k.agency = %(agency)s AND k.agency_area = %(agency_area)s" if agency else ""
    return _KNOWN.format(when=f"{basis}_at", whose=whose)


def entry(id: UUID, *, as_at: datetime | None = None) -> EntryView | None:
    """One entry as at a moment (all that is recorded where none is given), or None: not here, or lawfully erased."""
    return next(iter(views([id], as_at=as_at, basis="recorded", linked_at=as_at)), None)


def since(*, child: UUID, at: datetime, as_at: datetime | None = None) -> list[EntryView]:
    """The entries about a child that were recorded after ``at`` (and not after ``as_at``), latest recorded first."""
    query = """
        SELECT DISTINCT v.recorded_at, v.entry FROM entry_linked v
          JOIN chronology_entry_content c ON c.entry_id = v.entry
         WHERE v.child = %(child)s AND v.scope = 'own' AND v.recorded_at > %(at)s
           AND (%(as_at)s::timestamptz IS NULL OR v.recorded_at <= %(as_at)s)
           AND (v.linked_to IS NULL OR %(as_at)s::timestamptz < v.linked_to)
         ORDER BY 1 DESC, 2 DESC LIMIT %(limit)s
    """
    ids = _ids(query, {"child": child, "at": at, "as_at": as_at, "limit": MOST_ON_A_PAGE})
    return views(ids, as_at=as_at, basis="recorded", linked_at=as_at)


def _ids(query: str, given: dict[str, Any]) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return [row[1] for row in cursor.fetchall()]
