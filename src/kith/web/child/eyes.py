"""Eyes on the child: the strip of 28 days, filled from what agencies say they saw."""

from collections.abc import Sequence
from datetime import date, timedelta

from kith.web.child.freshness import silent_since
from kith.web.child.last_seen import last_alone
from kith.web.child.reading import Reading
from kith.web.child.sightings import Sighting, days_of, sightings, was_absent
from kith.web.child.telling import agency_words, day_of, kind_label
from kith.web.dates import short_day
from kith.web.parts.agency import Agency, agency
from kith.web.parts.fresh import LINE_DOWN, NEVER, Freshness
from kith.web.pictures.eyes import DaySeen, Eyes, EyesRow, NotTold

DAYS = 28
LOOKING = ("school", "social", "health", "police")
"""The shapes of those whose work is to see children, in the order of the rows."""
WORDS = {"school": "School", "social": "Social care", "health": "Health", "police": "Police"}


def eyes_on(reading: Reading, fresh: Sequence[Freshness]) -> Eyes:
    """A row for each group of agencies that could have seen the child, silent ones too."""
    rows = [_row(group, reading, fresh) for group in LOOKING]
    return Eyes(
        of=reading.name,
        last_day=reading.today,
        rows=tuple(row for row in rows if row is not None),
        days=DAYS,
        last_words=short_day(reading.today) if reading.is_past else "today",
    )


def finding(reading: Reading, eyes: Eyes) -> str:
    """Who saw the child in these days, in a sentence."""
    seen = [(row.agency.label.lower(), len({one.day for one in row.seen})) for row in eyes.rows if row.seen]
    if not seen:
        return f"No agency says that it has seen {reading.name} in {eyes.days} days. That is silence, not safety."
    told = [f"by {who} on {number} {'day' if number == 1 else 'days'}" for who, number in seen]
    said = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"In the last {eyes.days} days {reading.name} was seen {said}."


def answer(reading: Reading) -> str:
    """Who was last alone with the child."""
    last = last_alone(reading)
    if last is None:
        return f"No entry says that anybody outside home has been alone with {reading.name}."
    when = last.entry.when_in_words(as_at=reading.as_at)
    return f"The last outside home to say that they were alone with {reading.name}: {agency_words(last.entry, reading)}, {when}."


def _row(group: str, reading: Reading, fresh: Sequence[Freshness]) -> EyesRow | None:
    theirs = [line for line in fresh if line.agency.group == group]
    seen = [one for one in sightings(reading) if agency(one.entry.said_by).group == group]
    if not theirs and not seen:
        return None
    first = reading.today - timedelta(days=DAYS - 1)
    days = _days_seen(seen, first, reading.today)
    told_absent = _days_absent(group, reading, first)
    not_told = _not_told(theirs, reading, first)
    return EyesRow(
        agency=Agency(code=group, group=group, label=WORDS[group]),
        seen=days,
        told_absent=tuple(day for day in told_absent if day not in {one.day for one in days}),
        not_told=not_told,
        words="" if days or not_told or told_absent else _nothing(group, reading),
    )


def _days_seen(seen: Sequence[Sighting], first: date, last: date) -> tuple[DaySeen, ...]:
    """One mark a day: alone where any of that day's entries says so."""
    alone: dict[date, bool] = {}
    for one in seen:
        for day in days_of(one.entry):
            if first <= day <= last:
                alone[day] = alone.get(day, False) or one.alone is True
    return tuple(DaySeen(day=day, alone=was) for day, was in sorted(alone.items()))


def _days_absent(group: str, reading: Reading, first: date) -> tuple[date, ...]:
    rows = [row for row in reading.counting if agency(row.said_by).group == group and was_absent(row)]
    days = {day for row in rows for day in days_of(row) if first <= day <= reading.today}
    return tuple(sorted(day for day in days if day.weekday() < 5 or group != "school"))


def _not_told(theirs: Sequence[Freshness], reading: Reading, first: date) -> tuple[NotTold, ...]:
    """The days that nobody of the group has told us of: only where all of them have gone quiet."""
    if not theirs or not all(silent_since(line) for line in theirs):
        return ()
    heard = [date.fromisoformat(line.when.iso[:10]) for line in theirs if line.state != NEVER]
    since = max(first, max(heard) + timedelta(days=1)) if heard else first
    why = "line_down" if all(line.state == LINE_DOWN for line in theirs) else "silent"
    return (NotTold(first=since, last=reading.today, why=why),) if since <= reading.today else ()


def _nothing(group: str, reading: Reading) -> str:
    """What stands along a row without a mark: the last failed try, or that nobody says they saw the child."""
    rows = [row for row in reading.counting if agency(row.said_by).group == group and was_absent(row)]
    if rows:
        day = day_of(rows[-1].when.happened_to)
        year = "" if day.year == reading.today.year else f" {day.year}"
        return f"Not seen. Last tried {short_day(day)}{year}: {kind_label(rows[-1], reading).lower()}."
    return f"Nobody here says that they saw {reading.name}."
