"""Answers the addresses of what went back: the page, and trying again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from kith.giving import operations
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.web.frame import say_next
from kith.web.given_back.filling import given_back_page
from kith.web.policy import policy
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting


@require_safe
@policy("reads_given_back")
def given_back(request: HttpRequest) -> HttpResponse:
    """How giving back stands, of one's own agency or of the area."""
    at = now()
    try:
        return show(request, given_back_page(by=acting(request, at=at), at=at))
    except Refused as refusal:
        return refused(request, refusal)


@require_POST
@policy("reads_given_back")
def again(request: HttpRequest, *, receiver: UUID) -> HttpResponse:
    """A person has a system told again."""
    at = now()
    try:
        operations.send_again(receiver, by=acting(request, at=at), at=at)
    except Refused as refusal:
        return refused(request, refusal)
    say_next(request, "Kith tries again within a minute.")
    return HttpResponseRedirect("/given-back/")
