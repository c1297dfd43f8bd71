"""Answers the page for tonight."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith.access.types import Basis
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.child.views import sheet_href
from kith.web.goes_on import to_whoever_goes_on
from kith.web.show import show
from kith.web.tonight.filling import tonight_page


@require_safe
@about_child(purpose="read what is needed tonight")
def tonight(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """What somebody needs in ten seconds at night; the record of one who was joined to another is the other's."""
    return to_whoever_goes_on(child=child, path="tonight/", at=at) or show(
        request, tonight_page(child=child, by=by, at=at, basis=basis, print_sheet=sheet_href(child.id))
    )
