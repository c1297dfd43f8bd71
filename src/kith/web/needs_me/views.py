"""Answers the first address: what needs the person who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.web.needs_me.filling import page_of
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
