"""What hangs on two records of one child goes with the one that goes on: sight, responsibility, home, kin; and back when that is undone."""

from datetime import datetime

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
    """After a merge: whoever works with the record that ended sees the one that goes on, whose homes and kin are those of both.

    It is held as closely as the closer of the two. Nobody is let in to a child who was held more closely than the one
    that they worked with: a person decides that.
    """
    kept, other = _both(step)
    if _closer(other, kept):
        people.set_tier(person=kept.id, tier=other.tier, because=JOINED, by=by, at=at)
    if not _closer(kept, other):
        access.carry_sight(child=other.id, to=kept.id, because=JOINED, by=by, at=at)
    people.carry_over(person=other.id, to=kept.id, because=JOINED, by=by, at=at)


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
    if step.other is not None:
        people.give_back(
            person=step.other,
            kept=step.person,
            carried_at=step.taken_at,
            carried_by=step.taken_by,
            because=PARTED,
            by=by,
            at=at,
        )


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
