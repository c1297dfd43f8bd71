"""``GET /api/v1/given/{child}/{form}``: a child's file for the caller's own system, as the outgoing gate let it go."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Path
from pydantic import Field

from kith.api.answers import Errors
from kith.api.door import endpoint
from kith.api.types import Caller, NotTaken, Problem
from kith.giving.adapters import FORMS
from kith.giving.handing import file_of
from kith.giving.types import File, Waits

HELD = 423
NOTHING = NotTaken(
    404, Problem(field="child", problem="Nothing stands ready under this id and form for your system.")
)
Form = Annotated[str, Field(json_schema_extra={"enum": list(FORMS)})]
"""Described as a list, and answered by us where it is not on it."""
BYTES = {"schema": {"type": "string", "format": "binary"}}
BUNDLE = {
    "schema": {
        "type": "object",
        "required": ["resourceType", "type", "entry"],
        "properties": {"resourceType": {"const": "Bundle"}, "type": {"const": "document"}},
    }
}
FILES = {
    "description": "The file.",
    "content": {"text/csv": BYTES, "application/fhir+json": BUNDLE, "application/pdf": BYTES},
}


@endpoint(
    "GET",
    "/given/{child}/{form}",
    policy="partner_agency",
    response={401: Errors, 404: Errors, HELD: Errors},
    summary="Fetch a child's file",
    operation_id="given_file",
    openapi_extra={"responses": {200: FILES}},
)
def given_file(request: HttpRequest, child: str, form: Path[Form]) -> HttpResponse:
    """Everything that may go under one reference now, in the layout of your sector."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    found = file_of(child=_id(child), form=form, by=caller.by, at=caller.at)
    if found is None:
        raise NOTHING
    if isinstance(found, Waits):
        raise NotTaken(
            HELD, Problem(field="", problem=f"A person looks at this before it goes. Ring {found.desk}.")
        )
    return _answer(found)


def _id(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise NOTHING from None


def _answer(file: File) -> HttpResponse:
    response = HttpResponse(file.body, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response["Cache-Control"] = "no-store"
    return response
