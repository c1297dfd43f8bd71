"""Answers the addresses of what was held: the list, one document, its release by two, and the document itself."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from kith.access.types import Basis
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.outgoing import operations, policies
from kith.outgoing.types import HeldView
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.held.filling import held_page, still_know_page, view_of, waiting_page
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

View = Callable[..., HttpResponse]
ALONE = "sandbox; default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'"
"""A document that is opened runs nothing and sends nothing."""


def for_whoever_releases(view: View) -> View:
    """The view is called with ``by`` and ``at``; what it refuses is answered with its reason."""

    @policy("releases")
    @wraps(view)
    def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
        at = now()
        try:
            return view(request, by=acting(request, at=at), at=at, **kept)
        except Refused as refusal:
            return refused(request, refusal)

    return guarded


@require_safe
@for_whoever_releases
def waiting(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Everything that waits in the area, for its guardians of information."""
    policies.check_is_guardian(area=by.area, by=by, at=at)
    return show(request, waiting_page(area=by.area, at=at))


@require_safe
@for_whoever_releases
def held(request: HttpRequest, *, outgoing: UUID, by: Actor, at: datetime) -> HttpResponse:
    """What stopped one document, whom to ask, and who released it."""
    found, role = _seen(outgoing, by, at)
    return show(request, held_page(found, role=role, by=by, at=at))


@require_safe
@for_whoever_releases
def document(request: HttpRequest, *, outgoing: UUID, by: Actor, at: datetime) -> HttpResponse:
    """The bytes: for a guardian before they decide, or for whoever compiled it once two released it."""
    found, role = _seen(outgoing, by, at)
    if found.waits and role == policies.GUARDIAN:
        body = operations.read_held(outgoing=outgoing, by=by, at=at)
    else:
        body = operations.hand_over(outgoing=outgoing, by=by, at=at) or b""
    is_page = found.media_type == "text/html"
    answer = HttpResponse(
        body, content_type="text/html; charset=utf-8" if is_page else "application/octet-stream"
    )
    answer.headers["Content-Disposition"] = "inline" if is_page else "attachment; filename=document"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = ALONE
    return answer


@require_POST
@for_whoever_releases
def release(request: HttpRequest, *, outgoing: UUID, by: Actor, at: datetime) -> HttpResponse:
    """One person of two releases it, with a reason."""
    found, role = _seen(outgoing, by, at)
    act = operations.release_second if found.first else operations.release_first
    return _done(request, act, found, role, by, at)


@require_POST
@for_whoever_releases
def keep_back(request: HttpRequest, *, outgoing: UUID, by: Actor, at: datetime) -> HttpResponse:
    """A guardian says that it never goes."""
    found, role = _seen(outgoing, by, at)
    return _done(request, operations.keep_back, found, role, by, at)


@require_safe
@about_child(purpose="see who was written to about the child")
def still_know(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """Who still knows the old address, and what a change of home has frozen."""
    return show(request, still_know_page(child=child, at=at))


def _seen(outgoing: UUID, by: Actor, at: datetime) -> tuple[HeldView, str]:
    found = view_of(outgoing)
    if found is None:
        raise Refused(policies.NOT_HERE)
    role = policies.check_can_see_hold(
        area=found.area, about=found.about, compiled_by=found.compiled_by, by=by, at=at
    )
    return found, role


def _done(
    request: HttpRequest, act: Callable[..., None], found: HeldView, role: str, by: Actor, at: datetime
) -> HttpResponse:
    typed = answers_from(request.POST, ("because",))
    try:
        act(outgoing=found.id, because=typed.get("because", ""), by=by, at=at)
        return HttpResponseRedirect(f"/held/{found.id}/")
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field="because", words=bad.problem),))
    return show(request, held_page(found, role=role, by=by, at=at, form=form), status=422)
