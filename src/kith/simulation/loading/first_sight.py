"""When each agency first described each person: registers when the area began, and everybody else when they were met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kith.identity import operations as identity
from kith.identity.types import NewDescription
from kith.journeys.receive_many import meet
from kith.journeys.types import PersonSaid
from kith.people import operations as people
from kith.people.types import Birth, NewPerson
from kith.simulation.area_types import SimulatedPerson
from kith.simulation.calendar import years_before
from kith.simulation.descriptions import described
from kith.simulation.loading.loading import Loading, moment

FIRST_HOUR = 9
"""Feeds bring descriptions before anybody has said anything that day."""
REGISTERED_WITH_A_GP = timedelta(days=14)
GP, MIDWIFERY = "gp", "midwifery"
ORDER = (MIDWIFERY, GP)
"""Whose descriptions are read first when several come together: a midwife knows which unborn child was born."""
ON_A_REGISTER = {
    "school": (4, 18),
    "health_visiting": (0, 5),
    "community_health": (0, 18),
    "hospital": (0, 18),
    GP: (0, 120),
}
"""Agencies that brought their registers when the area began, and the ages (in years) of those on them."""


@dataclass(frozen=True)
class Sighting:
    """An agency describes a person, for the first time or for the first time since they were born."""

    agency: str
    person: str
    unborn: bool = False


def sightings(loading: Loading) -> dict[date, list[Sighting]]:
    """Every sighting by its day, in order of days; those of one day in the order in which they are read."""
    found: dict[Sighting, date] = {}
    for day, entries in loading.area.days:
        for entry in entries:
            for person in entry.about:
                seen = Sighting(entry.said_by, person, _is_unborn(loading.people[person], day))
                found.setdefault(seen, _on_a_register(seen, loading) or _brought(seen, day, loading))
    for seen, day in _registered(found, loading):
        found[seen] = min(day, found.get(seen, day))
    by_day: dict[date, list[Sighting]] = {}
    for seen, day in found.items():
        by_day.setdefault(day, []).append(seen)
    return {day: sorted(by_day[day], key=_reading_order) for day in sorted(by_day)}


def _brought(seen: Sighting, day: date, loading: Loading) -> date:
    """The day of the feed: registers come on Mondays and when a child is born, everybody else tells as they meet them."""
    born = loading.people[seen.person].born_from
    if seen.agency not in ON_A_REGISTER:
        return day
    monday = max(day - timedelta(days=day.weekday()), loading.begins)
    return monday if seen.unborn or born is None or born <= monday else born


def _reading_order(seen: Sighting) -> tuple[int, str, str]:
    place = ORDER.index(seen.agency) if seen.agency in ORDER else len(ORDER)
    return place, seen.agency, seen.person


def _is_unborn(person: SimulatedPerson, day: date) -> bool:
    return person.kind == "unborn" or (person.born_from is not None and day < person.born_from)


def _on_a_register(seen: Sighting, loading: Loading) -> date | None:
    """The day on which the area began, where the agency had the person on its register by then."""
    born = loading.people[seen.person].born_from
    if seen.agency not in ON_A_REGISTER or born is None or seen.unborn:
        return None
    youngest, oldest = ON_A_REGISTER[seen.agency]
    is_on_it = years_before(loading.begins, oldest) < born <= years_before(loading.begins, youngest)
    return loading.begins if is_on_it else None


def _registered(found: dict[Sighting, date], loading: Loading) -> Iterator[tuple[Sighting, date]]:
    """Everybody is registered with a GP; a midwife says that a baby whom she has known unborn is born."""
    first: dict[str, date] = {}
    for seen, day in found.items():
        if not seen.unborn:
            first[seen.person] = min(day, first.get(seen.person, day))
    for key, person in loading.people.items():
        if person.kind == "unborn" or person.born_from is None:
            continue
        latest = max(person.born_from + REGISTERED_WITH_A_GP, loading.begins)
        if person.born_from <= loading.begins:
            yield Sighting(GP, key), loading.begins
        elif latest < loading.area.ending_on:
            yield Sighting(GP, key), min(latest, first.get(key, latest))
        if Sighting(MIDWIFERY, key, True) in found:
            yield Sighting(MIDWIFERY, key), person.born_from


def meet_people(seen: Sequence[Sighting], loading: Loading, *, day: date) -> None:
    """Keep the descriptions of one day, and remember whom each is of."""
    at = moment(day, hour=FIRST_HOUR)
    ordinary = []
    for one in seen:
        description = loading.described[one.agency, one.person] = as_described(one, loading)
        said = PersonSaid(key=one.person, description=description)
        if loading.family_of(one.person).storyline and one.person not in loading.persons:
            _meet_in_a_storyline(said, loading, at)
        else:
            ordinary.append((said, loading.by))
    meet(people=ordinary, load=loading.memory, at=at)
    for one in seen:
        found = loading.memory.known[(one.agency, loading.area.area, sender_key(one.agency, one.person))]
        loading.persons.setdefault(one.person, found.person)
        loading.met_on.setdefault(one.person, day)


def _meet_in_a_storyline(said: PersonSaid, loading: Loading, at: datetime) -> None:
    """A storyline's people are registered with all that is known of them, and the first who describes them says so."""
    loading.persons[said.key] = people.register_person(
        person=_new_person(said, loading), by=loading.by, at=at
    )
    described = said.description
    loading.memory.known[(described.said_by, described.said_by_area, described.sender_key)] = (
        identity.resolve_known(description=described, person=loading.persons[said.key], by=loading.by, at=at)
    )


def _new_person(said: PersonSaid, loading: Loading) -> NewPerson:
    described, person = said.description, loading.people[said.key]
    return NewPerson(
        kind=described.kind,
        display_name=described.full_name or f"Baby of {described.guardian_names[0]}",
        known_as=described.known_as,
        sex=person.sex,
        language=person.language,
        birth=Birth(
            born_from=described.born_from, born_to=described.born_to, expected_on=described.expected_on
        ),
    )


def sender_key(agency: str, person: str) -> str:
    """An agency's own key for a made-up person."""
    return f"{agency}:{person}"


def as_described(seen: Sighting, loading: Loading) -> NewDescription:
    """What the agency has on its books of the person then: an unborn child has no name, birth or number.

    Registers that were brought when the area began had been mended before; what came since has the slips of offices.
    """
    family, person = loading.family_of(seen.person), loading.people[seen.person]
    found = described(
        family,
        person,
        agency=seen.agency,
        area=loading.area.area,
        seed=loading.area.seed,
        today=loading.area.ending_on,
    )
    if seen.unborn:
        return _unborn(found, person)
    if family.storyline or _on_a_register(seen, loading):
        return _without_slips(found, person)
    return found


def _unborn(found: NewDescription, person: SimulatedPerson) -> NewDescription:
    return replace(
        found,
        kind="unborn",
        full_name="",
        known_as="",
        born_from=None,
        born_to=None,
        expected_on=person.expected_on or person.born_from,
        sex="" if person.kind == "unborn" else person.sex,
        nhs_number="",
        upn="",
    )


def _without_slips(found: NewDescription, person: SimulatedPerson) -> NewDescription:
    return replace(
        found,
        full_name=person.full_name,
        known_as=person.known_as,
        born_from=person.born_from,
        born_to=person.born_to,
    )
