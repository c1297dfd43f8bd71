"""The people in a child's life, as far as one reader may know of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kith.access import types
from kith.access.policies import sight
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Relative

A_RECORD_EXISTS = "A record exists: ring the desk"
"""What stands in the place of somebody's name who is held closely."""


def other_children(*, child: UUID, by: Actor, at: datetime) -> tuple[types.Kin, ...]:
    """The other children of a child's household and kin, as far as this reader may know of them."""
    return tuple(_as_shown(people.other_children(child=child, as_at=at), by, at).values())


def adults_around(*, child: UUID, by: Actor, at: datetime) -> tuple[types.Kin, ...]:
    """The adults around a child, as far as this reader may know of them."""
    return tuple(_as_shown(people.adults_around(child=child, as_at=at), by, at).values())


def home_over_time(*, child: UUID, by: Actor, at: datetime, as_at: datetime) -> types.HomeSeen:
    """Who lived with a child and was around, since when, as known at ``as_at`` and as far as this reader may know now.

    Periods of people who are held closely are left out: when somebody came and went can say who they are.
    """
    told = people.home_over_time(child=child, as_at=as_at)
    stayed = people.relatives(ids={stay.person for stay in told.stays}, of=child, as_at=as_at)
    adults = people.adults_around(child=child, as_at=as_at)
    others = people.other_children(child=child, as_at=as_at)
    theirs = _children_of(adults, as_at, but_not={child, *(one.id for one in others)})
    mine = _mine([*stayed, *adults, *others, *theirs.values()], by, at)
    open_to_see = {one.id for one in stayed if one.tier == "normal" or one.id in mine}
    named = {one.id: one.name for one in adults if one.tier == "normal" or one.id in mine}
    elsewhere = [
        replace(theirs[row.child], relation=f"{row.words} of {named[row.adult]}")
        for row in people.children_of(adults=named, as_at=as_at)
        if row.child in theirs
    ]
    shown, since = _shown(stayed, mine), people.kin_told(person=child, as_at=as_at)
    return types.HomeSeen(
        households=told.households,
        addresses=told.addresses,
        stays=tuple(
            types.StaySeen(who=shown[stay.person], person=stay.person, stay=stay)
            for stay in told.stays
            if stay.person in open_to_see
        ),
        adults=tuple(
            types.AdultSeen(who=one, person=id, related=since.get(id) if id in named else None)
            for id, one in _shown(adults, mine).items()
        ),
        children=(*_shown(others, mine).values(), *_shown(elsewhere, mine).values()),
    )


def _children_of(adults: Iterable[Relative], as_at: datetime, *, but_not: set[UUID]) -> dict[UUID, Relative]:
    """Children of the adults who live with a child or are around, by id, and who are not the child's own kin."""
    rows = people.children_of(adults=[one.id for one in adults], as_at=as_at)
    found = people.relatives(ids={row.child for row in rows} - but_not, as_at=as_at)
    return {one.id: one for one in found if one.kind != "adult"}


def _as_shown(relatives: Iterable[Relative], by: Actor, at: datetime) -> dict[UUID, types.Kin]:
    everyone = list(relatives)
    return _shown(everyone, _mine(everyone, by, at))


def _mine(relatives: Iterable[Relative], by: Actor, at: datetime) -> set[UUID]:
    """Those of them whom the reader works with."""
    ids = {one.id for one in relatives}
    return set(sight(by=by, at=at).filter(child__in=ids).values_list("child_id", flat=True))


def _shown(relatives: Iterable[Relative], mine: set[UUID]) -> dict[UUID, types.Kin]:
    """Sealed people are left out, restricted ones say that a record exists, unless the reader works with them."""
    return {
        one.id: _kin_as_shown(one, one.id in mine)
        for one in relatives
        if one.tier != "sealed" or one.id in mine
    }


def _kin_as_shown(one: Relative, may_be_opened: bool) -> types.Kin:
    is_hidden = one.tier == "restricted" and not may_be_opened
    return types.Kin(
        id=one.id if may_be_opened else None,
        kind=one.kind,
        name=A_RECORD_EXISTS if is_hidden else one.name,
        age="" if is_hidden else one.age,
        relation="" if is_hidden else one.relation,
        lives_there=one.lives_there and not is_hidden,
        may_be_opened=may_be_opened,
    )
