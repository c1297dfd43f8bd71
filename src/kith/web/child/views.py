"""Answers the child page, and the running head of its printed sheets."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from kith.access import policies as access
from kith.access.types import Basis
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import opened_for
from kith.kernel.types import Actor
from kith.outgoing import queries as outgoing
from kith.people import queries as people
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.child.filling import child_page
from kith.web.child.printing import head_for
from kith.web.child.when_known import read_as_at
from kith.web.frame import frame_for
from kith.web.goes_on import to_whoever_goes_on
from kith.web.held.gate import PRINTS_NOTHING, may_be_printed
from kith.web.policy import policy
from kith.web.print_head import style_sheet
from kith.web.show import draw, show
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


def compiled_sheet_href(child: UUID) -> str:
    """The same for a page whose bytes passed the outgoing gate as they are."""
    return f"/children/{child}/compiled.css"


@require_GET
@policy("sees_child")
def print_sheet(request: HttpRequest, *, child: UUID) -> HttpResponse:
    """The running head of printed pages. It holds initials alone, and the page that asks for it wrote the look.

    Where somebody around the child must not be found, the child's page is searched for this reader first: a page that
    holds what they must not learn is printed as one sentence that says so.
    """
    at = now()
    seen = _seen(request, child, at)
    if seen is None:
        return _css("", status=403)
    by, basis, found = seen
    if outgoing.is_anybody_hidden(about=[child], at=at) and not _passes(request, found, basis, by, at):
        return _css(PRINTS_NOTHING)
    return _css(style_sheet(head_for(found, by=by, at=at)))


@require_GET
@policy("sees_child")
def compiled_sheet(request: HttpRequest, *, child: UUID) -> HttpResponse:
    """The running head alone, for a page that passed the gate before it was sent."""
    at = now()
    seen = _seen(request, child, at)
    return _css(style_sheet(head_for(seen[2], by=seen[0], at=at))) if seen else _css("", status=403)


def _seen(request: HttpRequest, child: UUID, at: datetime) -> tuple[Actor, Basis, Person] | None:
    try:
        by = acting(request, at=at)
        basis = access.check_can_see(child=child, by=by, at=at)
    except Refused:
        return None
    found = people.person(id=child)
    return (by, basis, found) if found else None


def _passes(request: HttpRequest, child: Person, basis: Basis, by: Actor, at: datetime) -> bool:
    """The page as its reader has it open: the look was written when they opened it."""
    opened_for(reader=by.id, children=[child.id], at=at)
    page = child_page(child=child, by=by, at=at, basis=basis, print_sheet=sheet_href(child.id))
    body = draw(page, request=request, frame=frame_for(request))
    return may_be_printed(body, what="printed_child_page", child=child.id, by=by, at=at)


def _css(sheet: str, *, status: int = 200) -> HttpResponse:
    return HttpResponse(sheet, content_type="text/css; charset=utf-8", status=status)
