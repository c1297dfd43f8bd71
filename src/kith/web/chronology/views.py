"""Answers the chronology, its printed form, and "I have read this"."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_POST

from kith import rulebook
from kith.access.types import Basis
from kith.chronology import operations as chronology_operations
from kith.kernel.errors import Refused
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.child.reading import read
from kith.web.child.telling import entry_href
from kith.web.child.views import UNPROCESSABLE, compiled_sheet_href, sheet_href
from kith.web.chronology.asked import Asked, read_asked
from kith.web.chronology.filling import chronology_page
from kith.web.chronology.listing import copies_of
from kith.web.goes_on import to_whoever_goes_on
from kith.web.held.gate import print_through
from kith.web.refused.views import refused
from kith.web.show import show


@require_GET
@about_child(purpose="read the chronology")
def chronology(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """Everything that every agency says happened, now or as known at a moment, to all or to one agency."""
    if not request.GET and (elsewhere := to_whoever_goes_on(child=child, path="chronology/", at=at)):
        return elsewhere
    asked = _asked(request, child, at)
    page = chronology_page(
        child=child, by=by, at=at, basis=basis, asked=asked, print_sheet=sheet_href(child.id)
    )
    return show(request, page, status=UNPROCESSABLE if asked.problems else 200)


@require_GET
@about_child(purpose="print the chronology")
def printed(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """The same entries on one long page, for paper: through the outgoing gate, for whoever prints it."""
    asked = _asked(request, child, at)
    page = chronology_page(
        child=child,
        by=by,
        at=at,
        basis=basis,
        asked=asked,
        for_paper=True,
        print_sheet=compiled_sheet_href(child.id),
    )
    return print_through(
        request,
        page,
        what="printed_chronology",
        child=child.id,
        by=by,
        at=at,
        status=UNPROCESSABLE if asked.problems else 200,
    )


@require_POST
@about_child(purpose="say that an entry was read")
def entry_read(
    request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis, entry: UUID
) -> HttpResponse:
    """A person says that they have read an entry: from now on their agency has opened it."""
    reading = read(child=child, by=by, at=at, basis=basis)
    if entry not in reading.by_id:
        return refused(request, Refused("There is no such entry here that you may see."))
    with acting(by=by):
        for one in copies_of(reading.by_id[entry], reading):
            chronology_operations.open(one.id, by=by, at=at)
    return HttpResponseRedirect(entry_href(entry, reading))


def _asked(request: HttpRequest, child: Person, at: datetime) -> Asked:
    return read_asked(request.GET, area=child.area, book=rulebook.load(settings.KITH_RULEBOOK), at=at)
