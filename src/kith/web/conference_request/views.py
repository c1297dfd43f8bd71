"""Answers to the addresses of requests for a conference: ask, read one, answer it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis
from kith.decisions.challenges import reviewing
from kith.journeys.ask_for_a_conference import (
    ConferenceAsked,
    answer_conference_request,
    ask_for_a_conference,
    conference_request_of,
)
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.conference_request.filling import ask_page, request_page
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.together.seen import open_seen, raise_as_for_nobody
from kith.web.who import acting

PURPOSE = "answer a request for a conference about this child"
TO_MEND = 422


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="ask for a conference about this child")
def ask(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """Any professional who sees the child asks, with one reason; nobody's leave is needed."""
    if request.method != "POST":
        return show(request, ask_page(child=child, by=by, at=at, basis=basis))
    typed = answers_from(request.POST, ("why", "backed_by"))
    asked = ConferenceAsked(why=typed.get("why", ""), backed_by=typed.get("backed_by", "") or "nobody")
    try:
        made = ask_for_a_conference(children=(child.id,), asked=asked, by=by, at=at)
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
        return show(request, ask_page(child=child, by=by, at=at, basis=basis, form=form), status=TO_MEND)
    say_next(request, "Asked. Below you read who answers, and by when.")
    return HttpResponseRedirect(f"/conferences/{made}/")


@require_http_methods(["GET", "HEAD", "POST"])
@policy("sees_child")
def conference(request: HttpRequest, *, asked: UUID) -> HttpResponse:
    """Who asks and why, and the answer; whoever sees the child reads it, the chair alone answers."""
    at = now()
    try:
        by = acting(request, at=at)
        try:
            held = conference_request_of(asked)
        except BadInput:
            raise_as_for_nobody(child=asked, purpose=PURPOSE, by=by, at=at)
        opened = open_seen(children=held.children, purpose=PURPOSE, by=by, at=at)
        if request.method != "POST":
            if request.method == "GET":
                reviewing.answer_was_read(asked=asked, by=by, at=at)
            return show(request, request_page(held, opened=opened, by=by, at=at))
        typed = answers_from(request.POST, ("answer", "reasons"))
        try:
            answer_conference_request(
                asked=asked, answer=typed.get("answer", ""), reasons=typed.get("reasons", ""), by=by, at=at
            )
        except BadInput as bad:
            form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
            return show(request, request_page(held, opened=opened, by=by, at=at, form=form), status=TO_MEND)
        say_next(request, "Answered. Whoever asked reads it now.")
        return HttpResponseRedirect(f"/conferences/{asked}/")
    except Refused as refusal:
        return refused(request, refusal)
