"""Challenges about a child's safety climb by themselves when nobody answers in time; and whoever left is followed by somebody else."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kith.agencies import queries as agencies
from kith.agencies.challenge_stages import stages_of
from kith.agencies.shifts import roles_between
from kith.decisions.challenges import operations as challenges
from kith.decisions.challenges import queries
from kith.decisions.challenges.types import ChallengeView
from kith.grammar.closed_lists import ChallengeStage
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.who_answers_a_challenge import (
    let_in_to_answer,
    new_stage,
    sides_of,
    stages_after,
    who_answers,
)
from kith.kernel.transaction import acting
from kith.patterns.queries import rulebook

INSTANT = timedelta(microseconds=1)


def climb_challenges(*, at: datetime, limit: int) -> int:
    """Each that nobody answered in time goes one stage up, by Kith's own hand; answers how many did.

    Time passing writes no entry: the stage says that it climbed. Two who do this at once climb it once.
    """
    late = queries.to_climb(about=rulebook().challenges_that_climb, at=at, limit=limit)
    return sum(_climb(one, at) for one in late)


def _climb(late: ChallengeView, at: datetime) -> bool:
    """One stage up, unless somebody answered or pressed on meanwhile, or its area has no stage above."""
    by = kith_itself(area=late.area)
    with acting(by=by):
        held = challenges.hold(challenge=late.id)
        above = stages_after(held)
        if not above or not held.is_open or not held.last.is_overdue(at=at):
            return False
        stage = new_stage(above[0], sides=sides_of(held), because="climbed", by=by, at=at)
        return challenges.go_on(challenge=held.id, after=held.last.number, stage=stage, by=by, at=at)


def follow_those_who_left(*, at: datetime, limit: int) -> int:
    """A stage whose person holds no post of it any more, or had nobody, goes to whoever answers now; the time stays."""
    followed = 0
    for area in queries.areas_with_open_stages():
        listed = {one.code: one for one in stages_of(area=area)}
        for held in _without_anybody(queries.waiting_at_a_stage(area=area), at):
            if followed < limit and held.last.stage in listed:
                followed += _follow(held, listed[held.last.stage], at)
    return followed


def _without_anybody(waiting: tuple[ChallengeView, ...], at: datetime) -> Iterator[ChallengeView]:
    named = {one.last.answerer for one in waiting if one.last.answerer}
    roles = roles_between(practitioners=named, since=at, until=at + INSTANT) if named else {}
    for held in waiting:
        if held.last.answerer is None or not set(agencies.chain_of(role=held.last.role)) & set(
            roles.get(held.last.answerer, ())
        ):
            yield held


def _follow(waiting: ChallengeView, stage: ChallengeStage, at: datetime) -> bool:
    by, role = kith_itself(area=waiting.area), stage.role_for(waiting.to_agency)
    with acting(by=by):
        held = challenges.hold(challenge=waiting.id)
        found = who_answers(stage, sides=sides_of(held), at=at)
        if found is None or (held.last.number, held.waits_for) != (waiting.last.number, waiting.waits_for):
            return False
        let_in_to_answer(role, found.id, held.children, by=by, at=at)
        challenges.hand_on(
            challenge=held.id, to=found.id, role=role, words=_why(held, found.name), by=by, at=at
        )
    return True


def _why(held: ChallengeView, name: str) -> str:
    before = agencies.practitioner(id=held.last.answerer) if held.last.answerer else None
    why = f"{before.name} does not hold that post any more." if before else "Nobody could be named before."
    return f"{why} {name} answers now."
