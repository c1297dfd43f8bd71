"""Answers the page on which whoever sent a concern adds pictures that exist already."""

from datetime import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from kith.agencies import queries as agencies
from kith.files import queries as files
from kith.journeys.add_photographs import Sent as File
from kith.journeys.add_photographs import add_to_what_one_sent
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web.concern.page import ConcernPhotographsPage
from kith.web.concern.sending import Sent, sent_before
from kith.web.concern.writing import resume
from kith.web.frame import say_next
from kith.web.parts.files import ChooseFiles
from kith.web.parts.form import Form, Problem
from kith.web.photographs.uploads import AT_ONCE, too_large_together
from kith.web.photographs.views import left_over, why_not, words_of
from kith.web.policy import policy
from kith.web.reading.born import is_not_known
from kith.web.reading.typed import Typed, read_typed
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

TO_MEND = 422
FIELD = ChooseFiles().name
NOT_ASKED = ("school", "early_years", "education")
"""Agencies whose staff are never asked to take a picture of a mark."""


@require_http_methods(["GET", "HEAD", "POST"])
@policy("signed_in")
def photographs(request: HttpRequest, *, draft: UUID) -> HttpResponse:
    """Adds files to one's own concern. Nothing is shown back but how many there are: the sender need not see the child."""
    at = now()
    try:
        by = acting(request, at=at)
        sent = sent_before(draft=draft, by=by, at=at)
        if sent is None:
            resume(draft=draft, by=by, at=at)
            return redirect("concern_go_on", draft=draft)
        if request.method == "POST":
            return _added(request, draft, sent, by, at)
    except Refused as refusal:
        return refused(request, refusal)
    return show(request, _page(draft, sent, by))


def _added(request: HttpRequest, draft: UUID, sent: Sent, by: Actor, at: datetime) -> HttpResponse:
    typed = read_typed(request.POST, asked={"shows": "What they show"}, in_words=())
    chosen = request.FILES.getlist(FIELD)
    if problem := _cannot_begin(request, typed, chosen):
        return show(request, _page(draft, sent, by, typed=typed, problem=problem), status=TO_MEND)
    came = add_to_what_one_sent(
        entry=sent.entry.id,
        sent=[File(name=one.name or "", body=one.read()) for one in chosen[:AT_ONCE]],
        shows=typed.answers.get("shows", ""),
        by=by,
        at=at,
    )
    if wrong := [*why_not(came), *left_over([one.name or "" for one in chosen])]:
        problem = Problem(field=FIELD, words=" ".join(wrong))
        page = _page(draft, sent, by, typed=typed, problem=problem, added=words_of(came))
        return show(request, page, status=TO_MEND)
    say_next(request, words_of(came))
    return redirect("concern_photographs", draft=draft)


def _cannot_begin(request: HttpRequest, typed: Typed, chosen: list[UploadedFile]) -> Problem | None:
    if typed.problems:
        return typed.problems[0]
    if too_large_together(request):
        return Problem(
            field=FIELD,
            words="These files are larger than 50 MB together. None was kept: send fewer at a time. What you sent before stands.",
        )
    return None if chosen else Problem(field=FIELD, words="Choose a photograph first.")


def _page(
    draft: UUID,
    sent: Sent,
    by: Actor,
    *,
    typed: Typed | None = None,
    problem: Problem | None = None,
    added: str = "",
) -> ConcernPhotographsPage:
    mine = [
        one for one in files.files_of(entries=[sent.entry.id]).get(sent.entry.id, ()) if one.taken_by == by.id
    ]
    name = sent.answers.get("child_name", "")
    number = (
        f"{len(mine)} {'photograph is' if len(mine) == 1 else 'photographs are'}"
        if mine
        else "No photograph is"
    )
    return ConcernPhotographsPage(
        called="the child" if not name or is_not_known(name) else name,
        action=f"/concern/{draft}/photographs/",
        back_href=f"/concern/{draft}/sent/",
        nobody_asks=nobody_asks(by),
        so_far=f"{number} with this concern.",
        form=Form(answers=typed.shown if typed else {}, problems=(problem,) if problem else ()),
        added=added,
    )


def nobody_asks(by: Actor) -> str:
    """That nobody is asked to take a picture, and whom to ring where one is needed."""
    desk = agencies.duty_desk(area=by.area)
    staff = "School and nursery staff are not asked to photograph a child. " if by.agency in NOT_ASKED else ""
    return (
        f"{staff}Add only a picture that exists already. Take none for this form: where a mark must be photographed, a doctor or the "
        f"police do it. Nobody is asked for a picture of a child’s private parts, by anyone. If you are not sure, ring {desk}."
    )
