"""Answers the addresses of who looked at a child: preparing a record, releasing what was held back, and the record."""

from datetime import date, datetime, time
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.oversight import operations
from kith.oversight import queries as oversight
from kith.oversight.looks_of_child import looks_for
from kith.oversight.types import Recipient, ToldView
from kith.people.types import Person
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.print_head import style_sheet
from kith.web.reading.posted import answers_from
from kith.web.show import show
from kith.web.who_looked.door import for_the_guardian
from kith.web.who_looked.filling import print_head, record_page, who_looked_page

NOT_HERE = "There is no such record here."
PIECES = ("until", "until_month", "until_year")
FIELDS = ("what", "recipient", "kind", "release_because", *PIECES)


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_guardian()
def who_looked(request: HttpRequest, *, child: Person, by: Actor, at: datetime) -> HttpResponse:
    """Prepares a record for somebody who is named, or releases what was held back."""
    if request.method != "POST":
        return show(request, who_looked_page(child, by=by, at=at))
    typed = answers_from(request.POST, FIELDS)
    try:
        if typed.get("what") == "release":
            _release(child, typed, by, at)
            say_next(request, "Released. It is told from now on, ten days after each look.")
            return HttpResponseRedirect(f"/children/{child.id}/who-looked/")
        recipient = Recipient(name=typed.get("recipient", ""), kind=typed.get("kind", ""))
        made = operations.tell_family(child=child.id, recipient=recipient, by=by, at=at)
        return HttpResponseRedirect(f"/children/{child.id}/who-looked/{made.id}/")
    except BadInput as bad:
        form = Form(answers=typed, problems=(Problem(field=bad.field, words=bad.problem),))
        return show(request, who_looked_page(child, by=by, at=at, form=form), status=422)


def _release(child: Person, typed: dict[str, str], by: Actor, at: datetime) -> None:
    """The whole of the day that was given: released until the midnight after it, or until now where it is today."""
    try:
        day = date(*(int(typed.get(piece, "")) for piece in reversed(PIECES)))
    except ValueError as wrong:
        raise BadInput("until", "Give the last day that the family knows of, such as 17 11 2026.") from wrong
    today = at.astimezone(LONDON).date()
    if day > today:
        raise BadInput("until", "Give a day that is over.")
    ends = (
        at if day == today else datetime.combine(day.fromordinal(day.toordinal() + 1), time(), tzinfo=LONDON)
    )
    operations.release_looks(
        child=child.id, until=ends, because=typed.get("release_because", ""), by=by, at=at
    )


@require_safe
@for_the_guardian()
def told(request: HttpRequest, *, child: Person, by: Actor, at: datetime, told: UUID) -> HttpResponse:
    """The record as it was prepared, for reading and for paper."""
    kept = _kept(told, child)
    answer = looks_for(
        child=child.id,
        recipient=Recipient(name=kept.recipient, kind=kept.recipient_kind),
        as_at=kept.prepared_at,
    )
    return show(request, record_page(child, told=kept, answer=answer, by=by))


@require_safe
@for_the_guardian(keeps_look=False)
def print_sheet(request: HttpRequest, *, child: Person, by: Actor, at: datetime, told: UUID) -> HttpResponse:
    """The running head of its sheets. It holds initials alone, and the page that asks for it kept the look."""
    sheet = style_sheet(print_head(child, told=_kept(told, child)))
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")


def _kept(told: UUID, child: Person) -> ToldView:
    kept = oversight.told(id=told, child=child.id)
    if kept is None:
        raise Refused(NOT_HERE)
    return kept
