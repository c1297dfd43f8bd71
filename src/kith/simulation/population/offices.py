"""Offices that describe people: whom each knows, what it holds, and how carefully it writes."""

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from random import Random
from typing import NamedTuple

from kith.simulation.population.people import YEAR


class Office(NamedTuple):
    """One agency as a describer. ``care`` is its column in the table of slips; the rest are shares that it holds."""

    agency: str
    care: str
    nhs_number: float = 0.0
    upn: float = 0.0
    uprn: float = 0.35
    phone: float = 0.6
    guardians: float = 0.8


OFFICES = {
    office.agency: office
    for office in (
        Office("gp", "register", nhs_number=0.98, uprn=0.6, phone=0.8, guardians=0.5),
        Office("school", "register", nhs_number=0.03, upn=0.97, uprn=0.3, phone=0.9, guardians=0.95),
        Office("hospital", "caseload", nhs_number=0.93, phone=0.7, guardians=0.5),
        Office("health_visiting", "caseload", nhs_number=0.95, phone=0.85, guardians=0.9),
        Office("midwifery", "caseload", phone=0.9, guardians=1.0),
        Office("camhs", "caseload", nhs_number=0.9, phone=0.8, guardians=0.9),
        Office("early_years", "caseload", uprn=0.1, phone=0.9, guardians=0.95),
        Office(
            "childrens_social_care", "caseload", nhs_number=0.6, upn=0.5, uprn=0.6, phone=0.7, guardians=0.9
        ),
        Office("housing", "caseload", uprn=0.95, phone=0.8, guardians=0.5),
        Office("adult_mental_health", "caseload", nhs_number=0.9, phone=0.8),
        Office("substance_misuse", "caseload", nhs_number=0.4, phone=0.6),
        Office("police", "report", uprn=0.15, phone=0.45, guardians=0.55),
        Office("ambulance", "report", nhs_number=0.2, uprn=0.1, phone=0.5, guardians=0.4),
        Office("voluntary", "report", uprn=0.02, phone=0.5, guardians=0.6),
    )
}
CARES = ("register", "caseload", "report", "asked")
"""From most careful to least: kept as a register, kept by workers, reported by word of mouth, asked in a hurry."""


class _Mix:
    def __init__(self, shares: Mapping[str, float]) -> None:
        self._offices = [OFFICES[agency] for agency in shares]
        self._heights = list(accumulate(shares.values()))

    def pick(self, chance: Random) -> Office:
        at = bisect(self._heights, chance.random() * self._heights[-1])
        return self._offices[min(at, len(self._offices) - 1)]


_UNBORN = _Mix({"midwifery": 0.6, "childrens_social_care": 0.25, "gp": 0.15})
_EARLY = _Mix(
    {"gp": 0.4, "health_visiting": 0.3, "hospital": 0.1, "childrens_social_care": 0.08, "early_years": 0.06, "police": 0.04, "housing": 0.02}
)  # fmt: skip
_SCHOOL = _Mix(
    {
        "gp": 0.35,
        "school": 0.35,
        "childrens_social_care": 0.1,
        "hospital": 0.08,
        "police": 0.06,
        "camhs": 0.03,
        "housing": 0.03,
    }
)
_ADULT = _Mix(
    {"gp": 0.45, "police": 0.15, "housing": 0.15, "hospital": 0.1, "childrens_social_care": 0.1, "adult_mental_health": 0.03, "substance_misuse": 0.02}
)  # fmt: skip
_ASKING = _Mix(
    {"childrens_social_care": 0.3, "police": 0.25, "school": 0.15, "hospital": 0.1, "ambulance": 0.08, "voluntary": 0.07, "health_visiting": 0.05}
)  # fmt: skip


def office_for(chance: Random, kind: str, age: int) -> Office:
    """An office that would know a person of this kind and age in days."""
    if kind == "unborn":
        return _UNBORN.pick(chance)
    if kind == "adult":
        return _ADULT.pick(chance)
    return _EARLY.pick(chance) if age < 4.5 * YEAR else _SCHOOL.pick(chance)


def asking_office(chance: Random) -> Office:
    """An office that asks about somebody, often with little to go by."""
    return _ASKING.pick(chance)
