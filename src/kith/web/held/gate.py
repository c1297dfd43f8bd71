"""Every page that is printed passes the outgoing gate for whoever prints it; what is held shows why instead."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.outgoing import operations, queries
from kith.outgoing.policies import check_can_see_hold
from kith.outgoing.types import Document, Held, Recipient
from kith.web.frame import frame_for
from kith.web.held.filling import held_page
from kith.web.refused.views import refused
from kith.web.show import Page, draw, show

HELD = 403
PRINTS_NOTHING = (
    "body > * { display: none !important; }\n"
    'body::before { content: "This page was held and is not printed. Open Kith and choose What is held, '
    'or ring the duty desk."; font: 14pt sans-serif; }\n'
)
"""The style sheet of a page that must not be printed: it says so, and prints nothing else."""


def recipient_of(by: Actor) -> Recipient:
    """A print is for whoever prints it."""
    found = agencies.practitioner(id=by.id)
    return Recipient(
        name=by.name, relation=(found.title if found else "") or "practitioner", practitioner=by.id
    )


def print_through(
    request: HttpRequest, page: Page, *, what: str, child: UUID, by: Actor, at: datetime, status: int = 200
) -> HttpResponse:
    """The page for paper, in exactly the bytes that were searched; or the page that says what held it."""
    body = draw(page, request=request, frame=frame_for(request)).encode()
    document = Document(what=what, media_type="text/html", body=body)
    made = operations.compile_for(recipient=recipient_of(by), about=[child], document=document, by=by, at=at)
    if isinstance(made, Held):
        return show_held(request, made.id, by=by, at=at)
    try:
        operations.hand_over(outgoing=made.id, by=by, at=at)
    except Refused as why:
        return refused(request, why)
    return HttpResponse(made.body, status=status)


def show_held(request: HttpRequest, outgoing: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The page of what was held just now."""
    held = queries.held(id=outgoing)
    assert held is not None  # nosec B101: it was kept a moment ago
    role = check_can_see_hold(area=held.area, about=held.about, compiled_by=held.compiled_by, by=by, at=at)
    return show(request, held_page(held, role=role, by=by, at=at), status=HELD)


def may_be_printed(body: str, *, what: str, child: UUID, by: Actor, at: datetime) -> bool:
    """Whether a page that the browser prints by itself holds nothing; one that does is kept as held, with an owner."""
    document = Document(what=what, media_type="text/html", body=body.encode())
    asked = {"recipient": recipient_of(by), "about": [child], "document": document, "by": by, "at": at}
    if not operations.check_for(**asked):
        return True
    operations.compile_for(**asked)
    return False
