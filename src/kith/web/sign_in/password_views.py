"""Changing one's own password."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.agencies import operations as agencies
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.frame import frame_for, say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.sign_in.again import password_problem, proved_again
from kith.web.sign_in.by_agency import agency_that_proves, number_of
from kith.web.sign_in.device import device_words
from kith.web.sign_in.letting_in import password_changed
from kith.web.sign_in.password_page import NoPasswordPage, PasswordPage
from kith.web.sign_in.typed_password import is_shown, typed_twice
from kith.web.who import acting


@require_http_methods(["GET", "POST"])
@policy("signed_in")
@proved_again(minutes=5)
def change_password(request: HttpRequest) -> HttpResponse:
    """Asks for the password of now and another; every other session of theirs ends with the change, and they are told."""
    at = now()
    try:
        by = acting(request, at=at)
        if not request.user.has_usable_password():
            return _no_password(request, by)
        problem = _changed(request, by, at) if request.method == "POST" else None
    except Refused as why:
        return refused(request, why)
    if request.method == "POST" and problem is None:
        return HttpResponseRedirect(reverse("sign_in_mine"))
    page = PasswordPage(
        form=Form(problems=(problem,) if problem else ()), shown=is_shown(request), email=request.user.email
    )
    return show(request, page, status=422 if problem else 200)


def _changed(request: HttpRequest, by: Actor, at: datetime) -> Problem | None:
    """Changes it, or says what is wrong; the password of now is asked for even after a fresh proof (ASVS 6.2.3)."""
    password_now = request.POST.get("password_now", "")
    if not password_now:
        return Problem(field="password_now", words="Type the password that you have now.")
    wrong = password_problem(request, password_now, field="password_now", at=at)
    if wrong:
        return wrong
    try:
        agencies.change_password(password=typed_twice(request), device=device_words(request), by=by, at=at)
    except BadInput as bad:
        return Problem(field=bad.field, words=bad.problem)
    request.user.refresh_from_db()
    ended = password_changed(request, request.user, at=at)
    say_next(request, f"Your password is changed. {_ended(ended)}")
    return None


def _ended(number: int) -> str:
    if number == 0:
        return "You were signed in nowhere else."
    where = "one other device" if number == 1 else f"{number} other devices"
    return f"You are signed out on {where}."


def _no_password(request: HttpRequest, by: Actor) -> HttpResponse:
    agency = agency_that_proves(request.user, by)
    page = NoPasswordPage(
        agency=agency.name if agency else "",
        agency_phone=number_of(by) if agency else "",
        ring=frame_for(request).desk_phone,
    )
    return show(request, page, status=409 if request.method == "POST" else 200)
