"""The course of a clock: which entry started it, and which closed it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kith.clocks.due import Pause, due_at, local_day
from kith.grammar.clocks import Clock
from kith.grammar.known import Known
from kith.grammar.matching import matches
from kith.grammar.selections import Either, Selection, Where

NOT_ABOUT_THE_MATTER = {"corrects", "withdraws", "same_occurrence_as"}
"""References that concern an entry as writing, and so never say which start was answered."""


@dataclass(frozen=True, kw_only=True)
class Course:
    """One stretch of a clock: its earliest start, those that joined it, and what closed it."""

    start: Known
    joined: tuple[Known, ...]
    closed_by: Known | None
    ended: bool
    """Closed because the matter ended, and not because the thing was done."""
    pauses: tuple[Pause, ...]
    due_at: datetime | None


class Told:
    """What is known of one child's own story at a moment, oldest first and by kind: sorted once for many clocks."""

    def __init__(self, entries: Iterable[Known], as_at: datetime) -> None:
        known = (row for row in entries if row.scope == "own" and row.known_at(as_at))
        self.rows: Sequence[Known] = sorted(known, key=lambda row: row.order)
        self._of_kind: dict[str, list[Known]] = {}
        for row in self.rows:
            self._of_kind.setdefault(row.kind, []).append(row)

    def may_start(self, clock: Clock) -> bool:
        """Whether there is an entry of a kind that can start it: most clocks of most children never started."""
        kinds = clock.started_by_kinds
        return not kinds or not kinds.isdisjoint(self._of_kind)

    def chosen(self, selection: Selection | None) -> list[Known]:
        """Those of the selection, oldest first."""
        found = {
            row.entry: row
            for where in _plain(selection)
            for row in self._of_kinds(where.kinds)
            if matches(where, row)
        }
        return sorted(found.values(), key=lambda row: row.order)

    def _of_kinds(self, kinds: Collection[str]) -> Iterable[Known]:
        if not kinds:
            return self.rows
        return (row for kind in kinds for row in self._of_kind.get(kind, ()))


def _plain(selection: Selection | None) -> Iterable[Where]:
    """What a clock listens for, joined by or."""
    if isinstance(selection, Either):
        yield from _plain(selection.left)
        yield from _plain(selection.right)
    elif isinstance(selection, Where):
        yield selection


def courses(clock: Clock, entries: Iterable[Known] | Told, as_at: datetime) -> tuple[Course, ...]:
    """Every stretch, oldest first. Starts that one entry closes together are one stretch, as are those still open."""
    told = entries if isinstance(entries, Told) else Told(entries, as_at)
    starts = _starts(clock, told) if told.may_start(clock) else ()
    if not starts:
        return ()
    stops, ends = told.chosen(clock.stops), told.chosen(clock.ends)
    closing = sorted({row.entry: row for row in stops + ends}.values(), key=lambda row: row.order)
    named = _named_by(closing, starts if clock.repeats_from is None else ())
    together: dict[UUID | None, list[Known]] = {}
    for start in starts:
        closed_by = _first_after(start, named)
        together.setdefault(closed_by.entry if closed_by else None, []).append(start)
    by_id = {row.entry: row for row in closing}
    done = {row.entry for row in stops}
    pauses = _pauses(clock, told)
    return tuple(
        _course(clock, group, by_id.get(closed) if closed else None, closed not in done, pauses)
        for closed, group in together.items()
    )


def _course(
    clock: Clock, group: Sequence[Known], closed_by: Known | None, ended: bool, pauses: Sequence[Pause]
) -> Course:
    """One stretch: the limit runs from the earliest that any of its starts can have happened."""
    start = min(group, key=lambda row: (runs_from(clock, row), row.entry))
    if closed_by:  # once it is closed, nothing still holds it
        pauses = [replace(pause, until=pause.until or closed_by.happened_to) for pause in pauses]
    return Course(
        start=start,
        joined=tuple(row for row in group if row is not start),
        closed_by=closed_by,
        ended=closed_by is not None and ended,
        pauses=tuple(pauses),
        due_at=due_at(runs_from(clock, start), clock.due, pauses, first_day_counts=clock.first_day_counts),
    )


def runs_from(clock: Clock, start: Known) -> datetime:
    """From when the limit runs: from the beginning of its start, or from its end where the clock says so."""
    return start.happened_to if clock.from_the_end else start.happened_from


def _starts(clock: Clock, told: Told) -> list[Known]:
    """Entries that start the clock, and those that start it again while its matter goes on, oldest first."""
    ends = told.chosen(clock.ends)
    ending = {row.entry for row in ends}
    starts = [row for row in told.chosen(clock.starts) if row.entry not in ending]
    again = [
        row
        for row in told.chosen(clock.repeats_from)
        if row.entry not in ending and any(_goes_on(start, row, ends) for start in starts)
    ]
    return sorted({row.entry: row for row in starts + again}.values(), key=lambda row: row.order)


def _goes_on(start: Known, row: Known, ends: Sequence[Known]) -> bool:
    """Whether what ``start`` began had not ended before ``row``."""
    return follows(row, start) and not any(follows(end, start) and follows(row, end) for end in ends)


def follows(later: Known, earlier: Known) -> bool:
    """Whether one entry certainly came after another. On one day with no times, the order of writing holds.

    Two tellings of one occurrence do not follow one another.
    """
    if later.entry == earlier.entry or (later.occurrence and later.occurrence == earlier.occurrence):
        return False
    if later.precision == earlier.precision == "time":
        return (later.happened_from, later.entry) > (earlier.happened_from, earlier.entry)
    return (local_day(later.happened_from), later.entry) > (local_day(earlier.happened_to), earlier.entry)


Naming = Sequence[tuple[Known, Collection[UUID]]]


def _first_after(start: Known, closing: Naming) -> Known | None:
    """The first entry that closes a start. One that names starts closes those alone, whatever its date: what somebody
    wrote down as the answer wins over rough dates."""
    for row, named in closing:
        if start.entry in named or (not named and follows(row, start)):
            return row
    return None


def _named_by(closing: Iterable[Known], starts: Sequence[Known]) -> Naming:
    """Each closing entry with the starts that it refers to."""
    names = _names(starts)
    return [
        (
            row,
            {
                names[to]
                for relation, to in row.references
                if relation not in NOT_ABOUT_THE_MATTER and to in names
            },
        )
        for row in closing
    ]


def _names(starts: Sequence[Known]) -> dict[UUID, UUID]:
    """What others may call each start by: its own id, or that of the entry that it corrects."""
    corrected = {to: row.entry for row in starts for relation, to in row.references if relation == "corrects"}
    return corrected | {row.entry: row.entry for row in starts}


def _pauses(clock: Clock, told: Told) -> tuple[Pause, ...]:
    held = told.chosen(clock.pauses)
    resumed = _named_by(told.chosen(clock.resumes), held)
    return tuple(
        Pause(entry=row.entry, since=row.happened_from, until=until.happened_from if until else None)
        for row in held
        for until in [_first_after(row, resumed)]
    )


def governing(stretches: Sequence[Course]) -> Course | None:
    """The stretch that a person needs to see: the open one, else the one that was closed last."""
    for course in stretches:
        if course.closed_by is None:
            return course
    closed = [(course.closed_by.order, course) for course in stretches if course.closed_by]
    return max(closed, key=lambda pair: pair[0])[1] if closed else None
