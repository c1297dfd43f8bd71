"""Who of the other side answers a challenge at a stage: one named person, who never is the one challenged nor on the challenger's side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access import policies as sight
from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.agencies.challenge_stages import stages_of
from kith.agencies.types import NobodyHolds, Practitioner
from kith.clocks.due import due_by
from kith.decisions.challenges.policies import SCRUTINEER
from kith.decisions.challenges.types import ChallengeView, NewStage
from kith.grammar.closed_lists import ChallengeStage
from kith.journeys.letting_in import BASIS, let_in
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.reference.working_days import CALENDAR_VERSION

OF_ONE_PLACE = ("school", "early_years", "gp")
"""Agencies that are many places: somebody of a school that does not know the child never answers about them."""
SCRUTINISES = "scrutinises"


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Between whom a challenge is, about whom, and who may not answer it."""

    children: tuple[UUID, ...]
    agency: str
    """The agency that disagrees."""
    to_agency: str
    area: str
    never: frozenset[UUID]


def sides_of(challenge: ChallengeView) -> Sides:
    """The same of a challenge that stands: whoever answered before is passed over too."""
    challenged = frozenset({challenge.challenged}) if challenge.challenged else frozenset[UUID]()
    return Sides(
        children=challenge.children,
        agency=challenge.agency,
        to_agency=challenge.to_agency,
        area=challenge.to_agency_area,
        never=challenge.challengers | challenge.answerers | challenged,
    )


def stages_after(challenge: ChallengeView) -> tuple[ChallengeStage, ...]:
    """The stages of its area that are above the one at which it stands, the nearest first."""
    order = _order(challenge.to_agency_area)
    here = list(order).index(challenge.last.stage) if challenge.last.stage in order else -1
    return tuple(list(order.values())[here + 1 :])


def _order(area: str) -> dict[str, ChallengeStage]:
    return {one.code: one for one in stages_of(area=area)}


def new_stage(
    stage: ChallengeStage, *, sides: Sides, because: str, why: str = "", by: Actor, at: datetime
) -> NewStage:
    """The stage with its one person and its time. Whoever is named may see the children from now on."""
    answerer = who_answers(stage, sides=sides, at=at)
    if answerer:
        let_in_to_answer(stage.role_for(sides.to_agency), answerer.id, sides.children, by=by, at=at)
    return NewStage(
        stage=stage.code,
        is_last=stage.code == list(_order(sides.area))[-1],
        answerer=answerer.id if answerer else None,
        role=stage.role_for(sides.to_agency),
        due_at=due_by(at, stage.due),
        calendar_version=CALENDAR_VERSION,
        because=because,
        why=why,
    )


def let_in_to_answer(
    role: str, practitioner: UUID, children: tuple[UUID, ...], *, by: Actor, at: datetime
) -> None:
    """The scrutineer is let in as such, anybody else as named to answer a question."""
    basis = SCRUTINISES if role == SCRUTINEER else BASIS
    let_in(children=children, practitioner=practitioner, basis=basis, by=by, at=at)


def who_answers(stage: ChallengeStage, *, sides: Sides, at: datetime) -> Practitioner | None:
    """The first who may answer, along the chain of the role; None where nobody can be named, and the desk is rung."""
    found = _holders(stage, sides, at) if stage.holders_alone else _along_the_chain(stage, sides, at)
    return next((one for one in found if _may_answer(one, stage.role_for(sides.to_agency), sides, at)), None)


def _holders(stage: ChallengeStage, sides: Sides, at: datetime) -> Iterator[Practitioner]:
    held = agencies.holders_of(role=stage.role_for(sides.to_agency), area=sides.area, at=at)
    yield from (one for one in held if one.id not in sides.never)


def _along_the_chain(stage: ChallengeStage, sides: Sides, at: datetime) -> Iterator[Practitioner]:
    """Whoever has the role for this child, then whoever answers for it, then those who stand in."""
    never, role = sides.never, stage.role_for(sides.to_agency)
    while True:
        try:
            found = access.owner_for(child=sides.children[0], role=role, area=sides.area, at=at, never=never)
        except NobodyHolds:
            return
        yield found
        never |= {found.id}


def _may_answer(person: Practitioner, role: str, sides: Sides, at: datetime) -> bool:
    ours = person.agency == sides.agency and sides.agency != sides.to_agency and role != SCRUTINEER
    if ours or _is_of_another_place(person, role, sides.children[0], at):
        return False
    actor = agencies.actor(practitioner=person.id, at=at)
    if sight.own_family(by=actor).filter(child__in=sides.children).exists():
        return False
    return all(
        child.tier != "sealed" or sight.sees(child=child.id, by=actor, at=at)
        for child in people.persons(ids=sides.children).values()
    )


def _is_of_another_place(person: Practitioner, role: str, child: UUID, at: datetime) -> bool:
    """Whether they answer for one school, nursery or practice only, and it does not work with the child."""
    if person.agency not in OF_ONE_PLACE:
        return False
    held = agencies.roles_of(practitioner=person.id, at=at)
    places = {one.team for one in held if one.team and one.role in agencies.chain_of(role=role)}
    involved = access.involved_with(child=child, at=at)
    knows = {one.whom.team for one in involved} | {one.whom.practitioner for one in involved}
    return bool(places) and not (places | {person.id}) & knows
