"""Answers to the addresses of a question: read it, say that you have it, do it, decline it, challenge it."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from kith.journeys import answer_prompt as answering
from kith.journeys.decide_together import open_from_prompt
from kith.kernel.errors import BadInput
from kith.web.parts.form import Form, Problem
from kith.web.prompt.door import AtPrompt, about_prompt
from kith.web.prompt.filling import NOBODY_FREE, page_of
from kith.web.reading.posted import answers_from
from kith.web.show import show

READ, ANSWER = "read a question about this child", "answer a question about this child"


@require_safe
@about_prompt(purpose=READ)
def prompt(request: HttpRequest, *, here: AtPrompt) -> HttpResponse:
    """The question with its evidence, and what the reader can do."""
    return show(request, page_of(here))


@require_POST
@about_prompt(purpose=ANSWER)
def acknowledge(request: HttpRequest, *, here: AtPrompt) -> HttpResponse:
    """I have it."""
    answering.acknowledge_prompt(prompt=here.prompt.id, by=here.by, at=here.at)
    return _back(here)


@require_POST
@about_prompt(purpose=ANSWER)
def discussion(request: HttpRequest, *, here: AtPrompt) -> HttpResponse:
    """Opens the joint decision that it asks for, with the question as written."""
    typed = answers_from(request.POST, ("question", "also_ask"))

    def act() -> HttpResponse:
        opened = open_from_prompt(
            prompt=here.prompt.id,
            question=typed.get("question", ""),
            also_ask=typed.get("also_ask", "").split(),
            by=here.by,
            at=here.at,
        )
        return HttpResponseRedirect(f"/decisions/{opened}/")

    return _or_mend(request, here, typed, "question", act)


@require_POST
@about_prompt(purpose=ANSWER)
def done(request: HttpRequest, *, here: AtPrompt) -> HttpResponse:
    """It has been done, in words."""
    typed = answers_from(request.POST, ("done",))

    def act() -> HttpResponse:
        because = typed.get("done", "")
        answering.act_on_prompt(prompt=here.prompt.id, because=because, by=here.by, at=here.at)
        return _back(here)

    return _or_mend(request, here, typed, "done", act)


@require_POST
@about_prompt(purpose=ANSWER)
def decline(request: HttpRequest, *, here: AtPrompt) -> HttpResponse:
    """Declines it with a reason, or sends it to the named leader where nobody is free."""
    typed = answers_from(request.POST, ("why", "words"))
    reasons = {one.code: one.words for one in page_of(here).reasons}
    missing = _missing(typed.get("why", ""), typed.get("words", ""), set(reasons))
    if missing:
        return _mend(request, here, Form(answers=typed, problems=missing))

    def act() -> HttpResponse:
        if typed["why"] == NOBODY_FREE:
            answering.nobody_is_free(prompt=here.prompt.id, because=typed["words"], by=here.by, at=here.at)
        else:
            because = f"{reasons[typed['why']]}: {typed['words']}"
            answering.decline_prompt(prompt=here.prompt.id, because=because, by=here.by, at=here.at)
        return _back(here)

    return _or_mend(request, here, typed, "words", act)


@require_POST
@about_prompt(purpose="challenge a question about this child")
def challenge(request: HttpRequest, *, here: AtPrompt) -> HttpResponse:
    """Anyone involved may disagree: the leader above is asked to look again."""
    typed = answers_from(request.POST, ("challenge",))

    def act() -> HttpResponse:
        because = typed.get("challenge", "")
        answering.challenge_answer(prompt=here.prompt.id, because=because, by=here.by, at=here.at)
        return _back(here)

    return _or_mend(request, here, typed, "challenge", act)


@require_POST
@about_prompt(purpose=ANSWER)
def answer_challenge(request: HttpRequest, *, here: AtPrompt) -> HttpResponse:
    """The leader who looked again says what came of it."""
    typed = answers_from(request.POST, ("looked_again",))

    def act() -> HttpResponse:
        because = typed.get("looked_again", "")
        answering.answer_challenge(prompt=here.prompt.id, because=because, by=here.by, at=here.at)
        return _back(here)

    return _or_mend(request, here, typed, "looked_again", act)


def _missing(why: str, words: str, reasons: set[str]) -> tuple[Problem, ...]:
    problems = []
    if why not in reasons:
        problems.append(Problem(field="why", words="Choose why not"))
    if not words:
        problems.append(Problem(field="words", words="Say it in your own words"))
    return tuple(problems)


def _or_mend(
    request: HttpRequest,
    here: AtPrompt,
    typed: Mapping[str, str],
    field: str,
    act: Callable[[], HttpResponse],
) -> HttpResponse:
    """Does it, or shows the page again with the words as typed and what to mend."""
    try:
        return act()
    except BadInput as bad:
        problem = Problem(field=field, words=bad.problem)
        return _mend(request, here, Form(answers=typed, problems=(problem,)))


def _mend(request: HttpRequest, here: AtPrompt, form: Form) -> HttpResponse:
    return show(request, page_of(here, form=form), status=422)


def _back(here: AtPrompt) -> HttpResponse:
    return HttpResponseRedirect(f"/prompts/{here.prompt.id}/")
