"""Somebody says something as their agency, now: the entry that every journey writes alike."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.chronology import operations as chronology
from kith.chronology.types import KnownTo, NewEntry, Reference
from kith.kernel.types import Actor


def say(
    kind: str,
    *,
    about: Iterable[UUID],
    details: Mapping[str, Any] | None = None,
    text: str = "",
    told: Iterable[tuple[str, str]] = (),
    references: Iterable[tuple[UUID, str]] = (),
    area: str = "",
    happened: datetime | None = None,
    claim: str = "observed",
    by: Actor,
    at: datetime,
) -> UUID:
    """Append an entry of ``by``'s agency about descriptions, and answer its id.

    ``told`` are agencies and their areas that know it from now on (one's own is left out), ``references`` entries with
    the relation to each, ``area`` the child's where that is not one's own, ``happened`` when, where that is not now,
    ``claim`` observed, reported, opinion or hypothesis.
    """
    others = sorted({*told} - {(by.agency, by.area)})
    entry = NewEntry(
        area=area or by.area,
        kind=kind,
        said_by=by.agency,
        said_by_area=by.area,
        actor_role=next(iter(by.roles), ""),
        recorded_by=by.id,
        claim=claim,
        happened_from=happened or at,
        happened_to=happened or at,
        precision="time",
        about=tuple(about),
        details=dict(details or {}),
        text=text,
        known_to=tuple(KnownTo(agency=code, agency_area=where, known_at=at) for code, where in others),
        references=tuple(Reference(to=to, relation=relation) for to, relation in references),
    )
    return chronology.append(entry, by=by, at=at)
