"""A second baby of one pregnancy: a child of their own, who lives where the first does, seen by whoever sees the first."""

from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access import queries as involvements
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import Baby, Birth, NewPerson, Person

GOES_ON = (
    "allocated",
    "manages_the_work",
    "invited_to_decision",
    "health_caseload",
    "chairs_or_reviews",
    "gives_legal_advice",
    "demonstration",
)
"""Bases on which whoever sees the one child sees the other too; the rest were for one thing, and end with it."""


def register_second_baby(*, baby: Baby, first: Person, by: Actor, at: datetime) -> UUID:
    """A new person, held as closely as the first baby, of the same parents and in the same home. Answers their id."""
    new = NewPerson(kind="child", display_name=baby.display_name, sex=baby.sex, birth=Birth.on(baby.born_on))
    child = people.register_person(person=new, by=by, at=at)
    if first.tier != "normal":
        people.set_tier(person=child, tier=first.tier, because="Born with a child who is.", by=by, at=at)
    people.relate(person=child, kind="sibling", other=first.id, from_on=baby.born_on, by=by, at=at)
    for parent, kind in held.parents_of(child=first.id, as_at=at):
        people.relate(person=parent, kind=kind, other=child, by=by, at=at)
    for home in held.households_of(person=first.id, as_at=at):
        people.start_residency(person=child, household=home.id, from_on=baby.born_on, by=by, at=at)
    let_in_as(like=first.id, child=child, by=by, at=at)
    return child


def let_in_as(*, like: UUID, child: UUID, by: Actor, at: datetime) -> None:
    """Whoever is involved with the one child is involved with the other too. Nobody is allocated by it."""
    for one in involvements.involved_with(child=like, at=at):
        for basis in one.bases:
            if basis in GOES_ON:
                access.involve(child=child, whom=one.whom, basis=basis, to_at=one.until, by=by, at=at)
