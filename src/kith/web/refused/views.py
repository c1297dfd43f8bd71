"""Answers that say no, and why."""

from django.http import HttpRequest, HttpResponse

from kith.kernel.errors import Refused
from kith.web.frame import frame_for
from kith.web.policy import policy
from kith.web.refused.page import ExpiredPage, MissingPage, RefusedPage
from kith.web.show import show

_NEVER_GIVEN_BACK = {"csrfmiddlewaretoken", "password"}


def refused(request: HttpRequest, refusal: Refused, *, ask_href: str = "") -> HttpResponse:
    """The page that says why somebody may not open something, and whom to ring."""
    ring = frame_for(request).desk_phone
    return show(request, RefusedPage(reason=refusal.reason, ring=ring, ask_href=ask_href), status=403)


@policy("public")
def page_had_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose session ended while it was written: gives every typed word back. Named in the settings."""
    typed = tuple(
        (name.replace("_", " "), words)
        for name, all_words in request.POST.lists()
        for words in all_words
        if name not in _NEVER_GIVEN_BACK and words.strip()
    )
    return show(request, ExpiredPage(words=typed), status=403)


@policy("public")
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that leads nowhere."""
    page = MissingPage(title="There is no such page", words="Check the address, or begin from what needs you.")
    return show(request, page, status=404)
