"""``POST /api/feeds/<feed>/``: an agency's system sends a message in its own format.

Its address has no version: the format is the feed's, and grows by the feed. A message that is let in is never refused for what it
says: it is kept as it came, and answered with what was taken and what a person must look at.
"""

from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kith.api.door import answer, refusal, refused_without_token, written
from kith.api.policies import AgencyToken
from kith.api.types import Caller, NotTaken, Problem
from kith.journeys.feeding.found import switched_on
from kith.journeys.feeding.receiving import receive_message
from kith.journeys.feeding.types import CameOf, Feed

ACCEPTED = 202
LARGEST_BODY = 25 * 1024 * 1024
"""As large as a message may be kept."""


@csrf_exempt
@require_POST
def send_message(request: HttpRequest, *, feed: str) -> HttpResponse:
    """Keep the message, and say what came of it."""
    caller: Caller | None = AgencyToken()(request)
    if caller is None:
        return refused_without_token()
    try:
        found = _feed(feed, caller)
        body = _body_of(request)
    except NotTaken as problem:
        return refusal(problem.status, *problem.problems)
    media_type = (request.headers.get("Content-Type") or found.formats[0])[:100]
    came = receive_message(feed=found, media_type=media_type, body=body, by=caller.by, at=caller.at)
    return answer(ACCEPTED, written(_said(came)))


send_message.policy = "partner_agency"  # type: ignore[attr-defined]


def _feed(code: str, caller: Caller) -> Feed:
    """The feed, where the area has it switched on. Another agency's looks like one that is not there."""
    for found in switched_on(area=caller.by.area):
        if found.code == code and found.agency == caller.by.agency:
            return found
    raise NotTaken(404, Problem(field="feed", problem="Your agency has no such feed here."))


def _body_of(request: HttpRequest) -> bytes:
    """The body, whatever is in it; measured before and while it is read."""
    told = request.META.get("CONTENT_LENGTH") or "0"
    if request.headers.get(
        "Transfer-Encoding"
    ):  # in chunks that nobody measured it would arrive here as none
        raise NotTaken(411, Problem(field="Content-Length", problem="Say how long the body is."))
    too_large = NotTaken(
        413, Problem(field="body", problem="This is too large: at most 25 MB in one message.")
    )
    if not (told.isascii() and told.isdigit() and len(told) < 16) or int(told) > LARGEST_BODY:
        raise too_large
    try:
        body: bytes = request.read(LARGEST_BODY + 1)
    except UnreadablePostError:
        raise NotTaken(400, Problem(field="body", problem="The body ended before it was whole.")) from None
    if len(body) > LARGEST_BODY:
        raise too_large
    return body


def _said(came: CameOf) -> dict[str, object]:
    """What came of it, without a word of the message."""
    letters = [
        {
            "id": str(one.id),
            "place": one.place,
            "problems": [{"field": wrong.field, "problem": wrong.words} for wrong in one.wrong],
        }
        for one in came.letters
    ]
    return {
        "message": str(came.message),
        "taken": came.taken,
        "letters": letters,
        "nothing_to_report": came.says_nothing,
        "came_before": came.came_before,
        "finished": came.is_done,
    }
