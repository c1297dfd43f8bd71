"""Who took what the night left, and when: for whoever left it, and for whoever reads of the child."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.caseload.types import TaskView
from kith.chronology import queries as chronology
from kith.kernel.types import Actor
from kith.web.child.telling import cut
from kith.web.dates import lately
from kith.web.from_the_night.page import Receipt
from kith.web.together.due import due_words

KEPT_IN_SIGHT = timedelta(days=14)
"""Receipts are shown for so long."""
UNREAD = "What was asked stands with the child, whom you do not see now."


def receipts_of(
    tasks: Sequence[TaskView], *, seen: Collection[UUID], by: Actor, at: datetime
) -> tuple[Receipt, ...]:
    """One line a task. Its words are the entry's, which the database shows to whoever wrote it or sees the child."""
    who = agencies.practitioners(ids={one for task in tasks for one in _people(task)})
    said = {row.id: row.text for row in chronology.entries(ids=[task.entry for task in tasks], as_at=at)}
    return tuple(_receipt(task, said, who, task.child in seen, at) for task in tasks)


def _people(task: TaskView) -> tuple[UUID, ...]:
    return tuple(one for one in (task.owner, task.asked_by, task.taken_by, task.done_by) if one)


def _receipt(
    task: TaskView,
    said: Mapping[UUID, str],
    who: Mapping[UUID, Practitioner],
    is_seen: bool,
    at: datetime,
) -> Receipt:
    words = said.get(task.entry, "").removeprefix("For the morning: ")
    return Receipt(
        what=cut(words) if words else UNREAD,
        state=state_of(task, who, at=at),
        is_taken=task.taken_at is not None,
        left=f"{_name(task.asked_by, who)} left it, {lately(task.asked_at, now=at).words}",
        href=f"/children/{task.child}/morning/{task.id}/" if is_seen else "",
    )


def state_of(task: TaskView, who: Mapping[UUID, Practitioner], *, at: datetime) -> str:
    """Done, taken, or still waiting; by whom, and when."""
    if task.done_at and task.done_by:
        return f"{_name(task.done_by, who)} did it, {lately(task.done_at, now=at).words}."
    if task.taken_at and task.taken_by:
        return f"{_name(task.taken_by, who)} took it, {lately(task.taken_at, now=at).words}."
    owner = who.get(task.owner)
    ring = f" Ring {owner.phone}." if owner and owner.phone and task.due_at <= at else ""
    return f"{_name(task.owner, who)} has not taken it yet. {due_words(task.due_at, at=at)[0]}.{ring}"


def _name(one: UUID, who: Mapping[UUID, Practitioner]) -> str:
    return who[one].name if one in who else "Somebody"
