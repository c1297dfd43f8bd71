"""Answers to the address of one request: read it, and answer it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.chronology import queries as entries
from kith.journeys.ask_an_agency import Answered, answer_request, request_of
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.web.asked.filling import FIELDS, AtRequest, page_of
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.together.seen import open_seen, raise_as_for_nobody
from kith.web.who import acting

PURPOSE = "answer what another agency asks about this child"


@require_http_methods(["GET", "HEAD", "POST"])
@policy("sees_child")
def asked(request: HttpRequest, *, asked: UUID) -> HttpResponse:
    """What is asked, and the one form; whoever sees one of its children reads it, their agency alone answers."""
    try:
        here = _come_in(request, asked)
        return _answer(request, here) if request.method == "POST" else show(request, page_of(here))
    except Refused as refusal:
        return refused(request, refusal)


def _come_in(request: HttpRequest, asked: UUID) -> AtRequest:
    at = now()
    by = acting(request, at=at)
    try:
        held = request_of(asked)
    except BadInput:
        raise_as_for_nobody(child=asked, purpose=PURPOSE, by=by, at=at)
    children = entries.children_of(entry=held.entry)
    opened = open_seen(children=children, purpose=PURPOSE, by=by, at=at)
    return AtRequest(request=held, by=by, at=at, opened=opened)


def _answer(request: HttpRequest, here: AtRequest) -> HttpResponse:
    typed = answers_from(request.POST, FIELDS)
    said = {field: typed.get(field, "") for field in FIELDS}
    if said["answer"] != "not_told":
        said["not_shared"] = ""
    try:
        answer_request(request=here.request.id, answered=Answered(**said), by=here.by, at=here.at)
    except BadInput as bad:
        field = bad.field if bad.field in FIELDS else "answer"
        form = Form(answers=typed, problems=(Problem(field=field, words=bad.problem),))
        return show(request, page_of(here, form=form), status=422)
    say_next(request, "Answered. Whoever asked reads it now.")
    return HttpResponseRedirect(f"/asked/{here.request.id}/")
