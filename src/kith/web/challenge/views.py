"""Answers to the addresses of challenges: disagree, read one, answer, press on, settle, add or ask, and see all of one's own."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.access.types import Basis, Opened
from kith.journeys.ask_for_a_conference import conference_request_of
from kith.journeys.challenge import (
    Disagreement,
    Thing,
    answer_challenge,
    disagree,
    press_on,
    say_more,
    settle_challenge,
)
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.challenge.door import AtChallenge, about_challenge, come_in
from kith.web.challenge.filling import page_of
from kith.web.challenge.opening import FIELDS, disagree_page
from kith.web.challenge.waiting import challenges_page
from kith.web.decision.door import AtDecision, about_decision
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.together.seen import open_seen, raise_as_for_nobody
from kith.web.who import acting

TO_MEND, ANSWERED_MEANWHILE = 422, 409
PURPOSE = "disagree about what is done for this child"


@require_safe
@policy("signed_in")
def challenges(request: HttpRequest) -> HttpResponse:
    """What waits for the reader of challenges, requests for a conference and reviews, and what they disagree with."""
    at = now()
    try:
        return show(request, challenges_page(by=acting(request, at=at), at=at))
    except Refused as refusal:
        return refused(request, refusal)


@require_safe
@about_challenge(purpose="read a challenge about this child")
def challenge(request: HttpRequest, *, here: AtChallenge) -> HttpResponse:
    """The words, who answers at which stage and by when, and what was answered."""
    return show(request, page_of(here))


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose=PURPOSE)
def disagree_about_child(
    request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis
) -> HttpResponse:
    """Anybody who sees the child disagrees with what is done for them, or is not."""
    opened = (Opened(child=child, basis=basis),)
    return _disagree(request, Thing(children=(child.id,)), opened, f"/children/{child.id}/challenge/", by, at)


@require_http_methods(["GET", "HEAD", "POST"])
@about_decision(purpose=PURPOSE)
def disagree_with_decision(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """Whoever may read a joint decision disagrees with it, also before it is made."""
    decision = here.decision
    thing = Thing(children=decision.children, decision=decision.id)
    return _disagree(request, thing, here.opened, f"/decisions/{decision.id}/challenge/", here.by, here.at)


@require_http_methods(["GET", "HEAD", "POST"])
@policy("sees_child")
def disagree_with_conference(request: HttpRequest, *, asked: UUID) -> HttpResponse:
    """Whoever sees the child disagrees with the answer to a request for a conference."""
    at = now()
    try:
        by = acting(request, at=at)
        try:
            held = conference_request_of(asked)
        except BadInput:
            raise_as_for_nobody(child=asked, purpose=PURPOSE, by=by, at=at)
        opened = open_seen(children=held.children, purpose=PURPOSE, by=by, at=at)
        if held.is_open:
            raise Refused("This was not answered yet. Ring the conference chair.")
        thing = Thing(children=held.children, conference=held.id)
        return _disagree(request, thing, opened, f"/conferences/{held.id}/challenge/", by, at)
    except Refused as refusal:
        return refused(request, refusal)


def _disagree(
    request: HttpRequest, thing: Thing, opened: Sequence[Opened], action: str, by: Actor, at: datetime
) -> HttpResponse:
    if request.method != "POST":
        return show(request, disagree_page(thing, opened=opened, action=action, by=by, at=at))
    typed = answers_from(request.POST, FIELDS)
    said = Disagreement(**{field: typed.get(field, "") for field in FIELDS})
    try:
        made = disagree(thing=thing, said=said, by=by, at=at)
    except BadInput as bad:
        page = disagree_page(
            thing, opened=opened, action=action, by=by, at=at, form=_form(typed, bad, FIELDS)
        )
        return show(request, page, status=TO_MEND)
    say_next(request, "Kept in your words. Below you read who answers, and by when.")
    return HttpResponseRedirect(f"/challenges/{made}/")


@require_POST
@about_challenge(purpose="answer a challenge about this child")
def answer(request: HttpRequest, *, here: AtChallenge) -> HttpResponse:
    """The person named for the stage answers; whoever comes second reads the first answer, and keeps their words."""
    typed = answers_from(request.POST, ("answer", "words"))
    try:
        answer_challenge(
            challenge=here.challenge.id, answer=typed.get("answer", ""), words=typed.get("words", ""), by=here.by, at=here.at,
        )  # fmt: skip
    except BadInput as bad:
        return _mend(request, here, _form(typed, bad, ("answer", "words")))
    except Refused as refusal:
        return _kept(request, here, typed.get("words", ""), refusal)
    return _back(request, here, "Answered. Whoever disagrees reads it now.")


@require_POST
@about_challenge(purpose="press on with a challenge about this child")
def press(request: HttpRequest, *, here: AtChallenge) -> HttpResponse:
    """Whoever disagrees takes it to the next stage, or passes stages over with the reason."""
    typed = answers_from(request.POST, ("to_stage", "why", "after"))
    after = typed.get("after", "")
    try:
        went = press_on(
            challenge=here.challenge.id, after=int(after) if after.isascii() and after.isdigit() else 0,
            to_stage=typed.get("to_stage", ""), why=typed.get("why", ""), by=here.by, at=here.at,
        )  # fmt: skip
    except BadInput as bad:
        return _mend(request, here, _form(typed, bad, ("to_stage", "why")))
    if not went:
        gone = Refused("It had gone on meanwhile: below you see where it stands now.")
        return _kept(request, here, typed.get("why", ""), gone, status=ANSWERED_MEANWHILE)
    return _back(request, here, "It went on. Below you read who answers now, and by when.")


@require_POST
@about_challenge(purpose="settle a challenge about this child")
def settle(request: HttpRequest, *, here: AtChallenge) -> HttpResponse:
    """Whoever disagreed says that it is settled, and how."""
    typed = answers_from(request.POST, ("outcome", "settled"))
    try:
        settle_challenge(
            challenge=here.challenge.id, outcome=typed.get("outcome", ""), words=typed.get("settled", ""), by=here.by, at=here.at,
        )  # fmt: skip
    except BadInput as bad:
        return _mend(request, here, _form(typed, bad, ("outcome", "settled")))
    return _back(request, here, "Settled. It stands in the chronology.")


@require_POST
@about_challenge(purpose="ask or add on a challenge about this child")
def say(request: HttpRequest, *, here: AtChallenge) -> HttpResponse:
    """The scrutineer asks; whoever was named to answer adds."""
    typed = answers_from(request.POST, ("what", "said"))
    try:
        say_more(
            challenge=here.challenge.id,
            what=typed.get("what", ""),
            words=typed.get("said", ""),
            by=here.by,
            at=here.at,
        )
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field="said", words=bad.problem),))
        return _mend(request, here, form)
    except Refused as refusal:
        return _kept(request, here, typed.get("said", ""), refusal)
    return _back(request, here, "Kept beside the answers.")


def _form(typed: Mapping[str, str], bad: BadInput, fields: Sequence[str]) -> Form:
    field = bad.field if bad.field in fields else fields[0]
    return Form(answers=typed, problems=(Problem(field=field, words=bad.problem),))


def _mend(request: HttpRequest, here: AtChallenge, form: Form) -> HttpResponse:
    return show(request, page_of(here, form=form), status=TO_MEND)


def _kept(
    request: HttpRequest, here: AtChallenge, words: str, refusal: Refused, *, status: int = 403
) -> HttpResponse:
    """The page as it stands now, with the words of whoever came second; nothing typed is lost."""
    if not words:
        return refused(request, refusal)
    again = come_in(here.challenge.id, "read a challenge about this child", here.by, here.at)
    named = here.by.id in again.challenge.answerers
    page = page_of(
        again, form=Form(answers={"said": words}) if named else None, kept=words, kept_because=refusal.reason
    )
    return show(request, page, status=ANSWERED_MEANWHILE if named else status)


def _back(request: HttpRequest, here: AtChallenge, words: str) -> HttpResponse:
    say_next(request, words)
    return HttpResponseRedirect(f"/challenges/{here.challenge.id}/")
