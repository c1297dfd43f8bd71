"""What the public told and no person has opened: for whoever answers for reading it, by the hours that the door promised."""

from collections.abc import Iterator
from datetime import datetime

from kith.access import policies
from kith.agencies import queries as agencies
from kith.agencies.front_door import next_reading
from kith.journeys.hear_the_public import to_read
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.models import Telling
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def told_us(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """One line each, the earliest due first; a child whom this person may not see is not named."""
    told = {one.contact: one for one in Telling.objects.filter(area=by.area).order_by("received_at")}
    unread = to_read(contacts=list(told), by=by, at=at)
    seen = policies.sight(by=by, at=at).filter(child__in=set(unread.values())).values_list("child", flat=True)
    names = {id: person.name for id, person in people.persons(ids=set(seen)).items()}
    for contact, one in told.items():
        if (child := unread.get(contact)) is None:
            continue
        reading = next_reading(area=by.area, at=one.received_at)
        due_at = one.received_at if one.says_danger else reading.by_at if reading else None
        when, tag, kind = need_when(due_at, at=at) if due_at else ("Now", "", "")
        name = names.get(child)
        desk = agencies.duty_desk(area=by.area)
        yield (
            due_at,
            Need(
                when=when,
                tag=tag,
                tag_kind=kind,
                what=f"Somebody told us of a worry about {name or 'a child whom you do not see'}",
                why=("They say that the child is in danger now. " if one.says_danger else "")
                + "Nobody here has opened it yet. They were told by when a person reads it."
                if name
                else f"Nobody here has opened it yet. Ring the guardian desk on {desk}: they say who may.",
                act="Read",
                href=f"/children/{child}/chronology/#entry-{contact}" if name else "/children/",
            ),
        )
