"""Gives a made-up family its names, numbers and relationships."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from kith.simulation.area_types import SimulatedPerson, SimulatedRelationship
from kith.simulation.calendar import days, years_before
from kith.simulation.chance import happens
from kith.simulation.identifiers import NhsNumbers, PhoneNumbers, upn
from kith.simulation.names import FamilyNames, Named, adult_name, child_name, family_names
from kith.simulation.types import Family, Member

NHS_NUMBER_KNOWN, HAS_A_PHONE = 0.97, 0.93
SCHOOL_FROM = 4 * 365
GROWN_UP_RELATIONS = {
    "mother": "mother",
    "father": "father",
    "mother_partner": "step_parent",
    "maternal_grandmother": "grandparent",
}


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Names that a storyline has chosen: for each member's key a name and a sex, and the family's language."""

    names: Mapping[str, tuple[Named, str]]
    language: str = "English"


class Numbers:
    """What is handed out once in an area: NHS numbers, pupil numbers, telephones."""

    def __init__(self, *, seed: int, chance: Random) -> None:
        self.nhs = NhsNumbers(seed)
        self.phones = PhoneNumbers(chance)
        self._pupils = 0

    def next_upn(self) -> str:
        """The next pupil number."""
        self._pupils += 1
        return upn(self._pupils)


def named_people(
    family: Family, *, chance: Random, numbers: Numbers, today: date, cast: Cast | None = None
) -> tuple[SimulatedPerson, ...]:
    """Everyone in the family with a name, as they stand on ``today``: who is not yet born is unborn."""
    names = family_names(chance)
    chosen = dict(cast.names) if cast else _chosen(family, chance, names)
    language = cast.language if cast else names.language
    youngest = max(child.born_to or today for child in family.children)
    return tuple(
        _person(
            family,
            member,
            chosen[member.key],
            _Dressing(chance, numbers, today, language, youngest, cast is not None),
        )
        for member in family.members
    )


def relationships(family: Family) -> tuple[SimulatedRelationship, ...]:
    """Who is what to whom, with the people room's codes; ``family.key`` prefixes every key."""
    found: list[SimulatedRelationship] = []
    for child in family.children:
        for adult in family.adults:
            kind = GROWN_UP_RELATIONS.get(adult.key, "other_relative")
            found.append(_related(family, adult, child, kind))
    for place, child in enumerate(family.children):
        found += [_related(family, child, other, "sibling") for other in family.children[place + 1 :]]
    if family.has("father") and family.has("mother"):
        together = family.member("father").relation == "father"
        kind = "partner" if together else "former_partner"
        found.append(_related(family, family.member("father"), family.member("mother"), kind))
    if family.has("mother_partner") and family.has("mother"):
        found.append(_related(family, family.member("mother_partner"), family.member("mother"), "partner"))
    return tuple(found)


def person_key(family: Family, member: str) -> str:
    """A member's key in the whole area."""
    return f"{family.key}-{member}"


@dataclass(frozen=True)
class _Dressing:
    chance: Random
    numbers: Numbers
    today: date
    language: str
    youngest: date
    in_a_storyline: bool


def _chosen(family: Family, chance: Random, names: FamilyNames) -> dict[str, tuple[Named, str]]:
    chosen: dict[str, tuple[Named, str]] = {
        "mother": (names.mother, "female"),
        "father": (names.father, "male"),
    }
    chosen["mother_partner"] = (adult_name(chance, names.hers, "male"), "male")
    chosen["maternal_grandmother"] = (adult_name(chance, names.hers, "female"), "female")
    taken: set[str] = set()
    for child in family.children:
        sex = "female" if happens(chance, 0.49) else "male"
        named = child_name(chance, names, sex, taken)
        taken.add(named.first)
        chosen[child.key] = (named, sex)
    return chosen


def _person(
    family: Family, member: Member, chosen: tuple[Named, str], dressing: _Dressing
) -> SimulatedPerson:
    named, sex = chosen
    unborn = member.kind == "child" and not member.born_by(dressing.today)
    if unborn:
        return _unborn(family, member, dressing)
    born_from, born_to = member.born_from, member.born_to
    if member.kind == "adult":
        born_from = born_to = _birth_of_an_adult(member.key, dressing)
    pupil = member.kind == "child" and born_to is not None and born_to < dressing.today - days(SCHOOL_FROM)
    return SimulatedPerson(
        key=person_key(family, member.key),
        family=family.key,
        kind=member.kind,
        relation=member.relation,
        full_name=named.full,
        first_name=named.first,
        last_name=named.last,
        known_as=named.called,
        sex=sex,
        language=dressing.language,
        born_from=born_from,
        born_to=born_to,
        nhs_number=_nhs_number(dressing),
        upn=dressing.numbers.next_upn() if pupil else "",
        phone=_phone(member, dressing),
    )


def _unborn(family: Family, member: Member, dressing: _Dressing) -> SimulatedPerson:
    return SimulatedPerson(
        key=person_key(family, member.key),
        family=family.key,
        kind="unborn",
        relation=member.relation,
        full_name="Unborn baby",
        first_name="",
        expected_on=member.born_to,
        language=dressing.language,
    )


def _birth_of_an_adult(key: str, dressing: _Dressing) -> date:
    age = (
        dressing.chance.randint(19, 38) if key != "maternal_grandmother" else dressing.chance.randint(44, 66)
    )
    return years_before(dressing.youngest, age) - days(dressing.chance.randint(0, 364))


def _nhs_number(dressing: _Dressing) -> str:
    known = dressing.in_a_storyline or happens(dressing.chance, NHS_NUMBER_KNOWN)
    return dressing.numbers.nhs.next() if known else ""


def _phone(member: Member, dressing: _Dressing) -> str:
    if member.kind != "adult" or not happens(dressing.chance, HAS_A_PHONE):
        return ""
    return dressing.numbers.phones.mobile() if member.key == "mother" else dressing.numbers.phones.landline()


def _related(family: Family, person: Member, other: Member, kind: str) -> SimulatedRelationship:
    return SimulatedRelationship(
        person=person_key(family, person.key), other=person_key(family, other.key), kind=kind
    )
