"""Lanes: a chronology at a glance, one lane an agency, with its silences."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from kith.web.parts.agency import Agency
from kith.web.pictures import shapes
from kith.web.pictures.time_axis import Period, periods

SILENCE_FROM_DAYS = 60
"""A lane with nothing for this many days or more is hatched."""

_WIDE, _LEFT, _RIGHT, _TOP, _LANE = 1216, 150, 1196, 34, 54
_TALL_WIDE, _TALL_HIGH, _TALL_LEFT, _TALL_TOP = 328, 780, 44, 34
_CROWDED = 24
"""Marks closer than this, in drawing units, are set one above the other."""
_COVERED = 12
"""Marks closer than this are drawn as one, with their number."""
_WORDS_WIDE, _WORDS_TALL = 64, 17
"""Room that the words of a period need along the axis."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One entry in a lane."""

    day: date
    words: str
    """For readers of links: ``School, 2 November``."""
    href: str = ""
    """The entry below; routine marks may have none."""
    routine: bool = False
    open: bool = False
    """Whether nothing has settled it: drawn in a ring."""


@dataclass(frozen=True, kw_only=True)
class Silence:
    """A stretch in which a lane holds nothing."""

    first: date
    last: date
    why: str = "silent"
    """``silent``, or ``line_down`` where the line was broken."""
    words: str = ""
    """``119 days, no words``; left out where there is no room."""


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One agency, or the child's own words."""

    agency: Agency
    marks: tuple[Mark, ...] = ()
    silences: tuple[Silence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Band:
    """A period shaded behind all lanes, such as a child protection plan."""

    first: date
    last: date
    words: str


@dataclass(frozen=True, kw_only=True)
class Lanes:
    """The picture."""

    first_day: date
    last_day: date
    """As known at this day; drawn as the ink line on the right."""
    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...] = ()
    as_known: str = ""
    """``as known at 17 November``"""

    @property
    def silent_ways(self) -> list[str]:
        """Which kinds of silence the key needs."""
        whys = {silence.why for lane in self.lanes for silence in lane.silences}
        return [why for why in ("silent", "line_down") if why in whys]


def silences_between(
    days: Iterable[date], *, first: date, last: date, nothing: str = ""
) -> tuple[Silence, ...]:
    """The stretches of 60 days or more without an entry, from ``first`` to ``last``; ``nothing`` ends the words."""
    edges = [first, *sorted(days), last]
    ending = f", {nothing}" if nothing else ""
    return tuple(
        Silence(first=one, last=other, words=f"{(other - one).days} days{ending}")
        for one, other in itertools.pairwise(edges)
        if (other - one).days >= SILENCE_FROM_DAYS
    )


@dataclass(frozen=True)
class _Scale:
    """Turns a day into a place along the time axis."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        return self.start + (self.end - self.start) * (day - self.first).days / whole


def _periods(lanes: Lanes) -> tuple[Period, ...]:
    return periods(lanes.first_day, lanes.last_day)


def _apart_enough(found: Sequence[Period], scale: _Scale, room: float) -> list[Period]:
    """The periods whose words have room before the next words and before the end."""
    kept: list[Period] = []
    end = scale.end
    for period in reversed(found):
        if end - scale.at(period.start) >= room:
            kept.append(period)
            end = scale.at(period.start)
    return kept


@dataclass(frozen=True)
class _Drawn:
    """One mark, or several of a lane that would cover each other: drawn as the newest of them, with their number."""

    mark: Mark
    place: float
    number: int = 1


def _story_marks(lane: Lane, scale: _Scale) -> list[_Drawn]:
    drawn: list[_Drawn] = []
    for mark in sorted((m for m in lane.marks if not m.routine), key=lambda m: m.day):
        place = scale.at(mark.day)
        if drawn and place - drawn[-1].place < _COVERED:
            drawn[-1] = _joined(drawn[-1], mark)
        else:
            drawn.append(_Drawn(mark, place))
    return drawn


def _joined(before: _Drawn, mark: Mark) -> _Drawn:
    number = before.number + 1
    last = f"{number} together, the last: {mark.words}"
    newest = replace(mark, words=last, open=mark.open or before.mark.open)
    return _Drawn(newest, before.place, number)


def _mark(group: str, mark: Mark, x: float, y: float, radius: float, number: int = 1) -> Markup:
    """A shape; in the story it is a link with a target of 24 units or more. Several together show their number."""
    if mark.routine:
        return shapes.shape(group, x, y, radius * 0.45)
    drawn = shapes.ring(x, y, radius * 1.93) if mark.open else Markup("")
    drawn += shapes.shape(group, x, y, radius)
    if number > 1:
        drawn += shapes.box(x + radius * 0.7, y - radius * 2.1, 8 + 6 * (number > 9), 13, "lab")
        drawn += shapes.text(x + radius * 0.7 + 1, y - radius * 0.6, str(number), kind="bs")
    if not mark.href:
        return drawn
    return Markup('<a href="{}" aria-label="{}">{}{}</a>').format(
        mark.href, mark.words, shapes.box(x - 13, y - 13, 26, 26, "hit"), drawn
    )


def _set_apart(places: list[float]) -> list[float]:
    """How far each mark steps off the middle so that close ones do not cover each other."""
    steps: list[float] = []
    for number, place in enumerate(places):
        crowded = number > 0 and place - places[number - 1] < _CROWDED
        if crowded and not steps[-1]:
            steps[-1] = 1.0
        steps.append(-steps[-1] if crowded else 0.0)
    return steps


def _long(words: str) -> float:
    """About how far words reach across the picture."""
    return len(words) * 6.4


def _wide_silence(silence: Silence, scale: _Scale, y: float) -> list[Markup]:
    x, end = scale.at(silence.first), scale.at(silence.last)
    clear = min(15.0, (end - x) / 4)
    x, end = x + clear, end - (clear if silence.last != scale.last else 0)
    drawn = [shapes.hatched("lw", silence.why, x, y - 13, end - x, 26)]
    label = _long(silence.words) + 14
    if silence.words and label < end - x - 12:
        drawn.append(shapes.box((x + end - label) / 2, y - 10, label, 20, "lab"))
        drawn.append(shapes.text((x + end) / 2, y + 4.5, silence.words, kind="s", anchor="middle"))
    return drawn


def _wide_lane(lane: Lane, scale: _Scale, top: float) -> list[Markup]:
    y = top + _LANE / 2
    drawn = [shapes.line(f"M0 {top:g}H{_WIDE}"), shapes.shape(lane.agency.group, 12, y, 7.5)]
    drawn.append(shapes.text(30, y + 5, lane.agency.label, kind="b"))
    drawn.append(shapes.line(f"M{_LEFT} {y:g}H{_RIGHT}", "lane"))
    for silence in lane.silences:
        drawn += _wide_silence(silence, scale, y)
    routine = sorted((m for m in lane.marks if m.routine), key=lambda m: m.day)
    story = _story_marks(lane, scale)
    drawn += [_mark(lane.agency.group, mark, scale.at(mark.day), y, 7) for mark in routine]
    steps = _set_apart([one.place for one in story])
    drawn += [
        _mark(lane.agency.group, one.mark, one.place, y + step * 11, 7, one.number)
        for one, step in zip(story, steps, strict=True)
    ]
    return drawn


def wide(lanes: Lanes) -> Markup:
    """The drawing for 48 rem and wider: time runs to the right."""
    scale = _Scale(lanes.first_day, lanes.last_day, _LEFT + 4, _RIGHT - 12)
    bottom = _TOP + _LANE * len(lanes.lanes)
    drawn, depth = [shapes.hatch_patterns("lw")], 26
    for band in lanes.bands:
        x, end = scale.at(max(band.first, lanes.first_day)), scale.at(min(band.last, lanes.last_day))
        drawn.append(shapes.box(x, _TOP, end - x, bottom - _TOP, "band"))
        room = scale.end - _long(lanes.as_known) - _long(band.words)
        if x + 8 <= room:
            drawn.append(shapes.text(x + 8, bottom + 18, band.words))
        else:  # a row lower, where "as known at" stands in its way
            depth = 44
            drawn.append(shapes.text(scale.end, bottom + 36, band.words, anchor="end"))
    found = _periods(lanes)
    for period in found:
        drawn.append(shapes.line(f"M{scale.at(period.start):.1f} 26V{bottom}"))
    for period in _apart_enough(found, scale, _WORDS_WIDE):
        drawn.append(shapes.text(scale.at(period.start) + 5, 20, period.words, kind="q"))
    for number, lane in enumerate(lanes.lanes):
        drawn += _wide_lane(lane, scale, _TOP + number * _LANE)
    drawn.append(shapes.line(f"M0 {bottom}H{_WIDE}", "ink"))
    drawn.append(shapes.line(f"M{scale.end:.1f} 26V{bottom}", "today"))
    drawn.append(shapes.text(scale.end, bottom + 18, lanes.as_known, kind="b", anchor="end"))
    return shapes.svg("lanes__wide", _WIDE, bottom + depth, _label(lanes), drawn, role="group")


def _label(lanes: Lanes) -> str:
    return f"Lanes by agency, {lanes.first_day:%B %Y} to {lanes.last_day:%B %Y}. A table below says the same."


def _tall_lane(lane: Lane, scale: _Scale, x: float) -> list[Markup]:
    drawn = [
        shapes.shape(lane.agency.group, x, 11, 8),
        shapes.line(f"M{x:g} {_TALL_TOP}V{scale.end:g}", "lane"),
    ]
    for silence in lane.silences:
        y, end = scale.at(silence.first), scale.at(silence.last)
        clear = min(10.0, (end - y) / 4)
        drawn.append(shapes.hatched("lt", silence.why, x - 11, y + clear, 22, end - y - 2 * clear))
    routine = sorted((m for m in lane.marks if m.routine), key=lambda m: m.day)
    story = _story_marks(lane, scale)
    drawn += [_mark(lane.agency.group, mark, x, scale.at(mark.day), 6.5) for mark in routine]
    steps = _set_apart([one.place for one in story])
    drawn += [
        _mark(lane.agency.group, one.mark, x + step * 8, one.place, 6.5, one.number)
        for one, step in zip(story, steps, strict=True)
    ]
    return drawn


def tall(lanes: Lanes) -> Markup:
    """The drawing for the phone: time runs down the page."""
    scale = _Scale(lanes.first_day, lanes.last_day, _TALL_TOP + 4, _TALL_HIGH - 12)
    drawn = [shapes.hatch_patterns("lt")]
    for band in lanes.bands:
        y, end = scale.at(max(band.first, lanes.first_day)), scale.at(min(band.last, lanes.last_day))
        drawn.append(shapes.box(_TALL_LEFT, y, _TALL_WIDE - _TALL_LEFT, end - y, "band"))
    found = _periods(lanes)
    for period in found:
        drawn.append(shapes.line(f"M0 {scale.at(period.start):.1f}H{_TALL_WIDE}"))
    for period in _apart_enough(found, scale, _WORDS_TALL):
        drawn.append(shapes.text(0, scale.at(period.start) + 15, period.short, kind="q"))
    apart = (_TALL_WIDE - _TALL_LEFT) / max(len(lanes.lanes), 1)
    for number, lane in enumerate(lanes.lanes):
        drawn += _tall_lane(lane, scale, _TALL_LEFT + apart * (number + 0.5))
    drawn.append(shapes.line(f"M{_TALL_LEFT} {scale.end:g}H{_TALL_WIDE}", "today"))
    return shapes.svg("lanes__tall", _TALL_WIDE, _TALL_HIGH, _label(lanes), drawn, role="group")


@dataclass(frozen=True, kw_only=True)
class LanesTable:
    """The same in figures."""

    months: tuple[str, ...]
    """The periods of the picture: months, or longer ones where there are many."""
    rows: tuple[tuple[Agency, tuple[int, ...], int], ...]
    """Agency, entries in each period, how many nothing has settled."""


def table(lanes: Lanes) -> LanesTable:
    """The table twin: entries in each period, and what is not settled."""
    found = _periods(lanes)
    starts = [period.start for period in found]
    rows = []
    for lane in lanes.lanes:
        places = [bisect_right(starts, mark.day) - 1 for mark in lane.marks]
        counts = tuple(places.count(place) for place in range(len(starts)))
        rows.append((lane.agency, counts, sum(mark.open for mark in lane.marks)))
    return LanesTable(months=tuple(period.short for period in found), rows=tuple(rows))
