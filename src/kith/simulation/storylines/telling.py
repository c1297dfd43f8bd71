"""How a storyline is told: a cast with invented names, an ordinary life before, then exact happenings."""

from dataclasses import dataclass
from datetime import date

from kith.simulation.calendar import days, years_before
from kith.simulation.chance import chance_for
from kith.simulation.life import Life
from kith.simulation.names import Named
from kith.simulation.naming_people import Cast
from kith.simulation.strands import health, school
from kith.simulation.types import Family, Happening, Member, Told

YEARS = 3
BACKGROUND = 0.6
"""How often routine things happen before a storyline begins, so that they do not drown it."""


@dataclass(frozen=True, kw_only=True)
class Role:
    """One person of a storyline. ``days_old`` is a child's age on the last day; below nought: days until birth."""

    key: str
    name: str
    sex: str
    relation: str
    days_old: int | None = None
    called: str = ""


@dataclass(frozen=True, kw_only=True)
class Story:
    """A storyline that has been told."""

    name: str
    family: Family
    cast: Cast
    told: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What a storyline begins with: its name, who is in it, its stratum, and when ordinary life stops (days ago)."""

    name: str
    roles: tuple[Role, ...]
    ordinary_until: int
    stratum: str = "bumps"
    language: str = "English"


class Storyteller:
    """Tells one storyline, ending the day before ``ending_on``; days are counted back from there."""

    def __init__(self, opening: Opening, *, seed: int, ending_on: date) -> None:
        self._opening = opening
        self._ending_on = ending_on
        self._family = Family(
            key=f"s-{opening.name.replace('_', '-')}",
            stratum=opening.stratum,
            members=tuple(_member(role, ending_on) for role in opening.roles),
        )
        self.life = Life(
            family=self._family,
            chance=chance_for(seed, "storyline", opening.name),
            begins=years_before(ending_on, YEARS),
            ends=self.ago(opening.ordinary_until),
        )
        self._ordinary_life()

    def ago(self, count: int) -> date:
        """The day ``count`` days before the last: ``ago(1)`` is the last day on which anything is told."""
        return self._ending_on - days(count)

    def tell(self, *happenings: Happening) -> list[str]:
        """Tell happenings in order, each as it stands; returns their keys."""
        return [self.life.tell(happening) for happening in happenings]

    def the_end(self) -> Story:
        """The storyline, with everything that was told of it."""
        names = {role.key: (_named(role), role.sex) for role in self._opening.roles}
        return Story(
            name=self._opening.name,
            family=self._family,
            cast=Cast(names=names, language=self._opening.language),
            told=self.life.finish(),
        )

    def _ordinary_life(self) -> None:
        for child in self._family.children:
            if child.relation != "placed elsewhere":
                health.routine_health(self.life, child, often=BACKGROUND)
                school.school_years(self.life, child, often=BACKGROUND)
        self.life.ends, self.life.untidy = self._ending_on, False


def _member(role: Role, ending_on: date) -> Member:
    if role.days_old is None:
        return Member(key=role.key, kind="adult", relation=role.relation)
    born = ending_on - days(role.days_old)
    return Member(key=role.key, kind="child", relation=role.relation, born_from=born, born_to=born)


def _named(role: Role) -> Named:
    first, _, last = role.name.partition(" ")
    return Named(first=first, last=last, called=role.called)
