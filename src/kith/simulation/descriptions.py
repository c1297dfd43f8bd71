"""How one agency has one person on its books: with the slips that offices make, always the same for a seed."""

from dataclasses import replace
from datetime import date
from random import Random

from kith.identity.types import NewDescription
from kith.simulation.area_types import SimulatedArea, SimulatedFamily, SimulatedPerson
from kith.simulation.chance import chance_for, happens
from kith.simulation.names import spelt_otherwise

HEALTH = ("gp", "health_visiting", "hospital", "midwifery", "community_health", "camhs")
HOLDS_UPN = ("school", "childrens_social_care")
SPELT_OTHERWISE, DAY_AND_MONTH_CHANGED, BIRTH_UNKNOWN = 0.05, 0.01, 0.01
POLICE_BIRTH_UNKNOWN, NO_NUMBER, OLD_ADDRESS, NO_PHONE, CALLED_BY_SHORT_NAME = 0.1, 0.4, 0.06, 0.3, 0.1
"""Slips and gaps, a description. All are assumptions; identity is measured on other populations than this."""


def described_by(area: SimulatedArea, person: SimulatedPerson, *, agency: str) -> NewDescription:
    """The person as ``agency`` of the area has them: the same call gives the same description."""
    family = next(family for family in area.families if family.key == person.family)
    return described(family, person, agency=agency, area=area.area, seed=area.seed, today=area.ending_on)


def described(
    family: SimulatedFamily, person: SimulatedPerson, *, agency: str, area: str, seed: int, today: date
) -> NewDescription:
    """As :func:`described_by`, for those who hold the family already."""
    chance = chance_for(seed, "description", agency, person.key)
    clean = NewDescription(
        said_by=agency,
        said_by_area=area,
        sender_key=f"{agency}:{person.key}",
        kind=person.kind,
        full_name=person.full_name,
        known_as=person.known_as,
        born_from=person.born_from,
        born_to=person.born_to,
        expected_on=person.expected_on,
        sex=person.sex,
        nhs_number=person.nhs_number if _holds_nhs_number(agency, chance) else "",
        upn=person.upn if agency in HOLDS_UPN else "",
        phone=_phone(family, person, chance),
        guardian_names=_guardians(family, person),
    )
    return _with_slips(_with_address(clean, family, person, today, chance), agency, chance)


def _with_address(
    clean: NewDescription, family: SimulatedFamily, person: SimulatedPerson, today: date, chance: Random
) -> NewDescription:
    homes = [home for home in family.homes if person.key in home.people]
    if not homes:
        return clean
    home = homes[0] if happens(chance, OLD_ADDRESS) else homes[-1]
    has_uprn = happens(chance, 0.5)
    return replace(
        clean,
        address_lines=home.lines,
        postcode=home.postcode,
        uprn=home.uprn if has_uprn else "",
        address_is_confidential=home.confidential,
    )


def _with_slips(clean: NewDescription, agency: str, chance: Random) -> NewDescription:
    slipped = clean
    if person_has_a_name(clean) and happens(chance, SPELT_OTHERWISE):
        slipped = replace(slipped, full_name=spelt_otherwise(chance, slipped.full_name))
    if clean.known_as and happens(chance, CALLED_BY_SHORT_NAME):
        last = slipped.full_name.rpartition(" ")[2]
        slipped = replace(slipped, full_name=f"{clean.known_as} {last}", known_as="")
    unknown = POLICE_BIRTH_UNKNOWN if agency == "police" else BIRTH_UNKNOWN
    if happens(chance, unknown):
        return replace(slipped, born_from=None, born_to=None)
    if happens(chance, DAY_AND_MONTH_CHANGED):
        return _day_and_month_changed(slipped)
    return slipped


def person_has_a_name(description: NewDescription) -> bool:
    """Whether this is somebody who has a name: an unborn child has none."""
    return description.kind != "unborn"


def _day_and_month_changed(description: NewDescription) -> NewDescription:
    born = description.born_from
    if born is None or born != description.born_to or born.day > 12:
        return description
    changed = born.replace(month=born.day, day=born.month)
    return replace(description, born_from=changed, born_to=changed)


def _holds_nhs_number(agency: str, chance: Random) -> bool:
    return agency in HEALTH or (agency == "childrens_social_care" and not happens(chance, NO_NUMBER))


def _phone(family: SimulatedFamily, person: SimulatedPerson, chance: Random) -> str:
    if happens(chance, NO_PHONE):
        return ""
    if person.kind == "adult":
        return person.phone
    return next((adult.phone for adult in family.people if adult.relation == "mother"), "")


def _guardians(family: SimulatedFamily, person: SimulatedPerson) -> tuple[str, ...]:
    if person.kind == "adult":
        return ()
    parents = [
        other for other in family.people if other.kind == "adult" and other.relation in ("mother", "father")
    ]
    return tuple(parent.full_name for parent in parents)
