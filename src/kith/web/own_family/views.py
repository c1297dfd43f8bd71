"""Answers the address of own families: a guardian says who a practitioner is, and lifts what need not be closed."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.access import operations, policies
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.own_family.filling import own_family_page
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

FIELDS = ("what", "practitioner", "text", "person", "conflict", "because")


@require_http_methods(["GET", "HEAD", "POST"])
@policy("guards")
def own_family(request: HttpRequest) -> HttpResponse:
    """What is closed to whom; posting looks for a person, says who a practitioner is, or lifts one."""
    at = now()
    try:
        by = acting(request, at=at)
        policies.check_answers_as(policies.GUARDIAN, area=by.area, by=by, at=at)
        if request.method != "POST":
            return show(request, own_family_page(by=by, at=at))
        return _answered(request, dict(answers_from(request.POST, FIELDS)), by, at)
    except Refused as why:
        return refused(request, why)


def _answered(request: HttpRequest, typed: dict[str, str], by: Actor, at: datetime) -> HttpResponse:
    what = typed.get("what", "")
    if what in ("say", "lift"):
        try:
            _done(what, typed, by, at)
        except BadInput as bad:
            form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
            return show(request, own_family_page(by=by, at=at, form=form), status=422)
        return HttpResponseRedirect("/own-family/")
    return show(request, own_family_page(by=by, at=at, form=Form(answers=typed)))


def _done(what: str, typed: dict[str, str], by: Actor, at: datetime) -> None:
    if what == "lift":
        conflict = _id(typed, "conflict", "Choose which one is lifted.")
        operations.lift_conflict(conflict=conflict, because=typed.get("because", ""), by=by, at=at)
        return
    operations.say_who_they_are(
        practitioner=_id(typed, "practitioner", "Choose who works here."),
        person=_id(typed, "person", "Choose which of them it is."),
        by=by,
        at=at,
    )


def _id(typed: dict[str, str], field: str, problem: str) -> UUID:
    try:
        return UUID(typed.get(field, ""))
    except ValueError:
        raise BadInput(field, problem) from None
