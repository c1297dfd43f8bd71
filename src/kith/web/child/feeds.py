"""What the feeds tell of an agency's freshness: heard when, a broken line, nothing to report, or letters that nobody could read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.journeys.feeding.lines import Line, lines_of
from kith.kernel import dead_letters
from kith.web.child.reading import Reading

Key = tuple[str, str]
"""An agency's code and its area."""


@dataclass(frozen=True, kw_only=True)
class HeardByFeeds:
    """One agency's lines together. ``broken_since`` is when the line that is broken was last heard; None where none is."""

    heard_at: datetime
    said_nothing: bool
    """Whether the latest message said that there was nothing to report."""
    broken_since: datetime | None
    unread: str
    """``2 messages could not be read``; empty where all could."""


def heard_by_feeds(reading: Reading) -> dict[Key, HeardByFeeds]:
    """Each agency with a line that was ever heard. Of schools and practices only the child's own count."""
    area = reading.child.area
    teams = frozenset(one.whom.team for one in reading.involved if one.whom.team)
    by_agency: dict[str, list[Line]] = {}
    for line in lines_of(area=area, as_at=reading.as_at):
        if line.heard_at is not None and (line.team is None or line.team in teams):
            by_agency.setdefault(line.feed.agency, []).append(line)
    if not by_agency:
        return {}
    letters = {} if reading.is_past else dead_letters.waiting_by_body(area=area)
    return {(code, area): _together(code, lines, teams, letters) for code, lines in by_agency.items()}


def _together(
    code: str, lines: list[Line], teams: frozenset[UUID], letters: dict[tuple[str, UUID | None], int]
) -> HeardByFeeds:
    heard = [(line.heard_at, line.said_nothing) for line in lines if line.heard_at is not None]
    latest, said_nothing = max(heard)
    broken = [line.heard_at for line in lines if line.is_broken and line.heard_at is not None]
    number = sum(
        count
        for (agency, team), count in letters.items()
        if agency == code and (team is None or team in teams)
    )
    unread = f"{number} message{'' if number == 1 else 's'} could not be read" if number else ""
    return HeardByFeeds(
        heard_at=latest, said_nothing=said_nothing, broken_since=min(broken, default=None), unread=unread
    )
