"""Answers the page of an entry's photographs: what there is, and what somebody adds."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis
from kith.files.given_name import given_name
from kith.files.operations import check_room_for
from kith.journeys.add_photographs import Added, Sent, add_photographs
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.child.reading import Reading, read
from kith.web.frame import say_next
from kith.web.goes_on import to_whoever_goes_on
from kith.web.parts.files import ChooseFiles
from kith.web.parts.form import Form, Problem
from kith.web.photographs.filling import files_href, photographs_page
from kith.web.photographs.uploads import AT_ONCE, too_large_together
from kith.web.reading.typed import Typed, read_typed
from kith.web.refused.views import refused
from kith.web.show import show

TO_MEND, MOST_NAMED = 422, 30
FIELD = ChooseFiles().name


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="look at the photographs of an entry")
def photographs(
    request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis, entry: UUID
) -> HttpResponse:
    """The photographs of one entry that this reader may see; a POST adds some."""
    path = f"chronology/{entry}/files/"
    if request.method != "POST" and (elsewhere := to_whoever_goes_on(child=child, path=path, at=at)):
        return elsewhere
    reading = read(child=child, by=by, at=at, basis=basis)
    if entry not in reading.by_id:
        return refused(request, Refused("There is no such entry here that you may see."))
    if request.method == "POST":
        return _added(request, reading, entry)
    page = photographs_page(reading, reading.by_id[entry], clear=request.GET.get("clear", ""))
    return show(request, page)


def _added(request: HttpRequest, reading: Reading, entry: UUID) -> HttpResponse:
    typed = read_typed(request.POST, asked={"shows": "What they show"}, in_words=())
    chosen = request.FILES.getlist(FIELD)
    if problem := _cannot_begin(request, reading, chosen, typed):
        return _to_mend(request, reading, entry, typed, (problem,))
    came = add_photographs(
        child=reading.child.id,
        entry=entry,
        sent=[Sent(name=one.name or "", body=one.read()) for one in chosen[:AT_ONCE]],
        shows=typed.answers.get("shows", ""),
        by=reading.by,
        at=reading.at,
    )
    left = left_over([one.name or "" for one in chosen])
    if came.refused or left:
        problem = Problem(field=FIELD, words=" ".join([*why_not(came), *left]))
        return _to_mend(request, reading, entry, typed, (problem,), added=words_of(came))
    say_next(request, words_of(came))
    return HttpResponseRedirect(f"{files_href(reading.child.id, entry)}#said")


def _cannot_begin(
    request: HttpRequest, reading: Reading, chosen: list[UploadedFile], typed: Typed
) -> Problem | None:
    if typed.problems:
        return typed.problems[0]
    if too_large_together(request):
        return Problem(
            field=FIELD,
            words="These files are larger than 50 MB together. None was kept: send fewer at a time.",
        )
    if not chosen:
        return Problem(field=FIELD, words="Choose a photograph first.")
    try:
        check_room_for(child=reading.child.id, by=reading.by, at=reading.at)
    except BadInput as bad:
        return Problem(field=FIELD, words=bad.problem)
    return None


def left_over(names: Sequence[str]) -> list[str]:
    """Which of the chosen were not read, by name, so that they can be chosen next."""
    beyond = [given_name(name=name) for name in names[AT_ONCE:]]
    if not beyond:
        return []
    named = ", ".join(beyond[:MOST_NAMED])
    more = f" and {len(beyond) - MOST_NAMED} more" if len(beyond) > MOST_NAMED else ""
    return [
        f"Ten were read. Choose the other {len(beyond)} next, ten at a time, since they were not kept: {named}{more}."
    ]


def why_not(came: Added) -> list[str]:
    """Each refusal under the name of its file, since several can be sent together."""
    return [f"{given_name(name=name)}: {why}" for name, why in came.refused]


def words_of(came: Added) -> str:
    """What became of a submit: ``Two photographs were added. One was here already, and is kept once.``"""
    number, again = len(came.taken), len(came.already)
    added = (
        "The photograph was added." if number == 1 else f"{number} photographs were added." if number else ""
    )
    there = (
        "One was here already, and is kept once."
        if again == 1
        else f"{again} were here already, and are kept once."
    )
    return f"{added} {there if again else ''}".strip()


def _to_mend(
    request: HttpRequest,
    reading: Reading,
    entry: UUID,
    typed: Typed,
    problems: tuple[Problem, ...],
    *,
    added: str = "",
) -> HttpResponse:
    """The page again with every word that was typed; a browser lets nobody choose files for somebody, so those are chosen anew."""
    form = Form(answers=typed.shown, problems=problems)
    page = photographs_page(reading, reading.by_id[entry], form=form, added=added)
    return show(request, page, status=TO_MEND)
