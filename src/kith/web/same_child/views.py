"""Answers the address of one question of identity: read it, and say who it is."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.access import policies
from kith.identity import queries as identity
from kith.identity.types import OpenReview
from kith.journeys.say_who_it_is import check_may_say, say_who_it_is
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.same_child.filling import ANSWERS, page_of
from kith.web.show import show
from kith.web.who import acting

FIELDS = ("decision", "because")
NOT_HERE = "This has been answered, or was never asked. What waits for you stands on the first page."


@require_http_methods(["GET", "HEAD", "POST"])
@policy("says_who_it_is")
def same_child(request: HttpRequest, *, review: UUID) -> HttpResponse:
    """Two descriptions side by side; posting answers whether they are of one child."""
    at = now()
    try:
        by = acting(request, at=at)
        asked = _asked(review, by, at)
        if request.method != "POST":
            return show(request, page_of(asked, at=at))
        return _answered(request, asked, by, at)
    except Refused as refusal:
        return refused(request, refusal)


def _asked(review: UUID, by: Actor, at: datetime) -> OpenReview:
    """The open question, for whoever may answer it; one about a child who is held closely is answered at the desk."""
    asked = identity.review(id=review)
    if asked is None:
        raise Refused(NOT_HERE)
    check_may_say(asked, by=by)
    sides = people.persons(ids=[asked.person, asked.other_person])
    closed = {id: side.tier for id, side in sides.items() if side.tier != "normal"}
    seen = set(policies.sight(by=by, at=at).filter(child__in=closed).values_list("child", flat=True))
    hidden = {tier for id, tier in closed.items() if id not in seen}
    if "sealed" in hidden:
        raise Refused(NOT_HERE)
    if hidden:
        raise Refused("One of them is held closely. Ring the duty desk, which can look at both.")
    return asked


def _answered(request: HttpRequest, asked: OpenReview, by: Actor, at: datetime) -> HttpResponse:
    typed = answers_from(request.POST, FIELDS)
    problems = []
    if typed.get("decision") not in {one.value for one in ANSWERS}:
        problems.append(Problem(field="decision", words="Choose yes, no, or that you cannot tell"))
    if not typed.get("because"):
        problems.append(Problem(field="because", words="Say how you know"))
    if not problems:
        try:
            say_who_it_is(review=asked.id, decision=typed["decision"], because=typed["because"], by=by, at=at)
            return HttpResponseRedirect("/")
        except BadInput as bad:
            problems.append(Problem(field="because", words=bad.problem))
    form = Form(answers=typed, problems=tuple(problems))
    return show(request, page_of(asked, at=at, form=form), status=422)
