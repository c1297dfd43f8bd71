"""Answers a sign-in keeper's addresses: looks for a colleague, makes a code and takes one back; a guardian reads."""

from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.agencies import operations, policies
from kith.agencies import queries as agencies
from kith.agencies.types import NewLettingIn
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.dates import clock_time
from kith.web.frame import say_next
from kith.web.let_in.filling import let_in_page
from kith.web.let_in.page import MadePage
from kith.web.parts.form import Form, Problem
from kith.web.policy import View, policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.sign_in.again import proved_again
from kith.web.sign_in.by_agency import agency_that_proves, number_of
from kith.web.sign_in.factors import has_factor
from kith.web.who import acting

FIELDS = ("text", "practitioner", "proof", "words", "key")


def for_keepers(view: View) -> View:
    """For views of keepers alone; they are called with ``by`` and ``at``. What they refuse is said, and kept."""

    @wraps(view)
    def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
        at = now()
        try:
            by = acting(request, at=at)
        except Refused as why:
            return refused(request, why)
        try:
            policies.check_keeps_sign_ins(by=by, at=at)
            return view(request, by=by, at=at, **kept)
        except Refused as why:
            operations.keep_refusal(by=by, at=at)
            return refused(request, why)

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@policy("lets_in")
def let_in(request: HttpRequest) -> HttpResponse:
    """Whom to let in, and who let in whom; posting looks for a colleague, so that no name stands in an address."""
    at = now()
    try:
        by = acting(request, at=at)
        policies.check_can_read_lettings_in(by=by, at=at)
        form = Form(answers=dict(answers_from(request.POST, FIELDS)))
        return show(request, let_in_page(by=by, at=at, form=form))
    except Refused as why:
        return refused(request, why)


@require_POST
@policy("lets_in")
@for_keepers
def make_code(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Makes a code, for whoever proved just now that they are the keeper, and shows it this once."""
    return proved_again(minutes=5)(_made)(request, by=by, at=at)


def _made(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    typed = dict(answers_from(request.POST, FIELDS))
    try:
        whom = _id(typed, "practitioner", "Choose whom you let in.")
        _check_has_something_here(whom, by, at)
        asked = NewLettingIn(
            id=_id(typed, "key", "Begin again: this page had expired."),
            practitioner=whom,
            proof=typed.get("proof", ""),
            words=typed.get("words", ""),
        )
        code = operations.let_in_again(asked=asked, by=by, at=at)
    except BadInput as bad:
        field = "practitioner" if bad.field == "key" else bad.field
        form = Form(answers=typed, problems=(Problem(field=field, words=bad.problem),))
        return show(request, let_in_page(by=by, at=at, form=form), status=422)
    return show(request, _made_page(whom, code, at))


def _made_page(whom: UUID, code: str, at: datetime) -> MadePage:
    person = get_user_model().objects.get(practitioner=whom)
    colleague = agencies.actor(practitioner=whom, at=at)
    provider = agency_that_proves(person, colleague)
    return MadePage(
        whom=colleague.name,
        code=code,
        until=clock_time(at + operations.CODE_LASTS),
        email=person.email,
        agency=provider.name if provider else "",
    )


def _check_has_something_here(whom: UUID, by: Actor, at: datetime) -> None:
    """Whoever is proved by their agency and has no factor of Kith's has nothing here that could be lost."""
    policies.check_can_let_in(practitioner=whom, by=by, at=at)
    person = get_user_model().objects.filter(practitioner=whom).first()
    provider = agency_that_proves(person, by) if person else None
    if provider and not has_factor(person=person):
        number = number_of(by)
        raise BadInput(
            "practitioner",
            f"They sign in by {provider.name} and have no password or second factor here. "
            f"They ring its help desk{f': {number}' if number else ''}.",
        )


@require_POST
@policy("lets_in")
@for_keepers
def take_back(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Ends a code that was not used."""
    try:
        chosen = _id(request.POST.dict(), "letting_in", "Choose which code is taken back.")
        operations.take_code_back(letting_in=chosen, by=by, at=at)
    except BadInput as bad:
        form = Form(problems=(Problem(field="let-in-list", words=bad.problem),))
        return show(request, let_in_page(by=by, at=at, form=form), status=422)
    say_next(request, "That code opens nothing any more.")
    return HttpResponseRedirect(reverse("let_in"))


def _id(typed: dict[str, str], field: str, problem: str) -> UUID:
    try:
        return UUID(typed.get(field, ""))
    except ValueError:
        raise BadInput(field, problem) from None
