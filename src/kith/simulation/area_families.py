"""Families of a made-up area before they have names: sizes, ages, twins, babies on the way, so many children in all."""

from collections.abc import Iterator
from datetime import date
from random import Random

from kith.simulation.calendar import days, years_before
from kith.simulation.chance import between, chance_for, happens, shuffled, weighted
from kith.simulation.ordinary import strata_for
from kith.simulation.types import Family, Member

SIZES = {1: 0.45, 2: 0.38, 3: 0.13, 4: 0.04}
"""Families by number of children living with them: the shape of ONS families and households [GK]."""
TWINS = 0.015
ON_THE_WAY = {"universal": 0.05, "bumps": 0.07, "contested": 0.03, "worked": 0.1}
"""Share with a pregnancy or a birth in the window beside the children counted. [assumption]"""
PARENTS_TOGETHER = {"universal": 0.78, "bumps": 0.6, "contested": 0.0, "worked": 0.4}
"""Lone parents are about a quarter of families with children [GK]; the strata are assumptions."""
PARTNER = {"universal": 0.05, "bumps": 0.2, "contested": 0.4, "worked": 0.35}


def area_families(*, children: int, seed: int, begins: date, ends: date) -> Iterator[Family]:
    """Families with exactly ``children`` born children between them, in shares of children by stratum."""
    chance = chance_for(seed, "sizes")
    wanted = strata_for(count=children, seed=seed)
    sizes: list[tuple[str, int]] = []
    for stratum in dict.fromkeys(wanted):
        left = wanted.count(stratum)
        while left:
            size = min(left, weighted(chance, SIZES))
            sizes.append((stratum, size))
            left -= size
    for number, (stratum, size) in enumerate(shuffled(chance, sizes)):
        key = f"f{number:04d}"
        yield _family(chance_for(seed, "family", key), key, stratum, size, begins, ends)


def _family(chance: Random, key: str, stratum: str, size: int, begins: date, ends: date) -> Family:
    births = _births(chance, size, ends)
    children = [
        Member(key=f"child{place}", kind="child", relation=_relation(place), born_from=born, born_to=born)
        for place, born in enumerate(shuffled(chance, births), start=1)
    ]
    baby = _baby(chance, stratum, max(births), begins, ends)
    return Family(key=key, stratum=stratum, members=(*children, *baby, *_adults(chance, stratum)))


def _relation(place: int) -> str:
    return "subject" if place == 1 else "sibling"


def _births(chance: Random, size: int, ends: date) -> list[date]:
    oldest = years_before(ends, 18) + days(1)
    births = [between(chance, oldest, ends - days(14))]
    while len(births) < size:
        if happens(chance, TWINS):
            births.append(births[-1])
            continue
        gap = days(chance.randint(420, 1700))
        options = [day for day in (max(births) + gap, min(births) - gap) if oldest <= day < ends - days(14)]
        births.append(chance.choice(options) if options else births[-1])
    return births


def _baby(chance: Random, stratum: str, youngest: date, begins: date, ends: date) -> list[Member]:
    born = between(chance, ends + days(10), ends + days(190))
    if born < youngest + days(330) or not happens(chance, ON_THE_WAY[stratum]):
        return []
    return [Member(key="baby1", kind="child", relation="baby", born_from=born, born_to=born)]


def _adults(chance: Random, stratum: str) -> list[Member]:
    together = happens(chance, PARENTS_TOGETHER[stratum])
    adults = [Member(key="mother", kind="adult", relation="mother")]
    if together or stratum == "contested" or happens(chance, 0.75):
        adults.append(
            Member(key="father", kind="adult", relation="father" if together else "father, separated")
        )
    if not together and happens(chance, PARTNER[stratum]):
        adults.append(Member(key="mother_partner", kind="adult", relation="mother's partner"))
    if happens(chance, 0.12):
        adults.append(Member(key="maternal_grandmother", kind="adult", relation="grandmother"))
    return adults
