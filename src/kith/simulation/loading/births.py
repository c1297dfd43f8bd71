"""Babies whom somebody knew before they were born are born, and have their name."""

from datetime import date

from kith.people import operations as people
from kith.people.types import Birth
from kith.simulation.loading.first_sight import Sighting
from kith.simulation.loading.loading import Loading, moment

BORN_BY = 9
"""The hour by which a birth is in the registers that day."""


def register_births(seen: list[Sighting], loading: Loading, *, day: date) -> None:
    """Of those whom a midwife describes on this day, the ones who were born on it."""
    at = moment(day, hour=BORN_BY, minutes=30)
    for one in seen:
        person = loading.people[one.person]
        if one.agency != "midwifery" or one.unborn or person.born_from != day:
            continue
        by = loading.cast.speaker(agency="midwifery", role="midwife", family=person.family)
        known = loading.persons[one.person]
        people.register_birth(person=known, birth=Birth.on(day), by=by, at=at)
        people.rename(person=known, display_name=person.full_name, known_as=person.known_as, by=by, at=at)
