"""Everything that changes the list for the night and what the morning is left; each takes ``by`` and ``at``."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.caseload import models
from kith.caseload.hours import CLIMBS_AFTER
from kith.caseload.policies import check_is_theirs
from kith.caseload.types import ListingSaid, Owner, TaskAsked
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.reference.working_days import CALENDAR_VERSION

LONGEST = 300
"""Characters of each sentence on the list: somebody reads it with a telephone in the other hand."""
MOST_DAYS = 14
"""Days that a listing may last; then somebody who knows the child looks again [P]."""
SAY = {
    "may_happen": "Say what may happen, in a sentence.",
    "may_happen_because": "Say why you think so.",
    "then_do": "Say what to do if it does, in a sentence.",
    "then_do_because": "Say why that is the thing to do.",
}


@transaction.atomic
def list_child(*, child: UUID, said: ListingSaid, to_at: datetime, by: Actor, at: datetime) -> UUID:
    """A child is on the list for the night until ``to_at``; answers the listing's id. Raises BadInput naming the field."""
    words = {field: _checked(field, getattr(said, field)) for field in SAY}
    _check_end(to_at, at)
    try:
        with transaction.atomic():
            row = models.Listing.objects.create(
                area=by.area, child_id=child, **words, listed_at=at, listed_by_id=by.id, to_at=to_at
            )
    except IntegrityError as twice:
        if "a_child_is_on_the_list_once_at_a_time" not in str(twice):
            raise
        raise BadInput("may_happen", "The child is on the list already. Take them off first.") from twice
    _keep(
        "listed",
        f"{by.name} put the child on the list for the night: {words['may_happen']}",
        child,
        row.pk,
        by,
        at,
    )
    return row.pk


def _checked(field: str, words: str) -> str:
    said = " ".join(words.split())
    if not said:
        raise BadInput(field, SAY[field])
    if len(said) > LONGEST:
        raise BadInput(field, f"Say it in at most {LONGEST} characters: it is read in the dark.")
    return said


def _check_end(to_at: datetime, at: datetime) -> None:
    if to_at <= at:
        raise BadInput("to_at", "Give a day that has not passed.")
    if (to_at - at).days >= MOST_DAYS:
        raise BadInput("to_at", f"Give a day within {MOST_DAYS} days; then look again.")


@transaction.atomic
def take_off_list(*, listing: UUID, because: str, by: Actor, at: datetime) -> None:
    """The listing ends now, with a reason. Raises Refused where it ended already."""
    why = _said(because, "Say why the child comes off the list.")
    row = models.Listing.objects.select_for_update().filter(pk=listing, to_at__gt=at).first()
    if row is None:
        raise Refused("The child is not on the list any more.")
    row.to_at, row.ended_at, row.ended_by = max(at, row.listed_at), at, by.id
    row.save(update_fields=["to_at", "ended_at", "ended_by"])
    _keep("taken_off", f"{by.name} took the child off the list, because: {why}", row.child_id, row.pk, by, at)


@transaction.atomic
def keep_night_sight(
    *, listing: UUID, practitioner: UUID, involvement: UUID, to_at: datetime, by: Actor, at: datetime
) -> UUID:
    """That somebody on duty was let in to a listed child until ``to_at``; answers the row's id."""
    row = models.Listing.objects.get(pk=listing)
    kept = models.NightSight.objects.create(
        area=row.area,
        listing=row,
        practitioner_id=practitioner,
        involvement=involvement,
        from_at=at,
        to_at=to_at,
    )
    _keep("let_in", "Let in for the night, by the list.", row.child_id, row.pk, by, at)
    return kept.pk


# ── what the morning is left ──────────────────────────────────────────────────────────────────────────────────────


@transaction.atomic
def leave_to_the_morning(*, task: TaskAsked, by: Actor, at: datetime) -> UUID:
    """A task with one named owner; answers its id. Untaken, it climbs an hour after it was due."""
    row = models.MorningTask.objects.create(
        area=by.area,
        child_id=task.child,
        entry=task.entry,
        owner_id=task.owner.practitioner,
        owner_role=task.owner.role,
        due_at=task.due_at,
        climbs_at=task.due_at + CLIMBS_AFTER,
        calendar_version=CALENDAR_VERSION,
        asked_at=at,
        asked_by_id=by.id,
    )
    _keep("task_left", f"{by.name} left it to the morning.", task.child, row.pk, by, at)
    return row.pk


def take_task(*, task: UUID, by: Actor, at: datetime) -> None:
    """Its owner has it: whoever asked reads who and when. Taking it twice changes nothing."""

    def taken(row: models.MorningTask) -> str:
        row.taken_at, row.taken_by, row.climbs_at = at, by.id, None
        return f"{by.name} took it."

    _step(task, "task_taken", taken, by, at, done_already=lambda row: row.taken_at is not None)


def hand_back_task(*, task: UUID, to: Owner, because: str, by: Actor, at: datetime) -> None:
    """Its owner cannot do it, and says why: it is somebody else's now, who has an hour to take it."""
    why = _said(because, "Say what stands in the way, so that somebody else can do it.")

    def handed_back(row: models.MorningTask) -> str:
        _give(row, to, at)
        return f"{by.name} handed it back, because: {why}"

    _step(task, "task_handed_back", handed_back, by, at)


@transaction.atomic
def climb_task(*, task: UUID, to: Owner | None, by: Actor, at: datetime) -> bool:
    """Nobody took it in time: it is the leader's now, or stays where nobody is above. Answers whether it climbed."""
    row = models.MorningTask.objects.select_for_update().get(pk=task)
    if row.climbs_at is None or row.climbs_at > at:
        return False
    if to is None:
        row.climbs_at = None
    else:
        _give(row, to, at)
        _keep("task_climbed", "Nobody took it in time: it went to the leader above.", row.child_id, task, by, at)  # fmt: skip
    row.save()
    return to is not None


def finish_task(*, task: UUID, because: str, by: Actor, at: datetime) -> None:
    """Its owner did it, and says what was done."""
    done = _said(because, "Say what was done, by whom and when.")

    def finished(row: models.MorningTask) -> str:
        if row.taken_at is None:
            row.taken_at, row.taken_by, row.climbs_at = at, by.id, None
        row.done_at, row.done_by = at, by.id
        return f"{by.name} did it: {done}"

    _step(task, "task_done", finished, by, at)


@transaction.atomic
def _step(
    task: UUID,
    what: str,
    change: Callable[[models.MorningTask], str],
    by: Actor,
    at: datetime,
    *,
    done_already: Callable[[models.MorningTask], bool] = lambda row: False,
) -> None:
    """One step of an open task by its owner, and the trail's row for it."""
    row = models.MorningTask.objects.select_for_update().filter(pk=task).first()
    if row is None:
        raise Refused("There is no such task.")
    check_is_theirs(owner=row.owner_id, is_done=row.done_at is not None, by=by)
    if done_already(row):
        return
    sentence = change(row)
    row.save()
    _keep(what, sentence, row.child_id, row.pk, by, at)


def _give(row: models.MorningTask, to: Owner, at: datetime) -> None:
    row.owner_id, row.owner_role = to.practitioner, to.role
    row.taken_at, row.taken_by, row.climbs_at = None, None, max(at, row.due_at) + CLIMBS_AFTER


def _said(words: str, ask: str) -> str:
    said = words.strip()
    if not said:
        raise BadInput("because", ask)
    return said


def _keep(what: str, sentence: str, child: UUID, about: UUID, by: Actor, at: datetime) -> None:
    models.CaseloadChange.objects.create(
        area=by.area,
        child_id=child,
        about=about,
        what=what,
        sentence=sentence,
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )
