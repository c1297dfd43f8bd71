"""``GET /api/v1/given``: what stands ready for the caller's own system, change by change, and not a word of it."""

from django.http import HttpRequest, HttpResponse

from kith.api.answers import Errors, Given, GivenChange
from kith.api.door import answer, endpoint
from kith.api.types import Caller, NotTaken, Problem
from kith.giving import queries as giving

AFTER = {
    "in": "query",
    "name": "after",
    "required": False,
    "description": "The next of the last answer. Left out, everything from the start.",
    "schema": {"type": "string", "pattern": "^[0-9]{1,18}$"},
}


@endpoint(
    "GET",
    "/given",
    policy="partner_agency",
    response={200: Given, 400: Errors, 401: Errors, 404: Errors},
    summary="Ask what stands ready for your system",
    operation_id="given",
    openapi_extra={"parameters": [AFTER]},
)
def given(request: HttpRequest) -> HttpResponse:
    """Which entries of which child, by your own reference: said by your agency, told to it, or decided on what it told."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    found = giving.changes_after(_after(request), by=caller.by, at=caller.at)
    if found is None:
        raise NotTaken(404, Problem(field="", problem="No system of your agency is given anything here."))
    page = Given(
        changes=[
            GivenChange(
                child=one.child,
                reference=one.reference,
                entry=one.entry,
                what=one.what,  # type: ignore[arg-type]
                kind=one.kind,
                ready_at=one.put_at,
            )
            for one in found.changes
        ],
        next=str(found.next),
        more=found.more,
    )
    return answer(200, page.model_dump_json())


def _after(request: HttpRequest) -> int:
    said = request.GET.getlist("after") or ["0"]
    if len(said) != 1 or not (said[0].isascii() and said[0].isdigit() and len(said[0]) <= 18):
        raise NotTaken(
            400, Problem(field="after", problem="Give the next of the last answer, or leave it out.")
        )
    return int(said[0])
