"""Fills a note from the night, and the page of what it leaves to the morning."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from kith.access.types import Basis
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.caseload import queries as caseload
from kith.caseload.hours import next_morning
from kith.caseload.types import TaskView
from kith.journeys.from_the_night import owner_in_the_morning
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.guard import GUARDING, in_force
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import Reading, read
from kith.web.child.telling import entry_href
from kith.web.dates import at_time, clock_time, lately
from kith.web.drafts import Draft
from kith.web.from_the_night.page import FromTheNightPage, MorningPage, Step
from kith.web.from_the_night.receipts import KEPT_IN_SIGHT, receipts_of
from kith.web.parts.form import Form, Problem
from kith.web.parts.header import Identity
from kith.web.together.due import day_words, due_words
from kith.web.visit_note.filling import called, now_typed

KINDS = (*GUARDING, "plan", "conference")
NOTHING: Mapping[str, str] = MappingProxyType({})


def night_page(
    *,
    child: Person,
    draft: Draft | None,
    draft_id: UUID,
    by: Actor,
    at: datetime,
    basis: Basis,
    problems: tuple[Problem, ...] = (),
    unsaved: Mapping[str, str] = NOTHING,
) -> FromTheNightPage:
    """The note as it stands. ``unsaved`` are words that could not be saved, which go back onto the page."""
    reading = read(child=child, by=by, at=at, basis=basis, kinds=KINDS)
    left = caseload.tasks_about(child=child.id, since=at - KEPT_IN_SIGHT)
    here = f"/children/{child.id}"
    return FromTheNightPage(
        who=_identity(reading),
        called=called(child),
        form=Form(answers={**(draft.answers if draft else now_typed(at)), **unsaved}, problems=problems),
        action=f"{here}/note-from-the-night/?draft={draft_id}",
        goes_to=_goes_to(child, by, at),
        receipts=receipts_of(left, seen=[child.id], by=by, at=at),
        visit_href=f"{here}/visit/",
        tonight_href=f"{here}/tonight/",
        saved=f"Saved at {clock_time(draft.saved_at)}." if draft else "",
    )


def _identity(reading: Reading) -> Identity:
    return identity_of(
        reading, guards=in_force(reading), responsible=responsible_now(reading), current="tonight"
    )


def _goes_to(child: Person, by: Actor, at: datetime) -> str:
    """To whom the morning's task goes, and by when, as long as nothing changes until it is sent."""
    due_at = next_morning(at)
    try:
        owner = owner_in_the_morning(child=child.id, due_at=due_at, by=by, at=at)
    except NobodyHolds as nobody:
        return nobody.reason
    found = agencies.practitioner(id=owner.practitioner)
    name = f"{found.name}, {found.title}" if found and found.title else found.name if found else "somebody"
    return f"It is for {name}, by {clock_time(due_at)} on {day_words(due_at, at=at)}. If nobody takes it by 10:00, it goes to the manager above."


def morning_page(
    *, child: Person, task: TaskView, by: Actor, at: datetime, basis: Basis, form: Form | None = None
) -> MorningPage:
    """One task, with every step that was taken on it."""
    reading = read(child=child, by=by, at=at, basis=basis, kinds=(*KINDS, "other"))
    asked = reading.by_id.get(task.entry)
    about = [row.entry for row in asked.refers_to if row.relation == "about"] if asked else []
    night = reading.by_id.get(about[0]) if about else None
    owner = agencies.practitioner(id=task.owner)
    left_by = agencies.practitioner(id=task.asked_by)
    due, kind = due_words(task.due_at, at=at)
    done = task.done_at is not None
    return MorningPage(
        who=_identity(reading),
        asked=asked.text.removeprefix("For the morning: ") if asked else "",
        happened=night.text if night else "",
        left=f"{left_by.name if left_by else 'Somebody'} left it, {lately(task.asked_at, now=at).words}.",
        owner=f"{owner.name}, {owner.phone}" if owner else "Nobody who works here",
        due="" if done else f"{due}.",
        due_kind="" if done else kind,
        steps=tuple(
            Step(when=at_time(one.done_at), words=one.sentence)
            for one in caseload.changes_about(about=task.id)
        ),
        is_mine=task.owner == by.id and not done,
        is_taken=task.taken_at is not None,
        is_done=done,
        form=form or Form(),
        action=f"/children/{child.id}/morning/{task.id}/",
        entry_href=entry_href(task.entry, reading),
    )
