"""Families before they have names: who is in them, who is related to whom, when the children were born."""

from datetime import date
from random import Random

from kith.simulation.calendar import days, last_of_month, years_before
from kith.simulation.chance import between, happens, weighted
from kith.simulation.types import Family, Member

EXACT, ONLY_MONTH, ONLY_YEAR = 0.95, 0.03, 0.02
"""How well a child's birth date is known to whoever holds the record. [assumption]"""
SIBLING = {"universal": 0.12, "bumps": 0.15, "contested": 0.12, "worked": 0.25}
"""Share of ordinary families whose history also names a brother or sister. [assumption]"""
NEW_BABY = {"universal": 0.04, "bumps": 0.06, "contested": 0.03, "worked": 0.10}
"""Share with a baby born in the three years (one child's file in about twenty). [assumption]"""
BABY_AT_THE_CENTRE = 0.09
"""Share whose child at the centre is born within the years that are told. [assumption]"""
PREGNANCY = 280


def ordinary_family(*, key: str, stratum: str, chance: Random, begins: date, ends: date) -> Family:
    """One family of a stratum, the child at the centre under 18 until ``ends``."""
    child = _child(chance, "child1", "subject", _birth_of_the_child(chance, begins, ends))
    others = [*_sibling(chance, stratum, child, begins, ends), *_baby(chance, stratum, child, begins, ends)]
    return Family(key=key, stratum=stratum, members=(child, *others, *_adults(chance, stratum)))


def _birth_of_the_child(chance: Random, begins: date, ends: date) -> date:
    if happens(chance, BABY_AT_THE_CENTRE):
        return between(chance, begins + days(30), ends - days(200))
    return between(chance, years_before(ends, 18) + days(1), begins)


def _child(chance: Random, key: str, relation: str, born: date) -> Member:
    known = weighted(chance, {"day": EXACT, "month": ONLY_MONTH, "year": ONLY_YEAR})
    first, last = born, born
    if known == "month":
        first, last = born.replace(day=1), last_of_month(born)
    elif known == "year":
        first, last = born.replace(month=1, day=1), born.replace(month=12, day=31)
    return Member(key=key, kind="child", relation=relation, born_from=first, born_to=last)


def _sibling(chance: Random, stratum: str, child: Member, begins: date, ends: date) -> list[Member]:
    if not happens(chance, SIBLING[stratum]) or child.born_from is None:
        return []
    gap = days(chance.randint(400, 2200))
    if child.born_from - gap > years_before(ends, 18):
        return [_child(chance, "sibling1", "older sibling", child.born_from - gap)]
    if child.born_from + gap < begins:
        return [_child(chance, "sibling1", "younger sibling", child.born_from + gap)]
    return []


def _baby(chance: Random, stratum: str, child: Member, begins: date, ends: date) -> list[Member]:
    born = between(chance, begins + days(PREGNANCY - 60), ends - days(60))
    too_soon = child.born_to is None or born < child.born_to + days(330)
    if too_soon or not happens(chance, NEW_BABY[stratum]):
        return []
    return [Member(key="baby1", kind="child", relation="new baby", born_from=born, born_to=born)]


def _adults(chance: Random, stratum: str) -> list[Member]:
    adults = [Member(key="mother", kind="adult", relation="mother")]
    if stratum == "contested" or happens(chance, 0.9):
        adults.append(Member(key="father", kind="adult", relation="father"))
    if happens(chance, 0.3 if stratum == "universal" else 0.5):
        adults.append(Member(key="mother_partner", kind="adult", relation="mother partner"))
    if happens(chance, 0.2):
        adults.append(Member(key="maternal_grandmother", kind="adult", relation="grandmother"))
    return adults
