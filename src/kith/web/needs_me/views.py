"""Answers the first address: what needs the person who is signed in; and what they should know, until they say that they do."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.journeys.undo_a_match import know_that_undone
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.web.needs_me.filling import page_of
from kith.web.needs_me.told import told_page
from kith.web.policy import policy
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting


@require_safe
@policy("signed_in")
def needs_me(request: HttpRequest) -> HttpResponse:
    """What waits for them by the clock, and what came in about their children since they last looked."""
    at = now()
    try:
        return show(request, page_of(by=acting(request, at=at), at=at))
    except Refused as refusal:
        return refused(request, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
@policy("signed_in")
def told(request: HttpRequest, *, prompt: UUID) -> HttpResponse:
    """A match on which a question of theirs rested was undone; posting says that they have read it."""
    at = now()
    try:
        by = acting(request, at=at)
        page = told_page(prompt=prompt, by=by, at=at)
        if request.method != "POST":
            return show(request, page)
        know_that_undone(prompt=prompt, by=by, at=at)
        return HttpResponseRedirect("/")
    except Refused as refusal:
        return refused(request, refusal)
