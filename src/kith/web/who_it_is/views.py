"""Answers the addresses of who a child is: how we know, undoing a match, and what one step moved."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from kith.identity import queries as identity
from kith.journeys.undo_a_match import let_them_be_joined, take_a_description_away, undo_a_match
from kith.journeys.who_says_who import SAYS_WHO, check_holds
from kith.kernel.errors import BadInput, Refused
from kith.web.parts.form import Form, Problem
from kith.web.reading.posted import answers_from
from kith.web.same_child.door import come_in
from kith.web.show import show
from kith.web.who_it_is.door import AtWho, about_who
from kith.web.who_it_is.filling import APART, MERGE, page_of
from kith.web.who_it_is.moved import moved_page

READ, UNDO = "read who this child is", "undo a match of this child"
NO_SUCH_STEP = "There is no such step in this child’s trail."


@require_safe
@about_who(purpose=READ)
def who(request: HttpRequest, *, here: AtWho) -> HttpResponse:
    """Each agency's description and why it is theirs, the trail, and what can be undone."""
    return show(request, page_of(here))


@require_POST
@about_who(purpose=UNDO)
def undo(request: HttpRequest, *, here: AtWho) -> HttpResponse:
    """Undoes a joining, or takes one description away; then the page says exactly what moved."""
    check_holds(SAYS_WHO, area=here.child.area, by=here.by, at=here.at)
    typed = answers_from(request.POST, ("what", "because"))
    problems = _missing(typed.get("what", ""), typed.get("because", ""), here)
    if not problems:
        try:
            return HttpResponseRedirect(_undo(typed["what"], typed["because"], here))
        except (BadInput, Refused) as why:
            words = why.problem if isinstance(why, BadInput) else why.reason
            problems = (Problem(field="what", words=words),)
    return show(request, page_of(here, form=Form(answers=typed, problems=problems)), status=422)


def _missing(what: str, because: str, here: AtWho) -> tuple[Problem, ...]:
    problems = []
    if what not in {one.value for one in page_of(here).wrong}:
        problems.append(Problem(field="what", words="Choose what is wrong"))
    if not because:
        problems.append(Problem(field="because", words="Say how you know"))
    return tuple(problems)


def _undo(what: str, because: str, here: AtWho) -> str:
    """``what`` is one of the page's own choices: a kind, and the id of what is undone. Answers the page that says what it did."""
    kind, _, id = what.partition(":")
    page = f"/children/{here.child.id}/who/"
    said: dict[str, Any] = {"because": because, "by": here.by, "at": here.at}
    if kind == APART:
        let_them_be_joined(non_link=UUID(id), people_of=[here.child.id], **said)
        return page
    if kind == MERGE:
        return f"{page}{undo_a_match(step=UUID(id), **said)}/"
    return f"{page}{take_a_description_away(description=UUID(id), **said)}/"


@require_safe
@about_who(purpose=READ)
def moved(request: HttpRequest, *, here: AtWho, step: UUID) -> HttpResponse:
    """What one step moved, for whoever says who is who: it names both people, and who looked."""
    check_holds(SAYS_WHO, area=here.child.area, by=here.by, at=here.at)
    found = identity.step(id=step)
    if found is None or found.other is None or here.child.id not in (found.person, found.other):
        raise Refused(NO_SUCH_STEP)
    other = found.other if found.person == here.child.id else found.person
    come_in([other], purpose=READ, by=here.by, at=here.at)
    return show(request, moved_page(found, here=here))
