"""What agencies said, as concerns with the practitioner who brings each and the moment at which it arrives."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time

from django.db import connection

from kith.journeys.receive_many import Arrival, receive_many
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.simulation.area_types import Day, SimulatedEntry
from kith.simulation.chance import chance_for
from kith.simulation.loading.cast import SOCIAL_CARE
from kith.simulation.loading.loading import Loading, moment

AFTERNOON, AFTERNOON_MINUTES = 12, 300
"""What is told on a day arrives between 12:05 and about 17:00: a date without a time stands at 12:00."""


def receive_days(days: Iterable[Day], loading: Loading) -> list[Arrival]:
    """Take in all that was said on some days, in one batch; answers what arrived, in order of time."""
    arrivals = sorted(
        (arrival for day, entries in days for arrival in arrivals_of(day, entries, loading)),
        key=lambda arrival: arrival.at,
    )
    with _without_loops():
        receive_many(arrivals=arrivals, load=loading.memory)
    return arrivals


@contextmanager
def _without_loops() -> Iterator[None]:
    """Nobody has counted the rows of new tables yet, and a planner that guesses goes through them in loops."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off; SET LOCAL jit = off")
        yield
        cursor.execute("SET LOCAL enable_nestloop TO DEFAULT; SET LOCAL jit TO DEFAULT")


def arrivals_of(day: date, entries: Sequence[SimulatedEntry], loading: Loading) -> list[Arrival]:
    """One concern for each entry; a family's concerns of one day come one after another within minutes."""
    so_far: dict[str, int] = {}
    arrivals = []
    for entry in entries:
        place = so_far[entry.family] = so_far.get(entry.family, -1) + 1
        start = chance_for(loading.area.seed, "hour", entry.family, day).randint(5, AFTERNOON_MINUTES)
        at = moment(day, hour=AFTERNOON, minutes=start + place)
        arrivals.append(Arrival(concern=_concern(entry, loading), by=_who_brings(entry, loading), at=at))
    return arrivals


def _concern(entry: SimulatedEntry, loading: Loading) -> Concern:
    return Concern(
        said_by=entry.said_by,
        said_by_area=loading.area.area,
        people=tuple(_person(key, entry, loading) for key in entry.about),
        entries=(_said(entry, loading),),
        actor_role=entry.actor_role,
    )


def _person(key: str, entry: SimulatedEntry, loading: Loading) -> PersonSaid:
    """Described before: the load remembers whose the agency's key is."""
    return PersonSaid(key=key, description=loading.described[entry.said_by, key])


def _said(entry: SimulatedEntry, loading: Loading) -> EntrySaid:
    area = loading.area.area
    return EntrySaid(
        key=entry.key,
        kind=entry.kind,
        happened_from=_midday(entry.happened_from),
        happened_to=_midday(entry.happened_to),
        about=entry.about,
        precision=entry.precision,
        details={name: loading.person_if_one(value) for name, value in entry.details.items()},
        text=entry.text,
        childs_words=entry.childs_words,
        voice=entry.voice,
        claim=entry.claim,
        told=tuple((agency, area) for agency in entry.known_to if agency != entry.said_by),
        references=tuple((relation, to) for to, relation in entry.references),
        sender_key=entry.key,
    )


def _midday(day: date) -> datetime:
    return datetime.combine(day, time(12), LONDON)


def _who_brings(entry: SimulatedEntry, loading: Loading) -> Actor:
    family, cast = loading.families[entry.family], loading.cast
    if entry.said_by == SOCIAL_CARE and entry.actor_role in ("social_worker", "team_manager"):
        worker = cast.worker_of(family)
        return worker if entry.actor_role == "social_worker" else cast.manager_of(worker)
    school = next((family.schools[key] for key in entry.about if key in family.schools), "")
    is_school = entry.said_by in ("school", "early_years")
    team = cast.school_team(family, school) if is_school else ""
    return cast.speaker(agency=entry.said_by, role=entry.actor_role, family=entry.family, team=team)
