"""Answers the addresses of an emergency: opening with a reason, reading of it, and the guardian's review."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.access import operations as access
from kith.access import policies
from kith.access import queries as looks
from kith.access.types import NotInvolved, Opening
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.emergency.filling import may_review, open_page, opening_page, openings_page
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.sign_in.again import proved_again
from kith.web.who import acting

PURPOSE = "open in an emergency"
NO_SUCH_OPENING = "There is no such opening that you were told of."


@require_http_methods(["GET", "HEAD", "POST"])
@policy("opens_in_emergency")
@proved_again(minutes=5)
def open_child(request: HttpRequest, *, child: UUID) -> HttpResponse:
    """Asks for a fresh proof and for the reason; then the child is open for four hours. A sealed child is refused like one who is not there."""
    at = now()
    try:
        by = acting(request, at=at)
        refusal = _refusal_of(child, by, at)
        if refusal is None:
            return HttpResponseRedirect(f"/children/{child}/")
        if request.method != "POST":
            return show(request, open_page(refused=refusal, by=by, at=at))
        return _opened(request, refusal, by, at)
    except Refused as why:
        return refused(request, why)


def _refusal_of(child: UUID, by: Actor, at: datetime) -> NotInvolved | None:
    """Why somebody may not open the child without a reason; ``None`` where they may. Raises where no reason opens it."""
    try:
        policies.check_can_see(child=child, by=by, at=at)
    except NotInvolved as no:
        if no.what in policies.NO_REASON_OPENS:
            access.refuse(refused=no, purpose=PURPOSE, by=by, at=at)
            raise
        return no
    return None


def _opened(request: HttpRequest, refusal: NotInvolved, by: Actor, at: datetime) -> HttpResponse:
    typed = answers_from(request.POST, ("category", "because"))
    try:
        access.open_in_emergency(
            child=refusal.child,
            category=typed.get("category", ""),
            because=typed.get("because", ""),
            by=by,
            at=at,
        )
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
        return show(request, open_page(refused=refusal, by=by, at=at, form=form), status=422)
    say_next(request, "Open to you for four hours. Whoever leads the work was told, with your reason.")
    return HttpResponseRedirect(f"/children/{refusal.child}/#said")


@require_http_methods(["GET", "HEAD", "POST"])
@policy("told_of_opening")
def opening(request: HttpRequest, *, opening: UUID) -> HttpResponse:
    """One opening; posting says that it was read, or what the guardian found."""
    at = now()
    try:
        by = acting(request, at=at)
        held = _told(opening, by, at)
        if request.method != "POST":
            return show(request, opening_page(held, by=by, at=at))
        return _answered(request, held, by, at)
    except Refused as why:
        return refused(request, why)


def _told(id: UUID, by: Actor, at: datetime) -> Opening:
    """The opening, for whoever was told of it and for the guardian of the area."""
    held = looks.opening(id=id)
    if held is None or not (looks.was_told(opening=id, practitioner=by.id) or may_review(by, held, at)):
        raise Refused(NO_SUCH_OPENING)
    return held


def _answered(request: HttpRequest, held: Opening, by: Actor, at: datetime) -> HttpResponse:
    typed = answers_from(request.POST, ("what", "found", "because"))
    if typed.get("what") != "review":
        access.know_of_opening(opening=held.id, by=by, at=at)
        return HttpResponseRedirect("/")
    try:
        access.review_opening(
            opening=held.id, found=typed.get("found", ""), because=typed.get("because", ""), by=by, at=at
        )
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
        return show(request, opening_page(held, by=by, at=at, form=form), status=422)
    return HttpResponseRedirect("/openings/")


@require_safe
@policy("guards")
def openings(request: HttpRequest) -> HttpResponse:
    """What waits for the guardian's review, and how often children are opened so."""
    at = now()
    try:
        by = acting(request, at=at)
        policies.check_answers_as(policies.GUARDIAN, area=by.area, by=by, at=at)
        return show(request, openings_page(by=by, at=at))
    except Refused as why:
        return refused(request, why)
