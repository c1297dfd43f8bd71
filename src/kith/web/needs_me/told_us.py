"""What the public told and no person has opened: for whoever answers for reading it, by the hours that the door promised."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from kith.access import policies
from kith.agencies import queries as agencies
from kith.agencies.front_door import hours_of, next_within
from kith.journeys.hear_the_public import to_read
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.models import Telling
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def told_us(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """One line each, the earliest due first; a child whom this person may not see is not named."""
    told = {one.contact: one for one in Telling.objects.filter(area=by.area).order_by("received_at")}
    if not told:
        return
    hours, desk = hours_of(area=by.area), agencies.duty_desk(area=by.area)
    unread = to_read(contacts=list(told), by=by, at=at)
    seen = policies.sight(by=by, at=at).filter(child__in=set(unread.values())).values_list("child", flat=True)
    names = {id: person.name for id, person in people.persons(ids=set(seen)).items()}
    for contact, one in told.items():
        if (child := unread.get(contact)) is None:
            continue
        reading = next_within(hours, at=one.received_at)
        due_at = one.received_at if one.says_danger else reading.by_at if reading else None
        yield due_at, _need(one, child, names.get(child), desk, due_at, at)


def _need(
    one: Telling, child: UUID, name: str | None, desk: str, due_at: datetime | None, at: datetime
) -> Need:
    """``name`` is None of a child whom this person may not see: the guardian desk says who may."""
    when, tag, kind = need_when(due_at, at=at) if due_at else ("Now", "", "")
    danger = "They say that the child is in danger now. " if one.says_danger else ""
    is_seen = name is not None
    who = (name or "a child whose name nobody knows") if is_seen else "a child who is held closely"
    rest = "They were told by when a person reads it." if is_seen else f"Ring the guardian desk on {desk}."
    return Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=f"Somebody told us of a worry about {who}",
        why=f"{danger}Nobody here has opened it yet. {rest}",
        act="Read",
        href=f"/children/{child}/chronology/#entry-{one.contact}" if is_seen else "/children/",
    )
