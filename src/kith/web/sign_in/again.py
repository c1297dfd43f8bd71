"""Asks again who somebody is before what a colleague at their open screen must not do; no typed word is lost by it.

    @policy("opens_in_emergency")
    @proved_again(minutes=5)
    def open_child(request, *, child): ...

The page that asks carries the waiting form in itself and posts both to the same address: nothing goes into an address,
and nothing is kept on the way.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict

from kith.kernel.clock import now
from kith.web.frame import frame_for
from kith.web.parts.form import Form, Problem
from kith.web.proof import proved_within
from kith.web.show import show
from kith.web.sign_in import passkeys, throttle, written_down
from kith.web.sign_in.device import address_of
from kith.web.sign_in.factors import has_app
from kith.web.sign_in.letting_in import proved_anew
from kith.web.sign_in.page import AgainPage, Passkey
from kith.web.sign_in.proving import code_is_right
from kith.web.sign_in.scripted import show_with_script
from kith.web.sign_in.wording import NO_PASSKEY, too_many, wrong_code

View = Callable[..., HttpResponse]
PROOFS = ("again_password", "again_code", "passkey")
_ASKED = "again_asked"
NEW_PASSWORDS = ("password_now", "new_password", "new_password_again", "shown")
"""Never carried in a page, so typed anew after the proof."""
_NOT_KEPT = {*PROOFS, *NEW_PASSWORDS, _ASKED, "csrfmiddlewaretoken"}
_NOTHING = Problem(field="again_password", words="Enter your password or a code, or use a passkey.")


def proved_again(*, minutes: int = 5) -> Callable[[View], View]:
    """Lets a view be reached only by whoever proved who they are within so many minutes. Put it below the policy."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
            at = now()
            if settings.KITH_DEMO or proved_within(request, minutes=minutes, at=at):
                return _go_on(request, view, kept)
            if request.method != "POST" or _ASKED not in request.POST:
                return ask(request)
            problem = prove(request, at=at)
            return ask(request, problem=problem) if problem else _go_on(request, view, kept)

        return guarded

    return guard


def prove(request: HttpRequest, *, at: datetime) -> Problem | None:
    """Whether what was posted proves that it is still them; what is wrong, where it does not."""
    password, code = request.POST.get("again_password", ""), request.POST.get("again_code", "")
    problem: Problem | None = _NOTHING
    if request.POST.get("passkey"):
        problem = _passkey_problem(request, at)
    elif code:
        right = code_is_right(request, request.user, code=code, at=at)
        problem = None if right else wrong_code("again_code") if right is False else too_many("again_code")
    elif password:
        problem = password_problem(request, password, field="again_password", at=at)
    if problem is None:
        proved_anew(request, at=at)
    return problem


def ask(request: HttpRequest, *, problem: Problem | None = None) -> HttpResponse:
    """The page that asks, with the waiting form in it."""
    person = request.user
    usable = passkeys.can_be_used(request) and passkeys.has_passkey(person)
    options = passkeys.options_to_prove(request, why="again", person=person) if usable else ""
    page = AgainPage(
        form=Form(problems=(problem,) if problem else ()),
        passkey=Passkey(options=options) if usable else None,
        password=person.has_usable_password(),
        app=has_app(person=person),
        action=request.path,
        method=request.POST.get(_ASKED, "POST" if request.method == "POST" else "GET"),
        kept=waiting_words(request.POST),
        ring=frame_for(request).desk_phone,
    )
    draw = show_with_script if page.passkey else show
    return draw(request, page, status=422 if problem else 401)


def waiting_words(posted: QueryDict) -> tuple[tuple[str, str], ...]:
    """Every field of the waiting form with its words, in order; proofs are not among them."""
    return tuple((name, words) for name, all in posted.lists() for words in all if name not in _NOT_KEPT)


def _go_on(request: HttpRequest, view: View, kept: dict[str, Any]) -> HttpResponse:
    """The view sees the form as it was typed, without the proofs. A page that was only to be opened is opened."""
    if request.method == "POST" and _ASKED in request.POST:
        typed = QueryDict(mutable=True)
        for name, words in waiting_words(request.POST):
            typed.appendlist(name, words)
        if request.POST[_ASKED] == "GET":
            request.method = "GET"
        request.POST = typed  # type: ignore[assignment]
    return view(request, **kept)


def password_problem(request: HttpRequest, password: str, *, field: str, at: datetime) -> Problem | None:
    """What is wrong with a password that whoever is signed in typed as theirs; its tries are counted."""
    counted = throttle.about("password", request.user.email, address_of(request))
    if not throttle.may_try(about=counted, at=at):
        written_down.proof_refused(request, proof="password", why=written_down.TOO_MANY, person=request.user)
        return too_many(field)
    if not request.user.check_password(password):
        written_down.proof_refused(request, proof="password", why=written_down.WRONG, person=request.user)
        return Problem(field=field, words="That password is not right.")
    throttle.was_right(about=counted)
    written_down.proof_held(request, proof="password", person=request.user)
    return None


def _passkey_problem(request: HttpRequest, at: datetime) -> Problem | None:
    try:
        passkeys.proved(request, why="again", posted=request.POST["passkey"], at=at, person=request.user)
    except passkeys.NotProved:
        return NO_PASSKEY
    return None
