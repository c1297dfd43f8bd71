"""Whom entries concern, and who recorded them."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.chronology.models import EntryContent


def children_of(*, entry: UUID, as_at: datetime | None = None) -> list[UUID]:
    """The children, born or unborn, whom an entry is about, as linked at a moment (now linked, where none is given)."""
    linked = (
        "(l.to_at IS NULL)"
        if as_at is None
        else "l.from_at <= %(as_at)s AND (l.to_at IS NULL OR l.to_at > %(as_at)s)"
    )
    query = f"""SELECT DISTINCT l.person_id FROM chronology_entry_about a
        JOIN identity_link l ON l.description_id = a.description_id AND {linked}
        JOIN people_person p ON p.id = l.person_id AND p.kind IN ('child', 'unborn')
        WHERE a.entry_id = %(entry)s"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(query, {"entry": entry, "as_at": as_at})
        return sorted(child for (child,) in cursor.fetchall())


def children_of_each(*, entries: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """The children, born or unborn, whom each of several entries is about, as now linked; an entry of nobody's is absent."""
    return _linked(entries, kinds=["child", "unborn"])


def people_of_each(*, entries: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """Everybody, adults too, whom each of several entries is about, as now linked; an entry of nobody's is absent."""
    return _linked(entries, kinds=["child", "unborn", "adult"])


def _linked(entries: Collection[UUID], *, kinds: list[str]) -> dict[UUID, list[UUID]]:
    query = """SELECT DISTINCT a.entry_id, l.person_id FROM chronology_entry_about a
        JOIN identity_link l ON l.description_id = a.description_id AND l.to_at IS NULL
        JOIN people_person p ON p.id = l.person_id AND p.kind = ANY(%s)
        WHERE a.entry_id = ANY(%s) ORDER BY 1, 2"""
    found: dict[UUID, list[UUID]] = {}
    with connection.cursor() as cursor:
        cursor.execute(query, [kinds, list(entries)])
        for entry, person in cursor.fetchall():
            found.setdefault(entry, []).append(person)
    return found


def recorded_by(*, entries: Collection[UUID]) -> Mapping[UUID, UUID | None]:
    """The practitioner who recorded each entry; None where nobody is named."""
    return dict(EntryContent.objects.filter(entry_id__in=entries).values_list("entry_id", "recorded_by"))
