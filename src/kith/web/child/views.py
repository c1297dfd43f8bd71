"""Answers the child page, and the running head of its printed sheets."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from kith.access import policies as access
from kith.access.types import Basis
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.child.filling import child_page
from kith.web.child.printing import head_for
from kith.web.child.when_known import read_as_at
from kith.web.goes_on import to_whoever_goes_on
from kith.web.policy import policy
from kith.web.print_head import style_sheet
from kith.web.show import show
from kith.web.who import acting

UNPROCESSABLE = 422


@require_GET
@about_child(purpose="read the child’s page")
def child(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """The child page, now or with ``?as_at=`` as it was known at an earlier moment."""
    if not request.GET and (elsewhere := to_whoever_goes_on(child=child, at=at)):
        return elsewhere
    try:
        as_at, problem = read_as_at(request.GET.get("as_at", ""), at=at), ""
    except BadInput as bad:
        as_at, problem = None, bad.problem
    page = child_page(
        child=child, by=by, at=at, basis=basis, as_at=as_at, problem=problem, print_sheet=sheet_href(child.id)
    )
    return show(request, page, status=UNPROCESSABLE if problem else 200)


def sheet_href(child: UUID) -> str:
    """Where the style sheet of this child's printed pages is."""
    return f"/children/{child}/print.css"


@require_GET
@policy("sees_child")
def print_sheet(request: HttpRequest, *, child: UUID) -> HttpResponse:
    """The running head of printed pages. It holds initials alone, and the page that asks for it wrote the look."""
    at = now()
    try:
        by = acting(request, at=at)
        access.check_can_see(child=child, by=by, at=at)
        found = people.person(id=child)
    except Refused:
        found = None
    sheet = style_sheet(head_for(found, by=by, at=at)) if found else ""
    return HttpResponse(sheet, content_type="text/css; charset=utf-8", status=200 if found else 403)
