"""Lists the pairs of descriptions that share a key, and compares each once."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from kith.identity.commonness import Commonness
from kith.identity.comparison import Comparison, compare
from kith.identity.guards import Standing, held_back_by
from kith.identity.model import model_in_use
from kith.identity.traits import from_kept
from kith.linkage.normalising import FEW, processes

MOST_OF_A_KEY = 60
"""Under a key that more descriptions share, each is paired with the next so many of them only: other keys have the rest."""
SLICE = 50_000
Pairs = NDArray[np.int64]


@dataclass(frozen=True)
class Edge:
    """Two descriptions, by their places, that may be of one person. ``is_free``: nothing holds a link back."""

    one: int
    other: int
    weight: float
    is_free: bool


def pairs_of(keys: Sequence[Sequence[int]], lines: Sequence[str]) -> Pairs:
    """Every pair of places that share a key, once: two columns, the lower place first, in order.

    Under a key that too many share, who is next to whom goes by what is said, so that no order of arrival matters.
    """
    said = sorted(range(len(keys)), key=lines.__getitem__)
    places = np.repeat(np.array(said, dtype=np.int64), [len(keys[place]) for place in said])
    values = np.fromiter((key for place in said for key in keys[place]), dtype=np.int64, count=len(places))
    order = np.argsort(values, kind="stable")
    values, places = values[order], places[order]
    found = []
    for apart in range(1, MOST_OF_A_KEY):
        shares = values[apart:] == values[:-apart]
        if not shares.any():
            break
        one, other = places[:-apart][shares], places[apart:][shares]
        found.append((np.minimum(one, other) << 32) | np.maximum(one, other))
    if not found:
        return np.empty((0, 2), dtype=np.int64)
    packed = np.unique(np.concatenate(found))
    return np.column_stack((packed >> 32, packed & 0xFFFFFFFF))


def edges(pairs: Pairs, lines: Sequence[str], *, common: Commonness, least: float) -> Iterator[Edge]:
    """The pairs that weigh at least so many bits, in the order of ``pairs``."""
    slices = [pairs[start : start + SLICE] for start in range(0, len(pairs), SLICE)]
    if len(lines) <= FEW or processes() == 1:
        for some in slices:
            yield from _compared(common, least, lines, some)
        return
    _Shared.lines = lines
    with ProcessPoolExecutor(processes(), mp_context=multiprocessing.get_context("fork")) as pool:
        for found in pool.map(partial(_compared, common, least, None), slices):
            yield from found
    _Shared.lines = ()


class _Shared:
    """What the other processes have from this one by being its copies."""

    lines: Sequence[str] = ()


def _compared(common: Commonness, least: float, lines: Sequence[str] | None, pairs: Pairs) -> list[Edge]:
    held = _Shared.lines if lines is None else lines
    model, found = model_in_use(), []
    last, traits = -1, None
    for one, other in pairs.tolist():
        if one != last:
            last, traits = one, from_kept(held[one])
        compared = compare(traits, from_kept(held[other]), model=model, common=common)  # type: ignore[arg-type]
        if compared.weight >= least:
            found.append(Edge(one, other, compared.weight, is_free(compared)))
    return found


def is_free(compared: Comparison) -> bool:
    """Whether two descriptions could be linked without a person, if nobody else were near."""
    return not held_back_by(Standing(compared, (compared,)), ())
