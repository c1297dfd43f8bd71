"""How old somebody is at a moment, in words and as an interval that admits what is not known."""

from datetime import date, datetime

from kith.kernel.clock import LONDON
from kith.people.types import AgeInterval, Birth

ADULT_MONTHS = 18 * 12


def day_of(at: datetime) -> date:
    """The day in England on which a moment falls. A moment without a time zone is refused."""
    if at.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return at.astimezone(LONDON).date()


def months_between(born: date, day: date) -> int:
    """Completed months: one is complete when its day of the month has come, so 29 February is older on 1 March."""
    return (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)


def age_interval(*, born: Birth, as_at: datetime) -> AgeInterval | None:
    """The youngest and oldest they can be, in completed months; ``None`` where unborn, or nothing is known."""
    day = day_of(as_at)
    if born.born_from is None or born.born_to is None or born.born_from > day:
        return None
    return AgeInterval(
        youngest_months=max(0, months_between(born.born_to, day)),
        oldest_months=months_between(born.born_from, day),
    )


def is_child(*, kind: str, born: Birth, as_at: datetime) -> bool:
    """Whether they are, or may still be, under 18 at that moment; by kind where no birth is known."""
    age = age_interval(born=born, as_at=as_at)
    return kind != "adult" if age is None else age.youngest_months < ADULT_MONTHS


def age_words(*, born: Birth, as_at: datetime) -> str:
    """ "7 years 6 months", "5 weeks", "about 6", "unborn, due 24 January 2027", or "age not known"."""
    age = age_interval(born=born, as_at=as_at)
    if age is None:
        return _not_yet_born(born, day_of(as_at))
    if born.born_from != born.born_to:
        return _about(age)
    return _exactly((day_of(as_at) - born.born_from).days, age.oldest_months)  # type: ignore[operator]


def _not_yet_born(born: Birth, day: date) -> str:
    if born.ended_on is not None and born.ended_on <= day:
        return f"pregnancy ended by {born.ended_on.day} {born.ended_on:%B %Y}"
    if born.expected_on is None:
        return "age not known" if born.born_from is None else "not yet born"
    due = "due" if born.expected_on >= day else "was due"
    return f"unborn, {due} {born.expected_on.day} {born.expected_on:%B %Y}"


def _exactly(days: int, months: int) -> str:
    """Days for the first week, weeks to twelve weeks, months to two years, then years and months."""
    if days == 0:
        return "born today"
    if days < 7:
        return _counted(days, "day")
    if days < 84:
        return _counted(days // 7, "week")
    if months < 24:
        return _counted(months, "month")
    years, rest = divmod(months, 12)
    if years >= 18 or rest == 0:
        return _counted(years, "year")
    return f"{_counted(years, 'year')} {_counted(rest, 'month')}"


def _about(age: AgeInterval) -> str:
    in_months = age.oldest_months < 24
    low = age.youngest_months if in_months else age.youngest_years
    high = age.oldest_months if in_months else age.oldest_years
    unit = " months" if in_months else ""
    if low == high:
        return f"about {_counted(low, 'month') if in_months else low}"
    joined = f"{low} or {high}" if high - low == 1 else f"between {low} and {high}"
    return joined + unit


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
