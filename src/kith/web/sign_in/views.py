"""Signing in, signing out and, in the demo, being one of its people in one click."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate, get_user_model, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from kith.kernel.clock import now
from kith.web.frame import frame_for
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.show import show
from kith.web.sign_in import passkeys, sessions, throttle, written_down
from kith.web.sign_in.agencies_that_prove import doors
from kith.web.sign_in.demo import roles_on_offer
from kith.web.sign_in.device import address_of, is_shared, mark_shared
from kith.web.sign_in.factors import has_app
from kith.web.sign_in.letting_in import first_step_done, let_in, who_waits
from kith.web.sign_in.page import DemoRole, Passkey, PasskeyPage, SecondPage, SignInPage
from kith.web.sign_in.proving import code_is_right
from kith.web.sign_in.scripted import show_with_script
from kith.web.sign_in.wording import NO_PASSKEY, too_many, wrong_code

_WRONG = Problem(field="email", words="Check your work e-mail and password. One of them is not right.")


@policy("public")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Shows the form; on the right e-mail and password goes on to the second step, or to where the person was going."""
    if request.method == "GET":
        form = Form(answers={"shared": "yes"} if is_shared(request) else {})
        return show(request, _page(request, form, request.GET.get("next", "")))
    email, at = answers_from(request.POST, ("email",)).get("email", ""), now()
    problems = _missing(email, request.POST.get("password", ""))
    if problems:
        return _again(request, email, problems)
    counted = throttle.about("password", email.lower(), address_of(request))
    if not throttle.may_try(about=counted, at=at):
        written_down.proof_refused(request, proof="password", why=written_down.TOO_MANY, email=email)
        return _again(request, email, (too_many("email"),), status=429)
    person = authenticate(request, username=email, password=request.POST["password"])
    if person is None:
        written_down.proof_refused(request, proof="password", why=written_down.WRONG, email=email)
        return _again(request, email, (_WRONG,))
    throttle.was_right(about=counted)
    written_down.proof_held(request, proof="password", person=person)
    shared = request.POST.get("shared") == "yes"
    answer = first_step_done(request, person, onwards=_onwards(request), shared=shared, at=at)
    if shared != is_shared(request):
        mark_shared(answer, shared=shared)
    return answer


@policy("public")
@require_http_methods(["GET", "POST"])
def sign_in_passkey(request: HttpRequest) -> HttpResponse:
    """A passkey alone: the device that holds it asked for a finger, a face or a PIN, so that it is two factors in one."""
    if not passkeys.can_be_used(request):
        raise Http404
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        at = now()
        try:
            person = passkeys.proved(request, why="sign_in", posted=request.POST.get("passkey", ""), at=at)
            return let_in(
                request, person, two=True, onwards=_onwards(request), shared=is_shared(request), at=at
            )
        except passkeys.NotProved:
            problems = (NO_PASSKEY,)
    page = PasskeyPage(
        form=Form(problems=problems),
        passkey=Passkey(options=passkeys.options_to_prove(request, why="sign_in")),
        next=_wanted(request),
    )
    return show_with_script(request, page, status=422 if problems else 200)


@policy("public")
@require_http_methods(["GET", "POST"])
def sign_in_second(request: HttpRequest) -> HttpResponse:
    """The second step, for whoever did the first within ten minutes."""
    at = now()
    waiting = who_waits(request, at=at)
    if waiting is None:
        return HttpResponseRedirect(reverse("sign_in"))
    person, onwards, shared = waiting
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        problems = _second_problem(request, person, at)
        if not problems:
            return let_in(request, person, two=True, onwards=onwards, shared=shared, at=at)
    page = SecondPage(
        form=Form(problems=problems), ring=frame_for(request).desk_phone, **_ways(request, person)
    )
    draw = show_with_script if page.passkey else show
    return draw(request, page, status=422 if problems else 200)


def _second_problem(request: HttpRequest, person: object, at: datetime) -> tuple[Problem, ...]:
    if request.POST.get("passkey"):
        try:
            passkeys.proved(request, why="second", posted=request.POST["passkey"], at=at, person=person)
        except passkeys.NotProved:
            return (NO_PASSKEY,)
        return ()
    right = code_is_right(request, person, code=request.POST.get("code", ""), at=at, recovery=True)
    return () if right else (wrong_code("code") if right is False else too_many("code"),)


def _ways(request: HttpRequest, person: object) -> dict[str, object]:
    usable = passkeys.can_be_used(request) and passkeys.has_passkey(person)
    options = passkeys.options_to_prove(request, why="second", person=person) if usable else ""
    return {"passkey": Passkey(options=options) if usable else None, "app": has_app(person=person)}


@policy("public")
@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """One click in the demo: only on this machine, only as one of the people on offer."""
    at = now()
    chosen = request.POST.get("practitioner", "")
    if chosen not in {str(role.practitioner) for role in _offered(request, at=at)}:
        raise Http404
    person = get_user_model().objects.get(practitioner=UUID(chosen))
    shared = is_shared(request)
    return let_in(request, person, two=False, onwards=settings.LOGIN_REDIRECT_URL, shared=shared, at=at)


@policy("own_sign_in")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session here and on the server, and asks the browser to forget the pages.

    Switching person on a shared device is this too: nothing of the one before is left for the next, who proves as always
    who they are. What was begun stays a draft of its writer's.
    """
    sessions.forget(session=request.session.session_key)
    written_down.session_ended(request, why="signed_out")
    logout(request)
    answer = HttpResponseRedirect(reverse("sign_in"))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _again(
    request: HttpRequest, email: str, problems: tuple[Problem, ...], *, status: int = 422
) -> HttpResponse:
    """The form once more: the same in every byte whether the e-mail is somebody's or nobody's."""
    shared = {"shared": "yes"} if request.POST.get("shared") == "yes" else {}
    form = Form(answers={"email": email, **shared}, problems=problems)
    return show(request, _page(request, form, request.POST.get("next", "")), status=status)


def _missing(email: str, password: str) -> tuple[Problem, ...]:
    asked = (("email", email, "Enter your work e-mail"), ("password", password, "Enter your password"))
    return tuple(Problem(field=field, words=words) for field, typed, words in asked if not typed)


def _page(request: HttpRequest, form: Form, wanted: str) -> SignInPage:
    return SignInPage(
        form=form,
        next=wanted,
        roles=_offered(request, at=now()),
        agencies=doors(),
        passkeys=passkeys.can_be_used(request),
        ring=frame_for(request).desk_phone,
    )


def _offered(request: HttpRequest, *, at: datetime) -> tuple[DemoRole, ...]:
    """The demo's people: only where this is a demo and the browser is on the same machine."""
    here = request.META.get("REMOTE_ADDR") in ("127.0.0.1", "::1")
    return roles_on_offer(at=at) if getattr(settings, "KITH_DEMO", False) and here else ()


def _wanted(request: HttpRequest) -> str:
    return str(request.POST.get("next", "") or request.GET.get("next", ""))


def _onwards(request: HttpRequest) -> str:
    wanted = _wanted(request)
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else settings.LOGIN_REDIRECT_URL
