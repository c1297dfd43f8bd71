"""Answers the addresses of letters: the list with the lines, one letter that is mended and sent, and setting it aside."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.journeys.feeding import mending
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.frame import say_next
from kith.web.letters.filling import TOO_LARGE, letter_page, letters_page, names_of
from kith.web.letters.text import LARGEST, changed, typed
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

View = Callable[..., HttpResponse]


def for_whoever_mends(view: View) -> View:
    """The view is called with ``by`` and ``at``; what it refuses is answered with its reason."""

    @policy("mends_letters")
    @wraps(view)
    def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
        at = now()
        try:
            return view(request, by=acting(request, at=at), at=at, **kept)
        except Refused as refusal:
            return refused(request, refusal)

    return guarded


@require_safe
@for_whoever_mends
def letters(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What waits, of one's own agency or of the area; and how the lines stand."""
    return show(request, letters_page(by=by, at=at))


@require_http_methods(["GET", "HEAD", "POST"])
@for_whoever_mends
def letter(request: HttpRequest, *, letter: UUID, by: Actor, at: datetime) -> HttpResponse:
    """One letter; posting looks at what was typed again, or sends it."""
    kept = mending.open_letter(letter, by=by, at=at)
    if request.method != "POST":
        return show(request, letter_page(kept, by=by, at=at))
    if not kept.waits:
        raise Refused("This letter was settled already.")
    if len(request.POST.get("text", "").encode()) > LARGEST:
        given = answers_from(request.POST, ("text",))
        form = Form(answers=given, problems=(Problem(field="text", words=TOO_LARGE),))
        return show(request, letter_page(kept, by=by, at=at, form=form), status=422)
    body = _typed(request, kept, at)
    act = mending.resend if request.POST.get("then") == "send" else mending.mend
    wrong = act(letter, body=body, by=by, at=at)
    if act is mending.resend and not wrong:
        say_next(request, "The letter was taken.")
        return HttpResponseRedirect("/letters/")
    page = letter_page(kept, by=by, at=at, body=body, wrong=wrong, form=Form())
    return show(request, page, status=422 if wrong else 200)


@require_POST
@for_whoever_mends
def aside(request: HttpRequest, *, letter: UUID, by: Actor, at: datetime) -> HttpResponse:
    """A person says that it is never to be taken, and why."""
    given = answers_from(request.POST, ("because",))
    try:
        mending.set_aside(letter, because=given.get("because", ""), by=by, at=at)
    except BadInput as bad:
        kept = mending.open_letter(letter, by=by, at=at)
        form = Form(answers=given, problems=(Problem(field="because", words=bad.problem),))
        return show(request, letter_page(kept, by=by, at=at, wrong=(), form=form), status=422)
    return HttpResponseRedirect("/letters/")


def _typed(request: HttpRequest, kept: mending.Kept, at: datetime) -> bytes:
    """The text as it was typed, with the fields that were changed put into it."""
    before = kept.latest
    body = typed(request.POST["text"], over=before) if "text" in request.POST else before
    names = names_of(kept, body=before, wrong=mending.wrong_with(kept, body=before, at=at))
    return mending.with_fields(kept, body=body, values=changed(request.POST.dict(), names))
