"""Answers to the addresses of the front door: the list, one contact, and what is written on it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from kith.journeys import screen_contact as screening
from kith.journeys.ask_an_agency import Asked, ask_an_agency
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.pathway.types import Screened
from kith.web.contacts.asking import ASKING
from kith.web.contacts.deciding import BECAUSE, DECIDING, THINKING
from kith.web.contacts.door import AtContact, about_contact
from kith.web.contacts.filling import page_of
from kith.web.contacts.waiting import contacts_page
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

TO_MEND = 422


@require_safe
@policy("screens")
def contacts(request: HttpRequest) -> HttpResponse:
    """Every contact on which a decision is owed, the earliest due first."""
    at = now()
    try:
        return show(request, contacts_page(by=acting(request, at=at), at=at))
    except Refused as refusal:
        return refused(request, refusal)


@require_safe
@about_contact(purpose="read what was told to the front door")
def contact(request: HttpRequest, *, here: AtContact) -> HttpResponse:
    """What was told, what is known about the children, and the form that is next."""
    return show(request, page_of(here))


@require_POST
@about_contact(purpose="write a view on what was told to the front door")
def think(request: HttpRequest, *, here: AtContact) -> HttpResponse:
    """What a screener thinks, before Kith's questions are shown."""
    typed = _typed(request, THINKING)
    try:
        screening.write_view(
            contact=here.contact.id, leaning=typed["leaning"], words=typed["view"], by=here.by, at=here.at
        )
    except BadInput as bad:
        return _mend(request, here, typed, {"words": "view"}.get(bad.field, "leaning"), bad)
    return _back(here)


@require_POST
@about_contact(purpose="decide on what was told to the front door")
def decide(request: HttpRequest, *, here: AtContact) -> HttpResponse:
    """Its owner decides, with reasons; what speaks against it is said, and never stops it."""
    typed = _typed(request, DECIDING)
    try:
        back = screening.decide_contact(
            contact=here.contact.id, screened=Screened(**typed), by=here.by, at=here.at
        )
    except BadInput as bad:
        return _mend(request, here, typed, bad.field if bad.field in DECIDING else "outcome", bad)
    if back:
        say_next(request, "It is decided, and comes back: somebody else looks again.")
    return _back(here)


@require_POST
@about_contact(purpose="ask another agency about what was told to the front door")
def ask(request: HttpRequest, *, here: AtContact) -> HttpResponse:
    """Another agency is asked, of one named person and by a time."""
    typed = _typed(request, ASKING)
    children = tuple(one.child.id for one in here.opened)
    try:
        ask_an_agency(
            children=children, asked=Asked(**typed), contact=here.contact.id, by=here.by, at=here.at
        )
    except BadInput as bad:
        return _mend(request, here, typed, bad.field if bad.field in ASKING else "agency", bad)
    say_next(request, "Asked. They are told by name, and it climbs where nobody answers.")
    return _back(here)


@require_POST
@about_contact(purpose="take over a contact at the front door")
def take(request: HttpRequest, *, here: AtContact) -> HttpResponse:
    """Whoever asks owes the decision from now on."""
    typed = _typed(request, BECAUSE)
    try:
        screening.take_over(contact=here.contact.id, because=typed["because"], by=here.by, at=here.at)
    except BadInput as bad:
        return _mend(request, here, typed, "because", bad)
    return _back(here)


@require_POST
@about_contact(purpose="disagree with what the front door decided")
def disagree(request: HttpRequest, *, here: AtContact) -> HttpResponse:
    """A manager does not agree: somebody else looks again, and what was decided stands beside it."""
    typed = _typed(request, BECAUSE)
    try:
        screening.disagree(contact=here.contact.id, because=typed["because"], by=here.by, at=here.at)
    except BadInput as bad:
        return _mend(request, here, typed, "because", bad)
    return _back(here)


def _typed(request: HttpRequest, fields: tuple[str, ...]) -> dict[str, str]:
    typed = answers_from(request.POST, fields)
    return {field: typed.get(field, "") for field in fields}


def _mend(
    request: HttpRequest, here: AtContact, typed: Mapping[str, str], field: str, bad: BadInput
) -> HttpResponse:
    form = Form(answers=typed, problems=(Problem(field=field, words=bad.problem),))
    return show(request, page_of(here, form=form), status=TO_MEND)


def _back(here: AtContact) -> HttpResponse:
    return HttpResponseRedirect(f"/contacts/{here.contact.id}/")
