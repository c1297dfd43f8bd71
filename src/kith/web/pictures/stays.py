"""Who lived in one home, and when: a bar for each person along the time."""

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from kith.web.dates import long_day
from kith.web.pictures import shapes
from kith.web.pictures.time_axis import periods

Days = tuple[date | None, date | None]
"""Since when and until when; None is not known, or still."""
LONGEST_DAYS, SHORTEST_DAYS, BEFORE_DAYS = 6 * 365, 180, 30
_WIDE, _LEFT, _ROW, _TOP = 1000, 190, 32, 26
_TALL, _TALL_ROW = 328, 46
_BAR, _NARROWEST = 14, 5
_UNKNOWN_PART = 0.3
"""How much of a bar without a beginning is hatched."""
_WORDS = 58
"""Room that the words of a period need."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One person's periods."""

    name: str
    periods: tuple[Days, ...]
    is_child: bool = False
    """The child whose page it is stands first, outlined."""


@dataclass(frozen=True, kw_only=True)
class Stays:
    """The picture. The table beside it says the same, and who told it."""

    of: str
    last_day: date
    bars: tuple[Bar, ...]

    @property
    def first_day(self) -> date:
        """The earliest beginning that is known, with a little room before it, and at most six years back."""
        known = [day for bar in self.bars for period in bar.periods for day in period if day]
        first = min(known, default=self.last_day) - timedelta(days=BEFORE_DAYS)
        oldest, newest = (self.last_day - timedelta(days=days) for days in (LONGEST_DAYS, SHORTEST_DAYS))
        return min(max(first, oldest), newest)

    @property
    def some_unknown(self) -> bool:
        """Whether the key must explain the hatching."""
        return any(since is None for bar in self.bars for since, _ in bar.periods)


def wide(stays: Stays, name: str) -> Markup:
    """The drawing for 48 rem and wider: names left, bars right."""
    return _drawn(stays, name, kind="stays__wide", left=_LEFT, right=_WIDE, row=_ROW)


def tall(stays: Stays, name: str) -> Markup:
    """The drawing for the phone: each name above its bar."""
    return _drawn(stays, f"{name}-tall", kind="stays__tall", left=0, right=_TALL, row=_TALL_ROW)


def _drawn(stays: Stays, name: str, *, kind: str, left: int, right: int, row: int) -> Markup:
    bottom = _TOP + row * len(stays.bars)
    drawn = [shapes.hatch_patterns(name), *_axis(stays, left, right, bottom)]
    for number, bar in enumerate(stays.bars):
        drawn += _bar(stays, bar, name, left=left, right=right, top=_TOP + number * row, row=row)
    label = (
        f"Who lived in this home with {stays.of}, from {long_day(stays.first_day)} to "
        f"{long_day(stays.last_day)}. The table above says the same."
    )
    return shapes.svg(kind, right + 2, bottom + 2, label, drawn)


def _x(day: date, stays: Stays, left: int, right: int) -> float:
    whole = (stays.last_day - stays.first_day).days
    part = (min(max(day, stays.first_day), stays.last_day) - stays.first_day).days
    return left + (right - left) * part / whole


def _axis(stays: Stays, left: int, right: int, bottom: int) -> list[Markup]:
    """A rule at each period; its words where there is room before the next."""
    found, free = [], float(left)
    for period in periods(stays.first_day, stays.last_day):
        x = _x(period.start, stays, left, right)
        found.append(shapes.line(f"M{x:.1f} {_TOP - 6}V{bottom}"))
        if x >= free and x + _WORDS <= right:
            found.append(shapes.text(x + 2, 14, period.short, kind="qs"))
            free = x + _WORDS
    return [*found, shapes.line(f"M{right} {_TOP - 10}V{bottom}", "today")]


def _bar(stays: Stays, bar: Bar, name: str, *, left: int, right: int, top: int, row: int) -> list[Markup]:
    middle = top + row - _BAR - 4 if left == 0 else top + (row - _BAR) / 2
    drawn = [
        shapes.text(
            0, top + 15 if left == 0 else middle + 12, bar.name[:26], kind="b" if bar.is_child else ""
        )
    ]
    for since, until in bar.periods:
        start = _x(since or stays.first_day, stays, left, right)
        wide = max(_x(until or stays.last_day, stays, left, right) - start, _NARROWEST)
        hatched = wide * _UNKNOWN_PART if since is None else 0
        if hatched:
            drawn.append(shapes.hatched(name, "silent", start, middle, hatched, _BAR))
        drawn.append(
            shapes.box(
                start + hatched, middle, wide - hatched, _BAR, "stay-child" if bar.is_child else "stay"
            )
        )
    return drawn
