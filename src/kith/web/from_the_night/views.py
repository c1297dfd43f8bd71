"""Answers a note from the night, saved at every submit and kept once, and what it leaves to the morning."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis
from kith.caseload import queries as caseload
from kith.caseload.types import TaskView
from kith.chronology import queries as chronology
from kith.journeys.from_the_night import (
    finish_morning_task,
    hand_morning_task_back,
    hand_over,
    take_morning_task,
)
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web import drafts
from kith.web.about_child import about_child
from kith.web.dates import clock_time
from kith.web.drafts import Draft
from kith.web.frame import say_next
from kith.web.from_the_night.filling import morning_page, night_page
from kith.web.from_the_night.questions import ASKED, FIELDS, IN_WORDS, problems_in
from kith.web.from_the_night.telling import night_from, sender_key
from kith.web.parts.form import Form, Problem
from kith.web.reading.posted import answers_from
from kith.web.reading.typed import Typed, read_typed
from kith.web.refused.views import refused
from kith.web.show import show

TASK = "from_the_night"
TO_MEND = 422
ROOM_FIELDS = {"happened_from": "day", "happened_to": "day"}


@dataclass(frozen=True, kw_only=True)
class _Night:
    """Who writes about whom, in which draft."""

    child: Person
    by: Actor
    at: datetime
    basis: Basis
    id: UUID
    draft: Draft | None


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="write what happened in the night")
def write(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """The three boxes, and what is submitted of them."""
    night = _night(request, child, by, at, basis)
    if night.draft is None and _was_kept(night):
        return redirect(_here(child))
    if request.method != "POST":
        return _shown(request, night)
    try:
        return _submitted(request, night)
    except Refused as refusal:
        return redirect(_here(child)) if _was_kept(night) else refused(request, refusal)


def _night(request: HttpRequest, child: Person, by: Actor, at: datetime, basis: Basis) -> _Night:
    """One's open draft about this child: the one that the form names, or the newest."""
    own = [one for one in drafts.drafts_of(by=by) if one.task == TASK and one.child == child.id]
    try:
        named = UUID(request.GET.get("draft", ""))
    except ValueError:
        named = None
    draft = next((one for one in own if named in (None, one.id)), None)
    id = draft.id if draft else named or new_id()
    return _Night(child=child, by=by, at=at, basis=basis, id=id, draft=draft)


def _was_kept(night: _Night) -> bool:
    key = sender_key(night.id)
    by = night.by
    return bool(chronology.sent_before(said_by=by.agency, said_by_area=by.area, sender_keys=[key]))


def _shown(
    request: HttpRequest, night: _Night, *, problems: tuple[Problem, ...] = (), typed: Typed | None = None
) -> HttpResponse:
    page = night_page(
        child=night.child,
        draft=night.draft,
        draft_id=night.id,
        by=night.by,
        at=night.at,
        basis=night.basis,
        problems=problems,
        unsaved=typed.too_long if typed else {},
    )
    return show(request, page, status=TO_MEND if problems else 200)


def _submitted(request: HttpRequest, night: _Night) -> HttpResponse:
    """Save first, whatever was typed; then stop, ask to mend, or keep it."""
    typed = read_typed(request.POST, asked=ASKED, in_words=IN_WORDS)
    night = _saved(night, typed)
    if request.POST.get("then") == "later":
        if typed.too_long:
            return _shown(request, night, problems=typed.problems, typed=typed)
        return redirect(f"/children/{night.child.id}/tonight/")
    answers = night.draft.answers if night.draft else {}
    by_field = {one.field: one for one in (*problems_in(answers, at=night.at), *typed.problems)}
    if by_field:
        in_order = tuple(by_field[name] for name in FIELDS if name in by_field)
        return _shown(request, night, problems=in_order, typed=typed)
    return _kept(request, night)


def _saved(night: _Night, typed: Typed) -> _Night:
    if night.draft is None:
        drafts.begin(task=TASK, draft=night.id, child=night.child.id, by=night.by, at=night.at)
    asked = tuple(name for name in FIELDS if name not in typed.too_long)
    saved = drafts.save(draft=night.id, answers=typed.answers, asked=asked, by=night.by, at=night.at)
    return replace(night, draft=saved)


def _kept(request: HttpRequest, night: _Night) -> HttpResponse:
    """Kept once, however often it is submitted: a second submit finds what the first kept."""

    def take_the_draft() -> None:
        drafts.sent(draft=night.id, by=night.by)

    answers = night.draft.answers if night.draft else {}
    try:
        concern = night_from(answers, draft=night.id, child=night.child, by=night.by, at=night.at)
        made = hand_over(concern=concern, child=night.child.id, once=take_the_draft, by=night.by, at=night.at)
    except BadInput as bad:
        problem = Problem(field=ROOM_FIELDS.get(bad.field, "happened"), words=bad.problem)
        return _shown(request, night, problems=(problem,))
    what = "Below you read who takes it, and when." if made.task else "Nothing was left to the morning."
    say_next(request, f"Kept at {clock_time(night.at)}. {what}")
    return redirect(f"{_here(night.child)}#said")


def _here(child: Person) -> str:
    return f"/children/{child.id}/note-from-the-night/"


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="read what the night left to the morning")
def morning(
    request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis, task: UUID
) -> HttpResponse:
    """One task; posting takes it, says that it is done, or hands it back."""
    held = caseload.task(id=task)
    if held is None or held.child != child.id:
        return refused(request, Refused("There is no such task here."))
    if request.method != "POST":
        return show(request, morning_page(child=child, task=held, by=by, at=at, basis=basis))
    typed = answers_from(request.POST, ("what", "done", "back"))
    try:
        said, href = _answered(held, typed.get("what", ""), typed, by, at)
    except BadInput as bad:
        field = "back" if typed.get("what") == "hand_back" else "done"
        form = Form(answers=typed, problems=(Problem(field=field, words=bad.problem),))
        page = morning_page(child=child, task=held, by=by, at=at, basis=basis, form=form)
        return show(request, page, status=TO_MEND)
    except Refused as why:
        return refused(request, why)
    say_next(request, said)
    return redirect(href)


def _answered(
    held: TaskView, what: str, typed: Mapping[str, str], by: Actor, at: datetime
) -> tuple[str, str]:
    """What it came to, and where to read it."""
    here = f"/children/{held.child}/morning/{held.id}/#said"
    if what == "done":
        finish_morning_task(task=held.id, because=typed.get("done", ""), by=by, at=at)
        return "Done. What you did stands in the chronology as the answer to the night.", here
    if what == "hand_back":
        hand_morning_task_back(task=held.id, because=typed.get("back", ""), by=by, at=at)
        return "Handed back. It is somebody else’s now, whose name stands below.", here
    if what != "take":
        raise Refused("Choose: I have it, it is done, or hand it back.")
    take_morning_task(task=held.id, by=by, at=at)
    return "You have it. Whoever left it reads your name and the time.", here
