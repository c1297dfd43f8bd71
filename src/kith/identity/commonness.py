"""How many people are held, and how common each name is among them: what makes an agreement worth more or less."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2

from kith.identity.nicknames import called
from kith.identity.skeleton import skeleton, sounds
from kith.identity.traits import Traits

FEWEST, MOST = 2**16, 2**26
"""An area is never thought smaller than a town, or larger than the country."""
COLUMNS = ("first", "last")
RAREST = 1e-5
"""No name is thought rarer than this, so that a slip of the pen does not look like proof."""


@dataclass(frozen=True)
class Commonness:
    """``people`` is their number; ``shares[column][name]`` the share of descriptions with that name.

    A name that is not in a non-empty table is as rare as can be; with an empty table every name is as common as the
    model was trained on.
    """

    people: int = FEWEST
    shares: Mapping[str, Mapping[str, float]] = field(default_factory=lambda: {name: {} for name in COLUMNS})

    @property
    def prior(self) -> float:
        """The weight, in bits, of two descriptions taken at random being of one person."""
        return -log2(min(max(self.people, FEWEST), MOST))

    def bits(self, column: str, one: str, other: str, usual: float) -> float:
        """How many bits an agreement is worth more (or less) than usual; ``usual`` is the share it was trained on."""
        shares = self.shares.get(column)
        if not shares:
            return 0.0
        return log2(usual / max(shares.get(one, RAREST), shares.get(other, RAREST), RAREST))


AS_IN_A_TOWN = Commonness()
"""Where nobody has counted: a town, in which every name is as common as where the model was trained."""


def counted(traits: Iterable[Traits], *, people: int | None = None, least: int = 2) -> Commonness:
    """Count the names of descriptions. Names that occur fewer than ``least`` times are left out: they are rare."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in COLUMNS}
    total = 0
    for one in traits:
        total += 1
        for column in COLUMNS:
            counts[column][getattr(one, column)] += 1
    return from_counts(counts, people=total if people is None else people, least=least)


def from_counts(counts: Mapping[str, Mapping[str, int]], *, people: int, least: int = 2) -> Commonness:
    """The shares that counts amount to, of all descriptions: those without a name, too."""
    shares = {}
    for column, held in counts.items():
        every = sum(held.values())
        shares[column] = {name: count / every for name, count in held.items() if count >= least and name}
    return Commonness(people=people, shares=shares)


def warm(common: Commonness) -> None:
    """Fold the names that are common before anybody waits for it: each is folded once in a process."""
    for names in common.shares.values():
        for name in names:
            skeleton(name), sounds(name), called(name)
