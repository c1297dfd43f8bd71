"""Fills the pages of who looked at a child."""

from datetime import datetime
from uuid import UUID

from kith.access import policies
from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.oversight import queries as oversight
from kith.oversight.for_family import last_day_told
from kith.oversight.types import LooksForFamily, LookTold, ToldView, WrittenRefusal
from kith.people.types import Person
from kith.web.child.printing import initials
from kith.web.dates import Moment, at_time, clock_time, long_day
from kith.web.parts.form import Form
from kith.web.print_head import PrintHead
from kith.web.together.due import day_of
from kith.web.who_looked.page import KINDS, LookLine, RecordPage, WhoLookedPage

GROUNDS = {
    "address_is_confidential": "An address of the child is confidential: a list of who looked, and when, leads there.",
    "held_closely": "The child is held closely.",
    "sealed": "The child is held closely, and nobody is told.",
}


def who_looked_page(child: Person, *, by: Actor, at: datetime, form: Form | None = None) -> WhoLookedPage:
    """What may be told now, for whom a record is asked, and to whom one was given."""
    released = oversight.released_until(child=child.id)
    return WhoLookedPage(
        child=child.name,
        child_href=f"/children/{child.id}/" if policies.sees(child=child.id, by=by, at=at) else "",
        before=f"Looks up to {long_day(last_day_told(at))} may be told; later ones wait until ten days have gone by.",
        released=f"Looks before {long_day(day_of(released))}, {clock_time(released)}, are held back no longer."
        if released
        else "Nobody released anything: looks around an enquiry stay unsaid until it is over, or you release them.",
        action=f"/children/{child.id}/who-looked/",
        form=form or Form(),
        told=tuple(_told(child.id, one) for one in oversight.told_of(child=child.id)),
    )


def _told(child: UUID, one: ToldView) -> tuple[Moment, str, str]:
    kind = next(choice.words for choice in KINDS if choice.value == one.recipient_kind)
    lines = f"{one.lines} line{'' if one.lines == 1 else 's'}"
    what = (
        f"refused in writing. For you alone: {GROUNDS[one.refused_because]}" if one.refused_because else lines
    )
    return (
        at_time(one.prepared_at),
        f"{one.recipient} ({kind[0].lower()}{kind[1:]}): {what}",
        f"/children/{child}/who-looked/{one.id}/",
    )


def record_page(
    child: Person, *, told: ToldView, answer: LooksForFamily | WrittenRefusal, by: Actor
) -> RecordPage:
    """The record as it was prepared: the same each time it is opened."""
    refusal = answer if isinstance(answer, WrittenRefusal) else None
    return RecordPage(
        child=child.name,
        recipient=told.recipient,
        prepared=Moment(words=long_day(day_of(told.prepared_at)), iso=day_of(told.prepared_at).isoformat()),
        until=long_day(last_day_told(told.prepared_at)),
        lines=tuple(map(_line, answer.lines)) if isinstance(answer, LooksForFamily) else (),
        refused=refusal.words if refusal else "",
        back_href=f"/children/{child.id}/who-looked/",
        area=agencies.area_name(area=by.area),
        desk=agencies.duty_desk(area=by.area),
        print_sheet=f"/children/{child.id}/who-looked/{told.id}/print.css",
    )


def _line(one: LookTold) -> LookLine:
    who = f"{one.role}, {one.agency_type}" if one.role else f"somebody who works in {one.agency_type}"
    return LookLine(
        day=Moment(words=long_day(one.day), iso=one.day.isoformat()),
        who=who[0].upper() + who[1:],
        why=one.purpose[0].upper() + one.purpose[1:],
        times=f"{one.looks} times" if one.looks > 1 else "",
    )


def print_head(child: Person, *, told: ToldView) -> PrintHead:
    """The margins of its sheets: for whom it is, and never the child's full name."""
    at = told.prepared_at
    return PrintHead(
        initials=initials(child.display_name),
        recipient=told.recipient,
        copy="copy 1 of 1",
        printed=f"prepared {long_day(day_of(at))}",
        foot="No names and no places.",
    )
