"""Going well, worrying, unknown: unknowns are as loud as worries."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Point:
    """One statement and who it rests on."""

    words: str
    said: str


@dataclass(frozen=True, kw_only=True)
class Three:
    """The three columns. An empty one says so in words."""

    well: tuple[Point, ...]
    worrying: tuple[Point, ...]
    unknown: tuple[Point, ...]
