"""When a time limit falls due: the calendar, the local day, and pauses left out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from kith.grammar.closed_lists import Due
from kith.grammar.durations import Duration, months_after
from kith.grammar.known import Known
from kith.kernel.clock import LONDON
from kith.reference.working_days import add_working_days, is_working_day

END_OF_DAY = time(23, 59, 59)
ONE_SECOND = timedelta(seconds=1)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Pause:
    """A time that does not count; ``until`` is None while nothing has resumed the clock."""

    entry: UUID
    since: datetime
    until: datetime | None

    def holds_at(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)


def local_day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


def end_of(day: date) -> datetime:
    """The last second of the day in London."""
    return datetime.combine(day, END_OF_DAY, tzinfo=LONDON)


def earliest_of(row: Known) -> datetime:
    """The earliest that an entry can have happened: the start of its day where it has no time."""
    if row.precision == "time":
        return row.happened_from
    return datetime.combine(local_day(row.happened_from), time(), tzinfo=LONDON)


def latest_of(row: Known) -> datetime:
    """The latest that an entry can have happened: the end of its day where it has no time."""
    return row.happened_to if row.precision == "time" else end_of(local_day(row.happened_to))


def due_at(
    start: datetime, limit: Duration, pauses: Iterable[Pause] = (), *, first_day_counts: bool = False
) -> datetime | None:
    """The last second in time for a limit that began at ``start``; None where an open pause keeps it unknown.

    ``first_day_counts``: the law counts the day of the start as the first of the limit's days.
    """
    pauses = tuple(pauses)
    if limit.unit == "hours":
        return _due_in_hours(start, limit, pauses)
    day = _due_day(local_day(start) - ONE_DAY * first_day_counts, limit, pauses)
    return end_of(day) if day else None


def due_by(start: datetime, due: Due) -> datetime:
    """When a step that is asked for at ``start`` is due: at once, by the end of its day, or when its limit ends."""
    if due.when == "now":
        return start
    if due.when == "same_day" or due.duration is None:
        return end_of(local_day(start))
    return due_at(start, due.duration) or end_of(local_day(start))


def paused_days(start: datetime, until: datetime, limit: Duration, pauses: Iterable[Pause]) -> int:
    """Days of the limit's own kind after ``start``, up to and with the day of ``until``, that did not count."""
    counts, pauses = _counts(limit), tuple(pauses)
    first, last = local_day(start), local_day(until)
    after = (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
    return sum(1 for day in after if counts(day) and _held(day, pauses)) if pauses else 0


def _counts(limit: Duration) -> Callable[[date], bool]:
    return is_working_day if limit.unit == "working_days" else lambda _day: True


def _number_of_days(start: date, limit: Duration) -> int:
    return (
        (months_after(start, limit.number) - start).days if limit.unit == "calendar_months" else limit.number
    )


def _held(day: date, pauses: tuple[Pause, ...]) -> Pause | None:
    """The pause that holds at the day's end: the day it began does not count, the day it resumed does."""
    return next((pause for pause in pauses if pause.holds_at(end_of(day))), None)


def _due_day(start: date, limit: Duration, pauses: tuple[Pause, ...]) -> date | None:
    if not pauses:
        return _unpaused(start, limit)
    counts, left, day = _counts(limit), _number_of_days(start, limit), start
    while left:
        day += ONE_DAY
        held = _held(day, pauses)
        if held and held.until is None:
            return None
        left -= counts(day) and not held
    return day


def _unpaused(start: date, limit: Duration) -> date:
    if limit.unit == "working_days":
        return add_working_days(start, limit.number)
    return start + ONE_DAY * _number_of_days(start, limit)


def _due_in_hours(start: datetime, limit: Duration, pauses: tuple[Pause, ...]) -> datetime | None:
    """True hours: arithmetic in UTC, so that a clock change neither gives nor takes one."""
    due = start.astimezone(UTC) + limit.exact
    counted_to = start
    for pause in sorted(pauses, key=lambda pause: pause.since):
        since = max(pause.since, counted_to)
        if since > due or (pause.until and pause.until <= since):
            continue
        if pause.until is None:
            return None
        due += pause.until - since
        counted_to = pause.until
    return due.astimezone(LONDON)
