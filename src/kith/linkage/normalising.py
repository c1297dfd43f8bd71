"""Brings many descriptions into their normal form, in as many processes as there are processors."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from kith.identity.keys import matching_keys
from kith.identity.traits import as_kept, traits_of
from kith.identity.types import NewDescription

SLICE = 5_000
FEW = 20_000
"""So many are read here; for more, other processes are worth their start."""
Read = tuple[str, list[int]]


@dataclass
class Normal:
    """Descriptions in normal form, by their place: a line of traits, and the keys by which each is found."""

    lines: list[str]
    keys: list[list[int]]


def processes() -> int:
    """As many as there are processors, four at the most."""
    return min(4, os.cpu_count() or 1)


def normalise(described: Sequence[NewDescription], *, area: str) -> Normal:
    """The normal form of each description, in their order."""
    normal = Normal([], [])
    for line, keys in _read_all(described, area):
        normal.lines.append(line)
        normal.keys.append(keys)
    return normal


def _read_all(described: Sequence[NewDescription], area: str) -> Iterator[Read]:
    slices = (described[start : start + SLICE] for start in range(0, len(described), SLICE))
    if len(described) <= FEW or processes() == 1:
        for some in slices:
            yield from _read(area, some)
        return
    with ProcessPoolExecutor(processes(), mp_context=multiprocessing.get_context("fork")) as pool:
        for read in pool.map(partial(_read, area), slices):
            yield from read


def _read(area: str, described: Sequence[NewDescription]) -> list[Read]:
    found = []
    for one in described:
        traits = traits_of(one)
        found.append((as_kept(traits), sorted(matching_keys(traits, area=area))))
    return found
