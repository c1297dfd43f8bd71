"""Answers the address at which a child is looked for. What was typed is posted and stands in no address."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kith.access import operations as access
from kith.identity import queries as identity
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.find_child.filling import answer_of, before_asking
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

FIELD = "name"


@require_http_methods(["GET", "HEAD", "POST"])
@policy("signed_in")
def find_child(request: HttpRequest) -> HttpResponse:
    """The question, beside the reader's own children; or who may be meant, and where was looked."""
    at = now()
    try:
        by = acting(request, at=at)
    except Refused as refusal:
        return refused(request, refusal)
    if request.method != "POST":
        return show(request, before_asking(by=by, at=at))
    return _answered(request, by, at)


def _answered(request: HttpRequest, by: Actor, at: datetime) -> HttpResponse:
    typed = answers_from(request.POST, [FIELD])
    try:
        found = identity.find(text=typed.get(FIELD, ""), area=by.area, as_at=at, children_only=True)
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=FIELD, words=bad.problem),))
        return show(request, before_asking(by=by, at=at, form=form), status=422)
    access.looked_for(sealed=found.for_the_desk, by=by, at=at)
    return show(request, answer_of(found, by=by, at=at, form=Form(answers=typed)))
