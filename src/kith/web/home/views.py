"""Answers the page of a child's home over time."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from kith import rulebook
from kith.access.types import Basis
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.child.views import UNPROCESSABLE, sheet_href
from kith.web.chronology.asked import read_asked
from kith.web.home.filling import home_page
from kith.web.show import show


@require_GET
@about_child(purpose="read who lives with the child, and where")
def home(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """Who lived with the child and where, now or as known at a moment."""
    asked = read_asked(request.GET, area=child.area, book=rulebook.load(settings.KITH_RULEBOOK), at=at)
    page = home_page(child=child, by=by, at=at, basis=basis, asked=asked, print_sheet=sheet_href(child.id))
    return show(request, page, status=UNPROCESSABLE if asked.problems else 200)
