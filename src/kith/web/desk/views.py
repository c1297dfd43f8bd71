"""Answers the guardian desk's addresses."""

from collections import defaultdict
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.access import operations, policies, queries
from kith.access.types import Call
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.desk.filling import call_page, desk_page
from kith.web.parts.form import Form, Problem
from kith.web.policy import View, policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

NOT_HERE = "There is no such call for you to make."


def at_the_desk(view: View) -> View:
    """For views of whoever holds the guardian desk; they are called with ``by`` and ``at``. What they refuse is said."""

    @wraps(view)
    def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
        at = now()
        try:
            by = acting(request, at=at)
            policies.check_answers_as(policies.DESK, area=by.area, by=by, at=at)
            return view(request, by=by, at=at, **kept)
        except Refused as why:
            return refused(request, why)

    return policy("holds_the_desk")(guarded)


@require_safe
@at_the_desk
def desk(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Everybody to ring back."""
    return show(request, desk_page(by=by, at=at))


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def call(request: HttpRequest, *, call: UUID, by: Actor, at: datetime) -> HttpResponse:
    """One call: it is written down, then it is seen what stands behind it, then it is closed."""
    held = queries.call(id=call, area=by.area)
    if held is None or held.searcher == by.id:
        raise Refused(NOT_HERE)
    if request.method != "POST":
        return show(request, call_page(held, by=by, at=at))
    return _answered(request, held, by, at)


def _answered(request: HttpRequest, held: Call, by: Actor, at: datetime) -> HttpResponse:
    typed = answers_from(request.POST, ("what", "search_was_for", "spoke_with", "came_of_it", "because"))
    given = defaultdict(str, typed)
    try:
        if given["what"] == "closed":
            operations.close_call(
                call=held.id, came_of_it=given["came_of_it"], because=given["because"], by=by, at=at
            )
            return HttpResponseRedirect("/desk/")
        operations.ring_back(
            call=held.id,
            search_was_for=given["search_was_for"],
            spoke_with=given["spoke_with"],
            by=by,
            at=at,
        )
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
        return show(request, call_page(held, by=by, at=at, form=form), status=422)
    return HttpResponseRedirect(f"/desk/{held.id}/")
