"""Answers that say no, and why."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from kith.kernel.errors import Refused
from kith.web.frame import Frame, frame_for
from kith.web.policy import policy
from kith.web.refused.page import ExpiredPage, MissingPage, RefusedPage
from kith.web.show import draw, show

_NEVER_GIVEN_BACK = {
    "csrfmiddlewaretoken",
    "password",
    "password_now",
    "new_password",
    "new_password_again",
    "code",
    "let_in_code",
    "passkey",
    "again_password",
    "again_code",
    "again_asked",
}


def refused(request: HttpRequest, refusal: Refused, *, ask_href: str = "") -> HttpResponse:
    """The page that says why somebody may not open something, and whom to ring."""
    ring = frame_for(request).desk_phone
    return show(request, RefusedPage(reason=refusal.reason, ring=ring, ask_href=ask_href), status=403)


@policy("public")
def page_had_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose sign-in ran out while it was written: gives every typed word back. Named in the settings."""
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
    page = MissingPage(
        title="There is no such page", words="Check the address, or begin from what needs you."
    )
    return show(request, page, status=404)


@policy("public")
def too_much(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What came could not be read: nearly always far more words than a form takes; or it came to a name that is not ours."""
    if isinstance(exception, DisallowedHost):
        page = MissingPage(
            title="There is no such page", words="Kith does not answer to that name. Check the address."
        )
        return HttpResponse(draw(page, request=request, frame=Frame()), status=400)
    page = MissingPage(
        title="That was too much to take in",
        words="Nothing was saved just now. Go back in your browser: your words stand in the form. Shorten them, or send "
        "them in parts. If it cannot wait, ring your duty desk, or 999 in danger.",
    )
    return show(request, page, status=400)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """A fault on our side: drawn without the database, which may be what is at fault; so no policy asks it anything."""
    page = MissingPage(
        title="Something went wrong here, not with you",
        words="Nothing was saved just now. Try again; if it cannot wait, ring your duty desk, or 999 in danger.",
    )
    return HttpResponse(draw(page, request=request, frame=Frame()), status=500)
