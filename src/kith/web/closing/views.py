"""Answers the page on which an agency ends its part with a child."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from kith.access.types import Basis
from kith.agencies import queries as agencies
from kith.journeys.closing import Closing, close_our_part
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.closing.filling import closing_page
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.reading.typed import read_typed
from kith.web.show import show

ASKED = {
    "reason": "Why your part is done",
    "social_care_has_it": "This",
    "despite": "Why you close all the same",
}
TO_MEND = 422


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="end our part")
def closing(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """What is true now, and the form; what is closed against it comes to a named person."""
    if request.method != "POST":
        return show(request, closing_page(child=child, by=by, at=at, basis=basis))
    typed = read_typed(request.POST, asked=ASKED, in_words=("reason", "despite"))
    said = Closing(
        reason=typed.answers.get("reason", ""),
        social_care_has_it=typed.answers.get("social_care_has_it") == "yes",
        despite=typed.answers.get("despite", ""),
    )
    problems = typed.problems
    if not problems:
        try:
            contact = close_our_part(child=child.id, closing=said, by=by, at=at)
        except BadInput as bad:
            field = bad.field if bad.field in ASKED else "reason"
            problems = (Problem(field=field, words=bad.problem),)
        else:
            owner = agencies.practitioner(id=contact.owner) if contact else None
            to = f" {owner.name}, {owner.phone}, at the front door looks at it." if owner else ""
            say_next(request, f"Your part is ended.{to}")
            return redirect(f"/children/{child.id}/#said")
    form = Form(answers=typed.shown, problems=problems)
    page = closing_page(child=child, by=by, at=at, basis=basis, form=form)
    return show(request, page, status=TO_MEND)
