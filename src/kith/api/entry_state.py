"""``GET /api/v1/entries/{id}``: how far an entry has come that the caller's agency sent."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.agencies import queries as agencies
from kith.api.answers import AgencyToldOf, EntryState, Errors, OpenedBy
from kith.api.desk import OWN
from kith.api.door import answer, endpoint
from kith.api.types import Caller, NotTaken, Problem
from kith.chronology import queries as chronology
from kith.chronology.types import EntryView, KnownToView


@endpoint(
    "GET",
    "/entries/{id}",
    policy="partner_agency",
    response={200: EntryState, 401: Errors, 404: Errors},
    summary="Ask what became of an entry",
    operation_id="entry_state",
)
def entry_state(request: HttpRequest, id: str) -> HttpResponse:
    """Received, told to whom, opened and acknowledged in which role: never what anybody else says."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    found = _sent_by(caller, id)
    if found is None:
        raise NotTaken(404, Problem(field="id", problem="Your agency sent no entry with this id."))
    return answer(200, _state(found).model_dump_json())


def _sent_by(caller: Caller, id: str) -> EntryView | None:
    """The entry, if the caller's agency said it. Another agency's looks the same as none."""
    try:
        found = chronology.entry(UUID(id), as_at=caller.at)
    except ValueError:
        return None
    whose = (caller.by.agency, caller.by.area)
    return found if found and (found.said_by, found.said_by_area) == whose else None


def _state(entry: EntryView) -> EntryState:
    others = [row for row in entry.known_to if row.how != "said"]
    key = entry.sender_key
    return EntryState(
        id=entry.id,
        sender_reference=None if key is None or key.startswith(OWN) else key,
        received_at=entry.recorded_at,
        told=[
            AgencyToldOf(agency=row.agency, area=row.agency_area, how=row.how, at=row.known_at)  # type: ignore[arg-type]
            for row in others
            if row.how in ("told", "delivered")
        ],
        opened=_by_whom(others, "opened"),
        acknowledged=_by_whom(others, "acknowledged"),
    )


def _by_whom(rows: Iterable[KnownToView], how: str) -> list[OpenedBy]:
    return [
        OpenedBy(agency=row.agency, area=row.agency_area, roles=_roles(row.by, row.known_at), at=row.known_at)
        for row in rows
        if row.how == how
    ]


def _roles(practitioner: UUID | None, at: datetime) -> list[str]:
    """The roles that somebody held then: their names stay with their agency."""
    held = agencies.roles_of(practitioner=practitioner, at=at) if practitioner else ()
    return sorted({one.role for one in held})
