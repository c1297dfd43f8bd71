"""Not getting in: what to do, the code that a keeper read out, and the new password that it leads to."""

import logging
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.agencies import operations as agencies
from kith.agencies import queries
from kith.agencies.lettings_in import letting_in_at_the_door
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.web.frame import frame_for
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.typed import NOT_TEXT
from kith.web.show import show
from kith.web.sign_in import sessions, throttle
from kith.web.sign_in.by_agency import agency_that_proves
from kith.web.sign_in.device import address_of, device_words, is_shared
from kith.web.sign_in.factors import take_all_away
from kith.web.sign_in.letting_in import LONGEST_BETWEEN_STEPS, first_step_done
from kith.web.sign_in.password_page import CannotGetInPage, CodePage, ComeInPage
from kith.web.sign_in.typed_password import is_shown, typed_twice
from kith.web.sign_in.wording import too_many

_WAITING = "let_in_again"
_WRONG = Problem(
    field="let_in_code",
    words="That does not let you in. Check the e-mail and the code; a code counts once, and for an hour.",
)
_said = logging.getLogger(__name__)


@require_safe
@policy("public")
def cannot_get_in(request: HttpRequest) -> HttpResponse:
    """In words what to do. It asks for nothing, so that it can tell nothing."""
    return show(request, CannotGetInPage(ring=frame_for(request).desk_phone))


@require_http_methods(["GET", "POST"])
@policy("public")
def code(request: HttpRequest) -> HttpResponse:
    """Takes an e-mail and a code. A wrong one is answered alike in every byte, whosever e-mail it is."""
    if request.method == "GET":
        return _code_page(request)
    email, typed, at = _text(request, "email").strip(), _text(request, "let_in_code"), now()
    asked = (("email", email, "Enter your work e-mail"), ("let_in_code", typed.strip(), "Enter the code"))
    missing = tuple(Problem(field=field, words=words) for field, said, words in asked if not said)
    if missing:
        return _code_page(request, *missing)
    counted = throttle.about("let_in", email.lower(), address_of(request))
    if not throttle.may_try(about=counted, at=at):
        return _code_page(request, too_many("let_in_code"), reason="too_many", status=429)
    found = letting_in_at_the_door(email=email, code=typed, at=at)
    if found is None:
        return _code_page(request, _WRONG, reason="wrong_code")
    throttle.was_right(about=counted)
    request.session.flush()
    letting_in, practitioner = found
    request.session[_WAITING] = {
        "letting_in": str(letting_in), "practitioner": str(practitioner), "at": at.isoformat(),
    }  # fmt: skip
    return HttpResponseRedirect(reverse("sign_in_come_in"))


def _text(request: HttpRequest, field: str) -> str:
    """What was typed, without signs that no database keeps."""
    return NOT_TEXT.sub("", request.POST.get(field, ""))


@require_http_methods(["GET", "POST"])
@policy("public")
def come_in(request: HttpRequest) -> HttpResponse:
    """For whoever typed a right code within ten minutes: uses it. Until then nothing has changed for anybody."""
    at = now()
    waiting = _who_comes(request, at)
    if waiting is None:
        return HttpResponseRedirect(reverse("sign_in_code"))
    letting_in, person = waiting
    by = queries.actor(practitioner=person.practitioner.pk, at=at)
    agency = agency_that_proves(person, by)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            password = None if agency else typed_twice(request)
            with transaction.atomic():
                agencies.use_code(
                    letting_in=letting_in, password=password, device=device_words(request), by=by, at=at
                )
                take_all_away(person=person)
                sessions.end_all(person=person)
            return _in_again(request, person, by_agency=agency is not None, at=at)
        except Refused:
            return _code_ended(request)
        except BadInput as bad:
            if bad.field == "code":
                return _code_ended(request)
            problems = (Problem(field=bad.field, words=bad.problem),)
    page = ComeInPage(
        form=Form(problems=problems),
        shown=is_shown(request),
        email=person.email,
        agency=agency.name if agency else "",
    )
    return show(request, page, status=422 if problems else 200)


def _who_comes(request: HttpRequest, at: datetime) -> tuple[UUID, Any] | None:
    waiting = request.session.get(_WAITING)
    if not waiting or at - datetime.fromisoformat(waiting["at"]) > LONGEST_BETWEEN_STEPS:
        return None
    people = get_user_model().objects.select_related("practitioner")
    person = people.filter(practitioner=waiting["practitioner"], is_active=True).first()
    return (UUID(waiting["letting_in"]), person) if person else None


def _in_again(request: HttpRequest, person: Any, *, by_agency: bool, at: datetime) -> HttpResponse:
    """On to setting up a second factor; or, where the agency proves them, to the door by which they come."""
    if by_agency:
        request.session.flush()
        return HttpResponseRedirect(reverse("sign_in"))
    person.refresh_from_db()
    onwards = settings.LOGIN_REDIRECT_URL
    return first_step_done(request, person, onwards=onwards, shared=is_shared(request), at=at)


def _code_ended(request: HttpRequest) -> HttpResponse:
    """Somebody else used it, it ran out, or a later one was made, while this page stood open."""
    request.session.flush()
    return _code_page(request, _WRONG, reason="code_ended")


def _code_page(request: HttpRequest, *problems: Problem, reason: str = "", status: int = 422) -> HttpResponse:
    """The form; why it was refused is a code in the server's own words, and names nobody."""
    if reason:
        _said.warning("letting in again refused: reason=%s", reason)
    form = Form(answers={"email": request.POST.get("email", "").strip()}, problems=problems)
    page = CodePage(form=form, ring=frame_for(request).desk_phone)
    return show(request, page, status=status if problems else 200)
