"""Answers the way back: five words, what may lawfully be told, and room for more."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kith.journeys.hear_the_public import Became, hear_more, what_became
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.web.models import Telling
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.typed import LONGEST_WORDS, read_typed
from kith.web.sign_in.device import address_of
from kith.web.tell.door import came_from_elsewhere, door_for, leaves_nothing, show
from kith.web.tell.languages import Words
from kith.web.tell.pace import PACE
from kith.web.tell.page import AgainPage, Door
from kith.web.tell.sending import key_of_more
from kith.web.tell.way_back import spoken, telling_of

TO_MEND, ELSEWHERE = 422, 409
MOST_TRIES = 20
"""An hour from one sender. Five words are 55 bits: at this pace nobody meets any by chance."""


@require_http_methods(["GET", "HEAD", "POST"])
@policy("public")
@leaves_nothing
def again(request: HttpRequest) -> HttpResponse:
    """Asks for the words; then says what may be told, and takes more."""
    at = now()
    door = door_for(request, at=at)
    if request.method != "POST":
        return show(request, AgainPage(door=door, form=Form()))
    typed = read_typed(request.POST, asked={"words": "", "more": ""}, in_words=["more"])
    if came_from_elsewhere(request):
        form = Form(answers=typed.shown)
        page = AgainPage(door=door, form=form, know_first="came_from_elsewhere")
        return show(request, page, status=ELSEWHERE)
    words = typed.shown.get("words", "")
    if PACE.comes(address=address_of(request), what="tries", at=at) > MOST_TRIES:
        return _back(request, door, "again_slow", typed.shown)
    telling = telling_of(words=words)
    if telling is None:
        return _back(request, door, "again_not_found", typed.shown)
    try:
        return _found(
            request, door, telling, typed.answers.get("more", ""), typed.too_long.get("more", ""), at
        )
    except Refused:
        return _back(request, door, "again_not_found", typed.shown)


def _back(request: HttpRequest, door: Door, know_first: str, shown: dict) -> HttpResponse:
    """Words that are nobody's and words whose telling is gone are answered alike, with what was typed."""
    form = Form(answers=shown, problems=(Problem(field="words", words=door.words(know_first)),))
    page = AgainPage(door=door, form=form)
    return show(request, page, status=TO_MEND)


def _found(
    request: HttpRequest, door: Door, telling: Telling, more: str, too_long: str, at: datetime
) -> HttpResponse:
    five_words = spoken(request.POST.get("words", ""))
    if more:
        hear_more(
            contact=telling.contact,
            text=more,
            sender_key=key_of_more(telling.id, more),
            area=telling.area,
            at=at,
        )
    said = tuple(what_may_be_told(door.words, what_became(contact=telling.contact, at=at)))
    problem = Problem(field="more", words=door.words("too_long", most=f"{LONGEST_WORDS:,}"))
    page = AgainPage(
        door=door,
        form=Form(answers={"more": too_long}, problems=(problem,) if too_long else ()),
        five_words=five_words,
        said=said,
        know_first="again_more_sent" if more else "",
    )
    return show(request, page, status=TO_MEND if too_long else 200)


def what_may_be_told(words: Words, became: Became) -> list[str]:
    """Received, read, decided: three facts about what was done with it, and none about anybody."""
    decided = {None: "again_not_decided", True: "again_decided_yes", False: "again_decided_no"}
    return [
        words("again_received", day=f"{became.received_on:%d/%m/%Y}"),
        words("again_read" if became.was_read else "again_not_read"),
        words(decided[became.something_is_done]),
        *([f"“{became.told_back}”"] if became.told_back else []),
    ]
