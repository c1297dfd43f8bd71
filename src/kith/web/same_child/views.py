"""Answers the addresses of questions of identity: the list, one question, its answer, and taking the answer back."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.identity import queries as identity
from kith.identity.types import AnsweredReview, OpenReview
from kith.journeys.say_who_it_is import check_may_say, say_who_it_is
from kith.journeys.undo_a_match import let_them_be_joined, undo_a_match
from kith.journeys.who_says_who import SAYS_WHO, answers_for, check_holds
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.same_child.answered import answered_page
from kith.web.same_child.door import NOT_HERE, READ, come_in
from kith.web.same_child.filling import ANSWERS, page_of
from kith.web.same_child.waiting import waiting_page
from kith.web.show import show
from kith.web.who import acting

FIELDS = ("decision", "because")
UNDOING = "take back an answer of whether two descriptions are of one child"
View = Callable[..., HttpResponse]


def for_whoever_says_who(view: View) -> View:
    """The view is called with ``by`` and ``at``; what it refuses is answered with its reason."""

    @policy("says_who_it_is")
    @wraps(view)
    def guarded(request: HttpRequest, **kept: Any) -> HttpResponse:
        at = now()
        try:
            return view(request, by=acting(request, at=at), at=at, **kept)
        except Refused as refusal:
            return refused(request, refusal)

    return guarded


@require_safe
@for_whoever_says_who
def waiting(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Every open question of the area, fifty to a page, for whoever holds the role."""
    check_holds(SAYS_WHO, area=by.area, by=by, at=at)
    typed = request.GET.get("page", "1")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    page = waiting_page(roles=answers_for(by=by, at=at), number=max(number, 1), by=by, at=at)
    return show(request, page)


@require_http_methods(["GET", "HEAD", "POST"])
@for_whoever_says_who
def same_child(request: HttpRequest, *, review: UUID, by: Actor, at: datetime) -> HttpResponse:
    """Two descriptions side by side; posting answers whether they are of one child. Afterwards: what was answered."""
    asked = identity.review(id=review)
    if asked is None:
        found = _answer(review, by, at, purpose=READ)
        late = answers_from(request.POST, FIELDS).get("because", "") if request.method == "POST" else ""
        return show(request, answered_page(found, at=at, not_kept=late), status=409 if late else 200)
    check_may_say(asked, by=by, at=at)
    come_in((asked.person, asked.other_person), by=by, at=at)
    if request.method != "POST":
        return show(request, page_of(asked, by=by, at=at))
    return _answered(request, asked, by, at)


def _answer(review: UUID, by: Actor, at: datetime, *, purpose: str) -> AnsweredReview:
    """What was answered, for whoever may answer; refused as what was never asked where there is none."""
    found = identity.answered_review(id=review)
    if found is None:
        raise Refused(NOT_HERE)
    check_holds(found.owner_role, area=found.area, by=by, at=at)
    come_in((found.person, found.other_person), purpose=purpose, by=by, at=at)
    return found


def _answered(request: HttpRequest, asked: OpenReview, by: Actor, at: datetime) -> HttpResponse:
    typed = answers_from(request.POST, FIELDS)
    problems = []
    if typed.get("decision") not in {one.value for one in ANSWERS}:
        problems.append(Problem(field="decision", words="Choose yes, no, or that you cannot tell"))
    if not typed.get("because"):
        problems.append(Problem(field="because", words="Say how you know"))
    if not problems:
        try:
            say_who_it_is(review=asked.id, decision=typed["decision"], because=typed["because"], by=by, at=at)
            return HttpResponseRedirect(f"/same-child/{asked.id}/")
        except BadInput as bad:
            problems.append(Problem(field="because", words=bad.problem))
    form = Form(answers=typed, problems=tuple(problems))
    return show(request, page_of(asked, by=by, at=at, form=form), status=422)


@require_POST
@for_whoever_says_who
def undo(request: HttpRequest, *, review: UUID, by: Actor, at: datetime) -> HttpResponse:
    """Takes the answer back: what was joined is parted, what was kept apart may be joined."""
    found = _answer(review, by, at, purpose=UNDOING)
    typed = answers_from(request.POST, ("because",))
    try:
        return HttpResponseRedirect(_take_back(found, typed.get("because", ""), by, at))
    except (BadInput, Refused) as why:
        words = why.problem if isinstance(why, BadInput) else why.reason
    form = Form(answers=typed, problems=(Problem(field="because", words=words),))
    return show(request, answered_page(found, at=at, form=form), status=422)


def _take_back(found: AnsweredReview, because: str, by: Actor, at: datetime) -> str:
    """Does it; answers the address of the page that says what it did."""
    if found.merged:
        step = undo_a_match(step=found.merged, because=because, by=by, at=at)
        return f"/children/{found.person}/who/{step}/"
    if found.kept_apart:
        both = (found.person, found.other_person)
        let_them_be_joined(non_link=found.kept_apart, people_of=both, because=because, by=by, at=at)
        return f"/same-child/{found.id}/"
    raise BadInput("because", "This answer moved nothing, so there is nothing to undo.")
