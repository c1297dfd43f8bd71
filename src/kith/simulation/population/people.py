"""The people of a made-up population: who they are, where they live, what they are called and since when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kith.simulation.population.places import Home
from kith.simulation.population.stock import Stock

DRAWN_ON = date(2026, 3, 1).toordinal()
"""The day on which the registry is drawn. Days are ordinals here, since millions of them are counted with."""
NEVER = DRAWN_ON + 10_000
YEAR = 365.25


@dataclass(slots=True)
class Someone:
    """One person, child, adult or unborn. Of an unborn child ``born`` is the day expected.

    ``later`` is the same person from the day ``later_from`` on: born and named, renamed, adopted. ``also`` is the same
    person under the name that some offices use. ``homes`` holds the home before ``moved_on`` first; without a day of
    moving each is home. ``held`` is how many descriptions agencies hold.
    """

    person_id: str
    kind: str
    stock: Stock
    sex: str
    first: str
    last: str
    born: int
    homes: tuple[Home, ...]
    situation: str
    middle: str = ""
    nhs_number: str = ""
    upn: str = ""
    phone: str = ""
    maiden: str = ""
    parents: tuple[Someone, ...] = ()
    moved_on: int = 0
    held: int = 0
    later: Someone | None = None
    later_from: int = NEVER
    also: Someone | None = None
    household: list[Someone] = field(default_factory=list, repr=False)

    def as_on(self, day: int) -> Someone:
        """The person as they were on this day."""
        return self.later if self.later is not None and day >= self.later_from else self


@dataclass(slots=True)
class Family:
    """Everyone of one family, cousins included. ``fate`` is what makes it hard to tell apart, ``plain`` if nothing."""

    number: int
    fate: str
    stock: Stock
    people: list[Someone]
