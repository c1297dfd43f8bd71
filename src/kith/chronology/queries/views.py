"""Builds entry views for many ids at once: seven statements, however many entries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Min, Q

from kith.chronology.codes import HOLDING, REPLACING
from kith.chronology.models import EntryAbout, EntryContent, EntryKnownTo, EntryReference
from kith.chronology.queries.known import Basis
from kith.chronology.types import EntryView, KnownToView, ReferenceView
from kith.chronology.when import When

_PEOPLE = """
    SELECT a.entry_id, l.person_id FROM chronology_entry_about a JOIN identity_link l USING (description_id)
     WHERE a.entry_id = ANY(%(entries)s)
       AND (%(at)s::timestamptz IS NULL AND l.to_at IS NULL
            OR l.from_at <= %(at)s AND (l.to_at IS NULL OR %(at)s < l.to_at))
     ORDER BY a.entry_id, l.person_id
"""


def views(
    ids: Sequence[UUID], *, as_at: datetime | None, basis: Basis, linked_at: datetime | None
) -> list[EntryView]:
    """The entries in the order of ``ids``; those that are not here, or were erased, are left out."""
    if not ids:
        return []
    contents = EntryContent.objects.select_related("entry").in_bulk(list(ids))
    about, people = _about(ids), _people(ids, linked_at)
    known_to = _known_to(ids, as_at, basis)
    refers_to, referred_to_by = _references(ids, as_at, basis)
    return [
        _view(
            contents[id],
            about=tuple(about[id]),
            people=tuple(people[id]),
            known_to=tuple(known_to[id]),
            refers_to=tuple(refers_to[id]),
            referred_to_by=tuple(referred_to_by[id]),
        )
        for id in ids
        if id in contents
    ]


def _view(row: EntryContent, **evidence: Any) -> EntryView:
    return EntryView(
        id=row.pk,
        area=row.area,
        recorded_at=row.entry.recorded_at,
        kind=row.kind,
        said_by=row.said_by,
        said_by_area=row.said_by_area,
        actor_role=row.actor_role,
        recorded_by=row.recorded_by,
        voice=row.voice,
        claim=row.claim,
        when=_when(row),
        captured_at=row.captured_at,
        text=row.text,
        childs_words=row.childs_words,
        sensitivity=row.sensitivity,
        details=row.details,
        because=row.because,
        occurrence=row.occurrence,
        sender_key=row.sender_key,
        envelope=row.envelope_id,
        **evidence,
    )


def _when(row: EntryContent) -> When:
    return When(happened_from=row.happened_from, happened_to=row.happened_to, precision=row.precision)


def _about(ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    about: dict[UUID, list[UUID]] = defaultdict(list)
    rows = EntryAbout.objects.filter(entry_id__in=ids).order_by("description_id")
    for entry, description in rows.values_list("entry_id", "description_id"):
        about[entry].append(description)
    return about


def _people(ids: Sequence[UUID], at: datetime | None) -> dict[UUID, list[UUID]]:
    people: dict[UUID, list[UUID]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE, {"entries": list(ids), "at": at})
        for entry, person in cursor.fetchall():
            if person not in people[entry]:
                people[entry].append(person)
    return people


def _known_to(ids: Sequence[UUID], as_at: datetime | None, basis: Basis) -> dict[UUID, list[KnownToView]]:
    rows = EntryKnownTo.objects.filter(entry_id__in=ids).order_by("known_at", "id")
    if as_at is not None:
        rows = rows.filter(**{f"{basis}_at__lte": as_at})
    known_to: dict[UUID, list[KnownToView]] = defaultdict(list)
    for row in rows:
        known_to[row.entry_id].append(
            KnownToView(
                agency=row.agency,
                agency_area=row.agency_area,
                known_at=row.known_at,
                recorded_at=row.recorded_at,
                how=row.how,
                by=row.by,
            )
        )
    return known_to


References = dict[UUID, list[ReferenceView]]


def _references(ids: Sequence[UUID], as_at: datetime | None, basis: Basis) -> tuple[References, References]:
    """Both ways, each with what a page says of the entry at the other end; an erased one has nothing to say."""
    wanted = set(ids)
    rows = EntryReference.objects.filter(Q(entry_id__in=ids) | Q(to_id__in=ids)).order_by("id")
    triples = list(rows.values_list("entry_id", "to_id", "relation"))
    others = _others({entry for entry, _, _ in triples} | {to for _, to, _ in triples})
    refers_to: References = defaultdict(list)
    referred_to_by: References = defaultdict(list)
    for entry, to, relation in triples:
        if entry in wanted and to in others:
            refers_to[entry].append(_reference(relation, others[to]))
        if to in wanted and entry in others and _seen(others[entry], relation, as_at, basis):
            referred_to_by[to].append(_reference(relation, others[entry]))
    return refers_to, referred_to_by


def _others(ids: Iterable[UUID]) -> dict[UUID, EntryContent]:
    first_held = Min("entry__known_tos__known_at", filter=Q(entry__known_tos__how__in=HOLDING))
    rows = (
        EntryContent.objects.filter(entry_id__in=list(ids))
        .select_related("entry")
        .annotate(first_held=first_held)
    )
    return {row.pk: row for row in rows}


def _seen(row: Any, relation: str, as_at: datetime | None, basis: Basis) -> bool:
    """Whether an entry that refers back was there: a withdrawal from when it was recorded, whatever is asked."""
    if as_at is None:
        return True
    since = row.first_held if basis == "known" and relation not in REPLACING else row.entry.recorded_at
    return bool(since <= as_at)


def _reference(relation: str, row: EntryContent) -> ReferenceView:
    return ReferenceView(
        relation=relation,
        entry=row.pk,
        kind=row.kind,
        said_by=row.said_by,
        said_by_area=row.said_by_area,
        when=_when(row),
        recorded_at=row.entry.recorded_at,
        because=row.because,
        details=row.details,
    )
