"""The story as values: lines, folds, parts, and what stands out of the entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from kith.chronology.when import When

State = Literal["settled", "open", "decision", "carried", "no_worry"]
Agency = tuple[str, str]
"""Code and area."""


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What settled a line. ``derived`` where Kith worked it out from a later outcome and nobody said so."""

    state: State
    words: str
    entry: UUID | None = None
    derived: bool = False


@dataclass(frozen=True, kw_only=True)
class Done:
    """One thing that was done about a line, or that no entry shows; ``entry`` is where it is written."""

    words: str
    entry: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One occurrence, however many entries tell of it. The first entry is the one that it is told by."""

    entries: tuple[UUID, ...]
    when: When
    agency: Agency
    voice: str
    said: str
    childs_words: str
    done: tuple[Done, ...]
    settled: Settled
    is_a_worry: bool
    chosen_by: UUID | None = None
    """Who promoted it into the story."""


@dataclass(frozen=True, kw_only=True)
class Fold:
    """Lines told as one counted line: routine ones, or earlier ones that were settled, or all that would not fit."""

    why: Literal["routine", "settled", "earlier"]
    count: int
    first: When
    last: When
    kinds: Mapping[str, int]
    """How many of each kind, by the kind's label."""
    entries: tuple[UUID, ...]
    chosen_by: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch between two turning points."""

    title: str
    lines: tuple[Line | Fold, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that stands out when the entries are read together: counted, never judged."""

    words: str
    entries: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class StorySoFar:
    """``told`` lines and folds together are at most forty."""

    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()
    entry_count: int = 0
    kinds: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> tuple[Line | Fold, ...]:
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for line in self.told if isinstance(line, Line))

    @property
    def open_count(self) -> int:
        return sum(line.settled.state == "open" for line in self.lines)
