"""Makes the people of one family one by one: parents, children, homes and numbers, all from the family's own chance."""

from bisect import bisect
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import accumulate
from random import Random

from kith.simulation.chance import chance_for
from kith.simulation.population.naming import STOCKS, childs_surname, married_surname, surname
from kith.simulation.population.numbers import NHS_A_FAMILY, nhs_number, phone, pupil_number
from kith.simulation.population.people import DRAWN_ON, YEAR, Someone
from kith.simulation.population.places import FAMILIES_A_SECTOR, Home, caravan_site, front_door
from kith.simulation.population.stock import Stock

MIXED, OWN_NEIGHBOURHOOD, MOVED, MARRIED = 0.1, 0.25, 0.13, 0.6
HELD_BY = (0.58, 0.85, 0.97, 1.0)
"""Of those whom anyone describes: at most one, two, three and four agencies do. 1.6 on average."""
MOTHER_DESCRIBED, FATHER_DESCRIBED = 0.92, 0.6
SCHOOL_FROM = int(4.2 * YEAR)
_STOCK_HEIGHTS = list(accumulate(stock.share for stock in STOCKS))
Couple = tuple[Someone, Someone]


class Making:
    """One family in the making. The order of what is asked of ``chance`` is part of what a seed means."""

    def __init__(self, seed: int, number: int, chance: Random, *, near: int) -> None:
        self.seed, self.number, self.chance, self.near = seed, number, chance, near
        self.people: list[Someone] = []
        self.his = self._stock()
        self.hers = self._stock() if chance.random() < MIXED else self.his

    def _stock(self) -> Stock:
        if self.chance.random() < OWN_NEIGHBOURHOOD:
            return _of_neighbourhood(self.seed, self.near // FAMILIES_A_SECTOR)
        return STOCKS[bisect(_STOCK_HEIGHTS, self.chance.random() * _STOCK_HEIGHTS[-1])]

    def home(self, *, far: bool = False) -> Home:
        """A front door, or a pitch on the site for many Traveller families."""
        if self.his.code == "traveller" and self.chance.random() < 0.6:
            return caravan_site(self.chance, family=self.near)
        return front_door(self.chance, family=self.near, far=far)

    def couple(self, home: Home, eldest_born: int, *, fathers_last: str = "") -> Couple:
        """A mother and a father, with the ages of parents of a child born on this day."""
        chance = self.chance
        father = self.adult("male", self.his, eldest_born, home, last=fathers_last)
        maiden = surname(chance, self.hers, "female")
        last = (
            married_surname(chance, self.hers, maiden, father.last) if chance.random() < MARRIED else maiden
        )
        mother = self.adult("female", self.hers, eldest_born, home, last=last or maiden)
        mother.maiden = maiden
        return mother, father

    def adult(self, sex: str, stock: Stock, eldest_born: int, home: Home, *, last: str = "") -> Someone:
        """A grown-up of this stock, 17 to 45 years older than the eldest child."""
        chance = self.chance
        aged = (
            17 + 25 * (chance.random() + chance.random()) / 2 + (3 * chance.random() if sex == "male" else 0)
        )
        first = stock.given(sex, grown_up=True).pick(chance)
        described = MOTHER_DESCRIBED if sex == "female" else FATHER_DESCRIBED
        return self._added(
            kind="adult", stock=stock, sex=sex, first=first, last=last or surname(chance, stock, sex),
            born=self._birthday(eldest_born - int(aged * YEAR), stock.births_at_new_year), homes=(home,),
            middle=self._middle(stock, sex, first, grown_up=True),
            held=self._held() if chance.random() < described else 0,
        )  # fmt: skip

    def child(
        self,
        parents: Couple,
        born: int,
        home: Home,
        *,
        sex: str = "",
        first: str = "",
        exact: bool = False,
    ) -> Someone:
        """A child of these parents, whose first name no child of this household has unless ``first`` says so."""
        chance = self.chance
        mother, father = parents
        sex = sex or ("female" if chance.random() < 0.49 else "male")
        stock = father.stock
        given = (stock if chance.random() < 0.7 else mother.stock).given(sex, grown_up=False)
        first = first or self._free(given.pick, mother)
        return self._added(
            kind="child", stock=stock, sex=sex, first=first,
            last=childs_surname(chance, stock, sex, father=(father.first, father.last), mother_last=mother.last),
            born=born if exact else self._birthday(born, stock.births_at_new_year / 2), homes=(home,),
            middle=self._middle(stock, sex, first), parents=parents, held=self._held(),
        )  # fmt: skip

    def _middle(self, stock: Stock, sex: str, first: str, *, grown_up: bool = False) -> str:
        """A second first name, if people of this stock have one: of Chinese people an English one."""
        if self.chance.random() >= stock.middle:
            return ""
        second = (
            (STOCKS[0] if stock.code == "chinese" else stock).given(sex, grown_up=grown_up).pick(self.chance)
        )
        return second if second != first else ""

    def _free(self, pick, mother: Someone) -> str:
        taken = {person.first for person in self.people if person.parents and person.parents[0] is mother}
        for _ in range(20):
            first = pick(self.chance)
            if first not in taken:
                return first
        return first

    def _birthday(self, born: int, new_year: float) -> int:
        """The day as papers have it: of some people who came without papers, the first of January."""
        if new_year and self.chance.random() < new_year:
            return date(date.fromordinal(born).year, 1, 1).toordinal()
        return born

    def _held(self) -> int:
        return 1 + bisect(HELD_BY, self.chance.random())

    def _added(self, **what) -> Someone:
        place = len(self.people)
        someone = Someone(
            person_id=f"p{self.number:07d}.{place}", household=self.people, situation="plain", **what
        )
        someone.phone = phone(self.number, min(place, 5))
        if what["kind"] == "child" and DRAWN_ON - someone.born > SCHOOL_FROM:
            someone.upn = pupil_number(self.number, place)
        self.people.append(someone)
        return someone

    def numbered(self) -> list[Someone]:
        """Everyone, with NHS numbers: children first, since a family has only four. An adopted child's second is the last."""
        by_kind = sorted(self.people, key=lambda person: person.kind == "adult")
        second = next((one.later for one in by_kind if one.later and one.later.situation == "adopted"), None)
        for place, person in enumerate(by_kind):
            if second is None or place < NHS_A_FAMILY - 1:
                _number(person, nhs_number(self.seed, self.number, place))
        if second is not None:
            second.nhs_number = nhs_number(self.seed, self.number, NHS_A_FAMILY - 1)
        return self.people

    def moves(self, people: list[Someone]) -> None:
        """These people have moved together once, from a home nearby or far away, within the last years."""
        far = self.chance.random() < 0.3
        before = self.home(far=far)
        moved_on = DRAWN_ON - int(self.chance.random() * 6 * YEAR)
        for person in people:
            person.situation = "moved" if person.situation == "plain" else person.situation
            for known in (person, person.also):
                if known is not None:
                    known.homes, known.moved_on = (before, *known.homes[-1:]), moved_on


def _number(person: Someone, number: str) -> None:
    """The number is the person's whatever they are called; an unborn child has none yet."""
    for known in (person, person.later, person.also):
        if known is not None and known.kind != "unborn":
            known.nhs_number = number


def changed(person: Someone, *, on: int, **what) -> None:
    """From this day on the person is as ``what`` says."""
    person.later, person.later_from = replace(person, **what), on


@lru_cache(maxsize=4096)
def _of_neighbourhood(seed: int, sector: int) -> Stock:
    chance = chance_for(seed, "neighbourhood", sector)
    return STOCKS[bisect(_STOCK_HEIGHTS, chance.random() * _STOCK_HEIGHTS[-1])]
