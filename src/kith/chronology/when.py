"""When something happened: a span of time, and how exactly anybody knows it.

A date without a time stands at 12:00 in London: the first day of the span for its beginning, the last for its end.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput

PRECISIONS = ("time", "day", "month", "season", "year", "approx")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""Each season's first month; winter runs into the next year."""
LONGEST_PREGNANCY = timedelta(weeks=40)
CLOCKS_MAY_DIFFER = timedelta(minutes=5)
"""A sender's clock that runs a little ahead of ours does not make a thing impossible."""
FIRST_YEAR = 1900


@dataclass(frozen=True, kw_only=True)
class When:
    """A span: both ends aware and inclusive; ``precision`` is one of PRECISIONS and says how to show it."""

    happened_from: datetime
    happened_to: datetime
    precision: str


def made(
    *, on: date | datetime, to: date | datetime | None = None, precision: str | None = None, at: datetime
) -> When:
    """A span from a day or an instant, possible as at ``at``.

    An instant is of precision ``time``, a day of ``day``, unless said otherwise; a month, season or year is the whole
    one that ``on`` lies in. Raises BadInput for ``happened_from``, ``happened_to`` or ``precision``.
    """
    precision = precision or ("time" if isinstance(on, datetime) else "day")
    if precision not in PRECISIONS:
        raise BadInput("precision", f"Choose one of {', '.join(PRECISIONS)}.")
    if precision == "time":
        return possible(_exact(on, to), at=at)
    first, last = _day_of(on), _day_of(to if to is not None else on)
    if precision in ("month", "season", "year"):
        first, last = _WHOLE[precision](first)[0], _WHOLE[precision](last)[1]
    return possible(When(happened_from=midday(first), happened_to=midday(last), precision=precision), at=at)


def from_parts(
    *,
    year: int,
    month: int | None = None,
    day: int | None = None,
    season: str | None = None,
    clock: time | None = None,
    about: bool = False,
    at: datetime,
) -> When:
    """A span from what somebody typed; what is left out makes it coarser, ``about`` makes it ``approx``.

    Raises BadInput for ``happened_from`` where there is no such day (31 February), or it cannot have been yet.
    """
    precision = "time" if clock else "day" if day else "month" if month else "season" if season else "year"
    first, last = _typed_days(year, month, day, season)
    if clock and not about:
        return made(on=_on_the_clock(first, clock), at=at)
    span = When(
        happened_from=midday(first), happened_to=midday(last), precision="approx" if about else precision
    )
    return possible(span, at=at)


def possible(when: When, *, at: datetime, earliest_birth: date | None = None) -> When:
    """The same span, if it can have been: begun before it ended, not in the future, not before the pregnancy.

    ``earliest_birth`` is the first day on which the child concerned can have been born, where that is known: nothing
    happened to a child more than 40 weeks before. Raises BadInput for ``happened_from`` or ``happened_to``.
    """
    if when.happened_from > when.happened_to:
        raise BadInput("happened_to", "This ends before it begins.")
    if _day_of(when.happened_from).year < FIRST_YEAR:
        raise BadInput("happened_from", f"Give the year in four figures, {FIRST_YEAR} or later.")
    _not_in_the_future(when, at)
    if earliest_birth and _day_of(when.happened_to) < earliest_birth - LONGEST_PREGNANCY:
        raise BadInput("happened_from", "This is more than 40 weeks before the child was born.")
    return when


def _not_in_the_future(when: When, at: datetime) -> None:
    if when.precision == "time":
        latest = at + CLOCKS_MAY_DIFFER
        begins_later, ends_later = when.happened_from > latest, when.happened_to > latest
    else:
        end = _WHOLE[when.precision](_day_of(at))[1] if when.precision in _WHOLE else _day_of(at)
        begins_later, ends_later = _day_of(when.happened_from) > _day_of(at), _day_of(when.happened_to) > end
    if begins_later:
        raise BadInput("happened_from", "This is in the future. Say what has happened up to now.")
    if ends_later:
        raise BadInput("happened_to", "This ends in the future. Say what has happened up to now.")


def words(when: When, *, as_at: datetime | None = None) -> str:
    """As a person would say it: ``3 Feb``, ``16 Nov, 16:10``, ``about March 2020``, ``spring 2020``.

    The year of a day is left out where it is the year of ``as_at``; a month, season or year always says it.
    """
    first, last = _day_of(when.happened_from), _day_of(when.happened_to)
    if when.precision == "time":
        return _times_in_words(when, as_at)
    if when.precision == "season":
        return _season_in_words(first)
    if when.precision == "approx":
        return f"about {_coarse_in_words(first, last, as_at)}"
    if when.precision == "day":
        return _days_in_words(first, last, as_at)
    return _coarse_in_words(first, last, as_at)


def midday(day: date) -> datetime:
    """Where a date without a time stands: 12:00 in London."""
    return datetime.combine(day, time(12), tzinfo=LONDON)


def _exact(on: date | datetime, to: date | datetime | None) -> When:
    first, last = on, on if to is None else to
    if not isinstance(first, datetime) or first.tzinfo is None:
        raise BadInput("happened_from", "Give a date and a time.")
    if not isinstance(last, datetime) or last.tzinfo is None:
        raise BadInput("happened_to", "Give a date and a time.")
    return When(happened_from=first, happened_to=last, precision="time")


def _day_of(on: date | datetime) -> date:
    return on.astimezone(LONDON).date() if isinstance(on, datetime) else on


def _typed_days(year: int, month: int | None, day: int | None, season: str | None) -> tuple[date, date]:
    if season is not None and season not in SEASONS:
        raise BadInput("happened_from", f"Choose one of {', '.join(SEASONS)}.")
    try:
        first = date(year, month or (SEASONS[season] if season else 1), day or 1)
    except ValueError:
        raise BadInput("happened_from", f"There is no such date: {_as_typed(year, month, day)}.") from None
    if day:
        return first, first
    whole = "month" if month else "season" if season else "year"
    return _WHOLE[whole](first)


def _as_typed(year: int, month: int | None, day: int | None) -> str:
    return "/".join(str(part) for part in (day, month, year) if part is not None)


def _on_the_clock(day: date, clock: time) -> datetime:
    """Raises BadInput for the hour that the clocks skip in March: no clock showed it."""
    local = datetime.combine(day, clock, tzinfo=LONDON)
    if datetime.fromtimestamp(local.timestamp(), LONDON).time() != clock:
        raise BadInput("happened_from", "The clocks went forward that night: there was no such time.")
    return local


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _season(day: date) -> tuple[date, date]:
    """Winter is December to February: 3 January lies in the winter that began the year before."""
    year = day.year - 1 if day.month < 3 else day.year
    first = date(year, (day.month // 3 * 3) or 12, 1)
    end = date(year + 1, 2, 1) if first.month == 12 else date(year, first.month + 2, 1)
    return first, _month(end)[1]


def _year(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), date(day.year, 12, 31)


_WHOLE = {"month": _month, "season": _season, "year": _year, "approx": _year}
"""The whole thing that a day lies in; what is only about right may lie anywhere in its year."""


def _day_in_words(day: date, as_at: datetime | None) -> str:
    this_year = as_at is not None and _day_of(as_at).year == day.year
    return f"{day.day} {day:%b}" + ("" if this_year else f" {day.year}")


def _days_in_words(first: date, last: date, as_at: datetime | None) -> str:
    end = _day_in_words(last, as_at)
    if first == last:
        return end
    if first.year != last.year:
        return f"{_day_in_words(first, as_at)} to {end}"
    return f"{first.day}{'' if first.month == last.month else f' {first:%b}'} to {end}"


def _times_in_words(when: When, as_at: datetime | None) -> str:
    first, last = when.happened_from.astimezone(LONDON), when.happened_to.astimezone(LONDON)
    begin = f"{_day_in_words(first.date(), as_at)}, {first:%H:%M}"
    if first == last:
        return begin
    end = (
        f"{last:%H:%M}"
        if first.date() == last.date()
        else f"{_day_in_words(last.date(), as_at)}, {last:%H:%M}"
    )
    return f"{begin} to {end}"


def _season_in_words(first: date) -> str:
    first = _season(first)[0]
    name = next(name for name, month in SEASONS.items() if month == first.month)
    return f"{name} {first.year}" + (f" to {first.year + 1}" if name == "winter" else "")


def _coarse_in_words(first: date, last: date, as_at: datetime | None) -> str:
    """The coarsest whole thing that the span is, or the days themselves."""
    if first == last:
        return _day_in_words(first, as_at)
    if (first, last) == _year(first):
        return str(first.year)
    if (first, last) == _season(first):
        return _season_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    if first.year == last.year:
        return f"{first:%B} to {last:%B} {last.year}"
    return f"{first:%B} {first.year} to {last:%B} {last.year}"
