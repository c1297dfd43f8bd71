"""Queries: people described anew, hastily, some of whom the registry does not hold."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from kith.simulation.chance import chance_for
from kith.simulation.population.describing import Row, row, written
from kith.simulation.population.families import ALIKE, family, fate_of
from kith.simulation.population.naming import childs_surname, twins_name
from kith.simulation.population.numbers import nhs_number
from kith.simulation.population.offices import asking_office
from kith.simulation.population.people import DRAWN_ON, YEAR, Family, Someone
from kith.simulation.population.places import front_door

NOT_KNOWN, UNBORN_TO_BORN, MOVED_SINCE, NO_NUMBERS = 0.10, 0.03, 0.05, 0.45
CHILD_WEIGHT, DAYS_OF_ASKING, TRIES = 3, 30, 400
"""A child is asked about so many times as often as a grown-up."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One query without its id, and the truth: who it is, of which community, and what makes it hard."""

    row: Row
    person_id: str
    community: str
    situation: str


def asked(seed: int, place: int, *, families: int) -> Asked:
    """The ``place``-th query of a registry that holds the first ``families`` families whole."""
    chance = chance_for(seed, "asked", place)
    draw = chance.random()
    if draw < UNBORN_TO_BORN:
        person = _born_since(seed, chance, families)
    elif draw < UNBORN_TO_BORN + NOT_KNOWN:
        person = _not_known(seed, chance, families, place)
    else:
        person = _known(seed, chance, families)
    return _described(chance, person)


def _described(chance: Random, person: Someone) -> Asked:
    day = (
        max(DRAWN_ON, person.born if person.kind == "child" else 0)
        + 1
        + int(chance.random() * DAYS_OF_ASKING)
    )
    person = person.as_on(day)
    office = asking_office(chance)._replace(nhs_number=0.75, upn=0.4, phone=0.6)
    draft = written(chance, person, office, day, care="asked")
    if chance.random() < NO_NUMBERS:
        draft.nhs_number = draft.upn = draft.phone = ""
    return Asked(
        row=row(office, draft),
        person_id=person.person_id,
        community=person.stock.code,
        situation=draft.situation,
    )


def _known(seed: int, chance: Random, families: int) -> Someone:
    made = _somebody_known(seed, chance, families)
    known = [person for person in made.people if person.held]
    weights = [1 if person.kind == "adult" else CHILD_WEIGHT for person in known]
    person = chance.choices(known, weights)[0].as_on(DRAWN_ON)
    if person.kind == "unborn":
        return _as_now(person)
    if chance.random() < MOVED_SINCE:
        home = front_door(chance, family=made.number, far=chance.random() < 0.4)
        return replace(
            person, homes=(person.homes[-1], home), moved_on=DRAWN_ON, situation="moved", later=None
        )
    return person


def _as_now(unborn: Someone) -> Someone:
    """An unborn child whose day has come is asked about as born."""
    if unborn.later is None or max(unborn.born, unborn.later.born) > DRAWN_ON:
        return unborn
    return replace(unborn.later, situation="unborn_to_born")


def _somebody_known(seed: int, chance: Random, families: int) -> Family:
    while True:
        made = family(seed, int(chance.random() * families))
        if any(person.held for person in made.people):
            return made


def _born_since(seed: int, chance: Random, families: int) -> Someone:
    """A child whom the registry knows as unborn only; any known person where it is too small to hold one."""
    for _ in range(TRIES):
        number = int(chance.random() * families)
        if fate_of(seed, number) != "unborn":
            continue
        baby = next(person.later for person in family(seed, number).people if person.kind == "unborn")
        assert baby is not None
        return replace(baby, situation="unborn_to_born")
    return _known(seed, chance, families)


def _not_known(seed: int, chance: Random, families: int, place: int) -> Someone:
    """Somebody like the registry's people who is not of them. Numbers come from families that it does not reach."""
    elsewhere = families + place
    near = int(chance.random() * families)
    draw = chance.random()
    if draw < 0.3:
        return _stranger(seed, chance, elsewhere, near)
    child = _a_child(seed, chance, families)
    made = next(make for share, make in _LIKE_A_CHILD if draw < share)(chance, child)
    number = nhs_number(seed, elsewhere, 1)
    stranger = replace(
        made, person_id=f"n{place:06d}", nhs_number=number, upn="", held=0, later=None, also=None
    )
    if stranger.situation == "not_known_namesake":
        other = _stranger(seed, chance, elsewhere, near)
        stranger = replace(
            stranger, parents=other.parents, homes=other.homes, phone=other.phone, moved_on=other.moved_on
        )
    return stranger


def _stranger(seed: int, chance: Random, elsewhere: int, near: int) -> Someone:
    made = family(seed, elsewhere, near=near)
    named = [person for person in made.people if person.kind != "unborn"]
    person = named[int(chance.random() * len(named))]
    return replace(person, situation="not_known")


def _a_child(seed: int, chance: Random, families: int) -> Someone:
    """A registered child with a family to be like."""
    while True:
        children = [
            person
            for person in family(seed, int(chance.random() * families)).people
            if person.kind == "child" and person.parents
        ]
        if children:
            return children[int(chance.random() * len(children))]


def _brother_or_sister(
    chance: Random, child: Someone, born: int, situation: str, sex: str = "", first: str = ""
) -> Someone:
    sex = sex or ("female" if chance.random() < 0.5 else "male")
    mother, father = child.parents
    taken = {one.first for one in child.household}
    given = child.stock.given(sex, grown_up=False)
    first = first or next(name for name in iter(lambda: given.pick(chance), "") if name not in taken)
    last = childs_surname(
        chance, child.stock, sex, father=(father.first, father.last), mother_last=mother.last
    )
    return replace(
        child,
        sex=sex,
        first=first,
        last=child.last if sex == child.sex else last,
        middle="",
        born=born,
        situation=situation,
    )


def _sibling(chance: Random, child: Someone) -> Someone:
    apart = int((1.1 + chance.random() * 4) * YEAR)
    born = child.born + (apart if chance.random() < 0.5 and child.born + apart < DRAWN_ON else -apart)
    return _brother_or_sister(chance, child, born, "not_known_sibling")


def _twin(chance: Random, child: Someone) -> Someone:
    first = twins_name(chance, child.stock, child.sex, child.first) if chance.random() < ALIKE else ""
    return _brother_or_sister(chance, child, child.born, "not_known_twin", sex=child.sex, first=first)


def _newborn(chance: Random, child: Someone) -> Someone:
    return _brother_or_sister(chance, child, DRAWN_ON - int(chance.random() * 25), "not_known_newborn")


def _namesake(chance: Random, child: Someone) -> Someone:
    """One name, another child: born on another day, now and then on the same."""
    apart = 0 if chance.random() < 0.1 else int((chance.random() - 0.5) * 6 * YEAR)
    return replace(child, born=min(DRAWN_ON - 10, child.born + apart), situation="not_known_namesake")


_LIKE_A_CHILD: tuple[tuple[float, Callable[[Random, Someone], Someone]], ...] = (
    (0.55, _sibling), (0.70, _twin), (0.85, _newborn), (1.0, _namesake),
)  # fmt: skip
