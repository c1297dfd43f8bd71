"""What waits of the night: tasks that it left to the morning, and, for whoever is on duty, the list of who may ring."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from kith.access import policies
from kith.agencies import queries as agencies
from kith.caseload import queries as caseload
from kith.caseload.hours import is_out_of_hours
from kith.caseload.policies import DUTY
from kith.caseload.types import TaskView
from kith.journeys.over_the_weekend import open_the_list
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.dates import lately
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def of_the_night(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """Everything of the night that waits for one person, and by when."""
    yield from _morning(by, at)
    if is_out_of_hours(at) and agencies.answers_as(role=DUTY, by=by, at=at):
        yield from _list(by, at)


def _morning(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    tasks = caseload.open_tasks_of(owner=by.id)
    if not tasks:
        return
    seen = set(policies.visible_to(by=by, at=at).filter(child__in=[one.child for one in tasks]))
    names = {id: person.name for id, person in people.persons(ids=seen).items()}
    left_by = agencies.practitioners(ids={one.asked_by for one in tasks})
    for one in tasks:
        who = left_by[one.asked_by].name if one.asked_by in left_by else "Somebody"
        yield one.due_at, _task(one, who, names, at)


def _task(task: TaskView, who: str, names: Mapping[UUID, str], at: datetime) -> Need:
    when, tag, kind = need_when(task.due_at, at=at)
    name = names.get(task.child, "a child who is held closely")
    taken = "" if task.taken_at else f" Take it, so that {who} reads who has it."
    return Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=f"For the morning: {name}",
        why=f"{who} left it, {lately(task.asked_at, now=at).words}.{taken}",
        act="Open" if task.taken_at else "Take",
        href=f"/children/{task.child}/morning/{task.id}/",
    )


def _list(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    listed = open_the_list(by=by, at=at)
    if listed:
        number = len(listed)
        yield (
            None,
            Need(
                when="Tonight",
                what="One child may ring"
                if number == 1
                else f"{number} children may ring, or somebody about them",
                why="The day wrote down what may happen, and what to do then.",
                act="Read",
                href="/weekend/",
            ),
        )
