"""The demonstration's data: an area with its people, three years of history, and what waits this morning."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from kith.agencies.areas import load_area
from kith.chronology.sealing import CHAIN
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.receive_many import Arrival, Load
from kith.kernel import chain
from kith.kernel.clock import LONDON
from kith.kernel.rows import count_rows
from kith.simulation.area import CHILDREN, SEED, YEARS, make_area
from kith.simulation.calendar import years_before
from kith.simulation.loading.births import register_births
from kith.simulation.loading.cast import Cast
from kith.simulation.loading.confidential import with_one_confidential_home
from kith.simulation.loading.first_sight import Sighting, meet_people, sightings
from kith.simulation.loading.front_door import wait_at_the_front_door
from kith.simulation.loading.history import History
from kith.simulation.loading.homes import settle_families, settle_people, told_of_homes
from kith.simulation.loading.loading import Loading, moment
from kith.simulation.loading.looking import look_in
from kith.simulation.loading.matching import look_at_matches
from kith.simulation.loading.progress import Progress, bar
from kith.simulation.loading.seeing import let_recorders_follow, let_see
from kith.simulation.loading.working import allocate_work

AREA_FILE = Path(__file__).resolve().parents[3] / "areas" / "tolland-bay.yaml"
MET, HISTORY = (0.08, 0.45), (0.5, 0.97)
"""Shares of the whole at which the two long parts begin and end."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What a load brought in; ``already`` says that there was something before, and nothing was touched."""

    already: bool = False
    area: str = ""
    families: int = 0
    children: int = 0
    entries: int = 0


def load(*, at: datetime, children: int = CHILDREN, seed: int = SEED, progress: Progress = bar) -> Loaded:
    """Fill an empty ledger with the area file's people and a made-up area that ends the day before ``at``.

    All or nothing. Where the ledger has an entry already, nothing changes: a demonstration that is started again shows
    what it showed before. ``progress`` is told how far it has come.
    """
    if chain.tail(chain=CHAIN, at=at) is not None:
        return Loaded(already=True)
    with transaction.atomic(), _nothing_collected():
        progress("people of the area", 0.0)
        loading = _made(at=at, children=children, seed=seed)
        progress("families", MET[0])
        _meet_everybody(loading, progress)
        count_rows()
        work = allocate_work(loading)
        let_see(work, loading)
        arrivals = _live(loading, at, progress)
        let_recorders_follow(arrivals, loading)
        wait_at_the_front_door(arrivals, loading, at=at)
        look_in(loading)
        progress("committing", 0.98)
    progress("done", 1.0)
    area = loading.area
    return Loaded(area=area.area, families=len(area.families), children=children, entries=area.entries)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """A load keeps nearly all that it makes: looking for what it dropped costs an eighth of its time and finds little."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _made(*, at: datetime, children: int, seed: int) -> Loading:
    code = load_area(AREA_FILE, at=at)
    today = at.astimezone(LONDON).date()
    area = with_one_confidential_home(make_area(seed, children, today, area=code))
    return Loading(
        area=area,
        begins=years_before(today, YEARS),
        cast=Cast.of(area=code, at=at, seed=seed),
        by=kith_itself(area=code),
        memory=Load(let_recorders_follow=False),
    )


def _meet_everybody(loading: Loading, progress: Progress) -> None:
    """Day by day: who is described for the first time, who is born, who moves and who comes to live with whom."""
    seen = sightings(loading)
    told = dict(loading.area.days)
    days = sorted(seen.keys() | told.keys())
    for place, day in enumerate(days):
        _meet(seen.get(day, []), loading, day)
        for entry in told.get(day, ()):
            told_of_homes(entry, loading, day=day)
        progress("people met", _between(MET, place / len(days)))


def _meet(seen: list[Sighting], loading: Loading, day: date) -> None:
    if not seen:
        return
    meet_people(seen, loading, day=day)
    look_at_matches(seen, loading, day=day)
    if not loading.households:
        settle_families(loading, day=day)
        return
    register_births(seen, loading, day=day)
    settle_people([one.person for one in seen], loading, day=day)


def _live(loading: Loading, at: datetime, progress: Progress) -> list[Arrival]:
    """Period by period: what was said, what is asked, and who answers. Answers what arrived."""
    history = History(loading)
    arrivals: list[Arrival] = []
    for until, days in history.periods():
        arrivals += history.live_through(days, until=moment(until))
        share = (until - loading.begins).days / (loading.area.ending_on - loading.begins).days
        progress(f"history up to {until:%B %Y}", _between(HISTORY, share))
    history.end(at=at)
    return arrivals


def _between(part: tuple[float, float], share: float) -> float:
    return part[0] + (part[1] - part[0]) * min(share, 1.0)
