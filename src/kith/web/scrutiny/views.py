"""Answers the scrutineer's page: what there is, and opening one thing with its reason."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.decisions import queries as decisions
from kith.decisions.challenges import queries, reviewing
from kith.decisions.types import DecisionView
from kith.grammar.words import named
from kith.journeys.scrutinise import check_scrutinises, scrutinise
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form, Problem
from kith.web.policy import policy
from kith.web.reading.posted import answers_from
from kith.web.refused.views import refused
from kith.web.scrutiny.page import ScrutinyPage
from kith.web.show import show
from kith.web.who import acting

LOOKS_BACK = timedelta(days=28)
"""Joint decisions and overrides of so long stand here; older ones are opened from a challenge [P]."""
LEAD = (
    "You may open what agencies decided about a child, ask whoever answers, and disagree, without the leave of any of them."
    " Each opening is kept with its reason, and lasts 30 days."
)
Thing = tuple[str, tuple[UUID, ...], str]
"""What it reads as, its children, and where it stands."""


@require_http_methods(["GET", "HEAD", "POST"])
@policy("scrutinises")
def scrutiny(request: HttpRequest) -> HttpResponse:
    """What there is; posting opens one thing, with a reason."""
    at = now()
    try:
        by = acting(request, at=at)
        check_scrutinises(by=by)
        things = dict(_things(by, at))
        if request.method != "POST":
            return show(request, _page(things, Form()))
        typed = answers_from(request.POST, ("thing", "why"))
        found = things.get(typed.get("thing", ""))
        if found is None:
            return _mend(request, things, typed, Problem(field="thing", words="Choose what you open."))
        try:
            scrutinise(children=found[1], why=typed.get("why", ""), by=by, at=at)
        except BadInput as bad:
            return _mend(request, things, typed, Problem(field="why", words=bad.problem))
        return HttpResponseRedirect(found[2])
    except Refused as refusal:
        return refused(request, refusal)


def _mend(request: HttpRequest, things: dict[str, Thing], typed: object, problem: Problem) -> HttpResponse:
    return show(request, _page(things, Form(answers=typed, problems=(problem,))), status=422)  # type: ignore[arg-type]


def _page(things: dict[str, Thing], form: Form) -> ScrutinyPage:
    return ScrutinyPage(
        lead=LEAD,
        things=tuple(Choice(value=code, words=words) for code, (words, _, _) in things.items()),
        silence="No challenge is open, and nothing was decided together in the last 28 days. What is older is opened from the challenge of it.",
        form=form,
    )


def _things(by: Actor, at: datetime) -> Iterator[tuple[str, Thing]]:
    book = rulebook()
    for one in queries.open_in(area=by.area):
        about = book.challenge_about.get(one.about, one.about)
        since = lately(one.opened_at, now=at).words
        who = f"{agency(one.agency).label} disagrees with {agency(one.to_agency).inside}"
        yield (
            f"challenge-{one.id}",
            (f"{who} about {about}, since {since}", one.children, f"/challenges/{one.id}/"),
        )
    for one in reviewing.overrides_in(area=by.area, at=at, days=LOOKS_BACK.days):
        when = lately(one.overridden_at, now=at).words
        state = "reviewed" if one.reviewed_at else "not reviewed"
        words = f"Decided against another view, {when}: {state}"
        yield f"override-{one.id}", (words, one.children, f"/overrides/{one.id}/")
    for one in decisions.decisions_in(area=by.area, since=at - LOOKS_BACK, by=by):
        yield f"decision-{one.id}", (_decision(one, at), one.children, f"/decisions/{one.id}/")


def _decision(one: DecisionView, at: datetime) -> str:
    label = rulebook().steps[one.step].label
    state = f"decided {lately(one.decided_at, now=at).words}" if one.decided_at else "not decided"
    against = (
        f"; dissent from {named(agency(code).inside for code in one.dissenting)}"
        if one.decided_at and one.dissenting
        else ""
    )
    return f"Joint decision on {label}, opened {lately(one.opened_at, now=at).words}, {state}{against}"
