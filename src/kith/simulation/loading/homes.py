"""Households of made-up families: who lives where since when, who is kin, and where the front door is."""

from collections.abc import Iterable
from datetime import date

from kith.people import operations as people
from kith.people.types import NewAddress
from kith.simulation.area_types import SimulatedEntry, SimulatedFamily, SimulatedHome
from kith.simulation.loading.loading import Loading, moment

AT_HOME, MOVING = 10, 12
"""Hours of the day: after the day's descriptions, and before what is told of it."""
NEW_PARTNER = "mother's partner"


def main_homes(family: SimulatedFamily) -> list[SimulatedHome]:
    """The homes in which the children lived, the oldest first."""
    children = {child.key for child in family.children}
    return sorted((home for home in family.homes if children & set(home.people)), key=lambda one: one.from_on)


def settle_families(loading: Loading, *, day: date) -> None:
    """Every family's household as it stood when the area began: who lived there, their kin, their address."""
    at = moment(day, hour=AT_HOME)
    doors = [(family, home) for family in loading.area.families for home in _first_of_each_door(family)]
    names = [f"{family.name} household" for family, _ in doors]
    made = people.register_households(names=names, by=loading.by, at=at)
    for (family, home), household in zip(doors, made, strict=True):
        for person in home.people:
            loading.household_of[person] = household
        if home is main_homes(family)[0]:
            loading.households[family.key] = household
    joining = set(_joining(loading))
    everybody = [key for key in loading.people if key not in joining]
    settle_people(everybody, loading, day=day)
    open_to_see = [(household, home) for (_, home), household in zip(doors, made, strict=True)]
    given = [(household, _address(home)) for household, home in open_to_see if not home.confidential]
    kept = people.give_addresses(addresses=given, by=loading.by, at=at)
    loading.addresses = {household: address for (household, _), address in zip(given, kept, strict=True)}


def _first_of_each_door(family: SimulatedFamily) -> list[SimulatedHome]:
    """The children's first home, and the homes of those who live apart from them."""
    main = main_homes(family)
    return [*main[:1], *(home for home in family.homes if home not in main)]


def _joining(loading: Loading) -> Iterable[str]:
    """Partners of whom somebody says that they have come: until then they are nobody's kin."""
    for _, entries in loading.area.days:
        for entry in entries:
            if entry.kind == "adult_joined_household" and entry.details.get("who") in loading.people:
                yield str(entry.details["who"])


def settle_people(keys: Iterable[str], loading: Loading, *, day: date) -> None:
    """Those of these people whom somebody has described by now live in their household, and are kin to the others."""
    new = [key for key in keys if key in loading.persons and key not in loading.settled]
    if not new:
        return
    loading.settled |= set(new)
    at = moment(day, hour=AT_HOME)
    stays = {
        (loading.persons[key], loading.household_of[key]): _since(key, loading)
        for key in new
        if key in loading.household_of
    }
    given = [(person, household, since) for (person, household), since in stays.items()]
    kept = people.start_residencies(residencies=given, by=loading.by, at=at)
    loading.residencies |= {person: id for (person, _, _), id in zip(given, kept, strict=True)}
    people.relate_many(relationships=_kin(new, loading), by=loading.by, at=at)


def _since(key: str, loading: Loading) -> date | None:
    """A child born since the area began lives there from birth; of everybody else nobody says since when."""
    person = loading.people[key]
    born = person.born_from if person.kind == "child" else None
    return born if born and born > loading.begins else None


def _kin(new: list[str], loading: Loading) -> list[tuple]:
    """Relationships of which at least one side is new, and both are here; two people whom identity took for one are none."""
    fresh = set(new)
    found = [
        (loading.persons[one.person], one.kind, loading.persons[one.other])
        for family in {loading.people[key].family: None for key in new}
        for one in loading.families[family].relationships
        if {one.person, one.other} <= loading.settled and fresh & {one.person, one.other}
    ]
    return [(person, kind, other) for person, kind, other in found if person != other]


def _address(home: SimulatedHome, *, from_on: date | None = None) -> NewAddress:
    return NewAddress(lines=home.lines, postcode=home.postcode, uprn=home.uprn, from_on=from_on)


def told_of_homes(entry: SimulatedEntry, loading: Loading, *, day: date) -> None:
    """What an entry says of a home is so in the room of people too: a move, and who has come or gone."""
    if entry.kind == "moved_home":
        _move(entry, loading, day)
    elif entry.kind == "adult_joined_household":
        _join(entry, loading, day)
    elif entry.kind == "adult_left_household":
        _leave(entry, loading, day)


def _move(entry: SimulatedEntry, loading: Loading, day: date) -> None:
    family = loading.families[entry.family]
    home = next((one for one in main_homes(family)[1:] if one.from_on == entry.happened_from), None)
    household = loading.households[family.key]
    before = loading.addresses.pop(household, None)
    if home is None:
        return
    at = moment(day, hour=MOVING)
    if before:
        people.end_address(address=before, to_on=home.from_on, by=loading.by, at=at)
    if home.confidential:
        words = "\n".join((*home.lines, home.postcode))
        people.hold_confidential_address(
            household=household, whereabouts=words, from_on=home.from_on, by=loading.by, at=at
        )
        return
    address = _address(home, from_on=home.from_on)
    loading.addresses[household] = people.give_address(
        household=household, address=address, by=loading.by, at=at
    )


def _join(entry: SimulatedEntry, loading: Loading, day: date) -> None:
    who = entry.details.get("who")
    if who not in loading.people:
        return
    if who not in loading.settled:
        lives_there = loading.household_of.pop(who, None)
        settle_people([who], loading, day=day)
        loading.household_of |= {who: lives_there} if lives_there else {}
    person, household = loading.persons[who], loading.household_of.get(who)
    if entry.details.get("lives_there") is True and household and person not in loading.residencies:
        loading.residencies[person] = people.start_residency(
            person=person,
            household=household,
            from_on=entry.happened_from,
            by=loading.by,
            at=moment(day, hour=MOVING),
        )


def _leave(entry: SimulatedEntry, loading: Loading, day: date) -> None:
    residency = loading.residencies.pop(loading.persons.get(str(entry.details.get("who"))), None)
    if residency:
        people.end_residency(
            residency=residency, to_on=entry.happened_from, by=loading.by, at=moment(day, hour=MOVING)
        )
