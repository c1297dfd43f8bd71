"""Answers the addresses on which looks are reviewed; reading of a child's looks is a look itself."""

from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.access import operations as access
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.oversight import operations, policies
from kith.oversight import queries as oversight
from kith.web.looks_review.filling import finding_page, looks_page, may_be_named
from kith.web.parts.form import Form, Problem
from kith.web.policy import View, policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

PURPOSE = "review who looked at this child"


def reviewing(view: View) -> View:
    """For views of whoever reviews looks; they are called with ``by`` and ``at``. What they refuse is said."""

    @wraps(view)
    def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
        at = now()
        try:
            return view(request, by=acting(request, at=at), at=at, **kept)
        except Refused as why:
            return refused(request, why)

    return policy("reviews_looks")(guarded)


@require_safe
@reviewing
def looks(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What waits, and how the rules fare."""
    roles = policies.reviews_as(by=by, at=at)
    return show(request, looks_page(roles=roles, by=by, at=at))


@require_http_methods(["GET", "HEAD", "POST"])
@reviewing
def finding(request: HttpRequest, *, finding: UUID, by: Actor, at: datetime) -> HttpResponse:
    """One finding with its looks; posting answers it."""
    policies.check_reviews(finding=finding, by=by, at=at)
    typed = answers_from(request.POST, ("answer", "because")) if request.method == "POST" else {}
    form, status = Form(), 200
    if request.method == "POST":
        try:
            operations.answer(
                finding=finding,
                answer=typed.get("answer", ""),
                because=typed.get("because", ""),
                by=by,
                at=at,
            )
            return HttpResponseRedirect("/looks/")
        except BadInput as bad:
            form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
            status = 422
    held = oversight.finding(id=finding)
    assert held is not None, "the check found it"
    named = may_be_named(finding=finding, by=by, at=at)
    for child in named:
        access.look_to_answer(child=child, purpose=PURPOSE, by=by, at=at)
    return show(request, finding_page(held, children=named, at=at, form=form), status=status)
