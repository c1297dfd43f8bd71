"""Answers the page that is read before a visit, and its sheet of paper."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith.access.types import Basis
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.before_you_knock.filling import before_you_knock_page
from kith.web.child.views import compiled_sheet_href, sheet_href
from kith.web.goes_on import to_whoever_goes_on
from kith.web.held.gate import print_through
from kith.web.show import show


@require_safe
@about_child(purpose="read before a visit")
def before_you_knock(
    request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis
) -> HttpResponse:
    """What to know before a visit; the record of one who was joined to another is the other's."""
    return to_whoever_goes_on(child=child, path="before-you-knock/", at=at) or show(
        request,
        before_you_knock_page(child=child, by=by, at=at, basis=basis, print_sheet=sheet_href(child.id)),
    )


@require_safe
@about_child(purpose="print what to read before a visit")
def printed(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """One side of paper, through the outgoing gate, for whoever prints it."""
    page = before_you_knock_page(
        child=child,
        by=by,
        at=at,
        basis=basis,
        for_paper=True,
        print_sheet=compiled_sheet_href(child.id),
    )
    return print_through(request, page, what="printed_child_page", child=child.id, by=by, at=at)
