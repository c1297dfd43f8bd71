"""Who may see which child, and why: schools and practices their own, and people those whom they work with."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.journeys.receive_many import Arrival
from kith.kernel.types import Actor
from kith.simulation.area_types import SimulatedFamily, SimulatedPerson
from kith.simulation.calendar import days, years_before
from kith.simulation.loading.loading import Loading, moment
from kith.simulation.loading.working import Work

Seeing = tuple[datetime, UUID, Whom, str]
FROM_HOUR = 11
PRACTICES = ("tolland-surgery", "quay-practice")
SCHOOL_FROM, NURSERY_FROM, HEALTH_VISITED_UNTIL = 4, 2, 5
MIDWIFE_UNTIL, RECENT = days(28), days(30)
CASELOAD = "health_caseload"


def let_see(work: list[Work], loading: Loading) -> None:
    """Write the involvements that come with a place on a roll or a caseload, or with a child's plan."""
    found = [*_on_rolls_and_caseloads(loading), *_of_chairs(work, loading), *_of_police(work, loading)]
    _involve(found, loading.by)


def _on_rolls_and_caseloads(loading: Loading) -> Iterator[Seeing]:
    for family in loading.area.families:
        for child in family.children:
            if child.key in loading.persons:
                known = loading.persons[child.key]
                for since, whom, basis in (
                    *_school(family, child, loading),
                    *_health(family, child, loading),
                ):
                    day = max(since, loading.met_on[child.key])
                    yield moment(day, hour=FROM_HOUR), known, whom, basis


def _of_chairs(work: list[Work], loading: Loading) -> Iterator[Seeing]:
    for one in work:
        if one.on_a_plan and not one.until:
            chair = loading.cast.holder("conference_chair", family=one.family)
            for key in one.children:
                at = moment(one.since, hour=FROM_HOUR)
                yield at, loading.persons[key], Whom(practitioner=chair.id), "chairs_or_reviews"


def _of_police(work: list[Work], loading: Loading) -> Iterator[Seeing]:
    """Of a child on a plan, those of the police who are asked to its conferences: a supervisor, and the officer who knows them."""
    for one in work:
        if one.on_a_plan and not one.until:
            cast = loading.cast
            officer = cast.speaker(agency="police", role="officer", family=one.family)
            for who in {officer.id, cast.holder("police_supervisor", family=one.family).id}:
                for key in one.children:
                    at = moment(one.since, hour=FROM_HOUR)
                    yield at, loading.persons[key], Whom(practitioner=who), "invited_to_decision"


def let_recorders_follow(arrivals: Iterable[Arrival], loading: Loading) -> None:
    """Whoever told of a child in the last month may learn what was decided, as it would have been one by one."""
    since = moment(loading.area.ending_on - RECENT)
    found = [
        (arrival.at, loading.persons[said.key], Whom(practitioner=arrival.by.id), "recorded_a_concern")
        for arrival in arrivals
        if arrival.at >= since and arrival.by in loading.cast.by_code.values()
        for said in arrival.concern.people
        if loading.people[said.key].kind != "adult"
    ]
    _involve(found, loading.by)


Since = tuple[date, Whom, str]


def _school(family: SimulatedFamily, child: SimulatedPerson, loading: Loading) -> Iterator[Since]:
    """The school as a team; its safeguarding lead in person where somebody has worried about the child."""
    code = family.schools.get(child.key, "")
    team = loading.cast.school_team(family, code)
    if not team or child.born_from is None:
        return
    is_nursery = code.startswith("nursery")
    basis = "nursery_of_the_child" if is_nursery else "school_of_the_child"
    since = years_before(child.born_from, -(NURSERY_FROM if is_nursery else SCHOOL_FROM))
    yield since, Whom(team=loading.cast.teams[team]), basis
    if family.stratum != "universal":
        staff = [loading.cast.by_code[one] for one in loading.cast.by_team.get(team, ())]
        for one in staff:
            if "designated_safeguarding_lead" in one.roles:
                yield since, Whom(practitioner=one.id), basis


def _health(family: SimulatedFamily, child: SimulatedPerson, loading: Loading) -> Iterator[Since]:
    """The practice, the health visitors and the midwives as teams; in person where somebody has worried."""
    teams, cast, ending = [], loading.cast, loading.area.ending_on
    people: list[Actor] = []
    since = child.born_from or loading.begins
    if child.born_from is not None:
        teams.append(PRACTICES[sum(map(ord, family.key)) % len(PRACTICES)])
    if child.born_from is None or child.born_from > ending - MIDWIFE_UNTIL:
        teams.append("community-midwives")
        people += [
            cast.holder("named_midwife", family=family.key),
            cast.speaker(agency="midwifery", role="midwife", family=family.key),
        ]
    elif child.born_from > years_before(ending, HEALTH_VISITED_UNTIL):
        teams.append("health-visitors")
        people.append(cast.speaker(agency="health_visiting", role="health_visitor", family=family.key))
    for team in teams:
        if team in cast.teams:
            yield since, Whom(team=cast.teams[team]), CASELOAD
    if family.stratum != "universal":
        for one in people:
            yield since, Whom(practitioner=one.id), CASELOAD


def _involve(found: Iterable[Seeing], by: Actor) -> None:
    ordered = sorted(found, key=lambda one: (one[0], one[1]))
    access.involve_many(
        involvements=[(child, whom, basis) for _, child, whom, basis in ordered],
        by=by,
        at=[at for at, _, _, _ in ordered],
    )
