"""Answers the page on which a practitioner writes what a visit found: saved at every submit, kept once."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis
from kith.journeys.receive_concern import receive_concern
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web import drafts
from kith.web.about_child import about_child
from kith.web.dates import clock_time
from kith.web.frame import say_next
from kith.web.parts.form import Problem
from kith.web.reading.typed import Typed, read_typed
from kith.web.show import show
from kith.web.visit_note.filling import called, now_typed, others, page_of
from kith.web.visit_note.questions import ASKED, CHOICES, FIELDS, IN_WORDS, problems_in, wrong_dates
from kith.web.visit_note.telling import sender_key, visit_from
from kith.web.written_once import Writing, answer, writing

TASK = "visit_note"
TO_MEND = 422
OF_THE_SAME_VISIT = ("where", "day", "month", "year", "hour", "minute", "announced", "rooms_seen")
"""Typed once for all the children whom one visit is about."""
ROOM_FIELDS = {"happened_from": "day", "happened_to": "day", "childs_words": "said_or_did", "text": "worry"}


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="write down a visit")
def write(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """The note of one visit, and what is submitted of it."""
    here = writing(request, task=TASK, child=child, by=by, at=at, basis=basis)
    key = sender_key(here.id)
    return answer(request, here, key=key, kept_href=_story_href(child), shown=_shown, submitted=_submitted)


def _shown(
    request: HttpRequest, visit: Writing, *, problems: tuple[Problem, ...] = (), typed: Typed | None = None
) -> HttpResponse:
    page = page_of(
        child=visit.child,
        draft=visit.draft,
        draft_id=visit.id,
        by=visit.by,
        at=visit.at,
        basis=visit.basis,
        problems=problems,
        unsaved=typed.too_long if typed else {},
    )
    return show(request, page, status=TO_MEND if problems else 200)


def _submitted(request: HttpRequest, visit: Writing) -> HttpResponse:
    """Save first, whatever was typed; then stop, ask to mend, or keep it."""
    typed = read_typed(
        request.POST, asked={name: ASKED.get(name, "This") for name in FIELDS}, in_words=IN_WORDS
    )
    visit = _saved(visit, typed)
    if request.POST.get("then") == "later":
        if typed.too_long:
            return _shown(request, visit, problems=typed.problems, typed=typed)
        return redirect(f"/children/{visit.child.id}/")
    answers = visit.answers
    found = (
        *problems_in(answers, called=called(visit.child)),
        *wrong_dates(answers, at=visit.at),
        *typed.problems,
    )
    by_field = {one.field: one for one in found}
    if by_field:
        return _shown(
            request, visit, problems=tuple(by_field[name] for name in FIELDS if name in by_field), typed=typed
        )
    return _kept(request, visit)


def _saved(visit: Writing, typed: Typed) -> Writing:
    offered = {field: {one.value for one in choices} for field, choices in CHOICES.items()}
    answers = {
        name: " ".join(word for word in words.split() if word in offered[name]) if name in offered else words
        for name, words in typed.answers.items()
    }
    asked = tuple(name for name in FIELDS if name not in typed.too_long)
    return visit.saved(answers, asked=asked)


def _kept(request: HttpRequest, visit: Writing) -> HttpResponse:
    """One entry for the visit, however often it is submitted: a second submit finds what the first kept."""
    try:
        _receive(visit)
    except BadInput as bad:
        problem = Problem(field=ROOM_FIELDS.get(bad.field, "worry"), words=bad.problem)
        return _shown(request, visit, problems=(problem,))
    following = _begun_for_others(visit)
    kept = f"Your visit note about {called(visit.child)} is saved, {clock_time(visit.at)}. It stands in the story below."
    if following:
        say_next(request, f"{kept.partition('. It')[0]}. Now {called(following[0])}.")
        return redirect(f"/children/{following[0].id}/visit/")
    say_next(request, kept)
    return redirect(_story_href(visit.child))


def _receive(visit: Writing) -> None:
    answers = visit.answers
    concern = visit_from(answers, draft=visit.id, child=visit.child, by=visit.by, at=visit.at)
    receive_concern(concern=concern, once=visit.take_the_draft, by=visit.by, at=visit.at)


def _begun_for_others(visit: Writing) -> list[Person]:
    """A draft for each brother or sister who was ticked, with what holds for the whole visit."""
    answers = visit.answers
    ticked = answers.get("also_about", "").split()
    shared = {name: answers[name] for name in OF_THE_SAME_VISIT if answers.get(name)}
    begun = {one.child for one in drafts.drafts_of(by=visit.by) if one.task == TASK}
    ids = [
        one.id for one in others(visit.child, by=visit.by, at=visit.at) if str(one.id) in ticked and one.id
    ]
    for id in ids:
        if id not in begun:
            typed = {**now_typed(visit.at), **shared}
            drafts.begin(task=TASK, child=id, answers=typed, by=visit.by, at=visit.at)
    held = people.persons(ids=ids)
    return [held[id] for id in ids]


def _story_href(child: Person) -> str:
    return f"/children/{child.id}/#said"
