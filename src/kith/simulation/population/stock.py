"""The names that one community draws from: a few names that very many bear, and a long tail of names that few do."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from kith.simulation.communities import COMMUNITIES

STEEPNESS, SHIFT = 0.85, 3.0
"""A name's weight is one over its rank (and a shift) to this power: Zipf's law, a little flattened. [assumption]"""
_SHORT_LISTS = {community.code: community for community in COMMUNITIES}


class Names:
    """Names with how often each is borne, the commonest first, and a tail that shares what is left evenly."""

    def __init__(
        self, head: Sequence[str], *, tail: Sequence[str] = (), tail_share: float = 0.0, steepness: float
    ) -> None:
        weights = [1 / (rank + SHIFT) ** steepness for rank in range(len(head))]
        rest = sum(weights) * tail_share / (1 - tail_share) if tail else 0.0
        self.all = (*head, *tail)
        self._heights = list(accumulate([*weights, *([rest / len(tail)] * len(tail) if tail else [])]))
        self._last = len(self.all) - 1

    def pick(self, chance: Random) -> str:
        """One name, as often as it is borne."""
        at = bisect(self._heights, chance.random() * self._heights[-1])
        return self.all[min(at, self._last)]

    def pick_beginning_like(self, chance: Random, name: str) -> str:
        """Another name with the same first letter, else any."""
        alike = [other for other in self.all if other[:1] == name[:1] and other != name]
        return chance.choice(alike) if alike else self.pick(chance)


@dataclass(frozen=True, kw_only=True)
class Stock:
    """A community's names. ``share`` is of families; women and men are the parents' generation."""

    code: str
    share: float
    habit: str
    girls: Names
    boys: Names
    women: Names
    men: Names
    surnames: Names
    middle: float
    births_at_new_year: float

    def given(self, sex: str, *, grown_up: bool) -> Names:
        """The first names of this sex and generation."""
        if grown_up:
            return self.women if sex == "female" else self.men
        return self.girls if sex == "female" else self.boys


def composed(firsts: str, seconds: str) -> tuple[str, ...]:
    """Every first half with every second half, as a community's own rules put names together."""
    found = (
        first + (second[1:] if second[0] == first[-1] else second)
        for first in firsts.split()
        for second in seconds.split()
    )
    return tuple(dict.fromkeys(found))


def stock(
    code: str,
    share: float,
    *,
    girls: str,
    boys: str,
    surnames: str,
    women: str = "",
    men: str = "",
    habit: str = "",
    surname_tail: Iterable[str] = (),
    surname_tail_share: float = 0.35,
    girls_tail: Iterable[str] = (),
    boys_tail: Iterable[str] = (),
    steepness: float = STEEPNESS,
    middle: float = 0.0,
    births_at_new_year: float = 0.0,
) -> Stock:
    """A stock from lists in order of how common they are; a community of the same code lends its names and habit."""
    short = _SHORT_LISTS.get(code)
    girls_head = _joined(girls, short.girls if short else ())
    boys_head = _joined(boys, short.boys if short else ())
    given_tails = (tuple(girls_tail), tuple(boys_tail))
    return Stock(
        code=code,
        share=share,
        habit=habit or (short.habit if short else "handed_on"),
        girls=Names(girls_head, tail=given_tails[0], tail_share=0.12, steepness=steepness),
        boys=Names(boys_head, tail=given_tails[1], tail_share=0.12, steepness=steepness),
        women=Names(_joined(women, () if women else girls_head), steepness=steepness),
        men=Names(_joined(men, () if men else boys_head), steepness=steepness),
        surnames=Names(
            _joined(surnames, short.surnames if short else ()),
            tail=tuple(surname_tail),
            tail_share=surname_tail_share,
            steepness=steepness,
        ),
        middle=middle,
        births_at_new_year=births_at_new_year,
    )


def _joined(names: str, others: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(name.replace("_", " ") for name in names.split()), *others]))
