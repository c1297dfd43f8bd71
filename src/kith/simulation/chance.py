"""Small questions asked of chance: all from one seeded ``random.Random``, so a seed gives the same world."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


def chance_for(seed: int | str, *keys: object) -> Random:
    """A generator of its own for one family or one purpose: adding a family never changes another."""
    return Random("/".join([str(seed), *map(str, keys)]))


def weighted(chance: Random, weights: Mapping[T, float]) -> T:
    """One key of ``weights``, as often as its weight says (weights need not sum to one)."""
    return chance.choices(list(weights), list(weights.values()))[0]


def happens(chance: Random, share: float) -> bool:
    """Yes, in this share of times."""
    return chance.random() < share


def how_many(chance: Random, mean: float) -> int:
    """A count with this mean (Poisson, by Knuth's multiplication: means here are small)."""
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def between(chance: Random, first: date, last: date) -> date:
    """A day from ``first`` to ``last``, both included; ``first`` where ``last`` lies before it."""
    return first + timedelta(days=chance.randint(0, max(0, (last - first).days)))


def shuffled(chance: Random, things: Sequence[T]) -> list[T]:
    """A new list of ``things`` in chance's order."""
    mixed = list(things)
    chance.shuffle(mixed)
    return mixed
