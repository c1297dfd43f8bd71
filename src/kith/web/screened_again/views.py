"""Answers a second, blind screening, and what is counted of the front door."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from kith.chronology import queries as entries
from kith.journeys.screening_again import read_again, screen_again
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.pathway.policies import check_is_at_the_front_door
from kith.web.frame import say_next
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.typed import read_typed
from kith.web.refused.views import refused
from kith.web.screened_again.filling import again_page, figures_page
from kith.web.show import show
from kith.web.together.seen import open_seen
from kith.web.who import acting

PURPOSE = "screen a contact a second time, blind"
ASKED = {"outcome": "What you would decide", "reasons": "Reasons"}
TO_MEND = 422


@require_http_methods(["GET", "HEAD", "POST"])
@policy("screens")
def again(request: HttpRequest, *, second: UUID) -> HttpResponse:
    """What was told and known before the decision, and what this reader would have decided."""
    at = now()
    try:
        by = acting(request, at=at)
        check_is_at_the_front_door(by=by, at=at)
        held, contact = read_again(second=second, by=by, at=at)
        if held.screened_at is not None:
            raise Refused("You screened this again already.")
        opened = open_seen(children=entries.children_of(entry=contact.told), purpose=PURPOSE, by=by, at=at)
        if request.method != "POST":
            return show(request, again_page(held, contact, opened, by=by, at=at))
        typed = read_typed(request.POST, asked=ASKED, in_words=("reasons",))
        problems = typed.problems
        if not problems:
            try:
                back = screen_again(
                    second=second,
                    outcome=typed.answers.get("outcome", ""),
                    reasons=typed.answers.get("reasons", ""),
                    by=by,
                    at=at,
                )
            except BadInput as bad:
                problems = (Problem(field=bad.field if bad.field in ASKED else "outcome", words=bad.problem),)
            else:
                say_next(request, _thanks(comes_back=back is not None))
                return HttpResponseRedirect("/contacts/")
        form = Form(answers=typed.shown, problems=problems)
        return show(request, again_page(held, contact, opened, by=by, at=at, form=form), status=TO_MEND)
    except Refused as refusal:
        return refused(request, refusal)


def _thanks(*, comes_back: bool) -> str:
    if comes_back:
        return "Kept. You would have done more than was decided: it comes back, and a third person looks."
    return "Kept, and counted with the others."


@require_safe
@policy("screens")
def figures(request: HttpRequest) -> HttpResponse:
    """What became of contacts, and how often two who screened the same agreed."""
    at = now()
    try:
        by = acting(request, at=at)
        check_is_at_the_front_door(by=by, at=at)
        return show(request, figures_page(by=by, at=at))
    except Refused as refusal:
        return refused(request, refusal)
