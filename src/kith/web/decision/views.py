"""Answers to the addresses of joint decisions: read one, write where one's agency stands, decide, open one, see them all."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.access.queries import other_children
from kith.access.types import Basis
from kith.decisions.types import Ending
from kith.journeys.decide_together import decide as make_decision
from kith.journeys.decide_together import give_position, open_without_prompt
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.decision.door import AtDecision, about_decision
from kith.web.decision.filling import page_of
from kith.web.decision.live import show_live
from kith.web.decision.opening import new_page_of
from kith.web.decision.waiting import decisions_page
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

POSITION = ("answer", "reasons", "most_protective")
OUTCOME = (
    "outcome", "outcome_reasons", "outcome_protective", "parents_told", "enquiry", "led_by", "without_quorum_because",
)  # fmt: skip
OPENING = ("step", "question", "also_ask", "also_about")


@require_safe
@policy("signed_in")
def decisions(request: HttpRequest) -> HttpResponse:
    """The open decisions that the reader owns, or was asked about."""
    at = now()
    try:
        return show(request, decisions_page(by=acting(request, at=at), at=at))
    except Refused as refusal:
        return refused(request, refusal)


@require_safe
@about_decision(purpose="read a joint decision about this child")
def decision(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """The question, who is asked, what each brings, where each stands, and what was decided."""
    return show_live(request, page_of(here))


@require_POST
@about_decision(purpose="write a position on a joint decision about this child")
def position(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """Writes where the reader's agency stands; from then on they see the others."""
    typed = answers_from(request.POST, POSITION)
    missing = _missing(
        ("answer", typed.get("answer"), "Choose where your agency stands"),
        ("reasons", typed.get("reasons"), "Say why, and what would change your mind"),
        ("most_protective", typed.get("most_protective"), "Say the most protective thing you considered"),
    )
    if missing:
        return _mend(request, here, Form(answers=typed, problems=missing))
    try:
        give_position(
            decision=here.decision.id,
            position=typed["answer"],
            reasons=typed["reasons"],
            most_protective=typed["most_protective"],
            by=here.by,
            at=here.at,
        )
    except BadInput as bad:
        field = {"position": "answer"}.get(bad.field, "reasons")
        return _mend(request, here, _with_problem(typed, field, bad))
    return _back(here)


@require_POST
@about_decision(purpose="make a joint decision about this child")
def outcome(request: HttpRequest, *, here: AtDecision) -> HttpResponse:
    """The owner decides, with reasons."""
    typed = answers_from(request.POST, OUTCOME)
    missing = _missing(
        ("outcome", typed.get("outcome"), "Choose what is decided"),
        ("outcome_reasons", typed.get("outcome_reasons"), "Write the reasons"),
    )
    if missing and here.mine:
        return _mend(request, here, Form(answers=typed, problems=missing))
    try:
        make_decision(decision=here.decision.id, ending=_ending(typed), by=here.by, at=here.at)
    except BadInput as bad:
        field = {"reasons": "outcome_reasons"}.get(bad.field, bad.field)
        return _mend(request, here, _with_problem(typed, field, bad))
    return _back(here)


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="open a joint decision about this child")
def new_decision(
    request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis
) -> HttpResponse:
    """Anyone who works with the child may ask for a joint decision, without waiting for Kith to ask."""
    if request.method != "POST":
        return show(request, new_page_of(child=child, by=by, at=at, basis=basis))
    typed = answers_from(request.POST, OPENING)
    others = {str(one.id) for one in other_children(child=child.id, by=by, at=at) if one.may_be_opened}
    try:
        opened = open_without_prompt(
            children=[child.id, *(UUID(one) for one in typed.get("also_about", "").split() if one in others)],
            step=typed.get("step", ""),
            question=typed.get("question", ""),
            also_ask=typed.get("also_ask", "").split(),
            by=by,
            at=at,
        )
    except BadInput as bad:
        field = bad.field if bad.field in OPENING else "question"
        page = new_page_of(child=child, by=by, at=at, basis=basis, form=_with_problem(typed, field, bad))
        return show(request, page, status=422)
    except Refused as refusal:
        return refused(request, refusal)
    return HttpResponseRedirect(f"/decisions/{opened}/")


def _ending(typed: Mapping[str, str]) -> Ending:
    begins = typed.get("outcome") == "yes"
    try:
        led_by = UUID(typed["led_by"]) if begins and typed.get("led_by") else None
    except ValueError:
        led_by = None
    return Ending(
        outcome=typed.get("outcome", ""),
        reasons=typed.get("outcome_reasons", ""),
        parents_told=typed.get("parents_told", ""),
        most_protective=typed.get("outcome_protective", ""),
        without_quorum_because=typed.get("without_quorum_because", ""),
        enquiry=typed.get("enquiry", "") if begins else "",
        led_by=led_by,
    )


def _missing(*asked: tuple[str, str | None, str]) -> tuple[Problem, ...]:
    return tuple(Problem(field=field, words=words) for field, typed, words in asked if not typed)


def _with_problem(typed: Mapping[str, str], field: str, bad: BadInput) -> Form:
    return Form(answers=typed, problems=(Problem(field=field, words=bad.problem),))


def _mend(request: HttpRequest, here: AtDecision, form: Form) -> HttpResponse:
    return show_live(request, page_of(here, form=form), status=422)


def _back(here: AtDecision) -> HttpResponse:
    return HttpResponseRedirect(f"/decisions/{here.decision.id}/")
