"""What hangs on two records of one child goes with the one that goes on: sight, responsibility, home; and back when that is undone."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from kith.access import operations as access
from kith.identity.types import Step
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people import queries
from kith.people.types import Person

CLOSELY = ("normal", "restricted", "sealed")
"""From the least to the most closely held."""
JOINED = "two records were found to be of one child"
PARTED = "two records had been taken for one child, and are of two"


def carry_over(*, step: Step, by: Actor, at: datetime) -> None:
    """After a merge: whoever works with the record that ended sees the one that goes on, and the homes of both are its homes.

    It is held as closely as the closer of the two. Nobody is let in to a child who was held more closely than the one
    that they worked with: a person decides that.
    """
    kept, other = _both(step)
    if _closer(other, kept):
        people.set_tier(person=kept.id, tier=other.tier, because=JOINED, by=by, at=at)
    if not _closer(kept, other):
        access.carry_sight(child=other.id, to=kept.id, because=JOINED, by=by, at=at)
    for household, from_on in _homes_of(other.id, kept.id, at):
        try:
            people.start_residency(person=kept.id, household=household, from_on=from_on, by=by, at=at)
        except BadInput:  # they are known to have lived there in a part of that time: that stands
            continue


def give_back(*, step: Step, by: Actor, at: datetime) -> None:
    """After a merge was undone: exactly what ``carry_over`` gave ends now. How closely the child is held stays; a person lowers it."""
    if step.taken_by is None:
        return
    access.end_carried(
        child=step.person,
        carried_at=step.taken_at,
        carried_by=step.taken_by,
        because=PARTED,
        by=by,
        at=at,
    )
    for residency in _carried_homes(step, at):
        people.withdraw_residency(residency=residency, because=PARTED, by=by, at=at)


def not_let_in(*, step: Step) -> bool:
    """Whether a merge let nobody in, because the child who goes on was held more closely."""
    kept, other = _both(step)
    return _closer(kept, other)


def _both(step: Step) -> tuple[Person, Person]:
    if step.other is None:
        raise BadInput("step", "No such merge was made.")
    held = queries.persons(ids=[step.person, step.other])
    return held[step.person], held[step.other]


def _closer(one: Person, other: Person) -> bool:
    return CLOSELY.index(one.tier) > CLOSELY.index(other.tier)


def _homes_of(other: UUID, kept: UUID, at: datetime) -> Iterator[tuple[UUID, date | None]]:
    """The households of the one that the other is not known to live in, with since when."""
    theirs = {home.id for home in queries.households_of(person=kept, as_at=at)}
    for home in queries.households_of(person=other, as_at=at):
        if home.id not in theirs:
            since = next(member.from_on for member in home.members if member.id == other)
            yield home.id, since


def _carried_homes(step: Step, at: datetime) -> Iterator[UUID]:
    """The residencies that began in the room's trail at the merge's moment, by its person, and that still stand."""
    standing = {
        member.residency
        for home in queries.households_of(person=step.person, as_at=at)
        for member in home.members
        if member.id == step.person
    }
    for change in queries.changes_of(person=step.person):
        began = change.what == "residency_started"
        if began and (change.done_at, change.done_by) == (step.taken_at, step.taken_by):
            residency = UUID(change.details["residency"])
            if residency in standing:
                yield residency
