"""How recent each agency's data is, of every agency that could hold something about this child."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.agencies.types import Agency as AgencyHeld
from kith.chronology import queries as chronology
from kith.people import queries as people
from kith.reference.working_days import add_working_days
from kith.web.child.feeds import HeardByFeeds, heard_by_feeds
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_of, day_of
from kith.web.dates import Moment, lately, short_day
from kith.web.parts import fresh as parts

Key = tuple[str, str]
"""An agency's code and its area."""
SILENT_AFTER_WORKING_DAYS = 2
"""An agency that sent nothing at all for so long has gone quiet. [P]: for a partnership to set."""
OF_EVERY_CHILD = (SOCIAL_CARE, "police", "gp")
BY_AGE_IN_MONTHS = (
    ("health_visiting", 0, 5 * 12),
    ("early_years", 9, 5 * 12),
    ("school", 4 * 12, 18 * 12),
)
"""Who sees children of an age as a matter of course: from, to."""
NOT_SENDERS = ("reviewing_service", "legal")
"""Involved, and yet nobody waits for what they send."""


def freshness_of(reading: Reading) -> tuple[parts.Freshness, ...]:
    """One line an agency, the ones that we cannot hear first, each with the number to ring."""
    area = reading.child.area
    about = {
        (one.agency, one.agency_area): one.received_at
        for one in chronology.freshness(child=reading.child.id, as_at=reading.as_at)
    }
    at_all = {
        (one.agency, one.agency_area): one.received_at
        for one in chronology.freshness(area=area, as_at=reading.as_at)
    }
    held = {one.code: one for one in agencies.agencies_in(area=area)}
    numbers = _numbers(held, reading)
    expected = _expected(reading, held)
    feeds = heard_by_feeds(reading)
    lines = [
        _expected_line(key, about.get(key), at_all.get(key), feeds.get(key), numbers, reading)
        for key in expected
    ]
    lines += [_once_heard(key, at, reading) for key, at in sorted(about.items()) if key not in expected]
    return parts.loudest_first(tuple(lines))


def silent_since(fresh: parts.Freshness) -> bool:
    """Whether this agency's silence means that nobody has told us."""
    return fresh.state in (parts.SILENT, parts.NEVER, parts.LINE_DOWN)


def _expected(reading: Reading, held: Mapping[str, AgencyHeld]) -> list[Key]:
    """Those who see every child of this age, and whoever is involved: where the area has no such agency, nobody can send."""
    age = people.age_interval(born=reading.child.birth, as_at=reading.as_at)
    codes = [*OF_EVERY_CHILD]
    if reading.child.kind == "unborn":
        codes.append("midwifery")
    if age:
        codes += [
            code
            for code, low, high in BY_AGE_IN_MONTHS
            if low <= age.oldest_months and age.youngest_months < high
        ]
    involved = [one.agency for one in reading.involved if one.agency not in NOT_SENDERS]
    return [
        (code, reading.child.area)
        for code in dict.fromkeys([*codes, *involved])
        if code in held or code in codes
    ]


def _numbers(held: Mapping[str, AgencyHeld], reading: Reading) -> dict[Key, str]:
    """The number of each agency: of the child's own school or team where one is involved, else the agency's."""
    area = reading.child.area
    numbers = {(code, area): one.phone or one.out_of_hours_phone for code, one in held.items()}
    own = {(one.agency, area): one.phone for one in reading.involved if one.whom.team and one.phone}
    return numbers | own


def _once_heard(key: Key, about: datetime, reading: Reading) -> parts.Freshness:
    """An agency that told of this child and is not waited for: how far back it goes, and no more."""
    return parts.Freshness(
        agency=agency_of(*key, reading), state=parts.RECEIVED, when=_lately(about, reading)
    )


def _lately(at: datetime, reading: Reading) -> Moment:
    """How long before the moment that is read; on an earlier moment's page "today" would be another day."""
    said = lately(at, now=reading.as_at)
    return replace(said, words=said.words.replace(" today", " that day")) if reading.is_past else said


def _expected_line(
    key: Key,
    about: datetime | None,
    at_all: datetime | None,
    feeds: HeardByFeeds | None,
    numbers: Mapping[Key, str],
    reading: Reading,
) -> parts.Freshness:
    """A broken line before anything else; heard lately, if only that there is nothing to report; gone quiet; or nothing ever."""
    latest = max((at for at in (about, at_all, feeds and feeds.heard_at) if at), default=None)
    if feeds and feeds.broken_since:
        state, when = parts.LINE_DOWN, feeds.broken_since
    elif latest is None:
        state, when = parts.NEVER, reading.as_at
    elif feeds and feeds.said_nothing and feeds.heard_at == latest:
        state, when = parts.NOTHING_TO_REPORT, latest
    else:
        state, when = parts.SILENT if _is_quiet(latest, reading) else parts.RECEIVED, latest
    unread = feeds.unread if feeds else ""
    return parts.Freshness(
        agency=agency_of(*key, reading),
        state=state,
        when=_lately(when, reading),
        ring=numbers.get(key) or reading.desk,
        about="; ".join(words for words in (_about(about, latest, reading), unread) if words),
    )


def _is_quiet(latest: datetime, reading: Reading) -> bool:
    return add_working_days(day_of(latest), SILENT_AFTER_WORKING_DAYS) <= reading.today


def _about(about: datetime | None, latest: datetime | None, reading: Reading) -> str:
    """When it last said anything about this child, where that was not just now."""
    if about is None:
        return f"nothing about {reading.name} yet"
    if latest and day_of(about) == day_of(latest):
        return ""
    day = day_of(about)
    year = "" if day.year == reading.today.year else f" {day.year}"
    return f"last about {reading.name} {short_day(day)}{year}"
