"""Fills the guardian desk's pages."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from kith.access import queries as access
from kith.access.types import Call
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner, Reachable
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.dates import at_time
from kith.web.desk.page import CAME_OF, CallLine, CallPage, DeskPage
from kith.web.parts.form import Form
from kith.web.together.due import due_words

CLOSED_SINCE = timedelta(days=7)
NOBODY = (
    "Nobody who is held closely stands behind this search: the lot fell on it.",
    "Thank them, and close it. Other searches are rung for other reasons, so do not say which sort this was.",
)
FIRST = "The search would have found a child who is held closely. The searcher was shown nothing, and does not know."
DO = (
    "Decide whether what they say needs the child’s worker to know. If they have a worry, record it while they speak. "
    "Where the child lives is never said."
)


def desk_page(*, by: Actor, at: datetime) -> DeskPage:
    """Calls that wait, and those closed in the last week."""
    waiting = access.calls_waiting(area=by.area, but_not_of=by.id)
    closed = access.calls_closed(area=by.area, since=at - CLOSED_SINCE)
    who = agencies.practitioners(ids={one.searcher for one in (*waiting, *closed)})
    numbers = registered(who.values())
    return DeskPage(
        waiting=tuple(_line(one, who[one.searcher], numbers, at) for one in waiting),
        closed=tuple(_line(one, who[one.searcher], numbers, at) for one in closed),
    )


def call_page(call: Call, *, by: Actor, at: datetime, form: Form | None = None) -> CallPage:
    """One call. What stands behind it comes from the call itself, which tells it only once it was made."""
    who = agencies.practitioners(ids=[call.searcher])[call.searcher]
    return CallPage(
        who=f"{who.name}, {who.agency_name}",
        searched=at_time(call.asked_at),
        due=due_words(call.due_at, at=at, what="To be rung")[0] + "." if call.rung_at is None else "",
        ring=_number(who, registered([who])),
        action=f"/desk/{call.id}/",
        form=form or Form(),
        said=_said(call),
        behind=_behind(call.sealed, at),
        closed=_came_of(call),
    )


def registered(who: Iterable[Practitioner]) -> dict[tuple[str, str], Reachable]:
    """The agencies of these people by area and code, with the numbers that the area registered for them."""
    ids = {}
    for area, code in {(one.area, one.agency) for one in who}:
        if found := agencies.agency(area=area, code=code):
            ids[found.id] = (area, code)
    return {ids[id]: one for id, one in agencies.reachable(ids=ids).items()}


def _number(who: Practitioner, numbers: dict[tuple[str, str], Reachable]) -> str:
    """The agency's own number: a searcher who gave another is not who they say they are."""
    agency = numbers[who.area, who.agency]
    night = f", at night {agency.out_of_hours_phone}" if agency.out_of_hours_phone else ""
    return f"{who.agency_name}: {agency.phone or 'no number is registered'}{night}"


def _line(one: Call, who: Practitioner, numbers: dict[tuple[str, str], Reachable], at: datetime) -> CallLine:
    due, kind = due_words(one.due_at, at=at, what="By")
    return CallLine(
        due=due,
        due_kind=kind,
        who=f"{who.name}, {who.agency_name}",
        ring=_number(who, numbers),
        state=_came_of(one) or ("rung; not closed yet" if one.rung_at else "not rung yet"),
        href=f"/desk/{one.id}/",
    )


def _said(call: Call) -> str:
    if call.rung_at is None:
        return ""
    spoke = f"{call.spoke_with}: " if call.spoke_with else ""
    return f"{spoke}“{call.search_was_for}”"


def _came_of(call: Call) -> str:
    if not call.came_of_it:
        return ""
    words = next(one.words for one in CAME_OF if one.value == call.came_of_it)
    return f"{words}. “{call.closed_because}”" if call.closed_because else f"{words}."


def _behind(sealed: tuple[UUID, ...] | None, at: datetime) -> tuple[str, ...]:
    if sealed is None:
        return ()
    if not sealed:
        return NOBODY
    held = access.responsible_for_each(children=sealed, at=at)
    names = people.persons(ids=sealed)
    return (FIRST, *(_worker(names[one].name, held[one].worker or held[one].held_by) for one in sealed), DO)


def _worker(name: str, who: Practitioner | None) -> str:
    return (
        f"{name}: ring {who.name}, {who.phone}."
        if who
        else f"{name}: nobody is allocated. Ring the guardian."
    )
