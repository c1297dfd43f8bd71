"""A whole made-up area from a seed: families with names and homes, and three years of what agencies said of them."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kith.simulation.area_families import area_families
from kith.simulation.area_types import Day, SimulatedArea, SimulatedEntry, SimulatedFamily, SimulatedPerson
from kith.simulation.calendar import days, years_before
from kith.simulation.chance import chance_for
from kith.simulation.homes import homes_of
from kith.simulation.identifiers import Places
from kith.simulation.life import Life
from kith.simulation.naming_people import Cast, Numbers, named_people, relationships
from kith.simulation.ordinary import live
from kith.simulation.schools import school_of, schools_for
from kith.simulation.storylines import told_storylines
from kith.simulation.stream import entries_of
from kith.simulation.types import Family, Told

AREA, SEED, CHILDREN = "marrowby", 2026, 1000
ENDING_ON = date(2026, 6, 1)
"""Where no day is given; nothing here reads the clock."""
YEARS = 3
BEYOND = 200
"""Days that ordinary lives run past the end before they are cut, so that work is under way on the last day."""
PLANS_BEGAN = 480
"""Days before the end within which plans began, so that about as many are open on the last day as in England."""
SHOWN_FROM = 50
"""The smallest number of children for which every stratum and every storyline has room."""


@dataclass(frozen=True, kw_only=True)
class _Lived:
    family: Family
    told: tuple[Told, ...]
    storyline: str = ""
    cast: Cast | None = None


def make_area(
    seed: int = SEED, children: int = CHILDREN, ending_on: date | None = None, *, area: str = AREA
) -> SimulatedArea:
    """An area with exactly ``children`` born children (at least 50), the storylines' among them, and some unborn.

    Entries run over three years and end the day before ``ending_on`` (`ENDING_ON` where none is given). The same arguments make the same area, and no argument but ``seed`` decides a family's chance.
    Raises ``ValueError`` for fewer than 50 children.
    """
    if children < SHOWN_FROM:
        raise ValueError(f"children: an area needs at least {SHOWN_FROM} children, not {children}")
    ending_on = ending_on or ENDING_ON
    lived = [*_storylines(seed, ending_on), *_ordinary(seed, children, ending_on)]
    return _named(lived, area=area, seed=seed, children=children, ending_on=ending_on)


def _storylines(seed: int, ending_on: date) -> list[_Lived]:
    return [
        _Lived(family=story.family, told=story.told, storyline=story.name, cast=story.cast)
        for story in told_storylines(seed=seed, ending_on=ending_on)
    ]


def _ordinary(seed: int, children: int, ending_on: date) -> list[_Lived]:
    begins = years_before(ending_on, YEARS)
    theirs = sum(
        child.born_by(ending_on) for lived in _storylines(seed, ending_on) for child in lived.family.children
    )
    made: list[_Lived] = []
    for family in area_families(children=children - theirs, seed=seed, begins=begins, ends=ending_on):
        life = Life(
            family=family,
            chance=chance_for(seed, "life", family.key),
            begins=begins,
            ends=ending_on + days(BEYOND),
            room_to_end=BEYOND,
            plans_from=ending_on - days(PLANS_BEGAN),
        )
        live(life, everyone=True)
        made.append(_Lived(family=family, told=life.finish(before=ending_on)))
    return made


def _named(lived: list[_Lived], *, area: str, seed: int, children: int, ending_on: date) -> SimulatedArea:
    numbers = Numbers(seed=seed, chance=chance_for(seed, "numbers"))
    places = Places(chance_for(seed, "places"))
    schools = schools_for(children=children, chance=chance_for(seed, "schools"))
    families: list[SimulatedFamily] = []
    entries: list[SimulatedEntry] = []
    for one in lived:
        chance = chance_for(seed, "names", one.family.key)
        people = named_people(one.family, chance=chance, numbers=numbers, today=ending_on, cast=one.cast)
        found = {
            person.key: school_of(person, schools=schools, today=ending_on, chance=chance)
            for person in people
        }
        families.append(
            SimulatedFamily(
                key=one.family.key,
                name=_surname(people),
                stratum=one.family.stratum,
                people=people,
                homes=homes_of(one.family, one.told, places=places, since=years_before(ending_on, YEARS + 1)),
                relationships=relationships(one.family),
                schools={key: school for key, school in found.items() if school},
                storyline=one.storyline,
            )
        )
        entries += entries_of(one.family, one.told, people, chance=chance)
    return SimulatedArea(
        area=area,
        seed=seed,
        ending_on=ending_on,
        families=tuple(families),
        schools=schools,
        days=_by_day(entries),
    )


def _surname(people: tuple[SimulatedPerson, ...]) -> str:
    """The name a family goes by: the first born child's, else the mother's."""
    return next(person.last_name for person in people if person.last_name)


def _by_day(entries: list[SimulatedEntry]) -> tuple[Day, ...]:
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.key))
    return tuple((day, tuple(those)) for day, those in groupby(ordered, key=lambda entry: entry.day))
