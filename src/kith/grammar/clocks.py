"""Clocks: a time limit that one entry starts and another stops, with what it rests on."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kith.grammar.durations import Duration
from kith.grammar.graph import version_of, walk
from kith.grammar.selections import Either, Selection, Where


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A time limit. Nothing is counted down: its due time follows from entries and the calendar (see `kith.clocks`).

    ``bound`` is how the limit is said: it is a ceiling, never a target. ``steps`` are the steps that a miss may ask for.
    """

    name: str
    sentence: str
    starts: Selection
    due: Duration
    stops: Selection
    owner: str
    """The role, from the rulebook's closed list, that answers for the limit."""
    cited: str
    in_force_from: date
    asks: str = ""
    """What is still to be done, as the page of whoever answers for it says: ``See {child} alone``."""
    pauses: Selection | None = None
    resumes: Selection | None = None
    ends: Selection | None = None
    """The matter is over, so that the clock falls away."""
    repeats_from: Selection | None = None
    """Entries that start it again while the matter goes on."""
    bound: str = "at the latest"
    local: bool = False
    """Set by local procedure, with no national figure behind it."""
    statutory_maximum: Duration | None = None
    steps: tuple[str, ...] = ()
    first_day_counts: bool = False
    """The law counts the day of the start as the first: a limit in days ends a day sooner."""
    from_the_end: bool = False
    """It runs from when its start ended: a missing episode, from when the child was found."""

    def __post_init__(self) -> None:
        for part in ("starts", "stops", "pauses", "resumes", "ends", "repeats_from"):
            if not _is_plain(getattr(self, part)):
                raise ValueError(f"{self.name}: {part} must be a where(), or several joined with |")
        if (self.pauses is None) != (self.resumes is None):
            raise ValueError(
                f"{self.name}: what pauses a clock needs what resumes it, and the other way round"
            )
        if not (self.owner and self.cited and self.sentence):
            raise ValueError(
                f"{self.name}: a clock needs an owner, what it rests on, and a sentence saying it"
            )
        if self.asks and "{child}" not in self.asks:
            raise ValueError(f"{self.name}: what it asks must say for whom, with {{child}}")
        if self.first_day_counts and self.due.unit != "days":
            raise ValueError(f"{self.name}: the first day counts in a limit in days alone")
        self.check_allows(self.due)

    @property
    def title(self) -> str:
        """The name as a person reads it: ``Core group``."""
        return self.name.replace("_", " ").capitalize()

    @property
    def maximum(self) -> Duration | None:
        """The longest that local practice may make it; None where there is no national figure."""
        return self.statutory_maximum or (None if self.local else self.due)

    @cached_property
    def version(self) -> str:
        counting = (self.first_day_counts, self.from_the_end)
        return version_of(
            (self.starts, self.stops, self.due, self.ends),
            (self.pauses, self.resumes, self.repeats_from),
            (self.owner, self.bound, self.local, self.statutory_maximum, self.steps),
            *([counting] if any(counting) else []),
        )

    @cached_property
    def started_by_kinds(self) -> frozenset[str]:
        """The kinds of entry that can start it; empty where any can."""
        kinds = [node.kinds for node in walk(self.starts) if isinstance(node, Where)]
        return frozenset().union(*kinds) if all(kinds) else frozenset()

    def in_force(self, on: date) -> bool:
        return self.in_force_from <= on

    def check_allows(self, limit: Duration) -> None:
        """Raise ValueError where ``limit`` is longer than the statutory maximum, or cannot be compared with it."""
        maximum = self.maximum
        if maximum is None:
            return
        if limit.unit != maximum.unit:
            raise ValueError(
                f"{self.name}: {limit} cannot be compared with the statutory {maximum}; use its unit"
            )
        if limit.number > maximum.number:
            raise ValueError(f"{self.name}: {limit} is longer than the statutory maximum of {maximum}")

    def with_limit(self, limit: Duration) -> Clock:
        """The same clock with a local limit, and so with another version. Raises ValueError as `check_allows`."""
        self.check_allows(limit)
        return replace(self, due=limit, statutory_maximum=self.maximum)


def _is_plain(selection: Selection | None) -> bool:
    """A clock is read off single entries: windows and links between entries belong to patterns."""
    if isinstance(selection, Either):
        return _is_plain(selection.left) and _is_plain(selection.right)
    return selection is None or isinstance(selection, Where)


def clock(
    *,
    starts: Selection,
    due: Duration,
    stops: Selection,
    owner: str,
    cited: str,
    in_force_from: str,
    asks: str = "",
    pauses: Selection | None = None,
    resumes: Selection | None = None,
    ends: Selection | None = None,
    repeats_from: Selection | None = None,
    bound: str = "at the latest",
    local: bool = False,
    statutory_maximum: Duration | None = None,
    steps: tuple[str, ...] = (),
    first_day_counts: bool = False,
    from_the_end: bool = False,
    named: str | None = None,
    sentence: str | None = None,
) -> Clock:
    """Declare a clock. Its name is its file's, and its sentence the file's docstring, unless given.

    ``in_force_from`` is an ISO date. Raises ValueError for a declaration that does not hold together.
    """
    file = sys._getframe(1).f_globals
    return Clock(
        name=named or file["__name__"].rpartition(".")[2],
        sentence=sentence or (file.get("__doc__") or "").strip(),
        starts=starts,
        due=due,
        stops=stops,
        owner=owner,
        cited=cited,
        in_force_from=date.fromisoformat(in_force_from),
        asks=asks,
        pauses=pauses,
        resumes=resumes,
        ends=ends,
        repeats_from=repeats_from,
        bound=bound,
        local=local,
        statutory_maximum=statutory_maximum,
        steps=steps,
        first_day_counts=first_day_counts,
        from_the_end=from_the_end,
    )
