"""How the lines of an area's feeds stand: when each was last heard, when it is expected, and whether it is broken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from kith.agencies import queries as agencies
from kith.grammar.durations import Duration
from kith.journeys.feeding.found import switched_on
from kith.journeys.feeding.senders import BODIES_APART
from kith.journeys.feeding.types import Feed
from kith.kernel import messages
from kith.kernel.clock import LONDON
from kith.kernel.messages import Heard
from kith.reference.working_days import add_working_days


@dataclass(frozen=True, kw_only=True)
class Line:
    """One feed from one sender. ``heard_at`` is None where nothing ever came, ``due_at`` where nobody waits.

    ``is_broken``: something was due by ``due_at``, if only that there is nothing to report, and did not come.
    """

    feed: Feed
    team: UUID | None
    team_name: str
    heard_at: datetime | None
    said_nothing: bool
    due_at: datetime | None
    is_broken: bool


def lines_of(*, area: str, as_at: datetime, lately: bool = False) -> tuple[Line, ...]:
    """Every line of the feeds that an area has switched on, in the order of its file.

    Where teams of an agency are bodies apart there is a line for each that was ever heard, or one for all.
    ``lately`` looks back a quarter of a year and no further.
    """
    feeds = switched_on(area=area)
    heard = messages.last_heard(area=area, feeds=[one.code for one in feeds], as_at=as_at, lately=lately)
    names = {one.id: one.name for one in agencies.teams(ids={team for _, _, team in heard if team}).values()}
    return tuple(line for feed in feeds for line in _of_feed(feed, heard, names, as_at))


def due_after(heard_at: datetime, every: Duration) -> datetime:
    """By when a line must be heard again: so many hours or days later, or by the end of so many working days."""
    if every.unit == "working_days":
        day = add_working_days(heard_at.astimezone(LONDON).date(), every.number)
        return datetime.combine(day + timedelta(days=1), time(), tzinfo=LONDON)
    return heard_at.astimezone(UTC) + every.exact


def _of_feed(
    feed: Feed, heard: Mapping[messages.Line, Heard], names: Mapping[UUID, str], as_at: datetime
) -> list[Line]:
    own = {
        team: one
        for (code, agency, team), one in heard.items()
        if code == feed.code and agency == feed.agency
    }
    if not own or feed.agency not in BODIES_APART:
        latest = max(own.values(), key=lambda one: one.at, default=None)
        return [_line(feed, None, "", latest, as_at)]
    return [
        _line(feed, team, names.get(team, "") if team else "", one, as_at)
        for team, one in sorted(own.items(), key=str)
    ]


def _line(feed: Feed, team: UUID | None, name: str, heard: Heard | None, as_at: datetime) -> Line:
    due_at = due_after(heard.at, feed.every) if heard and feed.every else None
    return Line(
        feed=feed,
        team=team,
        team_name=name,
        heard_at=heard.at if heard else None,
        said_nothing=bool(heard and heard.said_nothing),
        due_at=due_at,
        is_broken=due_at is not None and due_at < as_at,
    )
