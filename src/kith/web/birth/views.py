"""Answers the page of a birth: that a baby was born, that the pregnancy ended, or that this was a mistake."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis
from kith.journeys.birth_of_a_child import tell_birth, tell_loss, withdraw_loss
from kith.journeys.births_proposed import Proposed, births_proposed
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.birth.filling import birth_page, unnamed_baby
from kith.web.birth.questions import ASKED, BORN_FIELDS, ENDED_FIELDS, MISTAKE_FIELDS, read_babies, read_day
from kith.web.dates import long_day
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.reading.typed import Typed, read_typed
from kith.web.show import show

TO_MEND = 422
FIELDS = {"born": BORN_FIELDS, "ended": ENDED_FIELDS, "mistake": MISTAKE_FIELDS}
ROOM_FIELDS = {"born_on": "born", "ended_on": "ended", "display_name": "name", "sex": "sex"}


@dataclass(frozen=True, kw_only=True)
class _Birth:
    """Who writes about whom."""

    child: Person
    by: Actor
    at: datetime
    basis: Basis
    proposed: tuple[Proposed, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="tell of a birth")
def birth(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """Who is expected, what says that they are born, and what a person says of it. A born child has a page of their own."""
    if child.kind != "unborn":
        return redirect(_child_href(child))
    told = _Birth(
        child=child,
        by=by,
        at=at,
        basis=basis,
        proposed=births_proposed(expected=child, by=by, at=at),
    )
    what = request.POST.get("what", "")
    if request.method != "POST" or what not in FIELDS:
        return _shown(request, told)
    typed = read_typed(
        request.POST, asked={name: ASKED.get(name, "This") for name in FIELDS[what]}, in_words=("because",)
    )
    return {"born": _born, "ended": _ended, "mistake": _mistake}[what](request, told, typed)


def _shown(request: HttpRequest, told: _Birth, form: Form | None = None) -> HttpResponse:
    page = birth_page(
        child=told.child, proposed=told.proposed, by=told.by, at=told.at, basis=told.basis, form=form
    )
    return show(request, page, status=TO_MEND if form else 200)


def _to_mend(request: HttpRequest, told: _Birth, typed: Typed, *problems: Problem) -> HttpResponse:
    by_field = {one.field: one for one in (*problems, *typed.problems)}
    return _shown(request, told, Form(answers=typed.shown, problems=tuple(by_field.values())))


def _born(request: HttpRequest, told: _Birth, typed: Typed) -> HttpResponse:
    unnamed = unnamed_baby(told.child, at=told.at)
    born, problems = read_babies(typed.answers, proposed=told.proposed, unnamed=unnamed, at=told.at)
    if problems or typed.problems:
        return _to_mend(request, told, typed, *problems)
    try:
        ids = tell_birth(child=told.child.id, born=born, by=told.by, at=told.at)
    except BadInput as bad:
        return _to_mend(
            request, told, typed, Problem(field=ROOM_FIELDS.get(bad.field, "born"), words=bad.problem)
        )
    except Refused as refusal:
        return _to_mend(request, told, typed, Problem(field="which", words=refusal.reason))
    names = " and ".join(one.baby.display_name for one in born)
    more = "" if len(ids) == 1 else " Each has a page of their own; see every other child."
    say_next(request, f"{names}: the birth is written down, under your name.{more}")
    return redirect(f"{_child_href(told.child)}#said")


def _ended(request: HttpRequest, told: _Birth, typed: Typed) -> HttpResponse:
    try:
        if typed.problems:
            return _to_mend(request, told, typed)
        day = read_day(typed.answers, "ended", at=told.at)
        tell_loss(child=told.child.id, ended_on=day, by=told.by, at=told.at)
    except BadInput as bad:
        return _to_mend(request, told, typed, Problem(field="ended", words=bad.problem))
    say_next(
        request,
        f"It is written down that the pregnancy had ended by {long_day(day)}. Everything that was written before is "
        "kept, and no clock about the baby runs on.",
    )
    return redirect(f"{_child_href(told.child)}#said")


def _mistake(request: HttpRequest, told: _Birth, typed: Typed) -> HttpResponse:
    because = typed.answers.get("because", "")
    if not because or typed.problems:
        return _to_mend(request, told, typed, Problem(field="because", words="Say how you know"))
    try:
        withdraw_loss(child=told.child.id, because=because, by=told.by, at=told.at)
    except BadInput as bad:
        return _to_mend(request, told, typed, Problem(field="because", words=bad.problem))
    say_next(request, "That the pregnancy ended is withdrawn. The baby is expected as before.")
    return redirect(f"{_child_href(told.child)}#said")


def _child_href(child: Person) -> str:
    return f"/children/{child.id}/"
