"""The way from a first proof to an open session: a second step where there is one, and always a new key."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model, login, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.urls import reverse

from kith.web.proof import PROVED_AT, SHARED, SIGNED_IN_AT, TWO_FACTORS, needs_second_factor
from kith.web.sign_in import sessions, written_down
from kith.web.sign_in.device import IDLE_ON_A_SHARED_DEVICE, device_words, mark_shared
from kith.web.sign_in.factors import has_factor

BACKEND = "django.contrib.auth.backends.ModelBackend"
LONGEST_BETWEEN_STEPS = timedelta(minutes=10)
_WAITING = "first_step"
_ONWARDS = "onwards"


def first_step_done(
    request: HttpRequest, person: Any, *, onwards: str, shared: bool, at: datetime
) -> HttpResponse:
    """One thing was proved: on to the second step, or to setting one up where there is none yet."""
    if not has_factor(person=person):
        return let_in(request, person, two=False, onwards=onwards, shared=shared, at=at)
    request.session.flush()
    request.session[_WAITING] = {
        "person": str(person.pk), "at": at.isoformat(), "onwards": onwards, "shared": shared,
    }  # fmt: skip
    return HttpResponseRedirect(reverse("sign_in_second"))


def who_waits(request: HttpRequest, *, at: datetime) -> tuple[Any, str, bool] | None:
    """Who stands between the two steps, where they go and whether the device is shared; None where nobody does."""
    waiting = request.session.get(_WAITING)
    if not waiting or at - datetime.fromisoformat(waiting["at"]) > LONGEST_BETWEEN_STEPS:
        return None
    person = get_user_model().objects.filter(pk=waiting["person"], is_active=True).first()
    return (person, waiting["onwards"], waiting["shared"]) if person else None


def let_in(
    request: HttpRequest, person: Any, *, two: bool, onwards: str, shared: bool, at: datetime
) -> HttpResponse:
    """Opens a session in which nothing is left of the one before, and goes on."""
    sessions.forget(session=request.session.session_key)
    request.session.flush()
    login(request, person, backend=BACKEND)
    request.session.update({SIGNED_IN_AT: at.isoformat(), PROVED_AT: at.isoformat(), TWO_FACTORS: two})
    if shared:
        request.session[SHARED] = True
        request.session.set_expiry(IDLE_ON_A_SHARED_DEVICE)
    request.session.save()
    sessions.begin(
        person=person, session=request.session.session_key, device=device_words(request), shared=shared, at=at
    )
    written_down.signed_in(request, person, two_factors=two, shared=shared)
    answer = HttpResponseRedirect(_next_page(request, onwards))
    mark_shared(answer, shared=shared) if shared else None
    return answer


def proved_anew(request: HttpRequest, *, at: datetime, two: bool = False) -> None:
    """They proved who they are once more: the session's key is a new one from here on."""
    before = request.session.session_key
    request.session.cycle_key()
    rotate_token(request)
    request.session[PROVED_AT] = at.isoformat()
    if two:
        request.session[TWO_FACTORS] = True
    sessions.renamed(before=before, session=request.session.session_key)


def password_changed(request: HttpRequest, person: Any, *, at: datetime) -> int:
    """This session goes on under a new key; every other one of theirs ends. Answers how many ended."""
    before = request.session.session_key
    update_session_auth_hash(request, person)
    sessions.renamed(before=before, session=request.session.session_key)
    proved_anew(request, at=at)
    return sessions.end_all(person=person, but=request.session.session_key)


def go_on(request: HttpRequest) -> HttpResponse:
    """To where somebody was going before they were led to set up a second factor."""
    return HttpResponseRedirect(request.session.pop(_ONWARDS, settings.LOGIN_REDIRECT_URL))


def _next_page(request: HttpRequest, onwards: str) -> str:
    if not needs_second_factor(request):
        return onwards
    request.session[_ONWARDS] = onwards
    return reverse("sign_in_set_up")
