"""Answers the list for the night, and the page on which a child is put on it or taken off."""

from collections.abc import Mapping
from datetime import date, datetime, time
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.access import operations as access
from kith.access import policies
from kith.access.types import Basis, NotInvolved
from kith.caseload import queries as lists
from kith.caseload.hours import MORNING
from kith.caseload.policies import check_can_list
from kith.caseload.types import ListingSaid
from kith.journeys.over_the_weekend import open_the_list, put_on_the_list, take_off_the_list
from kith.kernel.clock import LONDON, now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.about_child import about_child
from kith.web.frame import say_next
from kith.web.from_the_night.receipts import KEPT_IN_SIGHT
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.typed import read_typed
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.weekend.filling import put_on_page, weekend_page
from kith.web.who import acting

PURPOSE = "read the list for the night"
SENTENCES = ("may_happen", "may_happen_because", "then_do", "then_do_because")
PIECES = ("until", "until_month", "until_year")
ASKED = {
    "may_happen": "What may happen",
    "may_happen_because": "Why you think so",
    "then_do": "What to do then",
    "then_do_because": "Why that",
    **dict.fromkeys(PIECES, "Until when"),
    "off_because": "Why the child comes off",
    "what": "This",
}
IN_WORDS = (*SENTENCES, "off_because")
ROOM_FIELDS = {"to_at": "until", "because": "off_because"}
TO_MEND = 422


@require_safe
@policy("reads_night_list")
def weekend(request: HttpRequest) -> HttpResponse:
    """Who might ring and what to do, of children whom this person sees; whoever is on duty out of hours sees them all."""
    at = now()
    try:
        by = acting(request, at=at)
        opened = [one for child in open_the_list(by=by, at=at) if (one := _opened(child, by, at))]
        left = lists.tasks_left_by(practitioner=by.id, since=at - KEPT_IN_SIGHT)
        seen = policies.visible_to(by=by, at=at).filter(child__in=[one.child for one in left])
        return show(request, weekend_page(children=opened, seen=list(seen), by=by, at=at))
    except Refused as why:
        return refused(request, why)


def _opened(child: UUID, by: Actor, at: datetime) -> Person | None:
    """The child with the look, or ``None`` where sight has ended since the list was read."""
    try:
        return access.open_child(child=child, purpose=PURPOSE, by=by, at=at).child
    except NotInvolved:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
@about_child(purpose="put a child on the list for the night")
def put_on(request: HttpRequest, *, child: Person, by: Actor, at: datetime, basis: Basis) -> HttpResponse:
    """The two sentences with their reasons, and until when; posting puts the child on the list, or takes them off."""
    if request.method != "POST":
        return show(request, put_on_page(child=child, by=by, at=at, basis=basis))
    typed = read_typed(request.POST, asked=ASKED, in_words=IN_WORDS)
    try:
        if typed.problems:
            raise _ToMend(*typed.problems)
        said = _answered(child, typed.answers, by, at)
    except (BadInput, _ToMend) as bad:
        problems = bad.problems if isinstance(bad, _ToMend) else (_problem(bad),)
        page = put_on_page(
            child=child, by=by, at=at, basis=basis, form=Form(answers=typed.shown, problems=problems)
        )
        return show(request, page, status=TO_MEND)
    except Refused as why:
        return refused(request, why)
    say_next(request, said)
    return HttpResponseRedirect(f"/children/{child.id}/weekend/#said")


class _ToMend(Exception):
    def __init__(self, *problems: Problem) -> None:
        self.problems = problems


def _problem(bad: BadInput) -> Problem:
    return Problem(field=ROOM_FIELDS.get(bad.field, bad.field), words=bad.problem)


def _answered(child: Person, typed: Mapping[str, str], by: Actor, at: datetime) -> str:
    """What it came to, in words."""
    if typed.get("what") == "take_off":
        held = lists.listing_of(child=child.id, at=at)
        if held is None:
            raise Refused("The child is not on the list any more.")
        take_off_the_list(listing=held.id, because=typed.get("off_because", ""), by=by, at=at)
        return "Off the list. Whoever was on duty does not see the child by it any more."
    check_can_list(child=child.id, by=by, at=at)
    words = ListingSaid(**{field: typed.get(field, "") for field in SENTENCES})
    put_on_the_list(child=child.id, said=words, to_at=_until(typed), by=by, at=at)
    return "On the list. Whoever is on duty out of hours reads it."


def _until(typed: Mapping[str, str]) -> datetime:
    """09:00 of the day that was given. Raises BadInput."""
    try:
        day, month, year = (int(typed.get(piece, "")) for piece in PIECES)
        return datetime.combine(date(year, month, day), time(MORNING.hour), tzinfo=LONDON)
    except (ValueError, OverflowError):
        raise BadInput("until", "Give the whole day in figures, such as 7 12 2026.") from None
