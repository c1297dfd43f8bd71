"""Answers to the addresses of overrides: write one, read one, review it, say what would change it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis, Opened
from kith.decisions.challenges.types import OverrideView
from kith.journeys.override import (
    Overriding,
    override_a_worker,
    override_of,
    review_override,
    say_what_would_change,
)
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.frame import say_next
from kith.web.override.filling import override_page, overriding_page
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.together.seen import open_seen, raise_as_for_nobody
from kith.web.who import acting

FIELDS = ("their_view", "decided", "why", "would_change")
PURPOSE = "review a decision about this child"
TO_MEND = 422


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="decide otherwise than a worker about this child")
def overriding(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """A manager changes what a worker decided; both views are kept, and it is reviewed."""
    if request.method != "POST":
        return show(request, overriding_page(child=child, by=by, at=at, basis=basis))
    typed = answers_from(request.POST, FIELDS)
    said = Overriding(**{field: typed.get(field, "") for field in FIELDS})
    try:
        made = override_a_worker(children=(child.id,), said=said, by=by, at=at)
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
        page = overriding_page(child=child, by=by, at=at, basis=basis, form=form)
        return show(request, page, status=TO_MEND)
    say_next(request, "Kept. Below you read who reviews it, and by when.")
    return HttpResponseRedirect(f"/overrides/{made}/")


@require_http_methods(["GET", "HEAD", "POST"])
@policy("sees_child")
def override(request: HttpRequest, *, override: UUID) -> HttpResponse:
    """Both views, what happened since and what the reviewer found; whoever sees the child reads it."""
    at = now()
    try:
        by = acting(request, at=at)
        try:
            held = override_of(override)
        except BadInput:
            raise_as_for_nobody(child=override, purpose=PURPOSE, by=by, at=at)
        opened = open_seen(children=held.children, purpose=PURPOSE, by=by, at=at)
        if request.method != "POST":
            return show(request, override_page(held, opened=opened, by=by, at=at))
        return _posted(request, held, opened, by, at)
    except Refused as refusal:
        return refused(request, refusal)


def _posted(
    request: HttpRequest, held: OverrideView, opened: tuple[Opened, ...], by: Actor, at: datetime
) -> HttpResponse:
    typed = answers_from(request.POST, ("what", "answer", "found", "would_change"))
    try:
        if typed.get("what") == "would_change":
            say_what_would_change(override=held.id, words=typed.get("would_change", ""), by=by, at=at)
        else:
            review_override(
                override=held.id, answer=typed.get("answer", ""), found=typed.get("found", ""), by=by, at=at
            )
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
        return show(request, override_page(held, opened=opened, by=by, at=at, form=form), status=TO_MEND)
    say_next(request, "Kept.")
    return HttpResponseRedirect(f"/overrides/{held.id}/")
