"""Eyes on a child: who outside the home saw them, day by day."""

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from kith.web.dates import days_in_words, long_day, short_day
from kith.web.parts.agency import Agency
from kith.web.pictures import shapes

_CELL, _LEFT, _TOP, _ROW = 26, 104, 38, 34
_SQUARE, _STEP, _HEAD = 44, 46, 21


@dataclass(frozen=True, kw_only=True)
class DaySeen:
    """One day on which an agency saw the child."""

    day: date
    alone: bool = False
    """Without a carer in the room."""


@dataclass(frozen=True, kw_only=True)
class NotTold:
    """Days on which we do not know, first and last included."""

    first: date
    last: date
    why: str = "silent"
    """``silent``: they have sent nothing. ``line_down``: the line between us is broken."""


@dataclass(frozen=True, kw_only=True)
class EyesRow:
    """One agency's eyes."""

    agency: Agency
    seen: tuple[DaySeen, ...] = ()
    told_absent: tuple[date, ...] = ()
    """Days on which the agency says that the child was not with them."""
    not_told: tuple[NotTold, ...] = ()
    words: str = ""
    """Written along the row: ``Not seen. 14 November: no answer at the door.``"""


@dataclass(frozen=True, kw_only=True)
class Break:
    """Days when nobody would expect to see the child, such as half term."""

    first: date
    last: date
    words: str


@dataclass(frozen=True, kw_only=True)
class Eyes:
    """The picture: whole weeks are not needed, the last day is today."""

    of: str
    """``Tam``"""
    last_day: date
    rows: tuple[EyesRow, ...]
    breaks: tuple[Break, ...] = ()
    days: int = 28
    last_words: str = "today"
    """What stands under the last day, where an earlier moment is shown: ``24 Apr``."""

    @property
    def first_day(self) -> date:
        """The oldest day drawn."""
        return self.last_day - timedelta(days=self.days - 1)

    @property
    def all_days(self) -> list[date]:
        """Every day drawn, oldest first."""
        return [self.first_day + timedelta(days=number) for number in range(self.days)]

    @property
    def signs(self) -> list[str]:
        """Which lines the key needs."""
        rows = self.rows
        used = ["alone", "seen"]
        used += ["absent"] * any(row.told_absent for row in rows)
        whys = {span.why for row in rows for span in row.not_told}
        return used + [why for why in ("silent", "line_down") if why in whys]


def _among(first: date, last: date, eyes: Eyes) -> list[date]:
    return [day for day in eyes.all_days if first <= day <= last]


def _x(day: date, eyes: Eyes) -> float:
    """The left edge of a day's column."""
    return _LEFT + (day - eyes.first_day).days * _CELL


def _column_heads(eyes: Eyes) -> list[Markup]:
    bottom = _TOP + _ROW * len(eyes.rows)
    drawn: list[Markup] = []
    for day in eyes.all_days:
        x = _x(day, eyes)
        drawn.append(shapes.text(x + _CELL / 2, 28, f"{day:%a}"[0], kind="qs", anchor="middle"))
        if day == eyes.first_day or day.weekday() == 0:
            drawn.append(shapes.text(x + 1, 12, short_day(day), kind="qs"))
        if day.weekday() == 0 and day != eyes.first_day:
            drawn.append(shapes.line(f"M{x} 4V{bottom}"))
    return drawn


def _row(eyes: Eyes, row: EyesRow, y: float) -> list[Markup]:
    middle = y + _ROW / 2
    drawn = [shapes.line(f"M0 {y:g}H{_x(eyes.last_day, eyes) + _CELL + 4:g}")]
    drawn.append(shapes.shape(row.agency.group, 8, middle, 5.6))
    drawn.append(shapes.text(22, middle + 4.5, row.agency.label, kind="b"))
    for span in row.not_told:
        days = _among(span.first, span.last, eyes)
        x = _x(days[0], eyes) + 1
        drawn.append(shapes.hatched("ew", span.why, x, y + 1, len(days) * _CELL - 2, _ROW - 2))
    drawn += [shapes.absent(_x(day, eyes) + _CELL / 2, middle) for day in row.told_absent]
    for seen in row.seen:
        x = _x(seen.day, eyes) + _CELL / 2
        drawn.append(shapes.shape(row.agency.group, x, middle, 7, hollow=not seen.alone))
    if row.words:
        drawn.append(shapes.text(_LEFT + 6, middle + 4.5, row.words, kind="q"))
    return drawn


def wide(eyes: Eyes) -> Markup:
    """The drawing for 48 rem and wider: a row an agency, a column a day."""
    right, bottom = _LEFT + eyes.days * _CELL + 4, _TOP + _ROW * len(eyes.rows)
    drawn = [shapes.hatch_patterns("ew")]
    for gap in eyes.breaks:
        days = _among(gap.first, gap.last, eyes)
        x, width = _x(days[0], eyes), len(days) * _CELL
        drawn.append(shapes.box(x, _TOP, width, bottom - _TOP, "band"))
        drawn.append(shapes.text(x + width / 2, bottom + 15, gap.words, kind="qs", anchor="middle"))
    drawn += _column_heads(eyes)
    for number, row in enumerate(eyes.rows):
        drawn += _row(eyes, row, _TOP + number * _ROW)
    drawn.append(shapes.line(f"M0 {bottom}H{right}", "ink"))
    drawn.append(shapes.text(right - 2, bottom + 15, eyes.last_words, kind="bs", anchor="end"))
    label = f"Who outside the home saw {eyes.of} on each of the last {eyes.days} days. The table below says the same."
    return shapes.svg("eyes__wide", right, bottom + 20, label, drawn)


def _day_square(eyes: Eyes, day: date, x: float, y: float) -> list[Markup]:
    resting = any(gap.first <= day <= gap.last for gap in eyes.breaks)
    drawn = [shapes.box(x, y, _SQUARE, _SQUARE, "band" if resting else "cell")]
    silent = [s for row in eyes.rows for s in row.not_told if s.first <= day <= s.last]
    if silent:
        drawn.append(shapes.hatched("et", silent[0].why, x, y, _SQUARE, _SQUARE))
        drawn.append(shapes.box(x + 1, y + 1, 18, 15, "lab"))
    if day == eyes.last_day:
        drawn.append(shapes.box(x, y, _SQUARE, _SQUARE, "todaybox"))
    drawn.append(shapes.text(x + 4, y + 13, str(day.day), kind="bs" if day == eyes.last_day else "qs"))
    return drawn + _day_marks(eyes, day, x + _SQUARE / 2, y + 29)


def _day_marks(eyes: Eyes, day: date, x: float, y: float) -> list[Markup]:
    """The shapes of everyone who saw the child that day, side by side, smaller when there are more than two."""
    seen = [(row.agency.group, s.alone) for row in eyes.rows for s in row.seen if s.day == day]
    if not seen and any(day in row.told_absent for row in eyes.rows):
        return [shapes.absent(x, y)]
    radius, apart = (6, 17) if len(seen) < 3 else (4, 12)
    left = x - apart * (len(seen) - 1) / 2
    return [
        shapes.shape(group, left + apart * number, y, radius, hollow=not alone)
        for number, (group, alone) in enumerate(seen)
    ]


def tall(eyes: Eyes) -> Markup:
    """The drawing for the phone: a calendar, Monday first."""
    before = eyes.first_day.weekday()
    weeks = -(-(before + eyes.days) // 7)
    drawn = [shapes.hatch_patterns("et")]
    for number, letter in enumerate("MTWTFSS"):
        drawn.append(shapes.text(number * _STEP + 23, 13, letter, kind="q", anchor="middle"))
    for number, day in enumerate(eyes.all_days, start=before):
        drawn += _day_square(eyes, day, number % 7 * _STEP + 1, number // 7 * _STEP + _HEAD)
    label = f"Calendar of the last {eyes.days} days: who outside the home saw {eyes.of}. The table below says the same."
    return shapes.svg("eyes__tall", 7 * _STEP, weeks * _STEP + _HEAD + 1, label, drawn)


@dataclass(frozen=True, kw_only=True)
class EyesTable:
    """The same in words."""

    caption: str
    rows: tuple[tuple[Agency, str, str, str, str], ...]
    """Agency, days seen, days without a carer, days told absent, days not known."""


def table(eyes: Eyes) -> EyesTable:
    """The table twin: every day that the drawing shows, in words."""
    rows = []
    for row in eyes.rows:
        unknown = [day for span in row.not_told for day in _among(span.first, span.last, eyes)]
        seen = days_in_words(s.day for s in row.seen)
        alone = days_in_words(s.day for s in row.seen if s.alone)
        rows.append(
            (row.agency, row.words or seen, alone, days_in_words(row.told_absent), days_in_words(unknown))
        )
    first, last = long_day(eyes.first_day), long_day(eyes.last_day)
    return EyesTable(caption=f"Who outside the home saw {eyes.of}, {first} to {last}", rows=tuple(rows))
