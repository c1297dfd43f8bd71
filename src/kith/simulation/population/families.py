"""One family by its number: what befell it, and who is in it."""

from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import accumulate
from random import Random

from kith.simulation.chance import chance_for
from kith.simulation.population.making import MOVED, Couple, Making, changed
from kith.simulation.population.naming import surname, twins_name
from kith.simulation.population.numbers import shared_phone
from kith.simulation.population.people import DRAWN_ON, NEVER, YEAR, Family, Someone
from kith.simulation.population.places import FAMILIES_A_HOSTEL, Home, hostel

FATES = {
    "plain": 0.602, "blended": 0.07, "cousin": 0.06, "two_homes": 0.05, "moved": 0.07, "twin": 0.035, "known_as": 0.025,
    "namesake": 0.025, "unborn": 0.02, "unborn_born": 0.02, "hostel": 0.012, "renamed": 0.006, "adopted": 0.005,
}  # fmt: skip
"""Shares of families. All are assumptions; what is hard to link is commoner here than in life, to be counted."""
CHILDREN = (0.42, 0.79, 0.93, 0.98, 1.0)
_FATES, _HEIGHTS = list(FATES), list(accumulate(FATES.values()))
ADULTHOOD = int(18 * YEAR)
MOVES_TOO = ("plain", "twin", "namesake", "known_as")
ALIKE = 0.45
"""Share of twins whose first names sound or begin alike."""


def fate_of(seed: int, number: int) -> str:
    """What befell the family of this number, without making it."""
    return _fate(chance_for(seed, "population", number))


def family(seed: int, number: int, *, near: int | None = None) -> Family:
    """The family of this number: the same whatever other families are made. ``near`` is whose neighbour it is."""
    chance = chance_for(seed, "population", number)
    fate = _fate(chance)
    making = Making(seed, number, chance, near=number if near is None else near)
    _TOLD[fate](making)
    if fate == "moved" or (fate in MOVES_TOO and chance.random() < MOVED):
        making.moves(making.people)
    if making.his.code == "traveller":
        _concerns([person for person in making.people if person.situation == "plain"], "one_site")
    return Family(number=number, fate=fate, stock=making.his, people=making.numbered())


def _concerns(people: Iterable[Someone], situation: str) -> None:
    for person in people:
        person.situation = situation


def _fate(chance: Random) -> str:
    return _FATES[min(bisect(_HEIGHTS, chance.random()), len(_FATES) - 1)]


def _births(chance: Random, latest: int) -> list[int]:
    """The birthdays of one mother's children until the latest possible day, the eldest first, all of them under 18."""
    oldest = DRAWN_ON - ADULTHOOD
    days = [latest - int(chance.random() * (latest - oldest - 30))]
    for _ in range(bisect(CHILDREN, chance.random())):
        days.append(days[-1] - int((1 + chance.random() * 3.5) * YEAR))
    return [day for day in reversed(days) if day > oldest]


def _household(making: Making, latest: int = DRAWN_ON - 5) -> tuple[Couple, list[Someone], Home]:
    home = making.home()
    births = _births(making.chance, latest)
    parents = making.couple(home, births[0])
    return parents, [making.child(parents, born, home) for born in births], home


def _plain(making: Making) -> None:
    _household(making)


def _twins(making: Making) -> None:
    parents, children, home = _household(making)
    one, chance = children[-1], making.chance
    sex = one.sex if chance.random() < 0.66 else ("male" if one.sex == "female" else "female")
    first = twins_name(chance, one.stock, sex, one.first) if chance.random() < ALIKE else ""
    other = making.child(parents, one.born, home, sex=sex, first=first, exact=True)
    other.last = one.last if sex == one.sex else other.last
    _concerns((one, other), "twin")


def _namesake(making: Making) -> None:
    """The youngest is a son with his father's whole name."""
    (_, father), children, _ = _household(making)
    son = children[-1]
    son.sex, son.first, son.last = "male", father.first, father.last
    _concerns((father, son), "namesake")


def _known_as(making: Making) -> None:
    _, children, _ = _household(making)
    child = children[int(making.chance.random() * len(children))]
    _concerns((child,), "known_as")
    child.also = replace(child, last=surname(making.chance, making.hers, child.sex) or child.last)


def _renamed(making: Making) -> None:
    _, children, _ = _household(making)
    _concerns(children, "renamed")
    last = surname(making.chance, making.hers, "female")
    for child in children:
        changed(child, on=_some_day_of(making.chance, child), last=last or child.last)


def _adopted(making: Making) -> None:
    """Before and after share little: another name, other parents, another home and a new NHS number."""
    _, children, _ = _household(making)
    child, chance = children[0], making.chance
    _concerns((child,), "adopted")
    home = making.home(far=True)
    parents = making.couple(home, child.born - int(8 * YEAR))
    kept = chance.random() < 0.6
    first = child.first if kept else child.stock.given(child.sex, grown_up=False).pick(chance)
    on = _some_day_of(chance, child)
    child.held = max(child.held, 2)
    changed(child, on=on, first=first, last=parents[1].last or child.last, homes=(home,), parents=parents)


def _two_homes(making: Making) -> None:
    (_, father), children, home = _household(making)
    his = making.home()
    father.homes = (his,)
    _concerns(children, "two_homes")
    for child in children:
        child.homes = (home, his)


def _blended(making: Making) -> None:
    """A mother's children with one father, and their half-brother or half-sister with another."""
    newest = DRAWN_ON - 5 - int(making.chance.random() * 12 * YEAR)
    (mother, _), children, home = _household(making, newest - int(1.4 * YEAR))
    partner = making.adult("male", making.his, children[0].born, home)
    half = making.child((mother, partner), newest, home)
    _concerns((*children, half), "blended")


def _cousins(making: Making) -> None:
    """Two brothers' children: one surname, often one school, now and then one first name or one house."""
    (_, father), children, home = _household(making)
    chance, one = making.chance, children[-1]
    theirs = home if chance.random() < 0.2 else making.home()
    parents = making.couple(theirs, one.born, fathers_last=father.last)
    born = min(DRAWN_ON - 3, one.born + int((chance.random() - 0.5) * 3 * YEAR))
    first = one.first if chance.random() < 0.35 else ""
    same_day = first and chance.random() < 0.05
    cousin = making.child(parents, one.born if same_day else born, theirs, sex=one.sex, first=first)
    cousin.last = one.last if first else cousin.last
    _concerns((*children, cousin), "cousin")


def _hostel(making: Making) -> None:
    _household(making)
    _concerns(making.people, "hostel")
    place = hostel(family=making.near)
    for person in making.people:
        person.homes = (person.homes[0], place)
        person.moved_on = DRAWN_ON - int(making.chance.random() * 1.5 * YEAR)
        if making.chance.random() < 0.5:
            person.phone = shared_phone(making.near // FAMILIES_A_HOSTEL)


def _unborn(making: Making) -> None:
    """A child known while unborn and never described since."""
    _expecting(making, DRAWN_ON - int(making.chance.random() * 300 - 60), "unborn")


def _unborn_born(making: Making) -> None:
    """A child known while unborn, and described again once born and named."""
    _expecting(making, DRAWN_ON - int(making.chance.random() * 4 * YEAR), "unborn_born")


def _expecting(making: Making, born: int, situation: str) -> None:
    parents, _, home = _household(making, born - int(1.1 * YEAR))
    baby = making.child(parents, born, home, exact=True)
    _concerns((baby,), situation)
    unborn = _while_unborn(making.chance, baby, known_born=situation == "unborn_born")
    making.people[making.people.index(baby)] = unborn


def _while_unborn(chance: Random, baby: Someone, *, known_born: bool) -> Someone:
    expected = baby.born + max(-28, min(42, int(chance.gauss(3, 11))))
    mother = baby.parents[0]
    person = replace(
        baby, kind="unborn", first="", middle="", sex="", upn="", born=expected, last=mother.last
    )
    person.parents = baby.parents if chance.random() < 0.5 else (mother,)
    person.later, person.later_from = baby, baby.born if known_born else NEVER
    person.held = max(person.held, 2) if known_born else person.held
    return person


def _some_day_of(chance: Random, child: Someone) -> int:
    return child.born + int((0.2 + 0.7 * chance.random()) * (DRAWN_ON - child.born))


_TOLD: dict[str, Callable[[Making], None]] = {
    "plain": _plain, "moved": _plain, "twin": _twins, "namesake": _namesake, "known_as": _known_as, "renamed": _renamed,
    "adopted": _adopted, "two_homes": _two_homes, "blended": _blended, "cousin": _cousins, "hostel": _hostel,
    "unborn": _unborn, "unborn_born": _unborn_born,
}  # fmt: skip
