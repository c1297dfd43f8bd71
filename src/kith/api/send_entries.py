"""``POST /api/v1/entries``: an agency's system hands concerns in."""

import hashlib
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from kith.api import letter as letters
from kith.api import sendings
from kith.api.answers import Answer, Errors
from kith.api.desk import desk_for
from kith.api.door import answer, endpoint, written
from kith.api.reading import of_agency
from kith.api.taking import take
from kith.api.types import Caller, NotTaken, Outcome, Problem

KEPT, IN_PART, REFUSED = 201, 207, 422
ANSWERS = {KEPT: Answer, IN_PART: Answer, REFUSED: Answer | Errors} | dict.fromkeys(
    (400, 401, 409, 411, 413, 415, 500), Errors
)
"""A letter that is refused as a whole says of no entry what became of it."""
BODY = {
    "required": True,
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Letter"}}},
}
KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": True,
    "description": "New for each request. The same key with the same body is answered again, without a second effect.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[!-~]+$"},
}


@endpoint(
    "POST",
    "/entries",
    policy="partner_agency",
    response=ANSWERS,
    summary="Send entries",
    operation_id="send_entries",
    openapi_extra={"requestBody": BODY, "parameters": [KEY]},
)
def send_entries(request: HttpRequest) -> HttpResponse:
    """Take a letter in. Each entry is kept or refused by itself; all refused is 422, some refused 207."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    key, body = letters.key_of(request), letters.body_of(request)
    with sendings.one_at_a_time(caller=caller, key=key):
        status, text = _answered(caller, key, request.headers["Content-Type"], body)
    return answer(status, text)


def _answered(caller: Caller, key: str, media_type: str, body: bytes) -> tuple[int, str]:
    """The answer of before, or a new one. A key that was begun and never answered is taken up where it was left."""
    digest = hashlib.sha256(body).digest()
    sending = sendings.remembered(caller=caller, key=key, digest=digest)
    if sending and sending.status:
        return sending.status, sending.answer
    letter = letters.letter_of(key=key, media_type=media_type, body=body, digest=digest)
    desk = desk_for(caller)
    for _, words in of_agency(letter.agency, desk):
        raise NotTaken(REFUSED, Problem(field="agency", problem=words))
    sending = sending or sendings.begin(caller=caller, key=key, digest=digest)
    outcomes = take(letter, desk=desk)
    status, text = _status(outcomes), _text(outcomes)
    sendings.answered(sending, status=status, answer=text)
    return status, text


def _status(outcomes: Sequence[Outcome]) -> int:
    kept = [outcome.id is not None for outcome in outcomes]
    return KEPT if all(kept) else IN_PART if any(kept) else REFUSED


def _text(outcomes: Sequence[Outcome]) -> str:
    """What became of each, and once more all that is to be mended."""
    problems = [problem.as_json for outcome in outcomes for problem in outcome.problems]
    return written({"entries": [outcome.as_json for outcome in outcomes], "errors": problems})
