"""Signing in, signing out and, in the demo, being one of its people in one click."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate, get_user_model, login, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from kith.kernel.clock import now
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.show import show
from kith.web.sign_in.demo import roles_on_offer
from kith.web.sign_in.hours import SIGNED_IN_AT
from kith.web.sign_in.page import DemoRole, SignInPage

_WRONG = Problem(field="email", words="Check your work e-mail and password. One of them is not right.")


@policy("public")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Shows the form; on the right e-mail and password goes on to where the person was going."""
    if request.method == "GET":
        return show(request, _page(request, Form(), request.GET.get("next", "")))
    email = request.POST.get("email", "").strip()
    problems = _missing(email, request.POST.get("password", ""))
    person = None if problems else authenticate(request, username=email, password=request.POST["password"])
    if person is None:
        form = Form(answers={"email": email}, problems=problems or (_WRONG,))
        return show(request, _page(request, form, request.POST.get("next", "")), status=422)
    _let_in(request, person, at=now())
    return HttpResponseRedirect(_onwards(request))


@policy("public")
@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """One click in the demo: only on this machine, only as one of the people on offer."""
    at = now()
    chosen = request.POST.get("practitioner", "")
    if chosen not in {str(role.practitioner) for role in _offered(request, at=at)}:
        raise Http404
    person = get_user_model().objects.get(practitioner=UUID(chosen))
    person.backend = settings.AUTHENTICATION_BACKENDS[0]
    _let_in(request, person, at=at)
    return HttpResponseRedirect(settings.LOGIN_REDIRECT_URL)


@policy("signed_in")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session here and on the server, and asks the browser to forget the pages."""
    logout(request)
    answer = HttpResponseRedirect(reverse("sign_in"))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _let_in(request: HttpRequest, person: Any, *, at: datetime) -> None:
    login(request, person)
    request.session[SIGNED_IN_AT] = at.isoformat()


def _missing(email: str, password: str) -> tuple[Problem, ...]:
    asked = (("email", email, "Enter your work e-mail"), ("password", password, "Enter your password"))
    return tuple(Problem(field=field, words=words) for field, typed, words in asked if not typed)


def _page(request: HttpRequest, form: Form, wanted: str) -> SignInPage:
    return SignInPage(form=form, next=wanted, roles=_offered(request, at=now()))


def _offered(request: HttpRequest, *, at: datetime) -> tuple[DemoRole, ...]:
    """The demo's people: only where this is a demo and the browser is on the same machine."""
    here = request.META.get("REMOTE_ADDR") in ("127.0.0.1", "::1")
    return roles_on_offer(at=at) if getattr(settings, "KITH_DEMO", False) and here else ()


def _onwards(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else settings.LOGIN_REDIRECT_URL
