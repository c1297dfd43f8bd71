"""Answers the relative's and neighbour's door: one address, one question a page, everything in the form."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.files.what_it_is import what_it_is
from kith.journeys.hear_the_public import Heard, hear_more
from kith.kernel.clock import now
from kith.kernel.errors import BadInput
from kith.web.parts.form import Problem
from kith.web.policy import policy
from kith.web.reading.typed import LONGEST_LINE, LONGEST_WORDS, Typed, read_typed
from kith.web.sign_in.device import address_of
from kith.web.tell import half_told
from kith.web.tell.door import came_from_elsewhere, door_for, leaves_nothing, show, takes_files
from kith.web.tell.filling import page_of
from kith.web.tell.pace import PACE
from kith.web.tell.page import Door, ToldPage
from kith.web.tell.questions import (
    CHECK,
    CONTACT,
    DANGER,
    FIELDS,
    OF_THE_TELLER,
    PHOTOGRAPHS,
    SEEN,
    STEPS,
    fields_of,
    next_step,
    step_before,
)
from kith.web.tell.sealed import Key, key_in, new_key
from kith.web.tell.sending import concern_from, key_of_more, send, send_photographs, told_before
from kith.web.tell.way_back import words_of

TO_MEND, ELSEWHERE = 422, 409
BUSY_AFTER = 6
"""Reports an hour from one sender: beyond, the page says that it may take longer. None is ever refused."""
WEATHER = "https://www.bbc.co.uk/weather"
Answers = Mapping[str, str]


@require_http_methods(["GET", "HEAD", "POST"])
@policy("public")
@leaves_nothing
@takes_files
def tell(request: HttpRequest) -> HttpResponse:
    """The first question; or what was submitted, saved, and the next."""
    at = now()
    door = door_for(request, at=at)
    if request.method != "POST":
        return show(request, page_of(door=door, key=new_key(), step=DANGER, answers={}))
    typed = _typed(request)
    step = request.POST.get("step", "")
    step = step if step in STEPS else DANGER
    if came_from_elsewhere(request):
        page = page_of(
            door=door, key=new_key(), step=step, answers=typed.shown, know_first="came_from_elsewhere"
        )
        return show(request, page, status=ELSEWHERE)
    key = key_in(request.POST.get("key", ""))
    heard = told_before(key=key, area=door.area) if door.area else None
    if heard:
        _add(door, key, heard, typed, at)
        return _thanks(request, door, key, heard, at)
    return _saved(request, door, key, step, typed, at)


@require_safe
@policy("public")
@leaves_nothing
def leave(request: HttpRequest) -> HttpResponse:
    """Away from here, to the weather; what the browser kept of these pages goes."""
    answer = HttpResponseRedirect(WEATHER)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def submit_of(request: HttpRequest) -> str:
    """What tells this submit from all others: the page that it was typed on, and all that was typed and pressed."""
    said = "\n".join(f"{name} {words!r}" for name, words in sorted(request.POST.lists()))
    return hashlib.sha256(said.encode()).hexdigest()[:16] if request.POST.get("drawn") else ""


def _typed(request: HttpRequest) -> Typed:
    """Whatever was posted of the fields; a choice that is none is left out."""
    asked = {one.name: one.name for one in FIELDS}
    typed = read_typed(request.POST, asked=asked, in_words=[one.name for one in FIELDS if one.in_words])
    values = {one.name: {value for value, _ in one.choices} for one in FIELDS if one.choices}
    kept = {
        name: words for name, words in typed.answers.items() if name not in values or words in values[name]
    }
    return replace(typed, answers=kept)


def _saved(request: HttpRequest, door: Door, key: Key, step: str, typed: Typed, at: datetime) -> HttpResponse:
    """Save first, whatever was typed; then mend, go on, go back, or send."""
    submit = submit_of(request)
    saved = half_told.save(key=key, answers=_to_keep(typed.answers), submit=submit, at=at)
    answers = saved.answers
    photographs = [] if saved.is_repeat else _photographs(request, door, key, step, at)
    problems = [*_too_long(door, typed), *photographs]
    had_gone = saved.began and step != DANGER
    if had_gone and (heard := told_before(key=key, area=door.area) if door.area else None):
        half_told.sent(key=key)  # another submit sent it this moment, and this one began it anew
        return _thanks(request, door, key, heard, at)
    know_first = "expired" if had_gone else ""
    if problems:
        shown = {**answers, **typed.too_long}
        page = page_of(
            door=door, key=key, step=step, answers=shown, problems=tuple(problems), know_first=know_first
        )
        return show(request, page, status=TO_MEND)
    if had_gone:
        step = _begin_again(answers)
        return show(request, page_of(door=door, key=key, step=step, answers=answers, know_first=know_first))
    return _gone_to(request, door, key, step, answers, at)


def _gone_to(
    request: HttpRequest, door: Door, key: Key, step: str, answers: Answers, at: datetime
) -> HttpResponse:
    go = request.POST.get("go", "")
    wanted = go.removeprefix("to-")
    if request.POST.get("to_language"):
        wanted = step
    elif go == "back":
        wanted = step_before(step)
    elif go == "send" and door.area and answers.get("seen"):
        return _sent(request, door, key, answers, at)
    elif wanted not in STEPS:
        wanted = next_step(step)
    needs_words = go == "send" or (step == SEEN and wanted == next_step(SEEN)) or wanted == CHECK
    if needs_words and not answers.get("seen"):
        missing = Problem(field="seen", words=door.words("seen_missing"))
        page = page_of(door=door, key=key, step=SEEN, answers=answers, problems=(missing,))
        return show(request, page, status=TO_MEND)
    know_first = "now_ring" if step == DANGER and answers.get("danger") == "yes" and wanted != DANGER else ""
    return show(request, page_of(door=door, key=key, step=wanted, answers=answers, know_first=know_first))


def _sent(request: HttpRequest, door: Door, key: Key, answers: Answers, at: datetime) -> HttpResponse:
    concern = concern_from(answers, key=key, area=door.area, language=door.words.code, at=at)
    is_in_danger = answers.get("danger") == "yes"
    heard = send(key=key, concern=concern, area=door.area, at=at)
    came = PACE.comes(address=address_of(request), what="told", at=at)
    return _thanks(request, door, key, heard, at, is_busy=came > BUSY_AFTER, is_in_danger=is_in_danger)


def _add(door: Door, key: Key, heard: Heard, typed: Typed, at: datetime) -> None:
    """It was sent: words that were changed afterwards, on a page that somebody went back to, are put beside it."""
    more = typed.answers.get("seen", "")
    hear_more(
        contact=heard.contact, text=more, sender_key=key_of_more(key.telling, more), area=door.area, at=at
    )


def _thanks(
    request: HttpRequest,
    door: Door,
    key: Key,
    heard: Heard,
    at: datetime,
    *,
    is_busy: bool = False,
    is_in_danger: bool = False,
) -> HttpResponse:
    """The same page however often it was sent; photographs that still wait are given to the contact."""
    all_taken = send_photographs(key=key, heard=heard, area=door.area, at=at)
    page = ToldPage(
        door=door,
        five_words=words_of(key=key),
        busy=is_busy,
        photographs_refused=not all_taken,
        danger=is_in_danger,
    )
    return show(request, page)


def _to_keep(answers: Answers) -> Answers:
    """Whoever chooses to stay unnamed leaves no name, number or way behind, also where they had typed one."""
    if answers.get("contact") != "no":
        return answers
    return {**answers, **dict.fromkeys(OF_THE_TELLER, "")}


def _too_long(door: Door, typed: Typed) -> list[Problem]:
    lines = {one.name: LONGEST_WORDS if one.in_words else LONGEST_LINE for one in FIELDS}
    return [
        Problem(field=name, words=door.words("too_long", most=f"{lines[name]:,}"))
        for name in lines
        if name in typed.too_long
    ]


def _photographs(request: HttpRequest, door: Door, key: Key, step: str, at: datetime) -> list[Problem]:
    """Takes what was sent on the page that asks for photographs; says where one could not be taken."""
    if step != PHOTOGRAPHS:
        return []
    if request.POST.get("go") == "throw":
        half_told.throw_photographs_away(key=key)
    all_kept = not getattr(request, "kith_too_large_together", False)
    for one in request.FILES.getlist("files"):
        body = one.read()
        all_kept = _may_be_taken(body) and half_told.keep_photograph(key=key, body=body, at=at) and all_kept
    return [] if all_kept else [Problem(field="files", words=door.words("photographs_refused"))]


def _may_be_taken(body: bytes) -> bool:
    try:
        what_it_is(body=body)
    except BadInput:
        return False
    return len(body) <= half_told.LARGEST_PHOTOGRAPH


def _begin_again(answers: Answers) -> str:
    """Where somebody goes on whose earlier words had gone: the first page that has none."""
    return next(
        (
            step
            for step in STEPS
            if fields_of(step) and not any(answers.get(one.name) for one in fields_of(step))
        ),
        CONTACT,
    )
