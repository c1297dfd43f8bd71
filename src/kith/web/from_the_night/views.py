"""Answers a note from the night, saved at every submit and kept once, and what it leaves to the morning."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis
from kith.caseload import queries as caseload
from kith.caseload.types import TaskView
from kith.journeys.from_the_night import (
    finish_morning_task,
    hand_morning_task_back,
    hand_over,
    take_morning_task,
)
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.dates import clock_time
from kith.web.frame import say_next
from kith.web.from_the_night.filling import morning_page, night_page
from kith.web.from_the_night.questions import ASKED, FIELDS, IN_WORDS, problems_in
from kith.web.from_the_night.telling import night_from, sender_key
from kith.web.parts.form import Form, Problem
from kith.web.reading.posted import answers_from
from kith.web.reading.typed import Typed, read_typed
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.written_once import Writing, answer, writing

TASK = "from_the_night"
TO_MEND = 422
ROOM_FIELDS = {"happened_from": "day", "happened_to": "day"}


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="write what happened in the night")
def write(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """The three boxes, and what is submitted of them."""
    here = writing(request, task=TASK, child=child, by=by, at=at, basis=basis)
    key = sender_key(here.id)
    return answer(request, here, key=key, kept_href=_here(child), shown=_shown, submitted=_submitted)


def _shown(
    request: HttpRequest, night: Writing, *, problems: tuple[Problem, ...] = (), typed: Typed | None = None
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


def _submitted(request: HttpRequest, night: Writing) -> HttpResponse:
    """Save first, whatever was typed; then stop, ask to mend, or keep it."""
    typed = read_typed(request.POST, asked=ASKED, in_words=IN_WORDS)
    night = _saved(night, typed)
    if request.POST.get("then") == "later":
        if typed.too_long:
            return _shown(request, night, problems=typed.problems, typed=typed)
        return redirect(f"/children/{night.child.id}/tonight/")
    answers = night.answers
    by_field = {one.field: one for one in (*problems_in(answers, at=night.at), *typed.problems)}
    if by_field:
        in_order = tuple(by_field[name] for name in FIELDS if name in by_field)
        return _shown(request, night, problems=in_order, typed=typed)
    return _kept(request, night)


def _saved(night: Writing, typed: Typed) -> Writing:
    asked = tuple(name for name in FIELDS if name not in typed.too_long)
    return night.saved(typed.answers, asked=asked)


def _kept(request: HttpRequest, night: Writing) -> HttpResponse:
    """Kept once, however often it is submitted: a second submit finds what the first kept."""

    answers = night.answers
    try:
        concern = night_from(answers, draft=night.id, child=night.child, by=night.by, at=night.at)
        made = hand_over(
            concern=concern, child=night.child.id, once=night.take_the_draft, by=night.by, at=night.at
        )
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
