"""From the night: what a worker out of hours saw and did becomes entries, and what must be done in the morning has an owner."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.caseload import operations as caseload
from kith.caseload import queries as tasks
from kith.caseload.hours import next_morning
from kith.caseload.types import Owner, TaskAsked, TaskView
from kith.chronology import operations as chronology
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.letting_in import let_in
from kith.journeys.receive_concern import keep_concern
from kith.journeys.saying import say
from kith.journeys.types import Concern, Received
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.people import queries as people

MORNING = "morning"
"""The key of the entry that says what must be done in the morning."""
FRONT_DOOR = "mash_manager"


@dataclass(frozen=True, kw_only=True)
class HandedOver:
    """What was kept of a night: its entries, and the task in the morning where something must be done."""

    received: Received
    task: UUID | None


@acts_for_the_partnership
def hand_over(
    *, concern: Concern, child: UUID, once: Callable[[], None] | None = None, by: Actor, at: datetime
) -> HandedOver:
    """Keep what the night says of a child. An entry with the key ``morning`` becomes a task with one named owner.

    Raises BadInput naming the field, and Refused where nobody at all can own the task; then nothing was kept.
    """
    with acting(by=by):
        received = keep_concern(concern=concern, once=once, by=by, at=at)
        asked = received.entries.get(MORNING)
        task = _leave(asked, child, by, at) if asked else None
    catch_up(at=at)
    return HandedOver(received=received, task=task)


def _leave(entry: UUID, child: UUID, by: Actor, at: datetime) -> UUID:
    due_at = next_morning(at)
    owner = owner_in_the_morning(child=child, due_at=due_at, by=by, at=at)
    asked = TaskAsked(child=child, entry=entry, owner=owner, due_at=due_at)
    task = caseload.leave_to_the_morning(task=asked, by=by, at=at)
    let_in(children=[child], practitioner=owner.practitioner, by=by, at=at)
    return task


def owner_in_the_morning(*, child: UUID, due_at: datetime, by: Actor, at: datetime) -> Owner:
    """The lead worker; else whoever holds the front door when the morning begins, which by night is somebody else.

    Of a sealed child without a worker it is the manager who holds them: nobody else could read it.
    """
    held = access.responsible_for(child=child, at=at)
    if held.worker and held.worker_role:
        return Owner(practitioner=held.worker.id, role=held.worker_role)
    found = people.person(id=child)
    if found and found.tier == "sealed" and held.held_by and held.held_role:
        return Owner(practitioner=held.held_by.id, role=held.held_role)
    holder = agencies.holder_of(role=FRONT_DOOR, area=by.area, at=due_at)
    return Owner(practitioner=holder.id, role=FRONT_DOOR)


@acts_for_the_partnership
def take_morning_task(*, task: UUID, by: Actor, at: datetime) -> None:
    """Its owner has it; what it asks is acknowledged, and whoever left it reads so."""
    held = _held(task)
    with acting(by=by):
        caseload.take_task(task=task, by=by, at=at)
        chronology.acknowledge(held.entry, by=by, at=at)


@acts_for_the_partnership
def hand_morning_task_back(*, task: UUID, because: str, by: Actor, at: datetime) -> Owner:
    """Its owner cannot do it: it goes to the named leader above, who is let in. Answers who that is."""
    held = _held(task)
    above = leader_above(task=held, never=frozenset({by.id, held.owner}), at=at)
    if above is None:
        raise BadInput("because", "Nobody above can be named now. Ring the duty desk, and say so there.")
    with acting(by=by):
        caseload.hand_back_task(task=task, to=above, because=because, by=by, at=at)
        let_in(children=[held.child], practitioner=above.practitioner, by=by, at=at)
    return above


@acts_for_the_partnership
def finish_morning_task(*, task: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """Its owner did it: what was done stands in the chronology as the answer to what the night asked. Returns the entry."""
    held = _held(task)
    with acting(by=by):
        caseload.finish_task(task=task, because=because, by=by, at=at)
        entry = say(
            "other",
            about=(description_of(person=held.child, by=by, at=at),),
            text=f"Done, as the night asked: {because.strip()}",
            references=((held.entry, "answers"),),
            by=by,
            at=at,
        )
    catch_up(at=at)
    return entry


def climb_untaken(*, at: datetime, limit: int = 200) -> int:
    """Tasks that nobody took in time go to the leader above, who is let in; answers how many were looked at."""
    waiting = tasks.tasks_to_climb(at=at, limit=limit)
    for held in waiting:
        by = kith_itself(area=held.area)
        above = leader_above(task=held, never=frozenset({held.owner}), at=at)
        with acting(by=by):
            climbed = caseload.climb_task(task=held.id, to=above, by=by, at=at)
            if climbed and above:
                let_in(children=[held.child], practitioner=above.practitioner, by=by, at=at)
    return len(waiting)


def leader_above(*, task: TaskView, never: frozenset[UUID], at: datetime) -> Owner | None:
    """Who is above the owner's role for this child, never one of ``never``; None at the top of the chain."""
    chain = agencies.chain_of(role=task.owner_role)
    if len(chain) == 1:
        return None
    try:
        found = access.owner_for(child=task.child, role=chain[1], area=task.area, at=at, never=never)
    except NobodyHolds:
        return None
    return Owner(practitioner=found.id, role=chain[1])


def _held(task: UUID) -> TaskView:
    held = tasks.task(id=task)
    if held is None:
        raise Refused("There is no such task.")
    return held
